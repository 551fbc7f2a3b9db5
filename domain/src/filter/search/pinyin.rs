//! Converts Chinese names to pinyin.

use super::folded_texts::FoldedTexts;
use super::query::Word;
use super::text::{fold, folded};
use crate::filter::Texts;
use crate::order::sorted_indexes_by;

/// The pinyin readings and the other forms of Chinese characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Readings {
    /// The characters, sorted, each with the index of its readings.
    places: Vec<(char, usize)>,
    /// The readings of each character, separated by spaces, with `u` for the sound `ü`.
    readings: Vec<String>,
    /// Other forms of characters, sorted, each with the form that the texts use.
    variants: Vec<(char, char)>,
}

impl Readings {
    /// Creates the table. `readings` and `variants` contain one text for each character of `hanzi`.
    pub(super) fn new(hanzi: &str, readings: &Texts, variants: &Texts) -> Self {
        let hanzi: Vec<char> = hanzi.chars().collect();
        let order = sorted_indexes_by(&hanzi, |c| *c);
        let places = order.into_iter().map(|place| (hanzi[place], place));
        let places = places.collect();
        let readings = readings
            .iter()
            .map(|text| text.replace(['v', 'ü'], "u"))
            .collect();
        let forms = hanzi.iter().zip(variants.iter());
        let forms: Vec<(char, char)> = forms
            .flat_map(|(plain, forms)| forms.chars().map(|form| (form, *plain)))
            .collect();
        let order = sorted_indexes_by(&forms, |(form, _)| *form);
        let variants = order.into_iter().map(|place| forms[place]).collect();
        Self {
            places,
            readings,
            variants,
        }
    }

    /// Returns the form of a character that the texts use; the character itself if there is no other form.
    pub(super) fn simplified(&self, c: char) -> char {
        let place = self.variants.binary_search_by_key(&c, |(form, _)| *form);
        let form = place.ok().and_then(|place| self.variants.get(place));
        form.map_or(c, |(_, plain)| *plain)
    }

    /// Returns the readings of a character, separated by spaces, most common first; empty if it is unknown.
    fn of(&self, c: char) -> &str {
        let place = self
            .places
            .binary_search_by_key(&c, |(known, _)| *known)
            .ok();
        let place = place.and_then(|at| self.places.get(at));
        place
            .and_then(|(_, place)| self.readings.get(*place))
            .map_or("", String::as_str)
    }

    /// Converts a Chinese word to pinyin by the most common reading of each character; `None` if a character has no
    /// reading.
    pub(super) fn word(&self, text: &str) -> Option<Word> {
        let syllable = |c| {
            let reading = self.of(c).split(' ').next()?;
            (!reading.is_empty()).then(|| Word::latin(reading))
        };
        let syllables: Option<Vec<Word>> = text.chars().map(syllable).collect();
        Some(Word::joined(&syllables?))
    }

    /// Adds the pinyin of a Chinese text as a line, one unit per syllable. `en` is the same name in English, which
    /// decides between several readings of a character.
    ///
    /// The line has as many units as the folded text. A character without a reading is kept as it is.
    pub(super) fn spell(&self, zh: &str, en: &str, lines: &mut FoldedTexts) {
        let mut letters = Vec::with_capacity(zh.len() / 3);
        fold(zh, &mut |letter| {
            letters.push((letter, self.of(letter.folded)))
        });
        let mut english = None;
        let mut before = "";
        for (at, (letter, readings)) in letters.iter().enumerate() {
            before = if readings.contains(' ') {
                let after = letters.get(at + 1).map_or("", |(_, readings)| readings);
                choose(
                    readings,
                    before,
                    after,
                    english.get_or_insert_with(|| folded(en)),
                )
            } else {
                readings
            };
            if before.is_empty() {
                lines.letter(letter.folded, letter.begins);
            }
            for (n, c) in before.chars().enumerate() {
                lines.letter(c, n == 0);
            }
        }
        lines.end();
    }
}

/// Chooses the reading of a character in a name: the first one that the English name contains together with the
/// syllable before or a possible syllable after; otherwise the most common one.
///
/// English names begin with the romanised place, so that 重庆 is `chongqing` and not `zhongqing`.
fn choose<'a>(readings: &'a str, before: &str, after: &str, en: &str) -> &'a str {
    let is_written = |reading: &&str| {
        let follows = !before.is_empty() && en.contains(&format!("{before}{reading}"));
        let mut next = after.split(' ').filter(|next| !next.is_empty());
        follows || next.any(|next| en.contains(&format!("{reading}{next}")))
    };
    let first = readings.split(' ').next().unwrap_or_default();
    readings.split(' ').find(is_written).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(zh: &str, en: &str) -> String {
        let readings = [
            "zhong chong",
            "qing",
            "liu lu",
            "an",
            "lv",
            "liang",
            "xia sha",
            "men",
        ];
        let readings = Readings::new(
            "重庆六安吕梁厦门",
            &readings.into_iter().collect(),
            &Texts::default(),
        );
        let mut lines = FoldedTexts::default();
        readings.spell(zh, en, &mut lines);
        let whole = lines.range(0);
        String::from_utf8(lines.bytes(whole).to_vec()).unwrap()
    }

    #[test]
    fn the_english_name_decides_between_readings() {
        assert_eq!(spelled("重庆", "Chongqing Zone"), "chongqing");
        assert_eq!(spelled("安重庆", "An Chongqing"), "anchongqing");
        assert_eq!(spelled("重安", "Heavy Machinery"), "zhongan");
        assert_eq!(spelled("六安", "Lu'an"), "luan");
        assert_eq!(spelled("六安", "Liu'an"), "liuan");
        assert_eq!(spelled("门厦", "Mensha"), "mensha");
    }

    #[test]
    fn other_forms_are_one_character() {
        let variants = ["開", "", "發髮"].into_iter().collect();
        let readings = Readings::new("开阳发", &Texts::default(), &variants);
        let simplified =
            |text: &str| -> String { text.chars().map(|c| readings.simplified(c)).collect() };
        assert_eq!(simplified("開發髮阳a"), "开发发阳a");
    }

    #[test]
    fn what_has_no_reading_stands_as_it_is() {
        assert_eq!(spelled("吕梁B区", ""), "luliangb区");
    }

    #[test]
    fn there_are_as_many_units_as_in_the_text() {
        let readings = Readings::new("安", &["an"].into_iter().collect(), &Texts::default());
        let mut lines = FoldedTexts::of(["安1b区-x安"].into_iter());
        let units = lines.beginnings(lines.range(0)).count();
        readings.spell("安1b区-x安", "", &mut lines);
        assert_eq!(lines.beginnings(lines.range(1)).count(), units);
    }
}
