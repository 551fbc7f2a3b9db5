//! Converts the rows of wide tables into domain types and back.

mod caution;
mod fact;
mod figure;
mod zone;

pub(super) use caution::CautionRow;
pub(super) use fact::{FactRow, INSERT_FACT, fact_values};
pub(super) use figure::{FigurePlacement, FigureRow, INSERT_FIGURE, figure_values};
pub(super) use zone::{INSERT_ZONE, SummaryRow, zone_values};

use domain::profile::Owner;
use domain::receipt::Receipt;
use domain::text::Bilingual;
use std::fmt;

/// The error for an invalid row. The text contains the invalid value and what was expected.
#[derive(Debug)]
pub(super) struct InvalidRow(String);

impl InvalidRow {
    pub(super) fn new(what: impl fmt::Display) -> Self {
        Self(what.to_string())
    }
}

impl fmt::Display for InvalidRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<domain::ParseError> for InvalidRow {
    fn from(error: domain::ParseError) -> Self {
        Self::new(error)
    }
}

impl From<std::num::TryFromIntError> for InvalidRow {
    fn from(error: std::num::TryFromIntError) -> Self {
        Self::new(error)
    }
}

/// Creates a text from its two columns; `None` unless both have a value.
pub(super) fn optional(en: Option<String>, zh: Option<String>) -> Option<Bilingual> {
    en.zip(zh).map(|(en, zh)| Bilingual { en, zh })
}

/// Returns the two columns of an optional text.
pub(super) fn both(text: Option<&Bilingual>) -> (Option<&str>, Option<&str>) {
    text.map(|text| (text.en.as_str(), text.zh.as_str()))
        .unzip()
}

/// Returns the owner from its two columns, of which one must have a value.
pub(super) fn owner(zone: Option<&str>, group: Option<&str>) -> Result<Owner, InvalidRow> {
    match (zone, group) {
        (Some(zone), _) => Ok(Owner::Zone(zone.parse()?)),
        (None, Some(group)) => Ok(Owner::Group(group.parse()?)),
        (None, None) => Err(InvalidRow::new(
            "a row that belongs to no zone and no group",
        )),
    }
}

/// Returns the value of a column that this kind of row must have.
fn required<T>(value: Option<T>, column: &str) -> Result<T, InvalidRow> {
    value.ok_or_else(|| InvalidRow::new(format_args!("a row without {column}")))
}

/// Returns a text that this kind of row must have.
fn named(en: Option<String>, zh: Option<String>) -> Result<Bilingual, InvalidRow> {
    required(optional(en, zh), "a name in both languages")
}

/// Creates a receipt from its columns: source, place and phrase.
fn receipt(
    [source, at, as_stated]: [&str; 3],
    reading: Option<Bilingual>,
) -> Result<Receipt, InvalidRow> {
    Ok(Receipt {
        source: source.parse()?,
        at: at.parse()?,
        as_stated: as_stated.parse()?,
        reading,
    })
}
