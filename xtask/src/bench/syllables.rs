//! Invented place names, made of the syllables and characters of real ones. The English name is the pinyin of the
//! Chinese name, because the search depends on that.

use fastrand::Rng;

/// A character and its pinyin in small letters.
type Syllable = (char, String);

/// An invented place.
pub struct Place {
    /// The English name, such as `Zhao'an`.
    pub en: String,
    /// The Chinese name: two characters.
    pub zh: String,
}

/// The first and last characters of real places. Frequent characters occur several times in the lists, so that invented
/// names have realistic frequencies.
#[derive(Default)]
pub struct Syllables {
    firsts: Vec<Syllable>,
    lasts: Vec<Syllable>,
}

impl Syllables {
    /// Adds the characters of a place, if its English name is one word with a syllable for each Chinese character.
    pub fn learn(&mut self, en: &str, zh: &str) {
        let readings = split(en).unwrap_or_default();
        if readings.len() < 2 || readings.len() != zh.chars().count() {
            return;
        }
        let mut pairs = zh.chars().zip(readings);
        self.firsts.extend(pairs.next());
        self.lasts.extend(pairs.last());
    }

    /// Returns an invented place; `None` if no place was learnt.
    pub fn invent(&self, random: &mut Rng) -> Option<Place> {
        let (first, first_reading) = random.choice(&self.firsts)?;
        let (last, last_reading) = random.choice(&self.lasts)?;
        let mut en = first_reading.clone();
        if last_reading.starts_with(is_vowel) {
            en.push('\'');
        }
        en.push_str(last_reading);
        let zh = [*first, *last].iter().collect();
        Some(Place {
            en: capitalised(&en),
            zh,
        })
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

fn is_vowel(letter: char) -> bool {
    "aeiouü".contains(letter)
}

/// Returns the syllables of a word in pinyin; `None` if it is no pinyin.
fn split(word: &str) -> Option<Vec<String>> {
    let mut syllables = Vec::new();
    for part in word.to_lowercase().split('\'') {
        let letters: Vec<char> = part.chars().collect();
        let mut rest = letters.as_slice();
        while !rest.is_empty() {
            let length = first_syllable(rest)?;
            syllables.push(rest[..length].iter().collect());
            rest = &rest[length..];
        }
    }
    Some(syllables)
}

/// Returns the number of letters of the first syllable: consonants, vowels, and an `n`, `ng` or `r` that no vowel
/// follows. `None` if the letters begin with no syllable.
fn first_syllable(letters: &[char]) -> Option<usize> {
    let vowel = |at: usize| letters.get(at).is_some_and(|&letter| is_vowel(letter));
    let initial = match letters {
        ['z' | 'c' | 's', 'h', ..] => 2,
        [letter, ..] if is_vowel(*letter) => 0,
        [letter, ..] if letter.is_ascii_lowercase() => 1,
        _ => return None,
    };
    let vowels = (initial..).take_while(|&at| vowel(at)).count();
    if vowels == 0 {
        return None;
    }
    let end = initial + vowels;
    Some(match &letters[end..] {
        ['n', 'g', ..] if !vowel(end + 2) => end + 2,
        ['n', ..] if !vowel(end + 1) => end + 1,
        ['r', ..] if letters[..end] == ['e'] && !vowel(end + 1) => end + 1,
        _ => end,
    })
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::{Syllables, split};

    #[test]
    fn words_fall_into_their_syllables() {
        let joined = |word| split(word).map(|parts| parts.join(" "));
        assert_eq!(joined("Liyang").as_deref(), Some("li yang"));
        assert_eq!(joined("Zhengzhou").as_deref(), Some("zheng zhou"));
        assert_eq!(joined("Zhao'an").as_deref(), Some("zhao an"));
        assert_eq!(joined("Jinan").as_deref(), Some("ji nan"));
        assert_eq!(joined("Erlian").as_deref(), Some("er lian"));
        assert_eq!(joined("TEDA)"), None);
    }

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let mut syllables = Syllables::default();
        // Two syllables for three characters: the place is ignored.
        syllables.learn("Liyang", "溧阳市");
        assert!(syllables.invent(&mut Rng::with_seed(1)).is_none());
        syllables.learn("Xi'an", "西安");
        let place = syllables.invent(&mut Rng::with_seed(1)).unwrap();
        assert_eq!((place.en.as_str(), place.zh.as_str()), ("Xi'an", "西安"));
    }
}
