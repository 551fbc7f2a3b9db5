//! The normalised text of a document, from which its hash and its places are computed.

use super::sentences::{self, Sentence};
use super::tables::{self, TableCell};
use sha2::{Digest, Sha256};
use std::ops::Range;

/// The normalised text of a document: no byte order mark, LF line ends, no space at the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentText {
    text: String,
    pub(super) sentences: Vec<Sentence>,
    pub(super) cells: Vec<TableCell>,
}

impl DocumentText {
    /// Creates the document from a text that is already in Unicode normalisation form C.
    ///
    /// The caller normalises, because server and browser do it differently: the server with tables of its own, the
    /// browser with a built-in function.
    pub fn from_nfc(text: &str) -> Self {
        let text = normalise(text);
        Self {
            sentences: sentences::sentences(&text),
            cells: tables::cells(&text),
            text,
        }
    }

    /// Returns the normalised text. The hash and all ranges refer to it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the SHA-256 of the text in UTF-8, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        format!("{:x}", Sha256::digest(&self.text))
    }
}

fn normalise(text: &str) -> String {
    // Removes all marks at the start, not only one, so that normalising a second time changes nothing.
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    let mut out = String::with_capacity(text.len());
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            out.push('\n');
        }
        out.push_str(line.trim_end_matches(is_space));
    }
    out
}

/// True if a character is space according to Python's `str.isspace`, with which the hashes in the data were computed.
/// Unicode's own property does not include the four information separators.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

/// Returns the ranges of the lines of a text, without their line ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn as_laid_out(text: &str) -> String {
        DocumentText::from_nfc(text).as_str().to_owned()
    }

    #[test]
    fn lines_end_alike_and_without_space() {
        assert_eq!(
            as_laid_out("\u{feff}One \t\r\n\u{3000}\r  Two\u{a0}\u{1f}\n\nEnd"),
            "One\n\n  Two\n\nEnd"
        );
        assert_eq!(as_laid_out("One\n"), "One\n");
        assert_eq!(as_laid_out(""), "");
    }

    #[test]
    fn the_hash_is_of_the_text_as_laid_out() {
        let hash = |text: &str| DocumentText::from_nfc(text).sha256();
        // The SHA-256 standard gives this hash as the example for `abc`.
        assert_eq!(
            hash("\u{feff}abc "),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert_eq!(
            hash("Some jobs. \r\nMore.\r\n"),
            hash("Some jobs.\nMore.\n")
        );
        assert_ne!(hash("It offers 4,000 jobs."), hash("It offers 4.000 jobs."));
    }

    proptest! {
        #[test]
        fn what_is_laid_out_stays_as_it_is(text in "[\u{feff}\r\n\t\u{1c} \u{3000}a。😀]{0,40}") {
            let once = as_laid_out(&text);
            prop_assert_eq!(as_laid_out(&once), once);
        }
    }
}
