//! Decimal numbers: as text for browsers, and rounded to significant digits. The general deserializer of the library also
//! accepts other forms and would add 5 kB to the download.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// Serializes a number as text.
///
/// # Errors
/// Returns the errors of the serializer.
pub fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

/// Deserializes a number from its text.
///
/// # Errors
/// When the text is not a decimal number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    Decimal::from_str_exact(&text).map_err(|_| D::Error::custom("no decimal number"))
}

/// Rounds a number to at most `digits` significant digits. `None` if the result overflows.
///
/// The function of the library adds zeros to numbers with fewer digits. For a number such as 10^-27 that needs more
/// decimals than the type has, and the next calculation panics.
pub fn round_significant(
    number: Decimal,
    digits: u32,
    strategy: RoundingStrategy,
) -> Option<Decimal> {
    let written = number.mantissa().unsigned_abs().checked_ilog10();
    match written {
        Some(exponent) if exponent >= digits => number.round_sf_with_strategy(digits, strategy),
        _ => Some(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_with_more_digits_are_changed() {
        let round = |text: &str, digits| {
            let number = text.parse().unwrap();
            let rounded = round_significant(number, digits, RoundingStrategy::ToPositiveInfinity);
            rounded.map(|number| number.to_string())
        };
        assert_eq!(round("12.345", 4).as_deref(), Some("12.35"));
        assert_eq!(round("12341", 4).as_deref(), Some("12350"));
        assert_eq!(round("-9.9999", 2).as_deref(), Some("-9.9"));
        assert_eq!(round("12.3", 4).as_deref(), Some("12.3"));
        assert_eq!(round("0", 4).as_deref(), Some("0"));
        let least = "0.0000000000000000000000000051";
        assert_eq!(round(least, 10).as_deref(), Some(least));
        assert_eq!(round("79228162514264337593543950335", 1), None);
    }
}
