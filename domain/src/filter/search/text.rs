//! Folds texts for the search: lower case, without accents, without spaces and punctuation.

use crate::letters::{is_han, is_other_letter};

/// A letter or digit of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// The folded letter, in lower case and without accent.
    pub(super) folded: char,
    /// True if it is a Chinese character.
    pub(super) han: bool,
    /// True if a separator precedes the letter, or nothing does.
    pub(super) after_separator: bool,
    /// True if a unit begins here: a word, a syllable after an apostrophe, or a single Chinese character.
    pub(super) begins: bool,
    /// The start of the source letter in the original text, in bytes.
    pub(super) from: usize,
    /// The end of the source letter in the original text, in bytes.
    pub(super) to: usize,
}

/// Calls `emit` for each letter and digit of `text`, in order.
///
/// Accents are removed: `Xīān` becomes `xian`. An apostrophe is removed and begins a unit: `Xi'an` becomes `xian` with
/// a unit at `an`, so that it does not match the beginning of `Xiangjiang`. Every other character that is not a letter
/// is removed and separates words: `High-tech` and `high tech` both become `hightech` with two words.
pub(super) fn fold(text: &str, emit: &mut dyn FnMut(Letter)) {
    let mut after_separator = true;
    let mut after_han = false;
    let mut after_apostrophe = false;
    for (from, source) in text.char_indices() {
        let to = from + source.len_utf8();
        let mut take = |folded: char, han: bool| {
            emit(Letter {
                folded,
                han,
                after_separator,
                begins: after_separator || han || after_han || after_apostrophe,
                from,
                to,
            });
            (after_separator, after_han, after_apostrophe) = (false, han, false);
        };
        let c = narrow(source);
        // Nearly all letters belong to these two scripts, which need no lookup in the tables.
        if c.is_ascii_alphanumeric() {
            take(c.to_ascii_lowercase(), false);
        } else if is_han(c) {
            take(c, true);
        } else if is_other_letter(c) && !is_silent(c) && !is_apostrophe(c) {
            take(bare(c), false);
        } else if is_apostrophe(c) {
            after_apostrophe = true;
        } else if !is_silent(c) {
            after_separator = true;
        }
    }
}

/// Folds a text for comparison: lower case, without accents, spaces and punctuation.
pub fn folded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    fold(text, &mut |letter| letters.push(letter.folded));
    letters
}

/// Converts the full-width letters that Chinese keyboards produce to ASCII.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// True for an apostrophe and for the characters that people type instead of it.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

/// True for a character that is removed without separating words: a combining accent, or a character without width.
const fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// Converts a letter of European names or of pinyin with tones to lower case without accent.
const fn bare(c: char) -> char {
    match c {
        'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' | 'ǎ' | 'Ǎ' => 'a',
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => 'c',
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ĕ' | 'Ĕ' | 'ė' | 'Ė' | 'ę' | 'Ę' | 'ě' | 'Ě' => {
            'e'
        }
        'ì'..='ï' | 'Ì'..='Ï' | 'ĩ'..='ı' | 'Ĩ' | 'ǐ' | 'Ǐ' => 'i',
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ǹ' | 'Ǹ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ŏ' | 'Ŏ' | 'ő' | 'Ő' | 'ǒ' | 'Ǒ' => {
            'o'
        }
        'š' | 'Š' | 'ś' | 'Ś' | 'ş' | 'Ş' => 's',
        'ù'..='ü'
        | 'Ù'..='Ü'
        | 'ũ'
        | 'Ũ'
        | 'ū'
        | 'Ū'
        | 'ŭ'
        | 'Ŭ'
        | 'ů'
        | 'Ů'
        | 'ű'
        | 'Ű'
        | 'ų'
        | 'Ų'
        | 'ǔ'..='ǜ'
        | 'Ǔ' => 'u',
        'ý' | 'Ý' | 'ÿ' | 'Ÿ' => 'y',
        'ž' | 'Ž' | 'ź' | 'Ź' | 'ż' | 'Ż' => 'z',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the folded text with a `|` before every unit except the first.
    fn units(text: &str) -> String {
        let mut units = String::new();
        fold(text, &mut |letter| {
            if letter.begins && !units.is_empty() {
                units.push('|');
            }
            units.push(letter.folded);
        });
        units
    }

    #[test]
    fn marks_vanish_and_words_are_parted() {
        for (text, expected) in [
            ("Xi'an High-tech (A)", "xi|an|high|tech|a"),
            ("Xī’ān", "xi|an"),
            ("Xīān' ’", "xian"),
            ("⼤连", "⼤|连"),
            ("Lu\u{308}liang", "luliang"),
            ("LÜSHUN", "lushun"),
            ("溧阳B区 5G", "溧|阳|b|区|5g"),
            ("ＥＴＤＺ　１", "etdz|1"),
            ("İ—😀\u{0}", "i"),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
    }

    #[test]
    fn letters_know_where_they_stood() {
        let mut places = Vec::new();
        fold("X’ü阳", &mut |l| {
            places.push((l.folded, l.from, l.to, l.after_separator))
        });
        assert_eq!(
            places,
            [('x', 0, 1, true), ('u', 4, 6, false), ('阳', 6, 9, false)]
        );
    }
}
