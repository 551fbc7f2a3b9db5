//! Checks whether a phrase of a source contains the number that was read from it, in digits or in words.

use crate::quantity::Quantity;
use rust_decimal::Decimal;

/// Number words that sources use instead of digits, with their values.
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
    ("百亿", "100"),
    ("千亿", "1000"),
    ("两千亿", "2000"),
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

/// True if `phrase` contains the number of `quantity`, in digits or as a number word.
///
/// Thousands may be separated by commas or spaces or not at all, and trailing zeros are ignored. As in German, French
/// and Russian texts, a comma may precede the decimals and points may separate thousands. Chinese, Japanese and Korean
/// words for powers of ten may be part of the number, as in 9547億5400万.
///
/// ```
/// use domain::words::contains_quantity;
///
/// let output = "94.4 billion CNY".parse()?;
/// assert!(contains_quantity("an output of 94.40 billion yuan", output));
/// assert!(contains_quantity("工业总产值944亿元", output));
/// assert!(!contains_quantity("an output of 9.44 billion yuan", output));
/// # Ok::<(), domain::ParseError>(())
/// ```
pub fn contains_quantity(phrase: &str, quantity: Quantity) -> bool {
    let digits = quantity.digits().abs().normalize();
    numbers_in_digits(phrase).any(|found| found == digits)
        || named_in_words(phrase, digits)
        || amounts_in_east_asian(phrase).any(|found| found == quantity.number().abs().normalize())
}

/// Returns every number written in digits, in each possible reading of its commas and points.
fn numbers_in_digits(phrase: &str) -> impl Iterator<Item = Decimal> + '_ {
    joined_thousands(phrase)
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
        .flat_map(|run| {
            let run = run.trim_matches(['.', ',']);
            let thousands = run.replace(',', "");
            let decimals = (run.matches(',').count() == 1 && !run.contains('.'))
                .then(|| run.replace(',', "."));
            let points = is_grouped(run, '.').then(|| run.replace('.', ""));
            [Some(thousands), decimals, points]
        })
        .flatten()
        .filter_map(|digits| Decimal::from_str_exact(&digits).ok())
        .map(|number| number.normalize())
        .collect::<Vec<_>>()
        .into_iter()
}

/// True if a mark separates thousands: each mark is followed by exactly three digits.
fn is_grouped(run: &str, mark: char) -> bool {
    let mut groups = run.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    (1..=3).contains(&first.len())
        && rest.peek().is_some()
        && rest.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// Returns the phrase without the spaces that separate thousands, so that `150 000` is one number.
fn joined_thousands(phrase: &str) -> String {
    let is_space = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}';
    let letters: Vec<char> = phrase.chars().collect();
    let digit = |index: Option<usize>| {
        index
            .and_then(|index| letters.get(index))
            .is_some_and(char::is_ascii_digit)
    };
    letters
        .iter()
        .enumerate()
        .filter(|(index, c)| {
            let three_follow =
                (1..=3).all(|step| digit(Some(index + step))) && !digit(Some(index + 4));
            !(is_space(**c) && digit(index.checked_sub(1)) && three_follow)
        })
        .map(|(_, c)| *c)
        .collect()
}

/// Returns the power of ten of a scale word in East Asian numbers; `None` for other characters. 兆 is read as 10^12, as
/// in Japan and Taiwan.
const fn east_asian_power(word: char) -> Option<u32> {
    match word {
        '万' | '萬' | '만' => Some(4),
        '亿' | '億' | '억' => Some(8),
        '兆' => Some(12),
        _ => None,
    }
}

/// Returns every sum of numbers with scale words, such as 2兆5759億 or 1.27万亿.
fn amounts_in_east_asian(phrase: &str) -> impl Iterator<Item = Decimal> {
    let mut found = Vec::new();
    let mut sum: Option<Decimal> = None;
    let mut digits = String::new();
    let mut part: Option<Decimal> = None;
    for c in phrase.chars().chain(std::iter::once(' ')) {
        if c.is_ascii_digit() || c == '.' || c == ',' {
            if let Some(part) = part.take() {
                sum = sum.unwrap_or_default().checked_add(part);
            }
            digits.push(c);
            continue;
        }
        let written = Decimal::from_str_exact(&digits.replace(',', "")).ok();
        digits.clear();
        let power = east_asian_power(c)
            .and_then(|power| Decimal::try_from_i128_with_scale(10_i128.pow(power), 0).ok());
        match (power, part.or(written)) {
            (Some(power), Some(number)) => part = number.checked_mul(power),
            // Any other character ends the sum. Digits without a scale word do not belong to it.
            _ => {
                if let Some(last) = part.take() {
                    found.extend(sum.unwrap_or_default().checked_add(last));
                }
                sum = None;
            }
        }
    }
    found.into_iter().map(|number| number.normalize())
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
        contains_quantity(phrase, format!("{number} CNY").parse().unwrap())
    }

    #[test]
    fn each_language_has_its_digits() {
        assert!(holds("5,4 Billionen Yuan", "5.4 trillion"));
        assert!(holds("17,874 milliards de yuans", "17.874 billion"));
        assert!(holds("Près de 150 000 entreprises", "150000"));
        assert!(holds("mehr als 10.000 Unternehmen", "10000"));
        assert!(holds("2兆5759億元", "25759 yi"));
        assert!(holds("9547億5400万元", "9547.54 yi"));
        assert!(holds("1.27万亿元", "1.27 wan-yi"));
        assert!(holds("1.27万亿元", "12700 yi"));
        assert!(holds("2766억 위안", "2766 yi"));
        assert!(!holds("2兆5759億元", "2575 yi"));
        assert!(!holds("150 000 entreprises", "150"));
        assert!(!holds("17,874 milliards", "17.8 billion"));
        assert!(!holds("10.5 km", "105"));
    }

    #[test]
    fn no_phrase_is_too_strange() {
        for phrase in [
            "",
            "万",
            "兆兆兆兆1兆兆",
            "1,,2..3",
            "9999999999999999999999999999999999兆",
            "1 ",
        ] {
            assert!(!holds(phrase, "7"), "{phrase}");
        }
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
        assert!(holds("主营业务收入达到两千亿", "2000 yi"));
        assert!(holds("首次突破百亿元", "100 yi"));
        assert!(!holds("someone", "1"));
        assert!(!holds("a phrase", "1"));
    }
}
