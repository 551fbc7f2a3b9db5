//! What a stated number says about the true one: an interval with open or closed ends.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum End {
    /// Nothing is known on this side.
    Unbounded,
    /// The end belongs to the interval.
    Closed(Decimal),
    /// The end does not belong to it.
    Open(Decimal),
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

    /// Every number of it divided by every number of `divisor`; both must lie above zero and be
    /// bounded on both sides. Ends are rounded outward to `digits` significant digits, so that
    /// the truth stays inside.
    pub fn divide_outward(self, divisor: Self, digits: u32) -> Option<Self> {
        let (low, high) = (self.low.number()?, self.high.number()?);
        let (divisor_low, divisor_high) = (divisor.low.number()?, divisor.high.number()?);
        if low <= Decimal::ZERO || divisor_low <= Decimal::ZERO {
            return None;
        }
        let least = low.checked_div(divisor_high)?;
        let most = high.checked_div(divisor_low)?;
        let combine = |a: End, b: End, number: Decimal| match (a, b) {
            (End::Closed(_), End::Closed(_)) => End::Closed(number),
            _ => End::Open(number),
        };
        Self::new(
            combine(
                self.low,
                divisor.high,
                least.round_sf_with_strategy(digits, RoundingStrategy::ToZero)?,
            ),
            combine(
                self.high,
                divisor.low,
                most.round_sf_with_strategy(digits, RoundingStrategy::AwayFromZero)?,
            ),
        )
        .ok()
    }

    /// Every number of it changed by a function that keeps their order.
    pub(crate) fn map_increasing(self, f: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            low: self.low.map(&f),
            high: self.high.map(&f),
        }
    }
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
}
