//! The range of the true value behind a stated number: an interval with open or closed ends.

use crate::decimal::round_significant;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// There is no limit on this side.
    Unbounded,
    /// The number belongs to the interval.
    Closed(#[serde(with = "crate::decimal")] Decimal),
    /// The number does not belong to the interval.
    Open(#[serde(with = "crate::decimal")] Decimal),
}

impl End {
    /// Returns the number at this end; `None` if the end is unbounded.
    pub const fn number(self) -> Option<Decimal> {
        match self {
            Self::Unbounded => None,
            Self::Closed(number) | Self::Open(number) => Some(number),
        }
    }

    fn map(self, f: impl FnOnce(Decimal) -> Decimal) -> Self {
        match self {
            Self::Unbounded => Self::Unbounded,
            Self::Closed(number) => Self::Closed(f(number)),
            Self::Open(number) => Self::Open(f(number)),
        }
    }
}

/// The numbers between two ends. An interval is never empty.
///
/// ```
/// use domain::Decimal;
/// use domain::interval::{EmptyInterval, End, Interval};
///
/// let range = Interval::new(End::Closed(10.into()), End::Open(20.into()))?;
/// assert!(range.contains(10.into()) && !range.contains(20.into()));
/// // Operations round the ends outward, so the true result is always inside.
/// let third = Interval::point(1.into()).divide_outward(Interval::point(3.into()), 2);
/// let third = third.expect("3 is not 0");
/// assert_eq!(third.low(), End::Closed(Decimal::new(33, 2)));
/// assert_eq!(third.high(), End::Closed(Decimal::new(34, 2)));
/// # Ok::<(), EmptyInterval>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(End, End)", into = "(End, End)")]
pub struct Interval {
    low: End,
    high: End,
}

/// The error for two ends in the wrong order or without a number between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an interval runs from its lower end to its higher end and holds at least one number")]
pub struct EmptyInterval;

impl TryFrom<(End, End)> for Interval {
    type Error = EmptyInterval;
    fn try_from((low, high): (End, End)) -> Result<Self, EmptyInterval> {
        Self::new(low, high)
    }
}

impl From<Interval> for (End, End) {
    fn from(interval: Interval) -> Self {
        (interval.low, interval.high)
    }
}

impl Interval {
    /// Creates an interval from `low` to `high`.
    ///
    /// # Errors
    /// When the ends are in the wrong order or no number is between them.
    pub fn new(low: End, high: End) -> Result<Self, EmptyInterval> {
        let sound = match (low, high) {
            (End::Unbounded, _) | (_, End::Unbounded) => true,
            (End::Closed(low), End::Closed(high)) => low <= high,
            (End::Open(low) | End::Closed(low), End::Open(high) | End::Closed(high)) => low < high,
        };
        if sound {
            Ok(Self { low, high })
        } else {
            Err(EmptyInterval)
        }
    }

    /// Creates the interval that contains only `number`.
    pub const fn point(number: Decimal) -> Self {
        Self {
            low: End::Closed(number),
            high: End::Closed(number),
        }
    }

    /// Creates the interval of all numbers above `number`.
    pub const fn above(number: Decimal) -> Self {
        Self {
            low: End::Open(number),
            high: End::Unbounded,
        }
    }

    /// Creates the interval of `number` and all numbers above it.
    pub const fn at_least(number: Decimal) -> Self {
        Self {
            low: End::Closed(number),
            high: End::Unbounded,
        }
    }

    /// Creates the interval of all numbers below `number`.
    pub const fn below(number: Decimal) -> Self {
        Self {
            low: End::Unbounded,
            high: End::Open(number),
        }
    }

    /// Creates the interval of `number` and all numbers below it.
    pub const fn at_most(number: Decimal) -> Self {
        Self {
            low: End::Unbounded,
            high: End::Closed(number),
        }
    }

    /// Creates an interval that contains its lower end but not its higher end. The ends may be given in any order. Two
    /// equal ends give a point.
    pub(crate) fn half_open(one: Decimal, other: Decimal) -> Self {
        if one == other {
            return Self::point(one);
        }
        Self {
            low: End::Closed(one.min(other)),
            high: End::Open(one.max(other)),
        }
    }

    /// Returns the lower end.
    pub const fn low(self) -> End {
        self.low
    }

    /// Returns the higher end.
    pub const fn high(self) -> End {
        self.high
    }

    /// True if the interval contains exactly one number.
    pub fn is_point(self) -> bool {
        matches!((self.low, self.high), (End::Closed(low), End::Closed(high)) if low == high)
    }

    /// True if the interval contains `number`.
    pub fn contains(self, number: Decimal) -> bool {
        let above = match self.low {
            End::Unbounded => true,
            End::Closed(low) => low <= number,
            End::Open(low) => low < number,
        };
        let below = match self.high {
            End::Unbounded => true,
            End::Closed(high) => number <= high,
            End::Open(high) => number < high,
        };
        above && below
    }

    /// Creates an interval that contains both ends. The ends may be given in any order.
    pub(crate) fn closed(one: Decimal, other: Decimal) -> Self {
        Self {
            low: End::Closed(one.min(other)),
            high: End::Closed(one.max(other)),
        }
    }

    /// True if every number of this interval is above every number of `other`.
    pub fn is_above(self, other: Self) -> bool {
        match (self.low, other.high) {
            (End::Unbounded, _) | (_, End::Unbounded) => false,
            (End::Closed(low), End::Closed(high)) => low > high,
            (End::Closed(low) | End::Open(low), End::Closed(high) | End::Open(high)) => low >= high,
        }
    }

    /// True if the intervals have a number in common.
    pub fn meets(self, other: Self) -> bool {
        !self.is_above(other) && !other.is_above(self)
    }

    /// Multiplies every number by `factor`. `None` if `factor` is not above zero or the result overflows.
    pub fn times(self, factor: Decimal) -> Option<Self> {
        let end = |end: End| {
            Some(match end {
                End::Unbounded => End::Unbounded,
                End::Closed(number) => End::Closed(number.checked_mul(factor)?),
                End::Open(number) => End::Open(number.checked_mul(factor)?),
            })
        };
        if factor <= Decimal::ZERO {
            return None;
        }
        Self::new(end(self.low)?, end(self.high)?).ok()
    }

    /// Multiplies every number by every number of `other`; all numbers must be above zero. The ends are rounded outward
    /// to `digits` significant digits. `None` if a number is not above zero or the result overflows.
    pub fn multiply_outward(self, other: Self, digits: u32) -> Option<Self> {
        let low = product(self.low_above_zero()?, other.low_above_zero()?)?;
        let high = product(self.high, other.high)?;
        Self::new(round_down(low, digits)?, round_up(high, digits)?).ok()
    }

    /// Divides every number by every number of `divisor`; all numbers must be above zero. An unbounded end of an input
    /// makes the end of the result that depends on it unbounded or zero. The ends are rounded outward to `digits`
    /// significant digits, so that the result contains the true value. `None` if a number is not above zero or the
    /// result overflows.
    pub fn divide_outward(self, divisor: Self, digits: u32) -> Option<Self> {
        let divisor_low = divisor.low_above_zero()?;
        let low = match divisor.high {
            // Without an upper limit of the divisor, the result may be any small number above zero.
            End::Unbounded => End::Open(Decimal::ZERO),
            high => quotient(self.low_above_zero()?, high)?,
        };
        let high = if divisor_low.number() == Some(Decimal::ZERO) {
            End::Unbounded
        } else {
            quotient(self.high, divisor_low)?
        };
        Self::new(round_down(low, digits)?, round_up(high, digits)?).ok()
    }

    /// Returns the lower end if it is above zero or open at zero. An unbounded lower end counts as open at zero if the
    /// higher end is above zero. `None` otherwise.
    fn low_above_zero(self) -> Option<End> {
        match self.low {
            End::Unbounded => self
                .high
                .number()
                .is_some_and(|high| high > Decimal::ZERO)
                .then_some(End::Open(Decimal::ZERO)),
            End::Closed(low) => (low > Decimal::ZERO).then_some(self.low),
            End::Open(low) => (low >= Decimal::ZERO).then_some(self.low),
        }
    }

    /// Applies a function to both ends. The function must be increasing.
    pub fn map_increasing(self, f: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            low: self.low.map(&f),
            high: self.high.map(&f),
        }
    }
}

/// Returns `number` as a closed end if both ends are closed, or else as an open end.
fn combined(one: End, other: End, number: Decimal) -> End {
    match (one, other) {
        (End::Closed(_), End::Closed(_)) => End::Closed(number),
        _ => End::Open(number),
    }
}

fn product(one: End, other: End) -> Option<End> {
    match (one.number(), other.number()) {
        (Some(a), Some(b)) => Some(combined(one, other, a.checked_mul(b)?)),
        _ => Some(End::Unbounded),
    }
}

fn quotient(dividend: End, divisor: End) -> Option<End> {
    match (dividend.number(), divisor.number()) {
        (Some(a), Some(b)) => Some(combined(dividend, divisor, a.checked_div(b)?)),
        _ => Some(End::Unbounded),
    }
}

/// Rounds an end to fewer digits.
fn rounded(end: End, digits: u32, strategy: RoundingStrategy) -> Option<End> {
    Some(match end {
        End::Unbounded => End::Unbounded,
        End::Closed(number) => End::Closed(round_significant(number, digits, strategy)?),
        End::Open(number) => End::Open(round_significant(number, digits, strategy)?),
    })
}

pub(crate) fn round_down(end: End, digits: u32) -> Option<End> {
    rounded(end, digits, RoundingStrategy::ToNegativeInfinity)
}

pub(crate) fn round_up(end: End, digits: u32) -> Option<End> {
    rounded(end, digits, RoundingStrategy::ToPositiveInfinity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn an_interval_upside_down_is_refused() {
        let (one, two) = (number("1"), number("2"));
        assert!(Interval::new(End::Closed(two), End::Closed(one)).is_err());
        assert!(Interval::new(End::Open(one), End::Closed(one)).is_err());
        assert!(Interval::new(End::Closed(one), End::Closed(one)).is_ok());
    }

    #[test]
    fn open_ends_do_not_belong() {
        let interval = Interval::new(End::Closed(number("1")), End::Open(number("2"))).unwrap();
        assert!(interval.contains(number("1")));
        assert!(!interval.contains(number("2")));
        assert!(!Interval::above(number("1")).contains(number("1")));
        assert!(Interval::at_least(number("1")).contains(number("1")));
    }

    #[test]
    fn division_rounds_outward() {
        let output = Interval::half_open(number("94.35"), number("94.45"));
        let factor = Interval::half_open(number("1.0675"), number("1.0685"));
        let before = output.divide_outward(factor, 4).unwrap();
        assert_eq!(before.low().number(), Some(number("88.30")));
        assert_eq!(before.high().number(), Some(number("88.48")));
    }

    #[test]
    fn an_open_side_stays_open() {
        let level = Interval::half_open(number("119.5"), number("120.5"));
        let doubled = Interval::above(number("2"));
        let before = level.divide_outward(doubled, 4).unwrap();
        assert_eq!(before.low(), End::Open(Decimal::ZERO));
        assert_eq!(before.high(), End::Open(number("60.25")));
        let over = Interval::above(number("10"));
        let share = over
            .divide_outward(Interval::closed(number("2"), number("4")), 4)
            .unwrap();
        assert_eq!(share.low(), End::Open(number("2.5")));
        assert_eq!(share.high(), End::Unbounded);
    }

    #[test]
    fn intervals_meet_unless_one_is_above() {
        let low = Interval::half_open(number("1"), number("2"));
        let high = Interval::half_open(number("2"), number("3"));
        assert!(high.is_above(low) && !low.meets(high));
        assert!(Interval::at_least(number("1")).meets(low));
        assert!(!Interval::above(number("2")).meets(Interval::at_most(number("2"))));
        assert!(Interval::closed(number("1"), number("2")).meets(high));
    }
}
