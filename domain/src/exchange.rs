//! Average exchange rates of the US dollar, by year.

use crate::interval::Interval;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The average exchange rate of the US dollar in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// The year.
    pub year: u16,
    /// Yuan per dollar, the average of the daily noon rates (US Federal Reserve, release H.10).
    #[serde(with = "crate::decimal")]
    pub yuan_per_dollar: Decimal,
}

/// The average exchange rates of the US dollar, sorted by year.
///
/// ```
/// use domain::exchange::{ExchangeRate, ExchangeRates};
///
/// let rates: ExchangeRates = vec![ExchangeRate { year: 2013, yuan_per_dollar: 6.into() }].into();
/// assert_eq!(rates.of(2013), Some(6.into()));
/// // No rate is filled in for other years.
/// assert_eq!(rates.of(2014), None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRates(Vec<ExchangeRate>);

impl From<Vec<ExchangeRate>> for ExchangeRates {
    fn from(mut rates: Vec<ExchangeRate>) -> Self {
        rates.sort_by_key(|rate| rate.year);
        Self(rates)
    }
}

impl ExchangeRates {
    /// Returns all rates in order of time.
    pub fn all(&self) -> &[ExchangeRate] {
        &self.0
    }

    /// Returns the rate of a year, in yuan per dollar; `None` if it is unknown.
    pub fn of(&self, year: u16) -> Option<Decimal> {
        let found = self.0.binary_search_by_key(&year, |rate| rate.year).ok()?;
        self.0.get(found).map(|rate| rate.yuan_per_dollar)
    }

    /// Returns only the rates of the wanted years.
    pub fn only(&self, wanted: impl Fn(u16) -> bool) -> Self {
        let rates = self.0.iter().filter(|rate| wanted(rate.year));
        Self(rates.copied().collect())
    }

    /// Returns the range of `percent` per cent on both sides of a year's rate; `None` if the rate is unknown.
    pub fn about(&self, year: u16, percent: i64) -> Option<Interval> {
        let rate = self.of(year)?;
        let end = |percent: i64| rate * (Decimal::ONE + Decimal::new(percent, 2));
        Some(Interval::closed(end(-percent), end(percent)))
    }
}
