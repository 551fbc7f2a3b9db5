//! Splits a text into paragraphs and sentences, and numbers them as a person does who writes a receipt.

use super::text::{is_space, lines};
use crate::letters::{is_capital, is_letter, is_small};
use std::ops::Range;

/// A sentence with its numbers, from 1.
///
/// The numbers may exceed those of a `SourcePlace`, which end at 65,535.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sentence {
    pub paragraph: usize,
    pub sentence: usize,
    pub range: Range<usize>,
}

/// Returns all sentences of a normalised text, in order. Every character other than space is in a sentence.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut paragraph = 0;
    let mut sentence = 0;
    let mut after_blank = true;
    for line in lines(text) {
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        if after_blank {
            paragraph += 1;
            sentence = 0;
            after_blank = false;
        }
        for range in sentences_of(&text[line.clone()]) {
            sentence += 1;
            found.push(Sentence {
                paragraph,
                sentence,
                range: line.start + range.start..line.start + range.end,
            });
        }
    }
    found
}

fn sentences_of(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut end = 0;
    std::iter::from_fn(move || {
        let rest = line[end..].trim_start_matches(is_space);
        let start = line.len() - rest.len();
        end = end_of_sentence(line, start);
        (start < end).then_some(start..end)
    })
}

fn end_of_sentence(line: &str, start: usize) -> usize {
    let mut at = start;
    while let Some(found) = line[at..].find(is_stop) {
        let stop = at + found;
        let end = line.len() - after_stop(&line[stop..]).len();
        if ends_sentence(&line[start..stop], &line[stop..end], &line[end..]) {
            return end;
        }
        at = end;
    }
    line.len()
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?') || is_full_width_stop(c)
}

/// True for a stop that ends a sentence without a space after it.
fn is_full_width_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '）' | '】' | '」' | '』' | '》' | '〉'
    )
}

/// Returns the rest of `text` after the stops at its start and what belongs to them: closing quotes and brackets, and
/// footnote marks such as `[12]`, which encyclopaedias place there.
fn after_stop(text: &str) -> &str {
    let mut rest = text.trim_start_matches(|c| is_stop(c) || is_closing(c));
    while let Some(number) = rest.strip_prefix('[') {
        let after = number.trim_start_matches(|c: char| c.is_ascii_digit());
        match after.strip_prefix(']') {
            Some(after_mark) if after.len() < number.len() => rest = after_mark,
            _ => break,
        }
    }
    rest
}

/// True if a sentence ends after `stops`. `before` is the sentence up to there, `after` the rest of the line.
fn ends_sentence(before: &str, stops: &str, after: &str) -> bool {
    if after.is_empty() || stops.contains(is_full_width_stop) {
        return true;
    }
    // Without a space, the stop is inside a number (4.97), an address or a name (`Co.,Ltd`).
    if !after.starts_with(is_space) {
        return false;
    }
    let next = after.trim_start_matches(is_space);
    // A small letter continues the sentence, whatever was abbreviated before it.
    if next.starts_with(is_small) {
        return false;
    }
    !(stops.starts_with('.') && (numbers_an_item(before) || shortens(before, next)))
}

/// True if the text before a full stop is only the number of a list item: `2.`, `- 3.1.`, `a.`.
fn numbers_an_item(before: &str) -> bool {
    // The length is checked first, so that a long line is not read again at each of its stops.
    if before.len() > 8 {
        return false;
    }
    let number = before.trim_start_matches(|c: char| !(is_letter(c) || c.is_ascii_digit()));
    let letter = number.len() == 1 && number.starts_with(|c: char| c.is_ascii_alphabetic());
    letter || number.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Abbreviations that precede a name or a number more often than they end a sentence.
#[rustfmt::skip]
const SHORTENED: &[&str] = &[
    "co", "ltd", "inc", "corp", "bros", "plc",
    "mr", "mrs", "ms", "dr", "prof", "gen", "gov", "sen", "rep", "jr", "sr",
    "st", "mt", "rd", "ave", "dept", "univ",
    "approx", "ca", "est", "incl", "cf", "vs", "viz",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Abbreviations only if a number follows; otherwise they are words or parts of names.
const SHORTENED_BEFORE_NUMBERS: &[&str] = &[
    "no", "nos", "p", "pp", "vol", "ch", "sec", "art", "fig", "tab",
];

/// Words that start a sentence and are not part of a name. Before them, even `Co., Ltd.` ends a sentence.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "The", "This", "These", "That", "Those", "There", "It", "Its", "They", "Their", "We", "Our", "A", "All", "Some",
    "In", "On", "At", "By", "For", "From", "With", "As", "Of", "Since", "After", "Before", "During", "Until",
    "Among", "Under", "Through", "According", "When", "While", "If", "However", "Meanwhile", "Also", "But", "And",
];

/// True if the full stop after `before` belongs to an abbreviation and the sentence continues with `next`.
fn shortens(before: &str, next: &str) -> bool {
    let in_word =
        |c: char| is_letter(c) || c.is_ascii_digit() || matches!(c, '.' | '-' | '&' | '\'' | '’');
    let word = before.rsplit(|c| !in_word(c)).next().unwrap_or_default();
    // Only the part after the last stop counts: `Ltd` in `Co.Ltd`.
    let last = word.rsplit('.').next().unwrap_or_default();
    let listed = |list: &[&str]| list.iter().any(|known| last.eq_ignore_ascii_case(known));
    if listed(SHORTENED_BEFORE_NUMBERS) && next.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    (is_initial(word) || has_inner_stops(word) || listed(SHORTENED)) && !opens_sentence(next)
}

/// True for one capital letter: `J.`
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(is_capital) && letters.next().is_none()
}

/// True for one or two letters between stops: `U.S.`, `e.g.`, `Ph.D.`
fn has_inner_stops(word: &str) -> bool {
    let short = |part: &str| (1..=2).contains(&part.chars().count()) && part.chars().all(is_letter);
    word.contains('.') && word.split('.').all(short)
}

fn opens_sentence(text: &str) -> bool {
    let rest = text.trim_start_matches(is_letter);
    // `A.` is an initial, not the article.
    OPENERS.contains(&&text[..text.len() - rest.len()])
        && rest.starts_with(|c| is_space(c) || c == ',')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the sentences of a text, each with its place.
    fn counted(text: &str) -> Vec<(String, &str)> {
        sentences(text)
            .into_iter()
            .map(|s| (format!("p{} s{}", s.paragraph, s.sentence), &text[s.range]))
            .collect()
    }

    fn split(line: &str) -> Vec<&str> {
        sentences_of(line).map(|range| &line[range]).collect()
    }

    #[test]
    fn paragraphs_are_blocks_and_lines_end_sentences() {
        let text = "\n\n= A zone =\n\n\nIt grew. It has parks:\n- North Park\n  - South Park. It is new.\n\nEnd";
        let expected = [
            ("p1 s1", "= A zone ="),
            ("p2 s1", "It grew."),
            ("p2 s2", "It has parks:"),
            ("p2 s3", "- North Park"),
            ("p2 s4", "- South Park."),
            ("p2 s5", "It is new."),
            ("p3 s1", "End"),
        ];
        assert_eq!(
            counted(text),
            expected.map(|(place, words)| (place.to_owned(), words))
        );
        assert_eq!(counted(""), []);
        assert_eq!(counted("\n\n\n"), []);
    }

    #[test]
    fn stops_end_sentences() {
        for (first, rest) in [
            ("It has 4.97 km^{2}.", "In 2018 it grew by 6.8%."),
            ("It has grown!", "Why?"),
            ("It was renamed the \"New Zone.\"", "It grew."),
            ("(It was renamed.)", "It grew."),
            ("It was founded in 2003.[1][12]", "It grew."),
            ("Wait...", "It grew."),
            ("The sum was 58.", "Parks grew."),
            ("It has R&D.", "Parks grew."),
            ("Is the answer no.", "Parks grew."),
        ] {
            assert_eq!(split(&format!("{first}  {rest}")), [first, rest]);
        }
    }

    #[test]
    fn stops_that_end_nothing() {
        for line in [
            "Output was 4.97 or 1,169.5 billion.",
            "Lens Co., Ltd. Hunan, Bolt Co.,Ltd and Nut Inc. Changsha came.",
            "The U.S. Embassy, e.g. Dr. Li of St. John's and J. A. Wu.",
            "Nos. 4 and No. 104, approx. RMB 5 billion, vol. 2.",
            "It is at example.com and has parks, labs etc. in town.",
            "“Why so fast?” asked one of them.",
        ] {
            assert_eq!(split(line), [line]);
        }
        assert_eq!(
            split("- 1. North Park. It grew."),
            ["- 1. North Park.", "It grew."]
        );
        assert_eq!(split("a. North Park"), ["a. North Park"]);
    }

    #[test]
    fn a_word_that_opens_a_sentence_ends_the_one_before() {
        assert_eq!(
            split("It hosts Lens Co., Ltd. The firm came from the U.S. A park followed."),
            [
                "It hosts Lens Co., Ltd.",
                "The firm came from the U.S.",
                "A park followed."
            ]
        );
        assert_eq!(split("It met J. A. Wu."), ["It met J. A. Wu."]);
    }

    #[test]
    fn full_width_stops_need_no_space() {
        assert_eq!(
            split("园区占地4.97平方公里。他说：“发展很快！”为什么？（见上。）完"),
            [
                "园区占地4.97平方公里。",
                "他说：“发展很快！”",
                "为什么？",
                "（见上。）",
                "完"
            ]
        );
    }
}
