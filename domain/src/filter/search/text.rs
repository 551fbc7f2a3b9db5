//! Texts as the search compares them: small letters, no marks over them, nothing between the words.

use crate::letters::{is_han, is_other_letter};

/// A letter or digit of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// The letter itself, small and without marks.
    pub(super) folded: char,
    /// Whether it is a Chinese character.
    pub(super) han: bool,
    /// Whether something that is no letter stands before it, or nothing.
    pub(super) parted: bool,
    /// Whether a unit begins here: a word, a syllable behind an apostrophe, or a Chinese character, each of which is one.
    pub(super) begins: bool,
    /// Where its letter begins in the text as it was, in bytes.
    pub(super) from: usize,
    /// Where that letter ends.
    pub(super) to: usize,
}

/// Hands out the letters and digits of `text` in order.
///
/// Marks vanish, so that `Xīān` is `xian`. An apostrophe vanishes too, and a unit begins behind it: `Xi'an` is `xian` with
/// a unit at `an`, and no beginning of `Xiangjiang`. Everything else that is no letter parts words and vanishes, so that
/// `High-tech` and `high tech` are both `hightech` in which two words begin.
pub(super) fn fold(text: &str, emit: &mut dyn FnMut(Letter)) {
    let mut parted = true;
    let mut after_han = false;
    let mut after_apostrophe = false;
    for (from, source) in text.char_indices() {
        let to = from + source.len_utf8();
        let mut take = |folded: char, han: bool| {
            emit(Letter {
                folded,
                han,
                parted,
                begins: parted || han || after_han || after_apostrophe,
                from,
                to,
            });
            (parted, after_han, after_apostrophe) = (false, han, false);
        };
        let c = narrow(source);
        // Nearly all letters are of these two scripts, for which no table need be asked.
        if c.is_ascii_alphanumeric() {
            take(c.to_ascii_lowercase(), false);
        } else if is_han(c) {
            take(c, true);
        } else if is_other_letter(c) && !is_silent(c) && !is_apostrophe(c) {
            take(bare(c), false);
        } else if is_apostrophe(c) {
            after_apostrophe = true;
        } else if !is_silent(c) {
            parted = true;
        }
    }
}

/// A text as the search compares it: small letters without marks, and nothing between the words.
pub fn folded(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    fold(text, &mut |letter| letters.push(letter.folded));
    letters
}

/// The wide letters that Chinese keyboards write, as plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    }
}

/// True for an apostrophe, and for what people type in its place.
const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '´' | 'ʼ')
}

/// True for a character that is no letter and parts no words: an accent that stands apart from its letter, or what has no
/// width.
const fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

/// The small letter without its mark, for the letters of European names and of pinyin with tones.
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

    /// The folded text with a `|` before every unit but the first.
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
            places.push((l.folded, l.from, l.to, l.parted))
        });
        assert_eq!(
            places,
            [('x', 0, 1, true), ('u', 4, 6, false), ('阳', 6, 9, false)]
        );
    }
}
