//! Finds the matches of a word in a column of texts.

use super::folded_texts::{FoldedTexts, LinePosition};
use super::wrong_letter;
use crate::letters::is_han;
use std::ops::Range;

/// The ways in which a word may match in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MatchOptions {
    /// The deviations from the word that are allowed.
    pub(super) effort: Effort,
    /// True if short forms match too: `溧阳高新区` is a short form of `溧阳高新技术产业开发区`.
    pub(super) shortened: bool,
    /// True for pinyin. In a strict search, a match after the first syllable must then cover at least two syllables:
    /// `xian` must not find the `县` of a county.
    pub(super) spelled: bool,
}

/// How far a match may deviate from the word. Each step is used only if the one before finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// At the beginning of a unit. A unit is a word, a syllable or a Chinese character.
    Strict,
    /// Also inside a unit.
    Inside,
    /// At the beginning of a unit, also with one wrong letter.
    Corrected,
}

/// The text to search for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needle<'a> {
    /// The folded letters.
    pub(super) text: &'a str,
    /// The positions where a unit must begin, in bytes.
    pub(super) unit_starts: &'a [usize],
}

/// A match of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WordMatch {
    /// The number of the line.
    pub(super) line: usize,
    /// The byte range in the text. For a short form only the start is valid, which is enough to find its pieces.
    pub(super) range: Range<usize>,
    /// How the word matches the text.
    pub(super) match_kind: MatchKind,
}

/// How a word matches a text, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchKind {
    /// The whole text.
    Whole,
    /// A short form of the whole text.
    WholeShortened,
    /// The beginning of the text, up to the end of a unit.
    WholeStart,
    /// One or more whole units after the beginning of the text.
    WholeUnit,
    /// The beginning of the first unit.
    Start,
    /// The beginning of a later unit.
    Unit,
    /// A short form of a part of the text, or several units of which the last is incomplete.
    Shortened,
    /// Inside a unit.
    Inside,
    /// With one wrong letter, up to the end of a unit.
    WrongWhole,
    /// With one wrong letter, up to a position inside a unit.
    Wrong,
}

/// Calls `on_match` for every match of `needle` in the lines `among`.
pub(super) fn for_each_match(
    lines: &FoldedTexts,
    needle: Needle<'_>,
    options: MatchOptions,
    among: Range<usize>,
    on_match: &mut dyn FnMut(WordMatch),
) {
    let word = needle.text.as_bytes();
    let head = if options.shortened {
        head(needle)
    } else {
        word.len()
    };
    // Nearly every name contains a given letter, so a single letter matches only the beginning of a unit.
    let candidates: &mut dyn Iterator<Item = (usize, usize)> = match word {
        [letter] => &mut lines.units_with(*letter, among.clone()),
        _ => &mut lines.occurrences(&word[..head], among.clone()),
    };
    for (line, at) in candidates {
        if options.effort != Effort::Inside && !lines.begins(at) {
            continue;
        }
        let found = if lines.bytes(at..at + word.len()) == word {
            whole_match(lines, needle, options, (line, at))
        } else {
            shortened_match(lines, needle, options, (line, at))
        };
        if let Some(match_kind) = found {
            on_match(WordMatch {
                line,
                range: at..at + word.len(),
                match_kind,
            });
        }
    }
    if options.effort == Effort::Corrected {
        wrong_letter::for_each_match(lines, word, among, on_match);
    }
}

/// Returns how a text contains the word at a position; `None` if the options do not accept this match.
fn whole_match(
    lines: &FoldedTexts,
    needle: Needle<'_>,
    options: MatchOptions,
    (line, at): (usize, usize),
) -> Option<MatchKind> {
    let range = at..at + needle.text.len();
    let match_kind = match lines.place(line, &range) {
        LinePosition::Whole => MatchKind::Whole,
        LinePosition::WholeStart => MatchKind::WholeStart,
        LinePosition::WholeUnit => MatchKind::WholeUnit,
        LinePosition::Start => MatchKind::Start,
        LinePosition::Unit => MatchKind::Unit,
        LinePosition::Beyond => MatchKind::Shortened,
        LinePosition::Inside if !options.spelled => MatchKind::Inside,
        LinePosition::Inside | LinePosition::Across => return None,
    };
    let is_behind = matches!(match_kind, MatchKind::WholeUnit | MatchKind::Unit);
    let is_one_unit = lines.beginnings(at + 1..range.end).next().is_none();
    let is_weak =
        needle.text.len() > 1 && options.effort == Effort::Strict && is_behind && is_one_unit;
    let mut unit_starts = needle.unit_starts.iter();
    // `li yang` matches `Liyang`, but `xi an` does not match the beginning of `Xiangjiang`.
    let is_divided = unit_starts.all(|skip| lines.begins(at + skip))
        || !options.spelled && match_kind <= MatchKind::WholeUnit;
    (is_divided && !(options.spelled && is_weak)).then_some(match_kind)
}

/// Returns how a text contains the shortened word from a position on; `None` if it does not.
fn shortened_match(
    lines: &FoldedTexts,
    needle: Needle<'_>,
    options: MatchOptions,
    (line, at): (usize, usize),
) -> Option<MatchKind> {
    let first = needle.unit_starts.first();
    let is_divided = first.is_none_or(|skip| lines.begins(at + skip));
    if !options.shortened || !lines.begins(at) || !is_divided {
        return None;
    }
    let last = pieces(lines, line, at, needle.text.as_bytes()).pop()?;
    let whole = lines.range(line);
    Some(if at == whole.start && last.end == whole.end {
        MatchKind::WholeShortened
    } else {
        MatchKind::Shortened
    })
}

/// The settings for each type of column.
impl MatchOptions {
    /// For codes: only the beginning of a unit.
    pub(super) const CODE: Self = Self::written(Effort::Strict);

    /// For facts, and for a single word in English names.
    pub(super) const fn written(effort: Effort) -> Self {
        Self {
            effort,
            shortened: false,
            spelled: false,
        }
    }

    /// For Chinese names and for the names of all other items.
    pub(super) const fn shortened(effort: Effort) -> Self {
        Self {
            effort,
            shortened: true,
            spelled: false,
        }
    }

    /// For pinyin.
    pub(super) const fn spelled(effort: Effort) -> Self {
        Self {
            effort,
            shortened: true,
            spelled: true,
        }
    }
}

/// Returns the length of the beginning that a short form must share with the text: two Chinese characters, or four
/// letters, since any two syllables worth a search have at least four letters. In a word with breaks it also reaches
/// past the first break.
fn head(needle: Needle<'_>) -> usize {
    let least = if needle.text.starts_with(is_han) {
        2
    } else {
        4
    };
    let first = needle.unit_starts.first().copied().unwrap_or(0);
    let mut ends = needle.text.char_indices().enumerate();
    ends.find(|(n, (at, _))| *n >= least && *at > first)
        .map_or(needle.text.len(), |(_, (at, _))| at)
}

/// Returns the units of a text that a short form consists of: two consecutive units from `at` on, then any later units
/// in order. The last unit may be incomplete, because the visitor may still be typing. Empty if the word is not such a
/// short form.
pub(super) fn pieces(
    lines: &FoldedTexts,
    line: usize,
    at: usize,
    word: &[u8],
) -> Vec<Range<usize>> {
    let whole = lines.range(line);
    let mut begins = lines.beginnings(at..whole.end);
    let mut found = Vec::new();
    let mut left = word;
    let mut next = begins.next();
    while let Some(start) = next {
        next = begins.next();
        let end = next.unwrap_or(whole.end);
        let unit = lines.bytes(start..end);
        if found.len() > 1 && !left.is_empty() && unit.starts_with(left) {
            found.push(start..start + left.len());
            return found;
        }
        match left.strip_prefix(unit) {
            Some(rest) => {
                found.push(start..end);
                left = rest;
            }
            None if found.len() < 2 => break,
            None => {}
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the pieces of a short form that begins with the first unit.
    fn shortened(text: &str, word: &str) -> Vec<String> {
        let lines = FoldedTexts::of([text].into_iter());
        let pieces = pieces(&lines, 0, 0, word.as_bytes());
        let text = |range| String::from_utf8(lines.bytes(range).to_vec()).unwrap();
        pieces.into_iter().map(text).collect()
    }

    #[test]
    fn a_shortened_word_is_made_of_whole_units_in_order() {
        let liyang = "li yang gao xin ji shu kai fa qu";
        assert_eq!(
            shortened(liyang, "liyangxinqu"),
            ["li", "yang", "xin", "qu"]
        );
        assert_eq!(shortened(liyang, "liyangjish"), ["li", "yang", "ji", "sh"]);
        for word in [
            "liyangquxin",
            "ligaoxin",
            "liyagao",
            "liyanggxin",
            "liyang",
            "liyangx1",
        ] {
            assert_eq!(shortened(liyang, word), Vec::<String>::new(), "{word}");
        }
        assert_eq!(shortened("li", "lixin"), Vec::<String>::new());
    }
}
