//! Folded texts in one byte buffer, for fast substring search.

use super::text::fold;
use std::ops::Range;

/// The end of every line; no folded text contains it.
const BREAK: u8 = b'\n';

/// Many folded texts, one per line.
#[derive(Debug, Clone)]
pub(super) struct FoldedTexts {
    text: Vec<u8>,
    /// One bit per byte of the text: 1 if a unit begins there.
    begins: Vec<u64>,
    /// The start of each line, and one further entry for the end of the text.
    starts: Vec<u32>,
}

/// The position of a word on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LinePosition {
    /// The whole line.
    Whole,
    /// The beginning of the line, up to the end of a unit.
    WholeStart,
    /// One or more whole units after the beginning of the line.
    WholeUnit,
    /// The beginning of the first unit.
    Start,
    /// The beginning of a later unit.
    Unit,
    /// From the beginning of a unit to the inside of a later unit.
    Beyond,
    /// Inside a single unit.
    Inside,
    /// From the inside of a unit into a later unit.
    Across,
}

impl Default for FoldedTexts {
    fn default() -> Self {
        Self {
            text: Vec::new(),
            begins: Vec::new(),
            starts: vec![0],
        }
    }
}

impl FoldedTexts {
    /// Creates one line per text.
    #[cfg(test)]
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut lines = Self::default();
        for text in texts {
            lines.push(text);
        }
        lines
    }

    /// Adds a text as a line.
    pub(super) fn push(&mut self, text: &str) {
        fold(text, &mut |letter| {
            self.letter(letter.folded, letter.begins)
        });
        self.end();
    }

    /// Adds a folded letter to the current line.
    pub(super) fn letter(&mut self, letter: char, begins: bool) {
        if begins {
            let at = self.text.len();
            self.begins.resize(at / 64 + 1, 0);
            if let Some(bits) = self.begins.last_mut() {
                *bits |= 1 << (at % 64);
            }
        }
        self.text
            .extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }

    /// Ends the current line.
    pub(super) fn end(&mut self) {
        self.text.push(BREAK);
        self.starts
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Returns the number of lines.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Returns the byte range of a line, without its line break.
    pub(super) fn range(&self, line: usize) -> Range<usize> {
        self.start(line)..self.start(line + 1).saturating_sub(1)
    }

    fn start(&self, line: usize) -> usize {
        self.starts
            .get(line)
            .map_or(self.text.len(), |start| *start as usize)
    }

    /// Returns the byte range of some lines, with their line breaks.
    pub(super) fn all(&self, lines: Range<usize>) -> Range<usize> {
        self.start(lines.start)..self.start(lines.end)
    }

    /// Returns the line of a byte position. It must not be before the line `from`.
    pub(super) fn line_of(&self, at: usize, from: usize) -> usize {
        let later = self.starts.get(from + 1..).unwrap_or_default();
        from + later
            .iter()
            .take_while(|start| **start as usize <= at)
            .count()
    }

    /// Returns the bytes of a range; empty if it is out of bounds.
    pub(super) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.text.get(range).unwrap_or_default()
    }

    /// True if a unit begins at this byte position.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.begins
            .get(at / 64)
            .is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    /// Iterates over the positions in a range where units begin.
    pub(super) fn beginnings(&self, range: Range<usize>) -> Beginnings<'_> {
        let block = range.start / 64;
        let first = self.begins.get(block).copied().unwrap_or(0);
        Beginnings {
            begins: &self.begins,
            block,
            bits: first & u64::MAX << (range.start % 64),
            end: range.end,
        }
    }

    /// Classifies the position of `range` on its line.
    pub(super) fn place(&self, line: usize, range: &Range<usize>) -> LinePosition {
        let whole = self.range(line);
        let starts = range.start == whole.start;
        let ends = range.end == whole.end || self.begins(range.end);
        let is_one_unit = self.beginnings(range.start + 1..range.end).next().is_none();
        match (self.begins(range.start), starts, ends) {
            _ if *range == whole => LinePosition::Whole,
            (true, true, true) => LinePosition::WholeStart,
            (true, false, true) => LinePosition::WholeUnit,
            (true, ..) if !is_one_unit => LinePosition::Beyond,
            (true, true, false) => LinePosition::Start,
            (true, false, false) => LinePosition::Unit,
            (false, ..) if is_one_unit => LinePosition::Inside,
            (false, ..) => LinePosition::Across,
        }
    }

    /// Finds the units in some lines that begin with a byte. Yields the line and the position of each.
    pub(super) fn units_with(
        &self,
        byte: u8,
        lines: Range<usize>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let mut line = lines.start;
        let places = self.beginnings(self.all(lines));
        places
            .filter(move |at| self.text.get(*at) == Some(&byte))
            .map(move |at| {
                line = self.line_of(at, line);
                (line, at)
            })
    }

    /// Finds every occurrence of `needle` in some lines. Yields the line and the position of each.
    pub(super) fn occurrences(
        &self,
        needle: &[u8],
        lines: Range<usize>,
    ) -> impl Iterator<Item = (usize, usize)> {
        let Range { start, end } = self.all(lines.clone());
        let text = self.text.get(start..end).unwrap_or_default();
        // Only the rarest byte of the needle is searched, so that few positions need a full comparison.
        let rarest =
            (0..needle.len()).min_by_key(|at| needle.get(*at).map(|byte| commonness(*byte)));
        let rarest = rarest.unwrap_or(0);
        let byte = needle.get(rarest).copied().unwrap_or(BREAK);
        let mut line = lines.start;
        let places = memchr::memchr_iter(byte, text.get(rarest..).unwrap_or_default());
        places.filter_map(move |at| {
            let is_there = text.get(at..).is_some_and(|rest| rest.starts_with(needle));
            is_there.then(|| {
                line = self.line_of(start + at, line);
                (line, start + at)
            })
        })
    }
}

/// An iterator over the positions where units begin, in order.
pub(super) struct Beginnings<'a> {
    begins: &'a [u64],
    /// The current block of 64 bits.
    block: usize,
    /// The bits of this block that were not yet returned.
    bits: u64,
    /// The end position, in bytes of the text.
    end: usize,
}

impl Iterator for Beginnings<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.block += 1;
            self.bits = *self.begins.get(self.block)?;
        }
        let at = self.block * 64 + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        (at < self.end).then_some(at)
    }
}

/// Returns a rough rank of how common a byte is in names and pinyin. Digits and the later bytes of Chinese characters
/// are rare; the first bytes of Chinese characters are the most common.
fn commonness(byte: u8) -> usize {
    const LETTERS: &[u8] = b"qvkwrfpmbyxzljtcdsouehgain";
    match byte {
        b'a'..=b'z' => LETTERS
            .iter()
            .position(|letter| *letter == byte)
            .unwrap_or(0),
        0xe0.. => LETTERS.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_place_is_told_from_the_units() {
        let lines = FoldedTexts::of(["Liyang High-tech"].into_iter());
        let place = |range| lines.place(0, &range);
        assert_eq!(place(0..14), LinePosition::Whole);
        assert_eq!(place(0..10), LinePosition::WholeStart);
        assert_eq!(place(6..14), LinePosition::WholeUnit);
        assert_eq!(place(0..4), LinePosition::Start);
        assert_eq!(place(6..9), LinePosition::Unit);
        assert_eq!(place(0..8), LinePosition::Beyond);
        assert_eq!(place(2..6), LinePosition::Inside);
        assert_eq!(place(2..7), LinePosition::Across);
    }

    proptest! {
        #[test]
        fn every_occurrence_is_found(
            texts in proptest::collection::vec("[ab阳开]{0,30}", 1..8),
            needle in "[ab阳开]{1,4}",
            from in 0_usize..8,
            to in 0_usize..8,
        ) {
            let lines = FoldedTexts::of(texts.iter().map(String::as_str));
            let wanted = from.min(texts.len())..to.min(texts.len());
            let mut expected = Vec::new();
            for line in wanted.clone() {
                let start = lines.range(line).start;
                let places = (0..texts[line].len())
                    .filter(|at| texts[line].as_bytes()[*at..].starts_with(needle.as_bytes()));
                expected.extend(places.map(|at| (line, start + at)));
            }
            let found: Vec<_> = lines.occurrences(needle.as_bytes(), wanted).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn units_begin_where_the_bits_say(text in "[ab 阳]{0,90}", from in 0_usize..100, to in 0_usize..100) {
            let lines = FoldedTexts::of([text.as_str()].into_iter());
            let expected: Vec<usize> = (from..to).filter(|at| lines.begins(*at)).collect();
            prop_assert_eq!(lines.beginnings(from..to).collect::<Vec<_>>(), expected);
        }
    }
}
