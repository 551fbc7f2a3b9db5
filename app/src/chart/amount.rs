//! Converts amounts (decimal intervals) to floating-point numbers on an axis.

use domain::interval::{End, Interval};
use domain::{Decimal, RoundingStrategy, round_significant};

/// Powers of ten that are exact as floating-point numbers.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// The number of decimal digits that a floating-point number keeps without loss.
const DIGITS: u32 = 15;

/// Returns the lower and the upper bound of a value in axis units; `exponent` is the power of ten of the axis unit. A
/// bound is `None` if it is unknown. The zero in "more than nothing" counts as unknown for an amount, because it is true
/// of every amount, and as known for a rate, which can be negative.
// One copy instead of one per caller makes the Wasm 300 B smaller.
#[inline(never)]
pub fn ends(value: Interval, exponent: u32, is_rate: bool) -> (Option<f64>, Option<f64>) {
    let low = in_units(value.low(), exponent);
    let low = low.filter(|low| *low != 0.0 || is_rate || value.is_point());
    (low, in_units(value.high(), exponent))
}

/// Converts one bound to axis units. One division of two exact numbers gives the nearest floating-point number. Parsing
/// the number from text gives the same result, but adds about 10 kB of tables to the browser download.
fn in_units(end: End, exponent: u32) -> Option<f64> {
    let scale = Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
    let number = end.number()?.checked_div(scale)?;
    let number =
        round_significant(number, DIGITS, RoundingStrategy::MidpointNearestEven)?.normalize();
    let digits = i64::try_from(number.mantissa()).ok()?;
    #[expect(clippy::cast_precision_loss, reason = "fifteen digits at most")]
    let digits = digits as f64;
    let places = usize::try_from(number.scale()).ok()?;
    let exact = places.min(POWERS.len() - 1);
    Some(digits / POWERS[exact] / POWERS[places - exact])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_nearest_there_are() {
        for text in [
            "94.35",
            "0.1",
            "25",
            "-4.5",
            "1210.41",
            "0.000000123",
            "88.3012345678901",
        ] {
            let end = End::Closed(text.parse().unwrap());
            assert_eq!(in_units(end, 0), text.parse().ok(), "{text}");
        }
        let end = End::Open("94350000000".parse().unwrap());
        assert_eq!(in_units(end, 9), Some(94.35));
        assert_eq!(in_units(End::Unbounded, 9), None);
    }

    #[test]
    fn more_than_nothing_has_one_end_only_for_an_amount() {
        let more = Interval::new(End::Open(Decimal::ZERO), End::Closed(Decimal::TWO)).unwrap();
        assert_eq!(ends(more, 0, false), (None, Some(2.0)));
        assert_eq!(ends(more, 0, true), (Some(0.0), Some(2.0)));
        let nothing = Interval::point(Decimal::ZERO);
        assert_eq!(ends(nothing, 0, false), (Some(0.0), Some(0.0)));
    }
}
