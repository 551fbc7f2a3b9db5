//! Recognises which known source a document is.
//!
//! A source is recognised only by evidence that a stranger's text does not have by chance: its hash; its title as a
//! line, with a phrase; or several of its phrases, of which one is distinctive. Texts on development zones repeat round
//! amounts such as "1 trillion yuan", so these count little.

use super::DocumentText;
use crate::id::SourceId;
use crate::receipt::{AsStated, SourcePlace};
use std::collections::{BTreeMap, BTreeSet};

/// The least weight of the phrases found, if the title is not.
const LEAST_WEIGHT: u32 = 7;

/// The weight of a phrase that is hardly in another text by chance.
const DISTINCTIVE: u32 = 3;

/// The weight of the title of a source as a line of the text.
const TITLE: u32 = 6;

/// The least difference of weight to the second best source.
const LEAST_LEAD: u32 = 3;

/// The largest number of candidates that are listed.
const MOST_CANDIDATES: usize = 5;

/// The data of a source by which its text can be recognised.
#[derive(Debug, Clone)]
pub struct KnownSource<'a> {
    /// The id of the source.
    pub source: &'a SourceId,
    /// The title as printed.
    pub title: &'a str,
    /// The hash of its text when it was read; `None` if it was not recorded.
    pub sha256: Option<&'a str>,
    /// The phrases that its receipts cite, with their places.
    pub phrases: Vec<(SourcePlace, &'a AsStated)>,
}

/// What a text has in common with a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// True if a line of the text is the title of the source, and no other source has this title.
    pub has_title: bool,
    /// Number of different phrases found.
    pub found: usize,
    /// Number of different phrases of the source.
    pub of: usize,
    /// The weight of the phrases found: the more, the less likely they are found by chance.
    weight: u32,
    /// True if a phrase is found that is hardly in another text by chance.
    is_distinctive: bool,
}

/// A source that a text may be a copy of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The id of the source.
    pub source: &'a SourceId,
    /// What the text has in common with it.
    pub evidence: Evidence,
}

/// The result of recognising a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recognition<'a> {
    /// It is exactly the text that was read for this source.
    Hash(&'a SourceId),
    /// The evidence is enough for this source.
    Evidence(Candidate<'a>),
    /// The evidence is not enough. These sources have something in common with the text, the most first.
    NotSure(Vec<Candidate<'a>>),
}

/// The number of sources that have a title or a phrase.
#[derive(Default)]
struct Shared<'a> {
    titles: BTreeMap<&'a str, u32>,
    phrases: BTreeMap<&'a AsStated, u32>,
}

impl Evidence {
    fn of(text: &DocumentText, known: &KnownSource<'_>, shared: &Shared<'_>) -> Self {
        let phrases: BTreeSet<&AsStated> =
            known.phrases.iter().map(|(_, phrase)| *phrase).collect();
        let mut evidence = Self {
            // A title such as “政府工作报告”, which several sources have, tells nothing.
            has_title: shared.titles.get(known.title) == Some(&1) && text.has_line(known.title),
            found: 0,
            of: phrases.len(),
            weight: 0,
            is_distinctive: false,
        };
        for phrase in phrases.into_iter().filter(|phrase| text.holds(phrase)) {
            // A phrase of several sources tells little of which one it is.
            let sources = shared.phrases.get(phrase).copied().unwrap_or(1).max(1);
            let weight = weight(phrase) / sources;
            evidence.found += 1;
            evidence.weight += weight;
            evidence.is_distinctive |= weight >= DISTINCTIVE;
        }
        evidence
    }

    /// True if there is any evidence.
    const fn is_any(&self) -> bool {
        self.has_title || self.found > 0
    }

    const fn score(&self) -> u32 {
        self.weight + if self.has_title { TITLE } else { 0 }
    }

    /// True if a text with both pieces of evidence is clearly of this source. Without its title, the text may be the other
    /// source, which quotes this one: if it has the title of the other, or enough of its phrases.
    const fn is_clearly_more_than(&self, other: &Self) -> bool {
        self.score() >= other.score() + LEAST_LEAD
            && (self.has_title || !(other.has_title || other.is_enough()))
    }

    /// True if a stranger's text hardly has this much in common with the source.
    const fn is_enough(&self) -> bool {
        let has_half = self.found > 0 && 2 * self.found >= self.of;
        let by_title = self.has_title && self.weight >= DISTINCTIVE;
        let by_phrases = self.found >= 2 && self.is_distinctive && self.weight >= LEAST_WEIGHT;
        has_half && (by_title || by_phrases)
    }
}

/// Returns how unlikely a phrase is in another text on the same subject: by the digits of its longest number and by its
/// other words.
fn weight(phrase: &AsStated) -> u32 {
    let text = phrase.as_str();
    let digits = longest_number(text);
    let of_number = match digits {
        0 => 0,
        1 | 2 => 1,
        3 => 3,
        4 => 5,
        _ => 7,
    };
    let words = text
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphabetic));
    let hanzi = text
        .chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    // Two hanzi are about one word.
    let words = words.count().max(hanzi.count() / 2);
    let of_words = match words {
        0..=2 => 0,
        3 | 4 => 1,
        5 | 6 => 2,
        _ => 3,
    };
    of_number + of_words
}

/// Returns the number of digits of the longest number in a text, without zeros at its ends.
fn longest_number(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let numbers = text.split(|c: char| !is_part(c));
    let digits = numbers.map(|number| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        digits.trim_matches('0').len()
    });
    digits.max().unwrap_or(0)
}

/// Returns the source of a text: the one with the same hash, or the one whose evidence is enough and clearly more than
/// that of all others.
pub fn recognise<'a>(text: &DocumentText, known: &[KnownSource<'a>]) -> Recognition<'a> {
    let sha256 = text.sha256();
    if let Some(same) = known.iter().find(|k| k.sha256 == Some(sha256.as_str())) {
        return Recognition::Hash(same.source);
    }
    let mut shared = Shared::default();
    for source in known {
        *shared.titles.entry(source.title).or_default() += 1;
        let phrases: BTreeSet<&AsStated> =
            source.phrases.iter().map(|(_, phrase)| *phrase).collect();
        for phrase in phrases {
            *shared.phrases.entry(phrase).or_default() += 1;
        }
    }
    let mut candidates: Vec<Candidate<'a>> = known
        .iter()
        .map(|known| Candidate {
            source: known.source,
            evidence: Evidence::of(text, known, &shared),
        })
        .filter(|candidate| candidate.evidence.is_any())
        .collect();
    // The sort is stable: sources with as much evidence keep the order of the dataset.
    candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.evidence.score()));
    if let [best, others @ ..] = &candidates[..]
        && best.evidence.is_enough()
        && others
            .iter()
            .all(|other| best.evidence.is_clearly_more_than(&other.evidence))
    {
        return Recognition::Evidence(*best);
    }
    candidates.truncate(MOST_CANDIDATES);
    Recognition::NotSure(candidates)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A walk round the zone\n\nThe zone has 58 parks. It offers 4,123 jobs and made 94.4 \
                        billion yuan.\n\nIts economy reaches 1 trillion yuan.\n";

    /// Recognises a text among sources given as id, title, hash and phrases (separated by semicolons). Returns the id
    /// of the source, or the ids of the candidates with a question mark.
    fn recognised(text: &str, known: &[(&str, &str, Option<&str>, &str)]) -> String {
        type Parsed<'s> = (SourceId, &'s str, Option<&'s str>, Vec<AsStated>);
        let known: Vec<Parsed<'_>> = known
            .iter()
            .map(|(source, title, sha256, phrases)| {
                let phrases = phrases.split_terminator(';').map(|p| p.parse().unwrap());
                (source.parse().unwrap(), *title, *sha256, phrases.collect())
            })
            .collect();
        let known: Vec<KnownSource> = known
            .iter()
            .map(|(source, title, sha256, phrases)| KnownSource {
                source,
                title,
                sha256: *sha256,
                phrases: phrases.iter().map(|p| (SourcePlace::Page, p)).collect(),
            })
            .collect();
        match recognise(&DocumentText::from_nfc(text), &known) {
            Recognition::Hash(source) => format!("{source} by hash"),
            Recognition::Evidence(candidate) => candidate.source.to_string(),
            Recognition::NotSure(candidates) => {
                let ids = candidates
                    .iter()
                    .map(|candidate| format!("{}?", candidate.source));
                ids.collect::<Vec<_>>().join(" ")
            }
        }
    }

    #[test]
    fn the_hash_goes_before_all_else() {
        let hash = DocumentText::from_nfc(TEXT).sha256();
        let known = [
            ("phrases", "", None, "4,123 jobs;94.4 billion yuan"),
            ("hash", "", Some(hash.as_str()), ""),
        ];
        assert_eq!(recognised(TEXT, &known), "hash by hash");
        let changed = TEXT.replace("58", "59");
        assert_eq!(recognised(&changed, &known), "phrases");
    }

    #[test]
    fn round_amounts_do_not_tell_a_source() {
        let own = "My own notes. The city wants an economy of 1 trillion yuan by 2030.";
        assert_eq!(
            recognised(own, &[("round", "Pudong", None, "1 trillion yuan")]),
            "round?"
        );
        let two = "An output of 100 billion yuan, and 1 trillion yuan later.";
        let known = [("two", "", None, "100 billion yuan;1 trillion yuan")];
        assert_eq!(recognised(two, &known), "two?");
    }

    #[test]
    fn a_part_of_the_phrases_is_not_enough() {
        let known = [(
            "most",
            "",
            None,
            "4,123 jobs;94.4 billion yuan;11.11;22.22;33.33;44.44",
        )];
        assert_eq!(recognised(TEXT, &known), "most?");
        let known = [("half", "", None, "4,123 jobs;94.4 billion yuan;11.11;22.22")];
        assert_eq!(recognised(TEXT, &known), "half");
    }

    #[test]
    fn a_title_needs_a_phrase_and_a_line_of_its_own() {
        let title = "A walk round the zone";
        assert_eq!(
            recognised(TEXT, &[("titled", title, None, "94.4 billion yuan")]),
            "titled"
        );
        assert_eq!(
            recognised(TEXT, &[("titled", title, None, "1 trillion yuan")]),
            "titled?"
        );
        assert_eq!(
            recognised(TEXT, &[("titled", title, None, "99.9 billion yuan")]),
            "titled?"
        );
        let inside = TEXT.replace("zone\n\nThe", "zone and more\n\nThe");
        assert_eq!(
            recognised(&inside, &[("titled", title, None, "94.4 billion yuan")]),
            "titled?"
        );
    }

    #[test]
    fn the_best_source_must_lead_clearly() {
        let known = [
            ("one", "", None, "4,123 jobs;94.4 billion yuan"),
            ("same", "", None, "4,123 jobs;94.4 billion yuan;58 parks"),
        ];
        assert_eq!(recognised(TEXT, &known), "same? one?");
    }

    #[test]
    fn a_source_that_quotes_another_is_not_taken_for_it() {
        let known = [
            ("quoting", "A walk round the zone", None, "1 trillion yuan"),
            ("quoted", "", None, "4,123 jobs;94.4 billion yuan;58 parks"),
        ];
        assert_eq!(recognised(TEXT, &known), "quoted? quoting?");
    }

    #[test]
    fn nothing_in_common_is_no_candidate() {
        assert_eq!(recognised(TEXT, &[("none", "", None, "no such")]), "");
        assert_eq!(recognised("", &[("none", "", None, "58 parks")]), "");
    }
}
