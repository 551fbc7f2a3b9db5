//! Receipts: which source states something, where, and in which words.

use crate::id::SourceId;
use crate::text::Bilingual;
use crate::textual::{ParseError, serde_as_text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A place in a source.
///
/// ```
/// use domain::receipt::SourcePlace;
///
/// let place: SourcePlace = "p4 s1".parse()?;
/// assert_eq!(place, SourcePlace::Sentence { paragraph: 4, sentence: 1 });
/// assert!("p0 s1".parse::<SourcePlace>().is_err());
/// # Ok::<(), domain::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum SourcePlace {
    /// In a sentence: `p4 s1`. Paragraphs are blocks between blank lines, including headings. Paragraphs and sentences
    /// are counted from 1.
    Sentence {
        /// The number of the paragraph.
        paragraph: u16,
        /// The number of the sentence in the paragraph.
        sentence: u16,
    },
    /// In a cell of a table: `t1 r2 c3`, all counted from 1.
    Cell {
        /// The number of the table.
        table: u16,
        /// The number of the row.
        row: u16,
        /// The number of the column.
        column: u16,
    },
    /// Anywhere in the source: `page`.
    Page,
}

impl FromStr for SourcePlace {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let number = |word: &str, letter: char| -> Option<u16> {
            word.strip_prefix(letter)?.parse().ok().filter(|n| *n > 0)
        };
        let words: Vec<&str> = text.split(' ').collect();
        let place =
            match words[..] {
                ["page"] => Some(Self::Page),
                [paragraph, sentence] => number(paragraph, 'p').zip(number(sentence, 's')).map(
                    |(paragraph, sentence)| Self::Sentence {
                        paragraph,
                        sentence,
                    },
                ),
                [table, row, column] => number(table, 't')
                    .zip(number(row, 'r'))
                    .zip(number(column, 'c'))
                    .map(|((table, row), column)| Self::Cell { table, row, column }),
                _ => None,
            };
        place.ok_or_else(|| ParseError::new(text, "a place such as `p4 s1`, `t1 r2 c3` or `page`"))
    }
}

impl fmt::Display for SourcePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sentence {
                paragraph,
                sentence,
            } => write!(f, "p{paragraph} s{sentence}"),
            Self::Cell { table, row, column } => write!(f, "t{table} r{row} c{column}"),
            Self::Page => f.write_str("page"),
        }
    }
}

serde_as_text!(SourcePlace);

/// The largest number of words of an as-stated phrase. It is small because sources are cited, not copied.
pub const MOST_WORDS: usize = 8;

/// The largest number of characters of an as-stated phrase, for languages written without spaces.
pub const MOST_CHARACTERS: usize = 90;

/// The phrase that states something, in the words of the source and without the rest of the sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AsStated(String);

impl AsStated {
    /// Returns the phrase as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AsStated {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let words = text.split_whitespace().count();
        let short = (1..=MOST_WORDS).contains(&words) && text.chars().count() <= MOST_CHARACTERS;
        if short && text.trim() == text {
            Ok(Self(text.to_owned()))
        } else {
            Err(ParseError::new(
                text,
                "a bare phrase of the source, of one to eight words and at most 90 characters",
            ))
        }
    }
}

impl fmt::Display for AsStated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

serde_as_text!(AsStated);

/// The evidence of a statement: its source, the place in it, and its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The id of the source.
    pub source: SourceId,
    /// The place in the source.
    pub at: SourcePlace,
    /// The words of the source.
    pub as_stated: AsStated,
    /// How the phrase was read, if it can be read in different ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Bilingual>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_and_printed_alike() {
        for text in ["p4 s1", "t1 r2 c3", "page"] {
            assert_eq!(text.parse::<SourcePlace>().unwrap().to_string(), text);
        }
        for bad in ["", "p0 s1", "p1", "s1 p1", "p1s1", "t1 r2", "p1 s1 x"] {
            assert!(bad.parse::<SourcePlace>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_phrase_is_short() {
        assert!(
            "more than doubled compared with 2013"
                .parse::<AsStated>()
                .is_ok()
        );
        for bad in ["", " a", "one two three four five six seven eight nine"] {
            assert!(bad.parse::<AsStated>().is_err(), "{bad}");
        }
    }
}
