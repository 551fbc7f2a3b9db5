//! What a dollar cost, year by year.

use crate::interval::Interval;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The average price of a United States dollar in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// The year.
    pub year: u16,
    /// Yuan for a dollar, average of the daily noon rates.
    #[serde(with = "crate::decimal")]
    pub yuan_per_dollar: Decimal,
}

/// The average prices of a dollar in yuan, by year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRates(Vec<ExchangeRate>);

impl From<Vec<ExchangeRate>> for ExchangeRates {
    fn from(mut rates: Vec<ExchangeRate>) -> Self {
        rates.sort_by_key(|rate| rate.year);
        Self(rates)
    }
}

impl ExchangeRates {
    /// All of them, in order of time.
    pub fn all(&self) -> &[ExchangeRate] {
        &self.0
    }

    /// The rate of a year, where known.
    pub fn of(&self, year: u16) -> Option<Decimal> {
        let found = self.0.binary_search_by_key(&year, |rate| rate.year).ok()?;
        self.0.get(found).map(|rate| rate.yuan_per_dollar)
    }

    /// Only the rates of some years.
    pub fn only(&self, wanted: impl Fn(u16) -> bool) -> Self {
        let rates = self.0.iter().filter(|rate| wanted(rate.year));
        Self(rates.copied().collect())
    }

    /// The rates within so many hundredths of the year's.
    pub fn about(&self, year: u16, percent: i64) -> Option<Interval> {
        let rate = self.of(year)?;
        let end = |percent: i64| rate * (Decimal::ONE + Decimal::new(percent, 2));
        Some(Interval::closed(end(-percent), end(percent)))
    }
}
