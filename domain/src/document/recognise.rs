//! Recognises which known source a document is.

use super::DocumentText;
use crate::id::SourceId;
use crate::receipt::{AsStated, SourcePlace};
use std::collections::BTreeSet;

/// The least number of phrases that identify a source. A single phrase, such as the name of a zone, may be in any
/// document.
const FEWEST_PHRASES: usize = 2;

/// The data of a source by which its text can be recognised.
#[derive(Debug, Clone)]
pub struct KnownSource<'a> {
    /// The id of the source.
    pub source: &'a SourceId,
    /// The hash of its text when it was read; `None` if it was not recorded.
    pub sha256: Option<&'a str>,
    /// The phrases that its receipts cite, with their places.
    pub phrases: Vec<(SourcePlace, &'a AsStated)>,
}

/// The source that a document was recognised as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognised<'a> {
    /// The id of the source.
    pub source: &'a SourceId,
    /// How it was recognised.
    pub by: RecognisedBy,
}

/// How a document was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecognisedBy {
    /// By its hash: it is exactly the text that was read.
    Hash,
    /// By phrases of the source that it contains.
    Phrases {
        /// Number of different phrases found.
        found: usize,
        /// Number of different phrases of the source.
        of: usize,
    },
}

/// Returns the source of a text: the source with the same hash, or else the source with the most phrases in the text.
/// `None` if no source matches.
///
/// At least two phrases must be found, or all phrases of a source that has fewer. If two sources have equally many, the
/// one with the greater share of its phrases is returned, then the first.
pub fn recognise<'a>(text: &DocumentText, known: &[KnownSource<'a>]) -> Option<Recognised<'a>> {
    let sha256 = text.sha256();
    if let Some(same) = known.iter().find(|k| k.sha256 == Some(sha256.as_str())) {
        return Some(Recognised {
            source: same.source,
            by: RecognisedBy::Hash,
        });
    }
    let mut best: Option<(usize, usize, &'a SourceId)> = None;
    for candidate in known {
        let phrases: BTreeSet<&AsStated> = candidate.phrases.iter().map(|(_, p)| *p).collect();
        let of = phrases.len();
        let found = phrases.into_iter().filter(|p| text.holds(p)).count();
        // If equally many are found, fewer phrases in total mean a greater share.
        let better =
            best.is_none_or(|(most, least, _)| found > most || (found == most && of < least));
        if found > 0 && found >= FEWEST_PHRASES.min(of) && better {
            best = Some((found, of, candidate.source));
        }
    }
    best.map(|(found, of, source)| Recognised {
        source,
        by: RecognisedBy::Phrases { found, of },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The zone has 58 parks. It offers 4,000 jobs.\n\nIts output grew.\n";

    /// Recognises a text among sources given as id, hash and phrases (separated by semicolons).
    fn recognised(
        text: &str,
        known: &[(&str, Option<&str>, &str)],
    ) -> Option<(String, RecognisedBy)> {
        let known: Vec<(SourceId, Option<&str>, Vec<AsStated>)> = known
            .iter()
            .map(|(source, sha256, phrases)| {
                let phrases = phrases.split_terminator(';').map(|p| p.parse().unwrap());
                (source.parse().unwrap(), *sha256, phrases.collect())
            })
            .collect();
        let known: Vec<KnownSource> = known
            .iter()
            .map(|(source, sha256, phrases)| KnownSource {
                source,
                sha256: *sha256,
                phrases: phrases.iter().map(|p| (SourcePlace::Page, p)).collect(),
            })
            .collect();
        recognise(&DocumentText::from_nfc(text), &known).map(|r| (r.source.to_string(), r.by))
    }

    fn by_phrases(source: &str, found: usize, of: usize) -> Option<(String, RecognisedBy)> {
        Some((source.to_owned(), RecognisedBy::Phrases { found, of }))
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
            Some(("hash".to_owned(), RecognisedBy::Hash))
        );
        // A changed comma changes the hash, and only one of the two phrases is left.
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
