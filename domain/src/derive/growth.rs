//! Derives the level of an earlier period from a level and its change.

use super::{DIGITS, Inputs, derived};
use crate::derivation::{Assumption, Derivation, Rule};
use crate::figure::{Figure, StatementKind};
use crate::indicator::Growth;
use crate::measure::{Measure, Prices};
use crate::quantity::Unit;
use rust_decimal::Decimal;

/// Derives the level from which a change started.
///
/// `None` unless level and change are reported for the same thing and the change is nominal. Published rates of GDP and
/// value added are at constant prices and their levels at current prices, so nothing is derived for them. A rate in per
/// cent must cover one year, because a rate over several years may be a sum; a multiple may cover any time.
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
            .is_some_and(|s| s.kind == StatementKind::Reported && !s.hedge.has_assumed_width())
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
