//! Serializes decimal numbers as text for browsers. The general deserializer of the library also accepts other forms
//! and would add 5 kB to the download.

use rust_decimal::Decimal;
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
