//! Places that do not exist, of the syllables and characters of those that do: their English is the pinyin of their
//! Chinese, as a search needs it.

use fastrand::Rng;

/// A character and how it is read, in small letters.
type Syllable = (char, String);

/// A place, made up.
pub struct Place {
    /// Its name in English: `Zhao'an`.
    pub en: String,
    /// Its name in Chinese: two characters.
    pub zh: String,
}

/// The first and the last characters of places. Those that stand often are kept as often, so that what is made of
/// them is as alike as real places are.
#[derive(Default)]
pub struct Syllables {
    firsts: Vec<Syllable>,
    lasts: Vec<Syllable>,
}

impl Syllables {
    /// Learns from a place, if its English is one word with a syllable for each character of its Chinese.
    pub fn learn(&mut self, en: &str, zh: &str) {
        let readings = split(en).unwrap_or_default();
        if readings.len() < 2 || readings.len() != zh.chars().count() {
            return;
        }
        let mut pairs = zh.chars().zip(readings);
        self.firsts.extend(pairs.next());
        self.lasts.extend(pairs.last());
    }

    /// Makes a place up; none where nothing was learnt.
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

/// The syllables of a word in pinyin; none where it is not one.
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

/// How many letters the first syllable has: consonants, vowels, and an `n`, `ng` or `r` that no vowel follows.
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
        // Two syllables for three characters: nothing to learn.
        syllables.learn("Liyang", "溧阳市");
        assert!(syllables.invent(&mut Rng::with_seed(1)).is_none());
        syllables.learn("Xi'an", "西安");
        let place = syllables.invent(&mut Rng::with_seed(1)).unwrap();
        assert_eq!((place.en.as_str(), place.zh.as_str()), ("Xi'an", "西安"));
    }
}
