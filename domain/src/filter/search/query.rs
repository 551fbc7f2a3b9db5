//! What a visitor typed, as words to look for.

use super::text::fold;

/// The most words that are looked for; further ones are passed over.
const MOST_WORDS: usize = 8;

/// The longest word that is looked for, in characters; what is longer counts up to there.
const LONGEST_WORD: usize = 64;

/// How much of a text is read, in characters.
const LONGEST: usize = 512;

/// The shortest word in which a wrong letter is allowed, in letters.
const SHORTEST_CORRECTED: usize = 4;

/// One word: Latin letters and digits, or Chinese characters without space among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded.
    pub(super) text: String,
    /// The same as pinyin, where `v` stands for the sound `ü`, which is kept as `u`.
    pub(super) spelled: String,
    /// Whether it is of Chinese characters.
    pub(super) han: bool,
}

/// The words of a text; there is at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    /// All of them, as they were written.
    pub(super) words: Vec<Word>,
    /// Several words of one script as a single one: `li yang` is `liyang` too.
    pub(super) phrase: Option<Word>,
}

impl Word {
    fn new(text: String, han: bool) -> Self {
        Self {
            spelled: text.replace('v', "u"),
            text,
            han,
        }
    }

    /// Whether it may be a code or the beginning of one.
    pub(super) fn may_be_code(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether it is found with a wrong letter too.
    pub(super) fn is_correctable(&self) -> bool {
        self.text.len() >= SHORTEST_CORRECTED && self.text.bytes().all(|b| b.is_ascii_alphabetic())
    }
}

impl Query {
    /// Reads a text; nothing if it has neither letter nor digit.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let end = text
            .char_indices()
            .nth(LONGEST)
            .map_or(text.len(), |(at, _)| at);
        let mut words: Vec<(String, bool, usize)> = Vec::new();
        fold(&text[..end], &mut |letter| match words.last_mut() {
            Some((word, han, length)) if *han == letter.han && !letter.parted => {
                if *length < LONGEST_WORD {
                    word.push(letter.folded);
                    *length += 1;
                }
            }
            _ => words.push((letter.folded.into(), letter.han, 1)),
        });
        words.truncate(MOST_WORDS);
        Self::of(
            words
                .into_iter()
                .map(|(text, han, _)| Word::new(text, han))
                .collect(),
        )
    }

    fn of(words: Vec<Word>) -> Option<Self> {
        let han = words.first()?.han;
        let phrase = (words.len() > 1 && words.iter().all(|word| word.han == han))
            .then(|| Word::new(words.iter().map(|word| word.text.as_str()).collect(), han));
        Some(Self { words, phrase })
    }

    /// The same with its first long Chinese word taken apart behind the character `at`: people write
    /// a zone behind its province or city, without a space. Nothing if no word is that long.
    pub(super) fn parted(&self, at: usize) -> Option<Self> {
        let mut words = self.words.clone();
        let (place, cut) = words.iter().enumerate().find_map(|(place, word)| {
            let mut ends = word.text.char_indices().map(|(end, _)| end);
            let cut = ends.nth(at)?;
            // A single character behind the cut says too little.
            (word.han && ends.next().is_some()).then_some((place, cut))
        })?;
        let tail = words.get_mut(place)?.text.split_off(cut);
        words.insert(place + 1, Word::new(tail, true));
        Self::of(words)
    }

    /// Whether any of its words is found with a wrong letter too.
    pub(super) fn is_correctable(&self) -> bool {
        self.words
            .iter()
            .chain(&self.phrase)
            .any(Word::is_correctable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::parse(text).map_or_else(Vec::new, |q| q.words.into_iter().map(|w| w.text).collect())
    }

    #[test]
    fn words_are_parted_by_space_and_script() {
        assert_eq!(words("  Xi'an High-tech "), ["xian", "high", "tech"]);
        assert_eq!(words("溧阳gaoxin 区"), ["溧阳", "gaoxin", "区"]);
        assert_eq!(Query::parse(" -😀'\u{7}"), None);
    }

    #[test]
    fn words_of_one_script_are_a_phrase() {
        let phrase = |text| Query::parse(text).unwrap().phrase.map(|word| word.text);
        assert_eq!(phrase("li yang"), Some("liyang".into()));
        assert_eq!(phrase("溧阳 高新"), Some("溧阳高新".into()));
        assert_eq!(phrase("溧阳 gaoxin"), None);
        assert_eq!(phrase("liyang"), None);
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(words(&"ab ".repeat(9000)).len(), MOST_WORDS);
        assert_eq!(words(&"阳".repeat(9000)), ["阳".repeat(LONGEST_WORD)]);
    }

    #[test]
    fn a_long_chinese_word_is_taken_apart() {
        let parted = |text, at| {
            let query = Query::parse(text).unwrap().parted(at);
            query.map(|q| q.words.into_iter().map(|w| w.text).collect::<Vec<_>>())
        };
        assert_eq!(
            parted("a 江苏溧阳", 2),
            Some(vec!["a".into(), "江苏".into(), "溧阳".into()])
        );
        assert_eq!(parted("江苏溧", 2), None);
        assert_eq!(parted("jiangsu", 2), None);
    }
}
