//! Which of the sources that were read a document is.

use super::DocumentText;
use crate::id::SourceId;
use crate::receipt::{AsStated, Place};
use std::collections::BTreeSet;

/// The fewest phrases of a source that tell it: one alone, such as a zone's name, may stand in any.
const FEWEST_PHRASES: usize = 2;

/// What is known of a source: enough to tell its text when a reader brings it.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    /// The source.
    pub source: &'a SourceId,
    /// The hash of its text when it was read, where that was written down.
    pub sha256: Option<&'a str>,
    /// What its receipts cite, and where.
    pub phrases: Vec<(Place, &'a AsStated)>,
}

/// A source that a document was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised<'a> {
    /// The source.
    pub source: &'a SourceId,
    /// What it was told by.
    pub by: By,
}

/// What a document was recognised by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Its text is the very text that was read.
    Hash,
    /// Phrases of the source stand in it.
    Phrases {
        /// How many.
        found: usize,
        /// Of how many different ones.
        of: usize,
    },
}

/// The source whose text this is: the one with its hash, or else the one the most of whose phrases
/// stand in it.
///
/// Two phrases at least, or all where a source has fewer; of two sources with as many, the one
/// with the greater share of its own, then the first.
pub fn recognise<'a>(text: &DocumentText, known: &[Known<'a>]) -> Option<Recognised<'a>> {
    let sha256 = text.sha256();
    if let Some(same) = known.iter().find(|k| k.sha256 == Some(sha256.as_str())) {
        return Some(Recognised {
            source: same.source,
            by: By::Hash,
        });
    }
    let mut best: Option<(usize, usize, &'a SourceId)> = None;
    for candidate in known {
        let phrases: BTreeSet<&AsStated> = candidate.phrases.iter().map(|(_, p)| *p).collect();
        let of = phrases.len();
        let found = phrases.into_iter().filter(|p| text.holds(p)).count();
        // With as many found, the share is the greater, the fewer there were to find.
        let better =
            best.is_none_or(|(most, least, _)| found > most || (found == most && of < least));
        if found > 0 && found >= FEWEST_PHRASES.min(of) && better {
            best = Some((found, of, candidate.source));
        }
    }
    best.map(|(found, of, source)| Recognised {
        source,
        by: By::Phrases { found, of },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The zone has 58 parks. It offers 4,000 jobs.\n\nIts output grew.\n";

    /// Recognises a text among sources given as name, hash and phrases, parted by semicolons.
    fn recognised(text: &str, known: &[(&str, Option<&str>, &str)]) -> Option<(String, By)> {
        let known: Vec<(SourceId, Option<&str>, Vec<AsStated>)> = known
            .iter()
            .map(|(source, sha256, phrases)| {
                let phrases = phrases.split_terminator(';').map(|p| p.parse().unwrap());
                (source.parse().unwrap(), *sha256, phrases.collect())
            })
            .collect();
        let known: Vec<Known> = known
            .iter()
            .map(|(source, sha256, phrases)| Known {
                source,
                sha256: *sha256,
                phrases: phrases.iter().map(|p| (Place::Page, p)).collect(),
            })
            .collect();
        recognise(&DocumentText::from_nfc(text), &known).map(|r| (r.source.to_string(), r.by))
    }

    fn by_phrases(source: &str, found: usize, of: usize) -> Option<(String, By)> {
        Some((source.to_owned(), By::Phrases { found, of }))
    }

    #[test]
    fn the_hash_goes_before_all_phrases() {
        let hash = DocumentText::from_nfc(TEXT).sha256();
        let known = [
            ("phrases", None, "58 parks;4,000 jobs"),
            ("hash", Some(hash.as_str()), ""),
        ];
        assert_eq!(
            recognised(TEXT, &known),
            Some(("hash".to_owned(), By::Hash))
        );
        // One comma changed: another text, told by what is left of it.
        let changed = TEXT.replace("4,000", "4.000");
        assert_eq!(recognised(&changed, &known), None);
    }

    #[test]
    fn the_most_phrases_tell_the_source() {
        let known = [
            ("two", None, "58 parks;4,000 jobs"),
            (
                "three",
                None,
                "58 parks;4,000 jobs;output grew;no such;nor such",
            ),
        ];
        assert_eq!(recognised(TEXT, &known), by_phrases("three", 3, 5));
    }

    #[test]
    fn with_as_many_the_greater_share_then_the_first() {
        let known = [
            ("less", None, "58 parks;4,000 jobs;no such"),
            ("more", None, "58 parks;4,000 jobs"),
            ("later", None, "58 parks;4,000 jobs"),
        ];
        assert_eq!(recognised(TEXT, &known), by_phrases("more", 2, 2));
    }

    #[test]
    fn a_phrase_cited_twice_is_one_phrase() {
        let known = [("twice", None, "58 parks;58 parks;no such")];
        assert_eq!(recognised(TEXT, &known), None);
    }

    #[test]
    fn one_phrase_tells_only_a_source_that_has_no_other() {
        assert_eq!(
            recognised(TEXT, &[("one-of-two", None, "58 parks;no such")]),
            None
        );
        assert_eq!(
            recognised(TEXT, &[("only", None, "58 parks")]),
            by_phrases("only", 1, 1)
        );
        assert_eq!(recognised(TEXT, &[("none", None, "")]), None);
        assert_eq!(recognised("", &[("only", None, "58 parks")]), None);
    }
}
