//! How decimal numbers travel to browsers: as text. The general reader of the library, which also takes numbers in other
//! forms, would be 5 kB of what browsers download.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// Writes a number as text.
///
/// # Errors
/// What the serializer gives.
pub fn serialize<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

/// Reads a number from its text.
///
/// # Errors
/// Where the text is no decimal number.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(deserializer)?;
    Decimal::from_str_exact(&text).map_err(|_| D::Error::custom("no decimal number"))
}
