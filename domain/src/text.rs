//! Texts in the two languages of the atlas, which may contain figures.

use crate::id::FigureId;
use crate::textual::ParseError;
use serde::{Deserialize, Serialize};

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

/// A part of a text: words or a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain words.
    Words(&'a str),
    /// The id of a figure, so that every number in a text has a receipt.
    Figure(FigureId),
}

/// Splits a text such as `about {k7f2q} of them` into words and figures.
///
/// # Errors
/// When a brace is not closed, or the text between braces is not a figure id.
///
/// ```
/// use domain::text::{Piece, pieces};
///
/// let found = pieces("about {k7f2q} of them")?;
/// assert_eq!(found[0], Piece::Words("about "));
/// assert_eq!(found[1], Piece::Figure("k7f2q".parse()?));
/// assert!(pieces("about {k7f2q").is_err());
/// # Ok::<(), domain::ParseError>(())
/// ```
pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>, ParseError> {
    const EXPECTED: &str = "a text in which every `{` opens a figure id and `}` closes it";
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (words, tail) = rest.split_at(open);
        let close = tail
            .find('}')
            .ok_or_else(|| ParseError::new(text, EXPECTED))?;
        if !words.is_empty() {
            found.push(Piece::Words(words));
        }
        found.push(Piece::Figure(tail[1..close].parse()?));
        rest = &tail[close + 1..];
    }
    if rest.contains('}') {
        return Err(ParseError::new(text, EXPECTED));
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_among_words() {
        let parsed = pieces("about {k7f2q} of {b2b2b}").unwrap();
        assert_eq!(
            parsed,
            [
                Piece::Words("about "),
                Piece::Figure("k7f2q".parse().unwrap()),
                Piece::Words(" of "),
                Piece::Figure("b2b2b".parse().unwrap()),
            ]
        );
    }

    #[test]
    fn a_brace_out_of_place_is_an_error() {
        for bad in ["{", "}", "a {b", "a b} c", "{}", "{A}", "{a}}"] {
            assert!(pieces(bad).is_err(), "{bad}");
        }
    }
}
