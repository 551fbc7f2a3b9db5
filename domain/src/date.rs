//! Dates as sources state them: to the year, the month or the day.

use crate::textual::{ParseError, serde_as_text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A date with the precision of its source: `2012`, `2012-03` or `2012-03-18`.
///
/// Dates are ordered by time. If one date contains the other, the less precise one comes first.
///
/// ```
/// use domain::date::PartialDate;
///
/// let month: PartialDate = "2012-03".parse()?;
/// assert_eq!((month.year(), month.month(), month.day()), (2012, Some(3), None));
/// assert_eq!(month.last_day().to_string(), "2012-03-31");
/// // The same date, less precise.
/// assert!(month.agrees_with("2012".parse()?));
/// # Ok::<(), domain::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl PartialDate {
    /// Returns the year, 1900 to 2199.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Returns the month, 1 to 12; `None` if it is not stated.
    pub const fn month(self) -> Option<u8> {
        self.month
    }

    /// True if both dates may be the same day: they agree in every part that both state.
    pub fn agrees_with(self, other: Self) -> bool {
        let agree = |one: Option<u8>, other: Option<u8>| one.zip(other).is_none_or(|(a, b)| a == b);
        self.year == other.year && agree(self.month, other.month) && agree(self.day, other.day)
    }

    /// Returns the day of the month; `None` if it is not stated.
    pub const fn day(self) -> Option<u8> {
        self.day
    }

    /// Creates a date with the precision of a month.
    pub(crate) const fn of_month(year: u16, month: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: None,
        }
    }

    /// Creates a date with the precision of a year.
    pub(crate) const fn of_year(year: u16) -> Self {
        Self {
            year,
            month: None,
            day: None,
        }
    }

    /// Returns the first day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self {
            year: self.year,
            month: self.month.or(Some(1)),
            day: self.day.or(Some(1)),
        }
    }

    /// Returns the last day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        Self {
            year: self.year,
            month: Some(month),
            day: self.day.or(Some(days_in(self.year, month))),
        }
    }
}

pub(crate) fn parse_year(text: &str) -> Option<u16> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1900..2200).contains(year))
}

pub(crate) fn parse_month(text: &str) -> Option<u8> {
    two_digits(text).filter(|month| (1..=12).contains(month))
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Returns the number of days of a month in the Gregorian calendar.
fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for PartialDate {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let parse = || {
            let mut parts = text.splitn(3, '-');
            let year = parse_year(parts.next()?)?;
            let month = parts.next().map(parse_month);
            let day = parts.next().map(two_digits);
            match (month, day) {
                (None, _) => Some(Self {
                    year,
                    month: None,
                    day: None,
                }),
                (Some(month), None) => Some(Self {
                    year,
                    month: Some(month?),
                    day: None,
                }),
                (Some(month), Some(day)) => {
                    let (month, day) = (month?, day?);
                    (1..=days_in(year, month)).contains(&day).then_some(Self {
                        year,
                        month: Some(month),
                        day: Some(day),
                    })
                }
            }
        };
        parse().ok_or_else(|| {
            ParseError::new(text, "a date such as `2012`, `2012-03` or `2012-03-18`")
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

serde_as_text!(PartialDate);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_kept() {
        for text in ["2012", "2012-03", "2012-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        for bad in [
            "",
            "12",
            "2012-13",
            "2012-00",
            "2013-02-29",
            "2012-3",
            "2012-03-",
            "2012-04-31",
            "2012-03-18-1",
            "-2012",
            "+2012",
            "0999",
        ] {
            assert!(bad.parse::<PartialDate>().is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_are_ordered_by_time() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        assert!(date("2012") < date("2012-03"));
        assert!(date("2012-03") < date("2012-03-01"));
        assert!(date("2012-03-31") < date("2012-04"));
    }
}
