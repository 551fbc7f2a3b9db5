//! The domain model of the atlas: figures of China's development zones, facts, periods, units, derivations, checks and
//! filters.
//!
//! This crate does no input or output and contains no async runtime, SQL or HTML. Its code runs in the same way on the
//! server and in the browser.

pub mod catalogue;
pub mod check;
pub mod conflict;
pub mod coverage;
pub mod date;
mod decimal;
pub mod definition;
pub mod derivation;
pub mod derive;
pub mod document;
pub mod evaluation;
pub mod exchange;
pub mod fact;
pub mod figure;
pub mod filter;
pub mod group;
pub mod id;
pub mod indicator;
pub mod interval;
mod letters;
pub mod listed_area;
pub mod measure;
pub mod order;
pub mod period;
pub mod profile;
pub mod quantity;
pub mod ranking;
pub mod receipt;
pub mod series;
pub mod small_set;
pub mod source;
pub mod spark;
pub mod subject;
pub mod text;
pub mod tiles;
pub mod transform;
pub mod words;
pub mod zone;

#[cfg(test)]
mod testing;
mod textual;

pub use decimal::round_significant;
pub use textual::ParseError;

/// The number type of all figures. It is decimal, so that 94.4 is stored exactly.
pub use rust_decimal::{Decimal, RoundingStrategy};
