//! Compares a reader's copy of a document with a receipt: finds the sentence with the phrase, and checks whether the
//! text is the one that was read.

use super::{DocumentText, Passage, PhraseMatch};
use crate::receipt::{Receipt, SourcePlace};
use serde::{Deserialize, Serialize};

/// What was found for a receipt in a reader's copy of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// True if the copy is exactly the text that was read; `None` if the hash of that text was not recorded.
    pub unchanged: Option<bool>,
    /// The sentence with the phrase; `None` if the copy does not contain the phrase.
    pub excerpt: Option<Excerpt>,
}

/// A sentence that contains the phrase of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    /// The part of the sentence before the phrase.
    pub before: String,
    /// The phrase, as the copy writes it.
    pub phrase: String,
    /// The part of the sentence after the phrase.
    pub after: String,
    /// The place of the sentence in the copy.
    pub place: SourcePlace,
    /// True if this place differs from the one that the receipt states.
    pub moved: bool,
}

impl DocumentText {
    /// Looks up the phrase of a receipt in this text. `sha256` is the hash of the text that was read, if known.
    pub fn copy_of(&self, receipt: &Receipt, sha256: Option<&str>) -> Copy {
        let excerpt = match self.find(receipt.at, &receipt.as_stated) {
            PhraseMatch::InPlace(passage) => Some(self.excerpt(&passage, false)),
            PhraseMatch::Moved(passage) => Some(self.excerpt(&passage, true)),
            PhraseMatch::Missing => None,
        };
        Copy {
            unchanged: sha256.map(|sha256| sha256 == self.sha256()),
            excerpt,
        }
    }

    fn excerpt(&self, passage: &Passage, moved: bool) -> Excerpt {
        let text = self.as_str();
        let sentence = &passage.sentence_range;
        let phrase = &passage.phrase;
        // A phrase may continue in the next sentence; the excerpt then ends with the phrase.
        let end = sentence.end.max(phrase.end);
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
        Excerpt {
            before: part(sentence.start..phrase.start),
            phrase: part(phrase.clone()),
            after: part(phrase.end..end),
            place: SourcePlace::Sentence {
                paragraph: passage.paragraph,
                sentence: passage.sentence,
            },
            moved,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn receipt(at: &str, phrase: &str) -> Receipt {
        Receipt {
            source: "s".parse().unwrap(),
            at: at.parse().unwrap(),
            as_stated: phrase.parse().unwrap(),
            reading: None,
        }
    }

    #[test]
    fn the_sentence_stands_round_the_phrase() {
        let text = DocumentText::from_nfc("A heading\n\nOne. The park made 94.4 tonnes. Three.\n");
        let copy = text.copy_of(&receipt("p2 s2", "94.4 tonnes"), Some("0"));
        let excerpt = copy.excerpt.unwrap();
        assert_eq!(
            (
                excerpt.before.as_str(),
                excerpt.phrase.as_str(),
                excerpt.after.as_str()
            ),
            ("The park made ", "94.4 tonnes", ".")
        );
        assert_eq!((copy.unchanged, excerpt.moved), (Some(false), false));
        assert!(
            text.copy_of(&receipt("p1 s1", "94.4 tonnes"), None)
                .excerpt
                .unwrap()
                .moved
        );
        assert_eq!(
            text.copy_of(&receipt("p2 s2", "94,4 tonnes"), None).excerpt,
            None
        );
        let known = text.sha256();
        assert_eq!(
            text.copy_of(&receipt("page", "One"), Some(&known))
                .unchanged,
            Some(true)
        );
    }
}
