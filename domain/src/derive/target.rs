//! Derives the yearly growth that a target requires.

use super::{DIGITS, Inputs, derived};
use crate::derivation::{Assumption, Derivation, Rule};
use crate::figure::{Figure, StatementKind};
use crate::interval::{End, Interval, round_down, round_up};
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::Unit;
use crate::series::same_series;
use rust_decimal::Decimal;

/// Derives the yearly growth from the last value reported before the target was stated, to the target.
///
/// Values of years after the target's source are ignored: they were not known when the target was set.
pub fn required_growth(target: &Figure, inputs: &Inputs<'_>) -> Option<Figure> {
    let Period::Year(aim) = target.period else {
        return None;
    };
    let statement = target.statement()?;
    let wanted = matches!(
        statement.kind,
        StatementKind::Target | StatementKind::Planned
    ) && !statement.hedge.has_assumed_width()
        && target.measure.is_level();
    if !wanted {
        return None;
    }
    let known_by = inputs.year_of_source(&statement.receipt.source);
    let last = inputs
        .figures
        .iter()
        .filter_map(|figure| match figure.period {
            Period::Year(year) if year < aim && known_by.is_none_or(|known| year <= known) => {
                let sound = figure.statement().is_some_and(|s| {
                    s.kind == StatementKind::Reported && !s.hedge.has_assumed_width()
                }) && figure.doubt.is_none()
                    && same_series(figure, target);
                sound.then_some((year, figure))
            }
            _ => None,
        })
        .max_by_key(|(year, _)| *year);
    let (start, reported) = last?;
    let growth = yearly_growth(reported.interval(), target.interval(), aim - start)?;
    let figure = derived(
        target,
        "-needs",
        Derivation {
            rule: Rule::RequiredGrowth,
            inputs: vec![target.id.clone(), reported.id.clone()],
            assumption: Some(Assumption::SteadyGrowth),
            interval: growth,
            unit: Unit::Percent,
        },
    )?;
    Some(Figure {
        measure: Measure::YearlyGrowth {
            from: reported.period,
        },
        ..figure
    })
}

/// Significant digits of intermediate results, so many that the second rounding outward has no visible effect.
const ROOM: u32 = 12;

/// Returns the constant yearly growth, in per cent, that leads from one amount to another in `years`, rounded outward:
/// (to / from)^(1 / years) - 1. `None` if `years` is 0 or the amounts cannot be divided.
///
/// ```
/// use domain::derive::yearly_growth;
/// use domain::interval::Interval;
///
/// // From 100 to 121 in two years: 10 % a year.
/// let growth = yearly_growth(Interval::point(100.into()), Interval::point(121.into()), 2);
/// assert!(growth.is_some_and(|percent| percent.contains(10.into())));
/// ```
pub fn yearly_growth(from: Interval, to: Interval, years: u16) -> Option<Interval> {
    yearly(to.divide_outward(from, ROOM)?, years.into())
}

/// Returns the constant yearly growth, in per cent, that gives `factor` after `years`.
fn yearly(factor: Interval, years: u32) -> Option<Interval> {
    let percent = |root: Decimal| (root - Decimal::ONE) * Decimal::ONE_HUNDRED;
    let low = match factor.low() {
        // The factor may be any number above zero, so the growth has no lower bound.
        End::Open(number) if number.is_zero() => End::Unbounded,
        End::Unbounded => End::Unbounded,
        End::Closed(number) => End::Closed(percent(root_below(number, years)?)),
        End::Open(number) => End::Open(percent(root_below(number, years)?)),
    };
    let high = match factor.high() {
        End::Unbounded => End::Unbounded,
        End::Closed(number) => End::Closed(percent(root_below(number, years)? + STEP)),
        End::Open(number) => End::Open(percent(root_below(number, years)? + STEP)),
    };
    Interval::new(round_down(low, DIGITS)?, round_up(high, DIGITS)?).ok()
}

/// The precision of roots: a ten-billionth.
const STEP: Decimal = Decimal::from_parts(1, 0, 0, false, 10);

/// Returns the greatest multiple of [`STEP`] whose power does not exceed `number`, found by bisection. `None` if there
/// is no root.
fn root_below(number: Decimal, power: u32) -> Option<Decimal> {
    if number < Decimal::ZERO || power == 0 {
        return None;
    }
    let steps = Decimal::ONE.checked_div(STEP)?;
    let most = number.max(Decimal::ONE).checked_mul(steps)?.ceil();
    let (mut low, mut high) = (Decimal::ZERO, most + Decimal::ONE);
    while high - low > Decimal::ONE {
        // The sum of both may overflow.
        let middle = low + ((high - low) / Decimal::TWO).floor();
        if power_is_above(middle * STEP, power, number) {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(low * STEP)
}

/// True if `base` to the `power` exceeds `number`. Products are rounded to 28 digits, far finer than [`STEP`]. A
/// product that overflows exceeds every number.
fn power_is_above(base: Decimal, power: u32, number: Decimal) -> bool {
    let mut product = Decimal::ONE;
    for _ in 0..power {
        match product.checked_mul(base) {
            Some(next) => product = next,
            None => return true,
        }
        // With a base of at least one, further factors only increase the product.
        if base >= Decimal::ONE && product > number {
            return true;
        }
    }
    product > number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_found_from_below() {
        let root = root_below(Decimal::TWO, 2).unwrap();
        assert_eq!(root.to_string(), "1.4142135623");
        assert_eq!(root_below(Decimal::from(27), 3), Some(Decimal::from(3)));
        assert_eq!(root_below(Decimal::NEGATIVE_ONE, 3), None);
        let half = root_below(Decimal::new(25, 2), 2).unwrap();
        assert_eq!(half, Decimal::new(5, 1));
    }

    #[test]
    fn growth_is_rounded_outward() {
        let doubled = Interval::point(Decimal::TWO);
        let growth = yearly(doubled, 2).unwrap();
        assert_eq!(growth.low().number().unwrap().to_string(), "41.42");
        assert_eq!(growth.high().number().unwrap().to_string(), "41.43");
        let anything = Interval::new(End::Open(Decimal::ZERO), End::Closed(Decimal::TWO));
        assert_eq!(yearly(anything.unwrap(), 2).unwrap().low(), End::Unbounded);
        assert_eq!(
            yearly(Interval::above(Decimal::ONE), 3).unwrap().high(),
            End::Unbounded
        );
    }
}
