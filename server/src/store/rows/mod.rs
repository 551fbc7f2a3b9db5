//! Rows of the wide tables as domain types, and back.

mod caution;
mod fact;
mod figure;
mod zone;

pub(super) use caution::CautionRow;
pub(super) use fact::{FactRow, INSERT_FACT, fact_values};
pub(super) use figure::{FigureRow, INSERT_FIGURE, Place, figure_values};
pub(super) use zone::{INSERT_ZONE, SummaryRow, zone_values};

use domain::dossier::Owner;
use domain::receipt::Receipt;
use domain::text::Bilingual;
use std::fmt;

/// A row that holds no value of its type; the text says which, and what was expected.
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

/// A text from its two columns; absent unless both are there.
pub(super) fn optional(en: Option<String>, zh: Option<String>) -> Option<Bilingual> {
    en.zip(zh).map(|(en, zh)| Bilingual { en, zh })
}

/// The two columns of a text that may be absent.
pub(super) fn both(text: Option<&Bilingual>) -> (Option<&str>, Option<&str>) {
    text.map(|text| (text.en.as_str(), text.zh.as_str()))
        .unzip()
}

/// The owner that one of two columns names.
pub(super) fn owner(zone: Option<&str>, group: Option<&str>) -> Result<Owner, InvalidRow> {
    match (zone, group) {
        (Some(zone), _) => Ok(Owner::Zone(zone.parse()?)),
        (None, Some(group)) => Ok(Owner::Group(group.parse()?)),
        (None, None) => Err(InvalidRow::new(
            "a row that belongs to no zone and no group",
        )),
    }
}

/// A column that a row of this kind must have.
fn required<T>(value: Option<T>, column: &str) -> Result<T, InvalidRow> {
    value.ok_or_else(|| InvalidRow::new(format_args!("a row without {column}")))
}

/// A text that a row of this kind must have.
fn named(en: Option<String>, zh: Option<String>) -> Result<Bilingual, InvalidRow> {
    required(optional(en, zh), "a name in both languages")
}

/// A receipt from its columns: source, place and phrase.
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
