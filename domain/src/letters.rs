//! Character classes for English and Chinese texts. The tables of the standard library, which cover all scripts, would
//! add 14 kB to the download of browsers.

/// True for a Chinese character or a radical that represents one (`⼤`).
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// True for a letter outside ASCII of any script but Chinese: every character except spaces, punctuation, symbols and
/// pictures.
pub const fn is_other_letter(c: char) -> bool {
    c > '\u{bf}'
        && !matches!(
            c,
            '×' | '÷'
                | '\u{1680}'
                | '\u{2000}'..='\u{2bff}'
                | '\u{2e00}'..='\u{303f}'
                | '\u{e000}'..='\u{f8ff}'
                | '\u{fe00}'..='\u{fe6f}'
                | '\u{ff00}'..='\u{ffff}'
                | '\u{1f000}'..='\u{1ffff}'
        )
}

/// True for a letter of any script. Digits are not letters.
pub const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || is_han(c) || is_other_letter(c)
}

/// True for a small letter of English or another language of Western Europe.
pub const fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || matches!(c, 'ß'..='ö' | 'ø'..='ÿ')
}

/// True for a capital letter of English or another language of Western Europe.
pub const fn is_capital(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, 'À'..='Ö' | 'Ø'..='Þ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_from_other_signs() {
        for c in ['a', 'Z', 'é', 'ā', '阳', '⼤', 'ж'] {
            assert!(is_letter(c), "{c}");
        }
        for c in ['1', ' ', '-', '，', '“', '×', '😀', '\u{0}'] {
            assert!(!is_letter(c), "{c}");
        }
    }

    #[test]
    fn capitals_are_as_in_the_standard_library() {
        for c in '\u{0}'..='\u{ff}' {
            // Unicode also counts these signs as small letters.
            if !matches!(c, 'ª' | 'º' | 'µ') {
                assert_eq!(is_small(c), c.is_lowercase(), "{c}");
            }
            assert_eq!(is_capital(c), c.is_uppercase(), "{c}");
        }
    }
}
