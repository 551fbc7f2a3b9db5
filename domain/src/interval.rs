//! What a stated number says about the true one: an interval with open or closed ends.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// Nothing is known on this side.
    Unbounded,
    /// The end belongs to the interval.
    Closed(#[serde(with = "crate::decimal")] Decimal),
    /// The end does not belong to it.
    Open(#[serde(with = "crate::decimal")] Decimal),
}

impl End {
    /// The number at this end, if there is one.
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

/// A set of numbers between two ends, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(End, End)", into = "(End, End)")]
pub struct Interval {
    low: End,
    high: End,
}

/// An interval upside down, or without a member.
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
    /// An interval from `low` to `high`.
    ///
    /// # Errors
    /// When the ends are upside down or leave nothing between them.
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

    /// The interval that holds one number.
    pub const fn point(number: Decimal) -> Self {
        Self {
            low: End::Closed(number),
            high: End::Closed(number),
        }
    }

    /// Everything above `number`.
    pub const fn above(number: Decimal) -> Self {
        Self {
            low: End::Open(number),
            high: End::Unbounded,
        }
    }

    /// `number` and everything above it.
    pub const fn at_least(number: Decimal) -> Self {
        Self {
            low: End::Closed(number),
            high: End::Unbounded,
        }
    }

    /// Everything below `number`.
    pub const fn below(number: Decimal) -> Self {
        Self {
            low: End::Unbounded,
            high: End::Open(number),
        }
    }

    /// `number` and everything below it.
    pub const fn at_most(number: Decimal) -> Self {
        Self {
            low: End::Unbounded,
            high: End::Closed(number),
        }
    }

    /// From `low`, which belongs to it, to `high`, which does not; the ends may come in any order.
    pub(crate) fn half_open(one: Decimal, other: Decimal) -> Self {
        if one == other {
            return Self::point(one);
        }
        Self {
            low: End::Closed(one.min(other)),
            high: End::Open(one.max(other)),
        }
    }

    /// The lower end.
    pub const fn low(self) -> End {
        self.low
    }

    /// The higher end.
    pub const fn high(self) -> End {
        self.high
    }

    /// Whether it holds exactly one number.
    pub fn is_point(self) -> bool {
        matches!((self.low, self.high), (End::Closed(low), End::Closed(high)) if low == high)
    }

    /// Whether `number` is in it.
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

    /// From `one` to `other`, both of which belong to it; they may come in any order.
    pub(crate) fn closed(one: Decimal, other: Decimal) -> Self {
        Self {
            low: End::Closed(one.min(other)),
            high: End::Closed(one.max(other)),
        }
    }

    /// Whether every number of it is above every number of `other`.
    pub fn is_above(self, other: Self) -> bool {
        match (self.low, other.high) {
            (End::Unbounded, _) | (_, End::Unbounded) => false,
            (End::Closed(low), End::Closed(high)) => low > high,
            (End::Closed(low) | End::Open(low), End::Closed(high) | End::Open(high)) => low >= high,
        }
    }

    /// Whether a number belongs to both.
    pub fn meets(self, other: Self) -> bool {
        !self.is_above(other) && !other.is_above(self)
    }

    /// Every number of it times a number above zero.
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

    /// Every number of it, all above zero, times every number of `other`, all above zero.
    pub fn multiply_outward(self, other: Self, digits: u32) -> Option<Self> {
        let low = product(self.low_above_zero()?, other.low_above_zero()?)?;
        let high = product(self.high, other.high)?;
        Self::new(round_down(low, digits)?, round_up(high, digits)?).ok()
    }

    /// Every number of it, all above zero, divided by every number of `divisor`, all above zero.
    /// An end that is not known leaves the result open on the side it bears on. Ends are rounded
    /// outward to `digits` significant digits, so that the truth stays inside.
    pub fn divide_outward(self, divisor: Self, digits: u32) -> Option<Self> {
        let divisor_low = divisor.low_above_zero()?;
        let low = match divisor.high {
            // Divided by numbers without end, the least is nearly nothing.
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

    /// Its lower end where all its numbers are above zero or the lower end is open: zero then.
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

    /// Every number of it changed by a function that keeps their order.
    pub fn map_increasing(self, f: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            low: self.low.map(&f),
            high: self.high.map(&f),
        }
    }
}

/// Two ends combined: one that does not belong to its interval makes one that does not.
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

/// An end moved to fewer digits, never inward.
fn rounded(end: End, digits: u32, strategy: RoundingStrategy) -> Option<End> {
    Some(match end {
        End::Unbounded => End::Unbounded,
        End::Closed(number) => End::Closed(number.round_sf_with_strategy(digits, strategy)?),
        End::Open(number) => End::Open(number.round_sf_with_strategy(digits, strategy)?),
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
