//! Periods: the time that a figure covers.

use crate::date::{PartialDate, parse_month, parse_year};
use crate::textual::{ParseError, serde_as_text};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The time that a figure covers.
///
/// ```
/// use domain::period::Period;
///
/// let year: Period = "2013".parse()?;
/// assert_eq!(year.chart_year(), Some(2013));
/// // A chart of years has no place for a half-year.
/// let half: Period = "2013-H1".parse()?;
/// assert_eq!(half.chart_year(), None);
/// # Ok::<(), domain::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// A calendar year: `2013`.
    Year(u16),
    /// A half of a year, 1 or 2: `2013-H1`.
    Half(u16, u8),
    /// A quarter of a year, 1 to 4: `2013-Q3`.
    Quarter(u16, u8),
    /// A month: `2013-03`.
    Month(u16, u8),
    /// From January to the end of a month: `2013/09`.
    YearToDate(u16, u8),
    /// Several years, such as a five-year plan; the first and the last year: `2016..2020`.
    Span(u16, u16),
    /// A sum over a time with possibly unknown ends: `from 2012`, `until 2018-12`, `from 2012 until 2018`, `cumulative`
    /// if neither end is stated.
    Cumulative {
        /// The start of the sum; `None` if it is not stated.
        from: Option<PartialDate>,
        /// The end of the sum; `None` if it is not stated.
        until: Option<PartialDate>,
    },
    /// The state at a date, with the precision of the source: `at 2018-12`.
    AsOf(PartialDate),
    /// The source states no time.
    Undated,
}

impl Period {
    /// Returns the year at which a chart draws the figure: the year itself, or the year of a state at a date. `None`
    /// for all other periods.
    pub const fn chart_year(self) -> Option<u16> {
        match self {
            Self::Year(year) => Some(year),
            Self::AsOf(date) => Some(date.year()),
            _ => None,
        }
    }

    /// True for a half, a quarter, a month, and the months from January to a month.
    pub const fn is_part_of_year(self) -> bool {
        matches!(
            self,
            Self::Half(..) | Self::Quarter(..) | Self::Month(..) | Self::YearToDate(..)
        )
    }

    /// Returns the first and the last day of the period; `None` for an end that is not stated. For a state at a date,
    /// they are the first and the last day that the date may mean.
    pub fn days(self) -> (Option<PartialDate>, Option<PartialDate>) {
        let between = |from: PartialDate, until: PartialDate| {
            (Some(from.first_day()), Some(until.last_day()))
        };
        let months = |year, from, until| {
            between(
                PartialDate::of_month(year, from),
                PartialDate::of_month(year, until),
            )
        };
        match self {
            Self::Year(year) => months(year, 1, 12),
            Self::Half(year, half) => months(year, half * 6 - 5, half * 6),
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Self::Month(year, month) => months(year, month, month),
            Self::YearToDate(year, month) => months(year, 1, month),
            Self::Span(first, last) => {
                between(PartialDate::of_year(first), PartialDate::of_year(last))
            }
            Self::Cumulative { from, until } => (
                from.map(PartialDate::first_day),
                until.map(PartialDate::last_day),
            ),
            Self::AsOf(date) => between(date, date),
            Self::Undated => (None, None),
        }
    }

    /// Returns the id of the variant in exported tables.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Year(_) => "year",
            Self::Half(..) => "half",
            Self::Quarter(..) => "quarter",
            Self::Month(..) => "month",
            Self::YearToDate(..) => "year-to-date",
            Self::Span(..) => "span",
            Self::Cumulative { .. } => "cumulative",
            Self::AsOf(_) => "as-of",
            Self::Undated => "undated",
        }
    }

    /// Returns the year before a whole year; `None` for other periods.
    pub const fn year_before(self) -> Option<Self> {
        match self {
            Self::Year(year) => Some(Self::Year(year - 1)),
            _ => None,
        }
    }

    /// Returns the last year of the period, for sorting by time; `None` if the period has no stated time.
    pub fn last_year(self) -> Option<u16> {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::YearToDate(year, _)
            | Self::Span(_, year) => Some(year),
            Self::Cumulative { from, until } => until.or(from).map(PartialDate::year),
            Self::AsOf(date) => Some(date.year()),
            Self::Undated => None,
        }
    }
}

impl FromStr for Period {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let error = || {
            ParseError::new(
                text,
                "a period such as `2013`, `2013-H1`, `2013-Q3`, `2013-03`, `2013/09`, \
                 `2016..2020`, `at 2018-12`, `from 2012`, `until 2018`, `cumulative` or `undated`",
            )
        };
        match text {
            "undated" => Some(Self::Undated),
            "cumulative" => Some(Self::Cumulative {
                from: None,
                until: None,
            }),
            _ => match text.split_once(' ') {
                Some((word, date)) => parse_with_word(word, date),
                None => parse_years(text),
            },
        }
        .ok_or_else(error)
    }
}

/// Parses `at 2018-12`, `until 2018`, `from 2012` and `from 2012 until 2018` after their first word.
fn parse_with_word(word: &str, text: &str) -> Option<Period> {
    let date = |text: &str| text.parse::<PartialDate>().ok();
    let (from, until) = match (word, text.split_once(" until ")) {
        ("at", _) => return date(text).map(Period::AsOf),
        ("until", _) => (None, Some(date(text)?)),
        ("from", None) => (Some(date(text)?), None),
        ("from", Some((from, until))) => (Some(date(from)?), Some(date(until)?)),
        _ => return None,
    };
    let is_reversed = from.zip(until).is_some_and(|(from, until)| from > until);
    (!is_reversed).then_some(Period::Cumulative { from, until })
}

/// Parses `2013`, `2013-H1`, `2013-Q3`, `2013-03`, `2013/09` and `2016..2020`.
fn parse_years(text: &str) -> Option<Period> {
    if let Some((first, last)) = text.split_once("..") {
        let (first, last) = (parse_year(first)?, parse_year(last)?);
        return (first < last).then_some(Period::Span(first, last));
    }
    if let Some((year, month)) = text.split_once('/') {
        return Some(Period::YearToDate(parse_year(year)?, parse_month(month)?));
    }
    let Some((year, part)) = text.split_once('-') else {
        return parse_year(text).map(Period::Year);
    };
    let year = parse_year(year)?;
    match part {
        "H1" => Some(Period::Half(year, 1)),
        "H2" => Some(Period::Half(year, 2)),
        "Q1" => Some(Period::Quarter(year, 1)),
        "Q2" => Some(Period::Quarter(year, 2)),
        "Q3" => Some(Period::Quarter(year, 3)),
        "Q4" => Some(Period::Quarter(year, 4)),
        month => parse_month(month).map(|month| Period::Month(year, month)),
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::YearToDate(year, month) => write!(f, "{year:04}/{month:02}"),
            Self::Span(first, last) => write!(f, "{first:04}..{last:04}"),
            Self::Cumulative {
                from: None,
                until: None,
            } => f.write_str("cumulative"),
            Self::Cumulative {
                from: Some(from),
                until: None,
            } => write!(f, "from {from}"),
            Self::Cumulative {
                from: None,
                until: Some(until),
            } => write!(f, "until {until}"),
            Self::Cumulative {
                from: Some(from),
                until: Some(until),
            } => {
                write!(f, "from {from} until {until}")
            }
            Self::AsOf(date) => write!(f, "at {date}"),
            Self::Undated => f.write_str("undated"),
        }
    }
}

serde_as_text!(Period);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_printed_alike() {
        for text in [
            "2013",
            "2013-H1",
            "2013-Q4",
            "2013-03",
            "2013/09",
            "2016..2020",
            "at 2018-12-31",
            "at 2018",
            "from 2012",
            "until 2018-12",
            "from 2012 until 2018-12",
            "cumulative",
            "undated",
        ] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_period_has_a_first_and_a_last_day() {
        for (period, first, last) in [
            ("2013", "2013-01-01", "2013-12-31"),
            ("2013-H2", "2013-07-01", "2013-12-31"),
            ("2012-Q1", "2012-01-01", "2012-03-31"),
            ("2012-02", "2012-02-01", "2012-02-29"),
            ("2013/09", "2013-01-01", "2013-09-30"),
            ("2016..2020", "2016-01-01", "2020-12-31"),
            ("at 2018-12", "2018-12-01", "2018-12-31"),
            ("at 2018-12-07", "2018-12-07", "2018-12-07"),
            ("from 2012", "2012-01-01", ""),
            ("until 2018-11", "", "2018-11-30"),
            ("cumulative", "", ""),
            ("undated", "", ""),
        ] {
            let (from, until) = period.parse::<Period>().unwrap().days();
            let text =
                |day: Option<PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
            assert_eq!(
                (text(from).as_str(), text(until).as_str()),
                (first, last),
                "{period}"
            );
        }
    }

    #[test]
    fn impossible_periods_are_refused() {
        for bad in [
            "",
            "2020-13",
            "2020-H3",
            "2020-Q5",
            "2020..2016",
            "2020..2020",
            "at ",
            "from 2018 until 2012",
            "2020/13",
            "20",
            "now",
        ] {
            assert!(bad.parse::<Period>().is_err(), "{bad}");
        }
    }
}
