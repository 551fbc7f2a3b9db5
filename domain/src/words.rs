//! Whether a phrase of a source contains the number that was read from it, in digits or in words.

use rust_decimal::Decimal;

/// Number words that sources use in place of digits, with what they stand for.
const WORDS: &[(&str, &str)] = &[
    ("half", "50"),
    ("one", "1"),
    ("first", "1"),
    ("topped", "1"),
    ("two", "2"),
    ("second", "2"),
    ("doubled", "2"),
    ("twice", "2"),
    ("three", "3"),
    ("third", "3"),
    ("tripled", "3"),
    ("four", "4"),
    ("fourth", "4"),
    ("five", "5"),
    ("fifth", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("twelve", "12"),
    ("sixteen", "16"),
    ("twenty", "20"),
    ("一半", "50"),
    ("翻番", "2"),
    ("首", "1"),
    ("第一", "1"),
    ("一", "1"),
    ("二", "2"),
    ("两", "2"),
    ("三", "3"),
    ("四", "4"),
    ("五", "5"),
    ("六", "6"),
    ("七", "7"),
    ("八", "8"),
    ("九", "9"),
    ("十", "10"),
];

/// Whether `phrase` contains `number`, in digits (thousands separated or not, trailing zeros free)
/// or as a number word.
pub fn contains_number(phrase: &str, number: Decimal) -> bool {
    let number = number.abs().normalize();
    numbers_in_digits(phrase).any(|found| found == number) || named_in_words(phrase, number)
}

fn numbers_in_digits(phrase: &str) -> impl Iterator<Item = Decimal> + '_ {
    phrase
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .filter_map(|run| {
            let digits = run.trim_matches(['.', ',']).replace(',', "");
            Decimal::from_str_exact(&digits).ok()
        })
        .map(|number| number.normalize())
}

fn named_in_words(phrase: &str, number: Decimal) -> bool {
    let phrase = phrase.to_lowercase();
    WORDS
        .iter()
        .filter(|(_, value)| Decimal::from_str_exact(value) == Ok(number))
        .any(|(word, _)| {
            if word.is_ascii() {
                phrase
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|found| found == *word)
            } else {
                phrase.contains(word)
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(phrase: &str, number: &str) -> bool {
        contains_number(phrase, number.parse().unwrap())
    }

    #[test]
    fn digits_are_found() {
        assert!(holds("RMB 94.4 billion", "94.4"));
        assert!(holds("more than 4,000 jobs", "4000"));
        assert!(holds("extends 1200 square kilometers", "1200"));
        assert!(holds("1.20 million TEU,", "1.2"));
        assert!(holds("200-billion-yuan level", "200"));
        assert!(!holds("RMB 94.4 billion", "94"));
        assert!(!holds("RMB 194.4 billion", "94.4"));
    }

    #[test]
    fn words_are_found() {
        assert!(holds("Sixteen square kilometers", "16"));
        assert!(holds("home to half of the FG500", "50"));
        assert!(holds("more than doubled", "2"));
        assert!(holds("国家级新区第一", "1"));
        assert!(!holds("someone", "1"));
        assert!(!holds("a phrase", "1"));
    }
}
