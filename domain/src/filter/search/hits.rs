//! Where a word stands in a column of texts.

use super::lines::{Lines, Place};
use super::wrong_letter;
use crate::letters::is_han;
use std::ops::Range;

/// In what ways a word may stand in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Manner {
    /// What is allowed beyond the word as it is.
    pub(super) effort: Effort,
    /// Also shortened, as `溧阳高新区` is of `溧阳高新技术产业开发区`.
    pub(super) shortened: bool,
    /// Pinyin: strictly, behind the first unit only two units or more: `xian` is not the `县` of a county.
    pub(super) spelled: bool,
}

/// How hard a word is looked for: each step only where the one before finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effort {
    /// At the beginning of units.
    Strict,
    /// Also inside a unit.
    Inside,
    /// At the beginning of units, also with one letter wrong.
    Corrected,
}

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needle<'a> {
    /// Its letters, folded.
    pub(super) text: &'a str,
    /// Where in it a unit has to begin, in bytes.
    pub(super) breaks: &'a [usize],
}

/// A word found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    /// The line it is on.
    pub(super) line: usize,
    /// Where it stands in the text; of a shortened one only where it begins, which is all that is
    /// needed to find its pieces.
    pub(super) range: Range<usize>,
    /// How it stands there.
    pub(super) how: How,
}

/// How a word stands in a text, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// It is the whole text.
    Whole,
    /// It is the whole text, shortened.
    WholeShortened,
    /// The text starts with it, and a unit ends where it does.
    WholeStart,
    /// It is one unit of the text, or several.
    WholeUnit,
    /// The first unit of the text starts with it.
    Start,
    /// Another unit of the text starts with it.
    Unit,
    /// Shortened, or several units of which the last goes on.
    Shortened,
    /// Inside a unit.
    Inside,
    /// With a wrong letter, up to the end of a unit.
    WrongWhole,
    /// With a wrong letter, and the unit goes on.
    Wrong,
}

/// Calls `tell` for every place where a word stands on some lines.
pub(super) fn each(
    lines: &Lines,
    needle: Needle<'_>,
    manner: Manner,
    among: Range<usize>,
    tell: &mut dyn FnMut(Hit),
) {
    let word = needle.text.as_bytes();
    let head = if manner.shortened {
        head(needle)
    } else {
        word.len()
    };
    // A single letter is inside of nearly every name, so that it counts at beginnings only.
    let candidates: &mut dyn Iterator<Item = (usize, usize)> = match word {
        [letter] => &mut lines.units_with(*letter, among.clone()),
        _ => &mut lines.occurrences(&word[..head], among.clone()),
    };
    for (line, at) in candidates {
        if manner.effort != Effort::Inside && !lines.begins(at) {
            continue;
        }
        let range = at..at + word.len();
        let mut breaks = needle.breaks.iter().map(|skip| lines.begins(at + skip));
        let how = if lines.bytes(range.clone()) == word {
            let how = match lines.place(line, &range) {
                Place::Whole => How::Whole,
                Place::WholeStart => How::WholeStart,
                Place::WholeUnit => How::WholeUnit,
                Place::Start => How::Start,
                Place::Unit => How::Unit,
                Place::Beyond => How::Shortened,
                Place::Inside if !manner.spelled => How::Inside,
                Place::Inside | Place::Across => continue,
            };
            let is_behind = matches!(how, How::WholeUnit | How::Unit);
            let is_one_unit = lines.beginnings(at + 1..range.end).next().is_none();
            let is_weak =
                word.len() > 1 && manner.effort == Effort::Strict && is_behind && is_one_unit;
            // `li yang` is `Liyang`, and `xi an` is no beginning of `Xiangjiang`.
            let is_divided =
                breaks.all(|begins| begins) || !manner.spelled && how <= How::WholeUnit;
            if manner.spelled && is_weak || !is_divided {
                continue;
            }
            how
        } else if manner.shortened && lines.begins(at) && breaks.next() != Some(false) {
            let Some(last) = pieces(lines, line, at, word).pop() else {
                continue;
            };
            let whole = lines.range(line);
            if at == whole.start && last.end == whole.end {
                How::WholeShortened
            } else {
                How::Shortened
            }
        } else {
            continue;
        };
        tell(Hit { line, range, how });
    }
    if manner.effort == Effort::Corrected {
        wrong_letter::each(lines, word, among, tell);
    }
}

/// How each column is searched for a word.
impl Manner {
    /// In codes: at the beginning of a unit.
    pub(super) const CODE: Self = Self::written(Effort::Strict);

    /// In facts, and an English name for a single word.
    pub(super) const fn written(effort: Effort) -> Self {
        Self {
            effort,
            shortened: false,
            spelled: false,
        }
    }

    /// In Chinese names and in everything that has a name.
    pub(super) const fn shortened(effort: Effort) -> Self {
        Self {
            effort,
            shortened: true,
            spelled: false,
        }
    }

    /// In pinyin.
    pub(super) const fn spelled(effort: Effort) -> Self {
        Self {
            effort,
            shortened: true,
            spelled: true,
        }
    }
}

/// The length of the beginning that a shortened word shares with the text: of Chinese two characters, of pinyin four
/// letters, which no two syllables that are worth a search fall short of; where words are divided, up to the second one.
fn head(needle: Needle<'_>) -> usize {
    let least = if needle.text.starts_with(is_han) {
        2
    } else {
        4
    };
    let first = needle.breaks.first().copied().unwrap_or(0);
    let mut ends = needle.text.char_indices().enumerate();
    ends.find(|(n, (at, _))| *n >= least && *at > first)
        .map_or(needle.text.len(), |(_, (at, _))| at)
}

/// The units of a text that a shortened word is made of: the two from `at` on, which follow one
/// another, and any later ones in order; the last may be cut short, while it is being typed. None if
/// the word is not made like this.
pub(super) fn pieces(lines: &Lines, line: usize, at: usize, word: &[u8]) -> Vec<Range<usize>> {
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

    /// The pieces of a word that is shortened from its first unit on.
    fn shortened(text: &str, word: &str) -> Vec<String> {
        let lines = Lines::of([text].into_iter());
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
