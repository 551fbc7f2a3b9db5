//! Checks whether a growth rate agrees with the levels of its two periods.

use super::{Caution, CautionRule, CheckInput};
use crate::figure::Figure;
use crate::indicator::Growth;
use crate::interval::Interval;
use crate::measure::{Measure, Prices};
use crate::quantity::{Hedge, Unit};
use rust_decimal::Decimal;

/// Significant digits of the ratio of two levels.
const DIGITS: u32 = 10;

pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    evidence
        .figures
        .iter()
        .filter(|change| change.is_usable_as_input())
        .filter_map(|change| contradicted(change, evidence))
        .collect()
}

/// Returns a caution if a growth rate agrees with no pair of levels.
///
/// Only nominal rates are compared: rates at constant prices and levels at current prices differ by the change of
/// prices.
fn contradicted(change: &Figure, evidence: &CheckInput<'_>) -> Option<Caution> {
    let Measure::Change { from, prices } = change.measure else {
        return None;
    };
    let nominal = match prices {
        Prices::Current => true,
        Prices::Constant => false,
        Prices::NotStated => evidence.indicator(change)?.growth == Growth::Nominal,
    };
    let stated = match change.unit() {
        Unit::Percent => change
            .interval()
            .map_increasing(|percent| Decimal::ONE + percent / Decimal::ONE_HUNDRED),
        Unit::Times => change.interval(),
        _ => return None,
    };
    if !nominal {
        return None;
    }
    let levels_at = |period| {
        evidence.figures.iter().filter(move |figure| {
            figure.measure.is_level()
                && figure.is_usable_as_input()
                && figure.indicator == change.indicator
                && figure.subject == change.subject
                && figure.scope == change.scope
                && figure.definition == change.definition
                && figure.period == period
        })
    };
    let mut first = None;
    for before in levels_at(from) {
        for after in levels_at(change.period).filter(|after| after.unit() == before.unit()) {
            let ratio = as_rounded(after).divide_outward(as_rounded(before), DIGITS)?;
            if ratio.meets(stated) {
                return None;
            }
            first.get_or_insert([change, before, after]);
        }
    }
    first.map(|figures| Caution::of_figures(CautionRule::GrowthAgainstLevels, figures))
}

/// Returns the range of a level that may have been rounded. "400" (in hundred millions) may be 396, because writers
/// often omit the hedge before a round number.
fn as_rounded(level: &Figure) -> Interval {
    level
        .statement()
        .filter(|statement| statement.to.is_none() && statement.hedge == Hedge::Exact)
        .map_or_else(
            || level.interval(),
            |statement| statement.read().as_rounded(),
        )
}
