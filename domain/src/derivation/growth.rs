//! A level of an earlier period, from a level and the change beside it.

use super::{Assumption, DIGITS, Derivation, Inputs, Rule, derived};
use crate::figure::{Figure, Standing};
use crate::indicator::Growth;
use crate::measure::{Measure, Prices};
use crate::quantity::Unit;
use rust_decimal::Decimal;

/// The level that a change began from.
///
/// Only where both are reported of the same thing, and the change is nominal: never for GDP or
/// value added, whose published rates are at constant prices and levels at current ones. A rate in
/// per cent must be of one year, so that it is a rate and not the sum of several; a multiple may
/// be of any.
pub fn level_before(change: &Figure, inputs: &Inputs<'_>) -> Option<Figure> {
    let Measure::Change { from, prices } = change.measure else {
        return None;
    };
    let indicator = inputs.indicator(change)?;
    let level = inputs.figure(change.level.as_ref())?;
    let (rule, one_year) = match change.unit() {
        Unit::Percent => (Rule::LevelBeforeGrowth, true),
        Unit::Times => (Rule::LevelBeforeMultiple, false),
        _ => return None,
    };
    let comparable = level.measure.is_level()
        && level.indicator == change.indicator
        && level.subject == change.subject
        && level.scope == change.scope
        && level.definition == change.definition
        && level.period == change.period
        && (!one_year || level.period.year_before() == Some(from));
    let reported = [level, change].iter().all(|figure| {
        figure
            .statement()
            .is_some_and(|s| s.standing == Standing::Reported && !s.hedge.is_convention())
    });
    let real = indicator.growth == Growth::Real || prices == Prices::Constant;
    if !comparable || !reported || real {
        return None;
    }
    let factor = if one_year {
        change
            .interval()
            .map_increasing(|percent| Decimal::ONE + percent / Decimal::ONE_HUNDRED)
    } else {
        change.interval()
    };
    let interval = level.interval().divide_outward(factor, DIGITS)?;
    let assumed = indicator.growth == Growth::Assumed && prices == Prices::NotStated;
    let before = derived(
        change,
        "-before",
        Derivation {
            rule,
            inputs: vec![level.id.clone(), change.id.clone()],
            assumption: assumed.then_some(Assumption::NominalRate),
            interval,
            unit: level.unit(),
        },
    )?;
    Some(Figure {
        period: from,
        measure: Measure::Level,
        ..before
    })
}
