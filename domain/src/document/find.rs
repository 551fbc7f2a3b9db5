//! Finds a phrase in a document: at the place that its receipt states, elsewhere, or nowhere.

use super::DocumentText;
use super::text::is_space;
use crate::receipt::{AsStated, SourcePlace};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The position of a phrase. Ranges count bytes in [`DocumentText::as_str`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The number of the paragraph, from 1; 65,535 for all paragraphs beyond it.
    pub paragraph: u16,
    /// The number of the sentence in the paragraph in which the phrase starts, from 1; 65,535 for all sentences beyond
    /// it.
    pub sentence: u16,
    /// The range of that sentence.
    pub sentence_range: Range<usize>,
    /// The range of the phrase. It may extend beyond the sentence.
    pub phrase: Range<usize>,
    /// The number of this occurrence of the phrase in the whole text, from 1.
    pub occurrence: u32,
}

/// The result of searching for a phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhraseMatch {
    /// The phrase is at the place that its receipt states.
    InPlace(Passage),
    /// The phrase is only elsewhere; this is the nearest occurrence.
    Moved(Passage),
    /// The text does not contain the phrase.
    Missing,
}

/// The range in which a phrase should start. If the stated place does not exist, `exists` is false and the range is
/// that of the last place before it.
struct Stated {
    range: Range<usize>,
    exists: bool,
}

impl DocumentText {
    /// Searches for a phrase at the place that its receipt states, then in the whole text.
    ///
    /// A phrase is in place if it starts in the stated sentence or cell. A space in the phrase matches any space in the
    /// text, including one line break. Invisible characters in the text are ignored, and full-width forms match plain
    /// ones. Everything else must match exactly. A number does not match inside a longer number.
    pub fn find(&self, at: SourcePlace, phrase: &AsStated) -> PhraseMatch {
        let stated = self.stated(at);
        let mut nearest: Option<(usize, u32, Range<usize>)> = None;
        for (phrase, occurrence) in occurrences(self.as_str(), phrase.as_str()).zip(1..) {
            let start = phrase.start;
            let distance = if start < stated.range.start {
                stated.range.start - start
            } else {
                // The first byte after the range has a distance of 1.
                (start + 1).saturating_sub(stated.range.end)
            };
            if nearest.as_ref().is_none_or(|(least, ..)| distance < *least) {
                nearest = Some((distance, occurrence, phrase));
            }
            // All later occurrences are farther away.
            if start >= stated.range.start {
                break;
            }
        }
        let Some((distance, occurrence, phrase)) = nearest else {
            return PhraseMatch::Missing;
        };
        match self.passage(phrase, occurrence) {
            Some(passage) if distance == 0 && stated.exists => PhraseMatch::InPlace(passage),
            Some(passage) => PhraseMatch::Moved(passage),
            None => PhraseMatch::Missing,
        }
    }

    /// True if a line of the text is this title. A title of less than three characters may be on any line.
    pub(super) fn has_line(&self, title: &str) -> bool {
        let title = folded(title.trim());
        title.chars().count() >= 3
            && self
                .as_str()
                .lines()
                .any(|line| folded(line.trim()) == title)
    }

    /// True if the text contains the phrase.
    pub(super) fn holds(&self, phrase: &AsStated) -> bool {
        occurrences(self.as_str(), phrase.as_str()).next().is_some()
    }

    fn stated(&self, at: SourcePlace) -> Stated {
        match at {
            SourcePlace::Page => Stated {
                range: 0..self.as_str().len(),
                exists: true,
            },
            SourcePlace::Sentence {
                paragraph,
                sentence,
            } => {
                let place = (usize::from(paragraph), usize::from(sentence));
                last_up_to(&self.sentences, place, |s| {
                    ((s.paragraph, s.sentence), s.range.clone())
                })
            }
            SourcePlace::Cell { table, row, column } => {
                let place = (usize::from(table), usize::from(row), usize::from(column));
                last_up_to(&self.cells, place, |c| {
                    ((c.table, c.row, c.column), c.range.clone())
                })
            }
        }
    }

    /// Returns the passage of a phrase. There always is one: a phrase starts with a character other than space, and
    /// every such character is in a sentence.
    fn passage(&self, phrase: Range<usize>, occurrence: u32) -> Option<Passage> {
        let after = self
            .sentences
            .partition_point(|s| s.range.start <= phrase.start);
        let sentence = self.sentences.get(after.checked_sub(1)?)?;
        Some(Passage {
            paragraph: sentence.paragraph.try_into().unwrap_or(u16::MAX),
            sentence: sentence.sentence.try_into().unwrap_or(u16::MAX),
            sentence_range: sentence.range.clone(),
            phrase,
            occurrence,
        })
    }
}

/// Returns the part at `place`, or else the last part before it.
fn last_up_to<T, P: Ord>(parts: &[T], place: P, of: impl Fn(&T) -> (P, Range<usize>)) -> Stated {
    let after = parts.partition_point(|part| of(part).0 <= place);
    match after.checked_sub(1).and_then(|last| parts.get(last)) {
        Some(part) => {
            let (found, range) = of(part);
            Stated {
                range,
                exists: found == place,
            }
        }
        None => Stated {
            range: 0..0,
            exists: false,
        },
    }
}

/// Returns the ranges of all occurrences of a phrase, in order. Occurrences may overlap, so that an occurrence that
/// extends into a sentence does not hide one that starts in that sentence.
fn occurrences<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let words: Vec<String> = phrase
        .split(is_space)
        .map(folded)
        .filter(|word| !word.is_empty())
        .collect();
    let mut from = 0;
    std::iter::from_fn(move || {
        let first = words.first()?.chars().next()?;
        // A full-width form is the only other character that matches.
        let is_first = |c: char| c == first || plain(c) == first;
        while let Some(found) = text[from..].find(is_first) {
            let start = from + found;
            from = start + text[start..].chars().next().map_or(1, char::len_utf8);
            if let Some(end) = end_of_match(text, start, &words)
                && !is_part_of_number(text, start..end)
            {
                return Some(start..end);
            }
        }
        from = text.len();
        None
    })
}

/// Returns the end of the match that starts at `start`. Words must be separated by spaces, but not by a blank line.
/// `None` if the words do not match.
fn end_of_match(text: &str, start: usize, words: &[String]) -> Option<usize> {
    let mut rest = &text[start..];
    for (n, word) in words.iter().enumerate() {
        if n > 0 {
            let next = rest.trim_start_matches(|c| is_space(c) || is_invisible(c));
            let space = &rest[..rest.len() - next.len()];
            if !space.contains(is_space) || space.matches('\n').count() > 1 {
                return None;
            }
            rest = next;
        }
        rest = without_word(rest, word)?;
    }
    Some(text.len() - rest.len())
}

/// Returns the text after a word at its start; `None` if it does not start with the word.
fn without_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.char_indices().filter(|(_, c)| !is_invisible(*c));
    let mut end = 0;
    for sought in word.chars() {
        let (at, c) = rest.next()?;
        if plain(c) != sought {
            return None;
        }
        end = at + c.len_utf8();
    }
    text.get(end..)
}

/// Returns a text without invisible characters, with plain characters for full-width forms.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(plain)
        .collect()
}

/// True for characters that programs add inside words and that nobody sees: soft hyphens, joiners, spaces of no width.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'
    )
}

/// Returns the plain form of a full-width digit, letter or sign of ASCII; other characters stay.
fn plain(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// True if a number at either end of a match continues outside it: 94.4 does not match in 94.45, 194.4 or 1,94.4.
fn is_part_of_number(text: &str, range: Range<usize>) -> bool {
    let phrase = &text[range.clone()];
    let goes_on = |outwards: &mut dyn Iterator<Item = char>| match outwards.next() {
        Some('.' | ',') => outwards.next().is_some_and(is_digit),
        next => next.is_some_and(is_digit),
    };
    let is_visible = |c: &char| !is_invisible(*c);
    let before = || {
        text[..range.start]
            .chars()
            .rev()
            .filter(is_visible)
            .map(plain)
    };
    let after = || text[range.end..].chars().filter(is_visible).map(plain);
    (phrase.starts_with(is_digit) && goes_on(&mut before()))
        || (phrase.ends_with(is_digit) && goes_on(&mut after()))
}

/// True for an ASCII digit or a full-width digit, which Chinese texts use.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "A new zone\n\nThe zone has 58 parks. It offers 4,000 jobs and, as\nits people say, more to come. By 2020 it will have 120 parks.\n\n\
        | Year | Output |\n|---|---|\n| 2016 | 94.4 |\n| 2017 | 120 |\n\nThe zone has grown. It has parks.\n";

    fn find(text: &str, at: &str, phrase: &str) -> PhraseMatch {
        DocumentText::from_nfc(text).find(at.parse().unwrap(), &phrase.parse().unwrap())
    }

    /// Describes where a phrase was found: result, place and occurrence.
    fn found(text: &str, at: &str, phrase: &str) -> String {
        let (how, passage) = match find(text, at, phrase) {
            PhraseMatch::InPlace(passage) => ("in place", passage),
            PhraseMatch::Moved(passage) => ("moved", passage),
            PhraseMatch::Missing => return "missing".to_owned(),
        };
        let Passage {
            paragraph,
            sentence,
            occurrence,
            ..
        } = passage;
        format!("{how}: p{paragraph} s{sentence}, {occurrence}")
    }

    #[test]
    fn a_phrase_is_found_in_place() {
        assert_eq!(
            find(TEXT, "p2 s1", "58 parks"),
            PhraseMatch::InPlace(Passage {
                paragraph: 2,
                sentence: 1,
                sentence_range: 12..34,
                phrase: 25..33,
                occurrence: 1,
            })
        );
        assert_eq!(found(TEXT, "p1 s1", "new zone"), "in place: p1 s1, 1");
        assert_eq!(found(TEXT, "p4 s1", "The zone"), "in place: p4 s1, 2");
        assert_eq!(found(TEXT, "p4 s2", "parks"), "in place: p4 s2, 3");
        assert_eq!(found(TEXT, "page", "parks"), "in place: p2 s1, 1");
    }

    #[test]
    fn a_phrase_is_found_in_a_cell() {
        assert_eq!(found(TEXT, "t1 r2 c2", "94.4"), "in place: p3 s3, 1");
        assert_eq!(found(TEXT, "t1 r3 c2", "120"), "in place: p3 s4, 2");
        assert_eq!(found(TEXT, "t1 r2 c1", "94.4"), "moved: p3 s3, 1");
        assert_eq!(found(TEXT, "t1 r9 c9", "120"), "moved: p3 s4, 2");
        assert_eq!(found(TEXT, "t2 r1 c1", "Year"), "moved: p3 s1, 1");
    }

    #[test]
    fn a_phrase_may_run_over_lines_and_sentences_but_not_paragraphs() {
        assert_eq!(
            found(TEXT, "p2 s2", "as its people say"),
            "in place: p2 s2, 1"
        );
        assert_eq!(found(TEXT, "p2 s3", "as its people say"), "moved: p2 s2, 1");
        assert_eq!(
            found(TEXT, "p2 s1", "58 parks. It offers"),
            "in place: p2 s1, 1"
        );
        assert_eq!(
            found("It has  new\u{a0}\n  parks.", "p1 s1", "new parks"),
            "in place: p1 s1, 1"
        );
        assert_eq!(
            found("Ah. Ah. Ah.", "p1 s2", "Ah. Ah"),
            "in place: p1 s2, 2"
        );
        assert_eq!(found(TEXT, "p1 s1", "zone The zone"), "missing");
        assert_eq!(found("It hasnew parks.", "p1 s1", "has new"), "missing");
    }

    #[test]
    fn a_phrase_that_stands_elsewhere_has_moved_to_the_nearest() {
        assert_eq!(found(TEXT, "p1 s1", "parks"), "moved: p2 s1, 1");
        assert_eq!(found(TEXT, "p4 s1", "parks"), "moved: p4 s2, 3");
        assert_eq!(found(TEXT, "p4 s1", "120"), "moved: p3 s4, 2");
        // Sentence 9 does not exist, and a match in the last sentence does not count as in place.
        assert_eq!(found(TEXT, "p2 s9", "58 parks"), "moved: p2 s1, 1");
        assert_eq!(found(TEXT, "p2 s9", "parks"), "moved: p2 s4, 2");
        assert_eq!(found(TEXT, "p9 s1", "parks"), "moved: p4 s2, 3");
    }

    #[test]
    fn a_changed_character_is_another_phrase() {
        assert_eq!(found(TEXT, "p2 s2", "4,000 jobs"), "in place: p2 s2, 1");
        assert_eq!(
            found(&TEXT.replace("4,000", "4.000"), "p2 s2", "4,000 jobs"),
            "missing"
        );
        assert_eq!(found(TEXT, "p2 s2", "4,000 Jobs"), "missing");
        assert_eq!(found("", "page", "jobs"), "missing");
    }

    #[test]
    fn a_number_is_not_found_inside_a_longer_one() {
        for (text, phrase) in [
            ("It has 14.97 parks.", "4.97"),
            ("It has 94.45 parks.", "94.4"),
            ("It has 1,200 parks.", "200 parks"),
            ("It has 4.97 parks.", "97 parks"),
            ("It has 58,000.", "has 58"),
            ("共１58家。", "58"),
        ] {
            assert_eq!(found(text, "page", phrase), "missing", "{text}");
        }
        assert_eq!(
            found("Of 94.45, 94.4.", "page", "94.4"),
            "in place: p1 s1, 1"
        );
        assert_eq!(
            found("In 2018, a.4 and v4", "page", "2018"),
            "in place: p1 s1, 1"
        );
        assert_eq!(
            found("In 2018, a.4 and v4", "page", "4"),
            "in place: p1 s1, 1"
        );
    }

    #[test]
    fn invisible_characters_and_full_width_forms_match() {
        for (text, phrase) in [
            ("It has 94.\u{ad}4 parks.", "94.4 parks"),
            ("It has 5\u{200b}8\u{2060} parks.", "58 parks"),
            ("共有５８家。", "58家"),
            ("共有１，５９６家。", "1,596家"),
            ("Eco\u{ad}nomic zone", "Economic zone"),
        ] {
            assert_eq!(found(text, "page", phrase), "in place: p1 s1, 1", "{text}");
        }
        for (text, phrase) in [
            ("It has 1\u{200b}58 parks.", "58 parks"),
            ("共有１５８家。", "58家"),
            ("58\u{200b}parks", "58 parks"),
        ] {
            assert_eq!(found(text, "page", phrase), "missing", "{text}");
        }
    }

    #[test]
    fn places_beyond_counting_are_no_stated_places() {
        let text = "a\n\n".repeat(70_000) + "b";
        assert_eq!(found(&text, "p65535 s1", "b"), "moved: p65535 s1, 1");
        assert_eq!(found(&text, "p65535 s1", "a"), "in place: p65535 s1, 65535");
    }

    proptest! {
        #[test]
        fn any_text_is_read(
            text in "([ \t\r\n|.,。\"\\-\\[\\]19aAé中😀\u{feff}\u{1c}]|Co|The|\\PC){0,60}",
            phrase in "([.,19aAé中😀|]{1,3}|\\PC{1,3})( [19aA中]{1,2})?",
            at in prop_oneof!["p[1-4] s[1-4]", "t[1-2] r[1-3] c[1-3]", "page"],
        ) {
            let document = DocumentText::from_nfc(&text);
            let read = document.as_str();
            let mut end = 0;
            for sentence in &document.sentences {
                prop_assert!(end <= sentence.range.start && sentence.range.start < sentence.range.end);
                prop_assert!(read[end..sentence.range.start].chars().all(is_space));
                end = sentence.range.end;
            }
            prop_assert!(read[end..].chars().all(is_space));
            for cell in &document.cells {
                prop_assert!(read.get(cell.range.clone()).is_some());
            }
            let Ok(phrase) = phrase.parse::<AsStated>() else { return Ok(()) };
            if let PhraseMatch::InPlace(passage) | PhraseMatch::Moved(passage) = document.find(at.parse().unwrap(), &phrase) {
                let sentence = read.get(passage.sentence_range.clone());
                let words = read.get(passage.phrase.clone());
                prop_assert!(passage.sentence_range.contains(&passage.phrase.start));
                prop_assert!(sentence.is_some_and(|s| s == s.trim_matches(is_space) && !s.is_empty()));
                let words: Vec<&str> = words.unwrap().split(is_space).filter(|w| !w.is_empty()).collect();
                let sought: Vec<&str> = phrase.as_str().split(is_space).filter(|w| !w.is_empty()).collect();
                prop_assert_eq!(words, sought);
            } else {
                prop_assert!(!document.holds(&phrase));
            }
        }

        #[test]
        fn words_of_a_text_are_found_in_it(
            sentences in prop::collection::vec("[A-Z][a-z]{1,5}( [a-z]{1,5}){0,2} [a-z]{7,9}\\.", 1..6),
            pick in any::<prop::sample::Index>(),
        ) {
            let text = sentences.join(" ");
            let number = pick.index(sentences.len());
            let at = format!("p1 s{}", number + 1);
            let phrase = sentences[number].trim_end_matches('.');
            prop_assert!(matches!(find(&text, &at, phrase), PhraseMatch::InPlace(_)), "{text}: {at}");
        }
    }
}
