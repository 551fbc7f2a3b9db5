//! Numbers as sources write them, and the range of the true value behind them.

use crate::decimal::round_significant;
use crate::interval::{End, Interval};
use crate::textual::{ParseError, serde_as_text, vocabulary};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

vocabulary! {
    /// The unit of a number.
    Unit, "a unit: CNY, USD, percent, times, km2, ha, km, count, TEU or place" {
        /// Chinese yuan, at current prices unless the figure states otherwise.
        Yuan = "CNY",
        /// United States dollar.
        Dollar = "USD",
        /// Per cent.
        Percent = "percent",
        /// A factor: 2 for "doubled".
        Times = "times",
        /// Square kilometre.
        SquareKilometre = "km2",
        /// Hectare, a hundredth of a square kilometre.
        Hectare = "ha",
        /// Kilometre.
        Kilometre = "km",
        /// Things that are counted: people, enterprises, projects.
        Count = "count",
        /// Twenty-foot equivalent unit, for containers.
        Teu = "TEU",
        /// A rank, 1 for the first.
        Place = "place",
    }
}

vocabulary! {
    /// The word for a power of ten after a number.
    Scale, "a scale: thousand, wan, million, yi, billion, wan-yi or trillion" {
        /// No scale word.
        One = "one",
        /// 10^3.
        Thousand = "thousand",
        /// 万, 10^4.
        Wan = "wan",
        /// 10^6.
        Million = "million",
        /// 亿, 10^8.
        Yi = "yi",
        /// 10^9.
        Billion = "billion",
        /// 万亿, 10^12.
        WanYi = "wan-yi",
        /// 10^12.
        Trillion = "trillion",
    }
}

impl Scale {
    /// Returns the exponent of the power of ten.
    pub const fn exponent(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Wan => 4,
            Self::Million => 6,
            Self::Yi => 8,
            Self::Billion => 9,
            Self::WanYi | Self::Trillion => 12,
        }
    }

    fn factor(self) -> Decimal {
        Decimal::from_i128_with_scale(10_i128.pow(self.exponent()), 0)
    }
}

vocabulary! {
    /// The word that states on which side of the number the true value is.
    Hedge, "a hedge: exact, over, at-least, up-to, under, about or nearly" {
        /// No hedge.
        Exact = "exact",
        /// More than, over, exceed, surpass, 超, 余.
        Over = "over",
        /// At least, 以上, "the N-billion level".
        AtLeast = "at-least",
        /// Up to, "among the top N".
        UpTo = "up-to",
        /// Less than.
        Under = "under",
        /// About, around, 约. Read as 5 % on each side, which is our convention.
        About = "about",
        /// Nearly, 近. Read as up to 5 % below the number, which is our convention.
        Nearly = "nearly",
    }
}

impl Hedge {
    /// True if the width of the interval is our convention and not stated by the source. Checks do not use such
    /// figures.
    pub const fn has_assumed_width(self) -> bool {
        matches!(self, Self::About | Self::Nearly)
    }
}

/// A number with its scale and unit as written: `94.4 billion CNY`, `16 km2`.
///
/// The digits are kept as written: 10.0 is different from 10.
///
/// ```
/// use domain::quantity::{Hedge, Quantity};
///
/// let output: Quantity = "94.4 billion CNY".parse()?;
/// // A source that states 94.4 billion has rounded: the true value is from 94.35 to 94.45 billion.
/// let range = output.interval(Hedge::Exact);
/// assert_eq!(range.low().number(), Some(94_350_000_000_i64.into()));
/// assert_eq!(range.high().number(), Some(94_450_000_000_i64.into()));
/// // "Over 94.4 billion" has no upper end.
/// assert_eq!(output.interval(Hedge::Over).high().number(), None);
/// # Ok::<(), domain::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity {
    digits: Decimal,
    scale: Scale,
    unit: Unit,
}

impl Quantity {
    /// Returns the number before its scale word, with all written digits.
    pub const fn digits(self) -> Decimal {
        self.digits
    }

    /// Returns the scale word.
    pub const fn scale(self) -> Scale {
        self.scale
    }

    /// Returns the unit.
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// Returns the number in whole units.
    pub fn number(self) -> Decimal {
        self.digits * self.scale.factor()
    }

    /// Returns an area in hectares; `None` if the quantity is not an area.
    pub fn hectares(self) -> Option<Decimal> {
        match self.unit {
            Unit::Hectare => Some(self.number()),
            Unit::SquareKilometre => Some(self.number() * Decimal::ONE_HUNDRED),
            _ => None,
        }
    }

    /// Returns the range of the true value behind the stated number.
    ///
    /// A rank, an unrounded count and a whole multiple are exact. Any other number is read as rounded: the range
    /// extends by half a unit of its last written digit to each side. If a number without a scale ends in zeros, its
    /// last digit other than zero counts as the last. A hedge moves the range to its side.
    pub fn interval(self, hedge: Hedge) -> Interval {
        let number = self.number();
        let share = |percent: i64| number * (Decimal::ONE + Decimal::new(percent, 2));
        match hedge {
            Hedge::Exact => self.as_written(),
            Hedge::Over => Interval::above(number),
            Hedge::AtLeast => Interval::at_least(number),
            Hedge::UpTo => Interval::at_most(number),
            Hedge::Under => Interval::below(number),
            Hedge::About => Interval::new(End::Closed(share(-5)), End::Closed(share(5)))
                .unwrap_or(Interval::point(number)),
            Hedge::Nearly => Interval::half_open(share(-5), number),
        }
    }

    /// Returns the range of the true value between two stated numbers; without a second number, the same as
    /// [`Self::interval`].
    ///
    /// If the numbers are in the wrong order, only the first is used. The import refuses such data.
    pub fn interval_to(self, to: Option<Self>, hedge: Hedge) -> Interval {
        let Some(to) = to else {
            return self.interval(hedge);
        };
        Interval::new(self.as_written().low(), to.as_written().high())
            .unwrap_or_else(|_| self.interval(hedge))
    }

    /// Returns the range of the true value without the hedge.
    pub fn as_written(self) -> Interval {
        let number = self.number();
        let plain = self.scale == Scale::One && self.digits.scale() == 0;
        let zeros = if plain {
            trailing_zeros(self.digits)
        } else {
            0
        };
        let exact = match self.unit {
            Unit::Place => true,
            Unit::Count | Unit::Teu => plain && zeros == 0,
            Unit::Times => plain,
            _ => false,
        };
        if exact {
            return Interval::point(number);
        }
        let last_place = if plain {
            Decimal::from_i128_with_scale(10_i128.pow(zeros), 0)
        } else {
            Decimal::new(1, self.digits.scale()) * self.scale.factor()
        };
        let half = last_place / Decimal::TWO;
        Interval::half_open(number - half, number + half)
    }

    /// Returns the range of the true value if final zeros may come from rounding even before a scale word. The range
    /// extends by half a unit of the last digit other than zero to each side.
    pub fn as_rounded(self) -> Interval {
        if self.digits.scale() > 0 || self.digits.is_zero() {
            return self.as_written();
        }
        let place = Decimal::from_i128_with_scale(10_i128.pow(trailing_zeros(self.digits)), 0)
            * self.scale.factor();
        let half = place / Decimal::TWO;
        Interval::closed(self.number() - half, self.number() + half)
    }
}

/// Returns the number of zeros at the end of a whole number.
fn trailing_zeros(number: Decimal) -> u32 {
    let mut rest = number.trunc().mantissa().unsigned_abs();
    // `trunc` removes all decimals, so the mantissa is the number itself.
    let mut zeros = 0;
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
        zeros += 1;
    }
    zeros
}

/// The greatest number that a data file may contain, in whole units: about 10^18. This is far above any sum of money,
/// and low enough that calculations with `Decimal` do not overflow.
const GREATEST: Decimal = Decimal::from_parts(2_764_472_320, 232_830_643, 0, false, 0);

impl FromStr for Quantity {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let error = || {
            ParseError::new(
                text,
                "a number, a scale where it has one, and a unit, such as `94.4 billion CNY`, \
                 `16 km2` or `6.8 percent`",
            )
        };
        let mut words = text.split(' ');
        let digits = words.next().ok_or_else(error)?;
        let well_formed = !digits.is_empty()
            && digits
                .strip_prefix('-')
                .unwrap_or(digits)
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'.');
        let digits: Decimal = well_formed
            .then(|| Decimal::from_str_exact(digits).ok())
            .flatten()
            .ok_or_else(error)?;
        let word = words.next().ok_or_else(error)?;
        let (scale, unit) = match words.next() {
            None => (Scale::One, word.parse()?),
            Some(unit) => (
                word.parse()
                    .ok()
                    .filter(|scale| *scale != Scale::One)
                    .ok_or_else(error)?,
                unit.parse()?,
            ),
        };
        let in_range = digits.scale() <= 10
            && digits.abs() <= GREATEST
            && digits
                .abs()
                .checked_mul(scale.factor())
                .is_some_and(|number| number <= GREATEST);
        if words.next().is_some() || !in_range {
            return Err(error());
        }
        Ok(Self {
            digits,
            scale,
            unit,
        })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scale {
            Scale::One => write!(f, "{} {}", self.digits, self.unit),
            scale => write!(f, "{} {scale} {}", self.digits, self.unit),
        }
    }
}

serde_as_text!(Quantity);

/// Rounds an end of a derived interval outward to four significant digits, for display. `upward` is true for the higher
/// end.
pub fn round_outward(end: End, upward: bool) -> End {
    let strategy = if upward {
        RoundingStrategy::ToPositiveInfinity
    } else {
        RoundingStrategy::ToNegativeInfinity
    };
    let round = |number: Decimal| round_significant(number, 4, strategy).unwrap_or(number);
    match end {
        End::Unbounded => End::Unbounded,
        End::Closed(number) => End::Closed(round(number)),
        End::Open(number) => End::Open(round(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, hedge: Hedge) -> (Option<String>, Option<String>) {
        let interval = text.parse::<Quantity>().unwrap().interval(hedge);
        let show = |end: End| end.number().map(|n| n.normalize().to_string());
        (show(interval.low()), show(interval.high()))
    }

    fn ends(low: &str, high: &str) -> (Option<String>, Option<String>) {
        (Some(low.to_owned()), Some(high.to_owned()))
    }

    #[test]
    fn a_number_stands_for_half_its_last_digit() {
        assert_eq!(
            read("94.4 billion CNY", Hedge::Exact),
            ends("94350000000", "94450000000")
        );
        assert_eq!(
            read("120 billion CNY", Hedge::Exact),
            ends("119500000000", "120500000000")
        );
        assert_eq!(read("6.8 percent", Hedge::Exact), ends("6.75", "6.85"));
        assert_eq!(read("0 percent", Hedge::Exact), ends("-0.5", "0.5"));
        assert_eq!(read("16 km2", Hedge::Exact), ends("15.5", "16.5"));
        assert_eq!(read("16.0 km2", Hedge::Exact), ends("15.95", "16.05"));
        assert_eq!(read("1200 km2", Hedge::Exact), ends("1150", "1250"));
        assert_eq!(
            read("3.33 million count", Hedge::Exact),
            ends("3325000", "3335000")
        );
        assert_eq!(read("150000 count", Hedge::Exact), ends("145000", "155000"));
    }

    #[test]
    fn a_count_is_a_point() {
        assert_eq!(read("58 count", Hedge::Exact), ends("58", "58"));
        assert_eq!(read("3 place", Hedge::Exact), ends("3", "3"));
        assert_eq!(read("0 count", Hedge::Exact), ends("0", "0"));
    }

    #[test]
    fn hedges_take_a_side() {
        assert_eq!(
            read("25 billion CNY", Hedge::Over),
            (Some("25000000000".into()), None)
        );
        let over = "25 billion CNY"
            .parse::<Quantity>()
            .unwrap()
            .interval(Hedge::Over);
        assert!(!over.contains("25000000000".parse().unwrap()));
        let level = "200 billion CNY"
            .parse::<Quantity>()
            .unwrap()
            .interval(Hedge::AtLeast);
        assert!(level.contains("200000000000".parse().unwrap()));
        assert_eq!(read("20 place", Hedge::UpTo), (None, Some("20".into())));
        assert_eq!(read("50 count", Hedge::About), ends("47.5", "52.5"));
        assert_eq!(read("100 count", Hedge::Nearly), ends("95", "100"));
        assert_eq!(read("-4.5 percent", Hedge::Nearly), ends("-4.5", "-4.275"));
    }

    #[test]
    fn digits_are_kept_as_written() {
        for text in [
            "94.4 billion CNY",
            "10.0 km",
            "3.33 million count",
            "16 km2",
            "-1.5 percent",
        ] {
            assert_eq!(text.parse::<Quantity>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_quantity_is_refused() {
        for bad in [
            "",
            "94.4",
            "94.4 bn CNY",
            "CNY",
            "94,4 billion CNY",
            "1e5 CNY",
            "1 one CNY",
            "1 km mi",
            "1 billion CNY x",
            "+1 km",
            "99999999999999999 trillion CNY",
            "1.5.2 km",
            "- km",
            ". km",
        ] {
            assert!(bad.parse::<Quantity>().is_err(), "{bad}");
        }
    }
}
