//! Names and terms that the search treats as one word, with or without spaces in the query.

use super::folded_texts::{FoldedTexts, LinePosition};
use super::query::{PLACE_SUFFIXES, Query, Word};
use crate::text::Bilingual;

/// The maximum length, in characters, of a phrase inside a Chinese word.
const LONGEST: usize = 8;

/// Place names, search words for kinds of zones, and synonyms, one per line.
#[derive(Debug, Clone, Default)]
pub(super) struct Phrases(FoldedTexts);

impl Phrases {
    /// Adds a phrase.
    pub(super) fn add(&mut self, text: &str) {
        self.0.push(text);
    }

    /// Adds the names of a place; the Chinese name also without its suffix, such as `市`.
    pub(super) fn add_place(&mut self, place: &Bilingual) {
        self.add(&place.en);
        self.add(&place.zh);
        if let Some(name) = place.zh.strip_suffix(PLACE_SUFFIXES) {
            self.add(name);
        }
    }

    fn has(&self, text: &str) -> bool {
        let mut found = self.0.occurrences(text.as_bytes(), 0..self.0.len());
        found.any(|(line, at)| self.0.place(line, &(at..at + text.len())) == LinePosition::Whole)
    }

    /// Joins neighbouring Latin words that are a phrase, such as `lithium battery`.
    pub(super) fn joined(&self, query: Query) -> Query {
        let mut words = Vec::new();
        let mut rest = &query.words[..];
        while !rest.is_empty() {
            let longest = (2..=rest.len()).rev().find_map(|length| {
                let (some, after) = rest.split_at(length);
                let word = Word::joined(some);
                let is_one = some.iter().all(|word| !word.han) && self.has(&word.text);
                is_one.then_some((word, after))
            });
            let (word, after) = longest.unwrap_or_else(|| (rest[0].clone(), &rest[1..]));
            words.push(word);
            rest = after;
        }
        Query { words, ..query }
    }

    /// Splits Chinese words at the phrases in them, because people write `江苏溧阳市高新区` without spaces. `None` if this
    /// changes no word.
    pub(super) fn split_at_phrases(&self, query: &Query) -> Option<Query> {
        let mut words = Vec::new();
        for word in &query.words {
            if word.han {
                words.extend(self.pieces(&word.text).into_iter().map(Word::chinese));
            } else {
                words.push(word.clone());
            }
        }
        let phrase = None;
        (!words.is_empty() && words != query.words).then_some(Query { words, phrase })
    }

    /// Returns the phrases in a Chinese text and the parts between them. A place suffix such as `市` is removed from
    /// parts that are not phrases.
    fn pieces<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut pieces = Vec::new();
        let (mut between, mut at) = (0, 0);
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let (mut first, mut longest) = (0, 0);
            for (start, c) in rest.char_indices().take(LONGEST) {
                let end = start + c.len_utf8();
                if start == 0 {
                    first = end;
                } else if self.has(&rest[..end]) {
                    longest = end;
                }
            }
            if longest > 0 {
                pieces.push(&text[between..at]);
                pieces.push(&rest[..longest]);
                at += longest;
                between = at;
            } else {
                at += first;
            }
        }
        pieces.push(&text[between..]);
        for piece in &mut pieces {
            if !self.has(piece) {
                *piece = piece.strip_suffix(PLACE_SUFFIXES).unwrap_or(piece);
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases() -> Phrases {
        let all = [
            "江苏",
            "高新区",
            "lithium battery",
            "常州市",
            "常州",
            "电池",
        ];
        Phrases(FoldedTexts::of(all.into_iter()))
    }

    fn texts(query: Query) -> Vec<String> {
        query.words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn chinese_words_are_taken_apart() {
        let split = |text| phrases().split_at_phrases(&Query::parse(text, |c| c).unwrap());
        let split = |text| split(text).map(texts);
        let some = |words: &[&str]| Some(words.iter().map(ToString::to_string).collect());
        assert_eq!(split("江苏溧阳市高新区"), some(&["江苏", "溧阳", "高新区"]));
        assert_eq!(split("江苏省常州市电池"), some(&["江苏", "常州市", "电池"]));
        assert_eq!(split("溧阳市"), some(&["溧阳"]));
        assert_eq!(split("a 江苏溧"), some(&["a", "江苏", "溧"]));
        for text in ["常州市", "溧阳", "jiangsu", "市"] {
            assert_eq!(split(text), None, "{text}");
        }
    }

    #[test]
    fn neighbouring_words_are_joined() {
        let joined = |text| texts(phrases().joined(Query::parse(text, |c| c).unwrap()));
        assert_eq!(
            joined("hunan lithium battery x"),
            ["hunan", "lithiumbattery", "x"]
        );
        assert_eq!(joined("battery lithium"), ["battery", "lithium"]);
    }
}
