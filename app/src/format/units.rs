//! The words after a number: scales and units.

use crate::locale::Locale;
use domain::Decimal;
use domain::quantity::{Scale, Unit};

/// A scale word and its power of ten.
#[derive(Clone, Copy)]
pub(crate) struct ScaleWord {
    /// The power of ten, for example 9 for `billion`.
    pub exponent: u32,
    /// The word, with a leading space in English; empty for plain numbers.
    pub word: &'static str,
}

/// Returns the scale word for a number of this scale. English uses the scale of the source, or a neighbour if it has
/// no word for it. Chinese chooses by the size of the number. Only the decimal point moves; no digit changes.
pub(crate) fn scale_word(locale: Locale, scale: Scale, number: Decimal) -> ScaleWord {
    let word = |exponent, word| ScaleWord { exponent, word };
    let plain = word(0, "");
    let reaches =
        |exponent: u32| number.abs() >= Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
    match (locale, scale) {
        (Locale::En, Scale::One | Scale::Wan) => plain,
        (Locale::En, Scale::Thousand) => word(3, " thousand"),
        (Locale::En, Scale::Million) => word(6, " million"),
        (Locale::En, Scale::Yi) if !reaches(9) => word(6, " million"),
        (Locale::En, Scale::Yi | Scale::Billion) => word(9, " billion"),
        (Locale::En, Scale::WanYi | Scale::Trillion) => word(12, " trillion"),
        (Locale::Zh, Scale::One | Scale::Thousand) if !reaches(5) => plain,
        (Locale::Zh, Scale::One) if !ends_in_zeros(number, 4) => plain,
        (Locale::Zh, Scale::WanYi | Scale::Trillion) if reaches(12) => word(12, "万亿"),
        (Locale::Zh, _) if reaches(8) => word(8, "亿"),
        (Locale::Zh, _) => word(4, "万"),
    }
}

fn ends_in_zeros(number: Decimal, zeros: u32) -> bool {
    (number % Decimal::from(10_u64.pow(zeros))).is_zero()
}

/// Returns the unit to write after a number, with a leading space where needed; empty for counts and ranks.
pub(crate) const fn unit_word(locale: Locale, unit: Unit) -> &'static str {
    match (locale, unit) {
        (Locale::En, Unit::Yuan) => " yuan",
        (Locale::Zh, Unit::Yuan) => "元",
        (Locale::En, Unit::Dollar) => " US dollars",
        (Locale::Zh, Unit::Dollar) => "美元",
        (_, Unit::Percent) => "%",
        (Locale::En, Unit::Times) => " times",
        (Locale::Zh, Unit::Times) => "倍",
        (Locale::En, Unit::SquareKilometre) => " km²",
        (Locale::Zh, Unit::SquareKilometre) => "平方公里",
        (Locale::En, Unit::Hectare) => " ha",
        (Locale::Zh, Unit::Hectare) => "公顷",
        (Locale::En, Unit::Kilometre) => " km",
        (Locale::Zh, Unit::Kilometre) => "公里",
        (Locale::En, Unit::Teu) => " TEU",
        (Locale::Zh, Unit::Teu) => "标准箱",
        (_, Unit::Count | Unit::Place) => "",
    }
}

/// Returns the name of a unit, for a receipt.
pub const fn unit_name(locale: Locale, unit: Unit) -> &'static str {
    match (locale, unit) {
        (Locale::En, Unit::Yuan) => "yuan",
        (Locale::Zh, Unit::Yuan) => "元",
        (Locale::En, Unit::Dollar) => "US dollars",
        (Locale::Zh, Unit::Dollar) => "美元",
        (Locale::En, Unit::Percent) => "per cent",
        (Locale::Zh, Unit::Percent) => "百分比",
        (Locale::En, Unit::Times) => "times",
        (Locale::Zh, Unit::Times) => "倍",
        (Locale::En, Unit::SquareKilometre) => "square kilometres",
        (Locale::Zh, Unit::SquareKilometre) => "平方公里",
        (Locale::En, Unit::Hectare) => "hectares",
        (Locale::Zh, Unit::Hectare) => "公顷",
        (Locale::En, Unit::Kilometre) => "kilometres",
        (Locale::Zh, Unit::Kilometre) => "公里",
        (Locale::En, Unit::Count) => "number",
        (Locale::Zh, Unit::Count) => "个数",
        (Locale::En, Unit::Teu) => "twenty-foot equivalent units",
        (Locale::Zh, Unit::Teu) => "标准箱",
        (Locale::En, Unit::Place) => "rank",
        (Locale::Zh, Unit::Place) => "名次",
    }
}

/// Returns the scale in which a table writes all amounts of money.
#[cfg(any(test, feature = "ssr"))]
pub(crate) const fn large_scale(locale: Locale) -> ScaleWord {
    match locale {
        Locale::En => ScaleWord {
            exponent: 9,
            word: " billion",
        },
        Locale::Zh => ScaleWord {
            exponent: 8,
            word: "亿",
        },
    }
}

/// Returns the scale word for a calculated amount, by its size.
pub(crate) fn money_scale(locale: Locale, number: Decimal) -> ScaleWord {
    let scale = match locale {
        Locale::En if number >= Decimal::from(1_000_000_000_u64) => Scale::Billion,
        Locale::En if number >= Decimal::from(1_000_000_u64) => Scale::Million,
        Locale::Zh if number >= Decimal::from(100_000_u64) => Scale::Yi,
        _ => Scale::One,
    };
    scale_word(locale, scale, number)
}
