//! Parses a search text into words.

use super::matches::{MatchOptions, Needle};
use super::text::fold;

/// The maximum number of words; further words are ignored.
const MOST_WORDS: usize = 8;

/// The maximum length of a word, in characters; longer words are cut.
const LONGEST_WORD: usize = 24;

/// The maximum number of single letters that count as words: a single letter matches many names.
const MOST_LETTERS: usize = 2;

/// The maximum length of a search text, in characters; the rest is ignored.
const LONGEST: usize = 512;

/// The minimum length, in letters, of a word that may contain a wrong letter.
const SHORTEST_CORRECTED: usize = 4;

/// Words that do not narrow a search. They are removed if other words remain.
const STOP_WORDS: [&str; 13] = [
    "and", "china", "city", "county", "district", "for", "in", "near", "of", "province", "the",
    "zone", "zones",
];

/// The last character of many Chinese place names: province, city, county, district or banner.
pub(super) const PLACE_SUFFIXES: [char; 5] = ['省', '市', '县', '区', '旗'];

/// One word: Latin letters and digits, or Chinese characters without spaces between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The folded text, in simplified characters.
    pub(super) text: String,
    /// The same text for the search in pinyin: `v`, which is typed for the sound `ü`, is replaced by `u`.
    pub(super) spelled: String,
    /// True if the word consists of Chinese characters.
    pub(super) han: bool,
    /// The positions where a syllable or word must begin, in bytes: 2 in `Xi'an`.
    pub(super) unit_starts: Vec<usize>,
}

/// The words of a search text; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// The words to search for.
    pub(super) words: Vec<Word>,
    /// All words joined, if there are several and all are of one script: `li yang` may also be `liyang`.
    pub(super) phrase: Option<Word>,
}

impl Word {
    /// Joins neighbouring words into one, in which each of them must begin a unit.
    pub(super) fn joined(words: &[Self]) -> Self {
        let mut all = Self {
            han: words.first().is_some_and(|word| word.han),
            ..Self::default()
        };
        for word in words {
            let start = all.text.len();
            if start > 0 {
                all.unit_starts.push(start);
            }
            all.unit_starts
                .extend(word.unit_starts.iter().map(|at| start + at));
            all.text.push_str(&word.text);
            all.spelled.push_str(&word.spelled);
        }
        all
    }

    /// Creates a word of Chinese characters.
    pub(super) fn chinese(text: &str) -> Self {
        Self {
            han: true,
            ..Self::latin(text)
        }
    }

    /// Creates a word of Latin letters.
    pub(super) fn latin(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            spelled: text.to_owned(),
            ..Self::default()
        }
    }

    /// Returns a Chinese place name without its suffix: `溧阳` for `溧阳市`; `None` if it has no suffix or would keep only
    /// one character.
    pub(super) fn without_division(&self) -> Option<Self> {
        let name = self
            .text
            .strip_suffix(PLACE_SUFFIXES)
            .filter(|_| self.han)?;
        (name.chars().count() > 1).then(|| Self {
            unit_starts: self.unit_starts.clone(),
            ..Self::chinese(name)
        })
    }

    fn push(&mut self, letter: char, begins: bool) {
        if begins && !self.han && !self.text.is_empty() {
            self.unit_starts.push(self.text.len());
        }
        self.text.push(letter);
        self.spelled.push(if letter == 'v' { 'u' } else { letter });
    }

    /// Returns the needle for a column of pinyin or of written texts.
    pub(super) fn needle(&self, options: MatchOptions) -> Needle<'_> {
        Needle {
            text: if options.spelled {
                &self.spelled
            } else {
                &self.text
            },
            unit_starts: &self.unit_starts,
        }
    }

    /// True if the word may be a code or the beginning of one.
    pub(super) fn may_be_code(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    /// True if the word may contain a wrong letter.
    pub(super) fn is_correctable(&self) -> bool {
        self.text.len() >= SHORTEST_CORRECTED && self.text.bytes().all(|b| b.is_ascii_alphabetic())
    }
}

impl Query {
    /// Parses a search text; `None` if it contains neither a letter nor a digit. `simplified` returns the simplified
    /// form of a character.
    pub(super) fn parse(text: &str, simplified: impl Fn(char) -> char) -> Option<Self> {
        let end = text
            .char_indices()
            .nth(LONGEST)
            .map_or(text.len(), |(at, _)| at);
        let mut words: Vec<Word> = Vec::new();
        fold(&text[..end], &mut |letter| {
            let is_next = |word: &Word| word.han == letter.han && !letter.after_separator;
            if !words.last().is_some_and(is_next) {
                words.push(Word {
                    han: letter.han,
                    ..Word::default()
                });
            }
            if let Some(word) = words.last_mut()
                && word.text.len() < LONGEST_WORD * letter.folded.len_utf8()
            {
                word.push(simplified(letter.folded), letter.begins);
            }
        });
        words.truncate(MOST_WORDS);
        let han = words.first()?.han;
        let phrase = words.len() > 1 && words.iter().all(|word| word.han == han);
        let phrase = phrase.then(|| Word::joined(&words));
        let is_letter = |word: &Word| !word.han && word.text.len() == 1;
        let mut letters = 0;
        words.retain(|word| {
            letters += usize::from(is_letter(word));
            !is_letter(word) || letters <= MOST_LETTERS
        });
        let tells = |word: &Word| !STOP_WORDS.contains(&word.text.as_str());
        if words.iter().any(tells) {
            words.retain(tells);
        }
        Some(Self { words, phrase })
    }

    /// Returns the query with its words in the singular: `vehicles` becomes `vehicle`.
    pub(super) fn singular(&self) -> Self {
        let mut singular = self.clone();
        for word in &mut singular.words {
            if word.is_correctable() && word.text.ends_with('s') && !word.text.ends_with("ss") {
                word.text.pop();
                word.spelled.pop();
            }
        }
        singular
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<Query> {
        Query::parse(text, |c| if c == '陽' { '阳' } else { c })
    }

    fn words(text: &str) -> Vec<String> {
        parse(text).map_or_else(Vec::new, |q| q.words.into_iter().map(|w| w.text).collect())
    }

    #[test]
    fn words_are_parted_by_space_and_script() {
        assert_eq!(words("  Xi'an High-tech "), ["xian", "high", "tech"]);
        assert_eq!(words("溧阳gaoxin 区"), ["溧阳", "gaoxin", "区"]);
        assert_eq!(words("溧陽"), ["溧阳"]);
        assert_eq!(parse(" -😀'\u{7}"), None);
    }

    #[test]
    fn words_of_one_script_are_a_phrase() {
        let phrase = |text| parse(text).unwrap().phrase.map(|word| word.text);
        assert_eq!(phrase("li yang"), Some("liyang".into()));
        assert_eq!(phrase("溧阳 高新"), Some("溧阳高新".into()));
        assert_eq!(phrase("溧阳 gaoxin"), None);
        assert_eq!(phrase("liyang"), None);
    }

    #[test]
    fn apostrophes_and_spaces_are_breaks() {
        let query = parse("Xi'an high").unwrap();
        assert_eq!(query.words[0].unit_starts, [2]);
        assert_eq!(query.words[1].unit_starts, NONE);
        assert_eq!(query.phrase.unwrap().unit_starts, [2, 4]);
    }

    const NONE: [usize; 0] = [];

    #[test]
    fn words_that_tell_nothing_are_left_out() {
        assert_eq!(words("zones in the city of Liyang"), ["liyang"]);
        assert_eq!(words("zones of"), ["zones", "of"]);
    }

    #[test]
    fn few_single_letters_are_words() {
        assert_eq!(words("a b c d zone b"), ["a", "b"]);
        assert_eq!(parse("a b c").unwrap().phrase.unwrap().text, "abc");
    }

    #[test]
    fn plurals_are_made_singular() {
        let singular = parse("vehicles glass gas").unwrap().singular();
        let words: Vec<_> = singular.words.iter().map(|w| w.text.as_str()).collect();
        assert_eq!(words, ["vehicle", "glass", "gas"]);
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(words(&"ab ".repeat(9000)).len(), MOST_WORDS);
        assert_eq!(words(&"阳".repeat(9000)), ["阳".repeat(LONGEST_WORD)]);
    }
}
