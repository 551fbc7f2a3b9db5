//! Derives an amount per square kilometre.

use super::{DIGITS, Inputs, derived};
use crate::derivation::{Assumption, Derivation, Rule};
use crate::figure::{Figure, StatementKind};
use crate::indicator::Family;
use crate::measure::{AreaBasis, Measure};
use crate::period::Period;
use crate::quantity::Unit;
use rust_decimal::Decimal;

/// Derives the amount of a year per square kilometre of the area stated for the same year.
///
/// `None` unless the amount is in yuan and both figures are reported for the same subject and scope. Also `None` if
/// several areas are stated for the year, because it is not known which one belongs to the amount.
pub fn per_square_kilometre(amount: &Figure, inputs: &Inputs<'_>) -> Option<Figure> {
    let Period::Year(year) = amount.period else {
        return None;
    };
    let indicator = inputs.indicator(amount)?;
    let reported = |figure: &Figure| {
        figure
            .statement()
            .is_some_and(|s| s.kind == StatementKind::Reported && !s.hedge.has_assumed_width())
            && figure.doubt.is_none()
    };
    if !amount.measure.is_level()
        || indicator.family != Family::Money
        || amount.unit() != Unit::Yuan
        || !reported(amount)
    {
        return None;
    }
    let mut areas = inputs.figures.iter().filter(|figure| {
        inputs
            .indicator(figure)
            .is_some_and(|indicator| indicator.family == Family::Area)
            && figure.measure.is_level()
            && figure.subject == amount.subject
            && figure.scope == amount.scope
            && figure.period.chart_year() == Some(year)
            && reported(figure)
    });
    let area = areas.next()?;
    if areas.next().is_some() {
        return None;
    }
    let square_kilometres = match area.unit() {
        Unit::SquareKilometre => area.interval(),
        Unit::Hectare => area.interval().times(Decimal::new(1, 2))?,
        _ => return None,
    };
    let density = derived(
        amount,
        "-per-km2",
        Derivation {
            rule: Rule::Density,
            inputs: vec![amount.id.clone(), area.id.clone()],
            assumption: Some(Assumption::SameArea),
            interval: amount
                .interval()
                .divide_outward(square_kilometres, DIGITS)?,
            unit: Unit::Yuan,
        },
    )?;
    Some(Figure {
        measure: Measure::Density {
            area: AreaBasis::of(&area.definition),
        },
        ..density
    })
}
