//! Finds words with one wrong letter.

use super::folded_texts::FoldedTexts;
use super::matches::{MatchKind, WordMatch};
use std::ops::Range;

/// Calls `on_match` for every unit in some lines that begins with `word`, with at most one wrong letter.
pub(super) fn for_each_match(
    lines: &FoldedTexts,
    word: &[u8],
    among: Range<usize>,
    on_match: &mut dyn FnMut(WordMatch),
) {
    let mut line = among.start;
    for at in lines.beginnings(lines.all(among)) {
        line = lines.line_of(at, line);
        let end = lines.range(line).end;
        let Some(length) = matching(lines.bytes(at..end), word) else {
            continue;
        };
        let range = at..at + length;
        let is_whole = range.end == end || lines.begins(range.end);
        let match_kind = if is_whole {
            MatchKind::WrongWhole
        } else {
            MatchKind::Wrong
        };
        on_match(WordMatch {
            line,
            range,
            match_kind,
        });
    }
}

/// Returns how many bytes of the beginning of `text` match `word` with at most one error: two neighbouring letters
/// swapped, one letter different, missing or added. `None` if there is no such match.
///
/// After the first difference everything must be equal, so only that position is checked.
fn matching(text: &[u8], word: &[u8]) -> Option<usize> {
    let same = text.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (text_rest, word_rest) = (text.get(same..)?, word.get(same..)?);
    if word_rest.is_empty() {
        return Some(same);
    }
    let goes_on = |text_by: usize, word_by: usize| {
        let (text, word) = (text_rest.get(text_by..)?, word_rest.get(word_by..)?);
        text.starts_with(word)
            .then_some(same + text_by + word.len())
    };
    let swapped = || match (text_rest, word_rest) {
        ([a, b, ..], [c, d, ..]) if a == d && b == c => goes_on(2, 2),
        _ => None,
    };
    swapped()
        .or_else(|| goes_on(1, 1))
        .or_else(|| goes_on(1, 0))
        .or_else(|| goes_on(0, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_letter_may_be_wrong() {
        for (text, word, length) in [
            ("liyanghigh", "liyong", 6),
            ("chongqing", "chongqng", 9),
            ("shenzhen", "shnezhen", 8),
            ("liyang", "liyyang", 6),
            ("liyang", "ilyang", 6),
            ("liyang", "iyang", 6),
            ("liyang", "xiya", 4),
            ("lan", "lane", 3),
            ("lan", "lan", 3),
            ("liyang", "liya", 4),
        ] {
            assert_eq!(
                matching(text.as_bytes(), word.as_bytes()),
                Some(length),
                "{word}"
            );
        }
        for (text, word) in [
            ("liyang", "loyong"),
            ("liyang", "yliang1"),
            ("li", "lian"),
            ("", "ab"),
        ] {
            assert_eq!(matching(text.as_bytes(), word.as_bytes()), None, "{word}");
        }
    }

    proptest! {
        #[test]
        fn the_match_is_as_near_as_it_says(text in "[abc]{0,8}", word in "[abc]{2,6}") {
            let (text, word) = (text.as_bytes(), word.as_bytes());
            let near = |length: usize| is_near(&text[..length], word);
            match matching(text, word) {
                Some(length) => prop_assert!(near(length)),
                None => prop_assert!(!(0..=text.len()).any(near)),
            }
        }
    }

    /// Tests the definition of one wrong letter directly, at every position.
    fn is_near(text: &[u8], word: &[u8]) -> bool {
        let without = |bytes: &[u8], at: usize| [&bytes[..at], &bytes[at + 1..]].concat();
        text == word
            || (0..word.len()).any(|at| without(word, at) == text)
            || (0..text.len()).any(|at| without(text, at) == word)
            || text.len() == word.len()
                && ((0..word.len()).any(|at| without(word, at) == without(text, at))
                    || (1..word.len()).any(|at| {
                        let mut swapped = word.to_vec();
                        swapped.swap(at - 1, at);
                        swapped == text
                    }))
    }
}
