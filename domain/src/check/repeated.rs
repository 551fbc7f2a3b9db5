//! Checks for one amount that is printed for two years.

use super::{Caution, CautionRule, CheckInput};
use crate::figure::Figure;
use crate::quantity::{Hedge, Unit};
use crate::series::{same_period_length, same_series};
use rust_decimal::Decimal;

/// The smallest number of significant digits for which two equal amounts are hardly a coincidence.
const DIGITS: usize = 3;

/// The largest number of years between two equal amounts. Later ones may be equal by chance.
const MAX_YEARS_APART: u16 = 3;

pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    let levels: Vec<&Figure> = evidence
        .figures
        .iter()
        .filter(|figure| is_precise_amount(figure))
        .collect();
    let mut found = Vec::new();
    for (place, one) in levels.iter().enumerate() {
        for other in levels.iter().skip(place + 1) {
            if is_repeated(one, other) {
                let (earlier, later) = if one.period.last_year() <= other.period.last_year() {
                    (one, other)
                } else {
                    (other, one)
                };
                found.push(Caution::of_figures(
                    CautionRule::SameAmountTwice,
                    [*later, *earlier],
                ));
            }
        }
    }
    found
}

/// True for an exact amount of money of the zone with enough digits.
fn is_precise_amount(figure: &Figure) -> bool {
    let is_amount = figure.measure.is_level() && figure.is_usable_as_input();
    let is_precise = |figure: &Figure| {
        figure.statement().is_some_and(|statement| {
            statement.hedge == Hedge::Exact
                && statement.to.is_none()
                && statement.correction.is_none()
                && significant_digits(statement.quantity.digits()) >= DIGITS
        })
    };
    is_amount && matches!(figure.unit(), Unit::Yuan | Unit::Dollar) && is_precise(figure)
}

fn is_repeated(one: &Figure, other: &Figure) -> bool {
    let number = |figure: &Figure| {
        figure
            .statement()
            .map(|statement| statement.quantity.number())
    };
    let years = one.period.last_year().zip(other.period.last_year());
    let apart = years.map(|(one, other)| one.abs_diff(other));
    same_series(one, other)
        && same_period_length(one, other)
        && apart.is_some_and(|apart| (1..=MAX_YEARS_APART).contains(&apart))
        && number(one) == number(other)
}

/// Returns the number of digits without zeros at both ends.
fn significant_digits(number: Decimal) -> usize {
    let mut mantissa = number.normalize().mantissa().unsigned_abs();
    while mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    mantissa.to_string().len()
}
