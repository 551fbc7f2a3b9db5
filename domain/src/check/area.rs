//! Checks whether a stated approved area agrees with the catalogue.

use super::{Caution, CautionRule, CheckInput};
use crate::definition::Term;
use crate::figure::Figure;
use crate::interval::{End, Interval};
use crate::listed_area::is_catalogue_area;
use crate::quantity::Unit;
use rust_decimal::Decimal;

/// Returns a caution for each approved area that differs from the catalogue by more than 10 %.
///
/// Only areas that a source calls approved are compared: planned, built-up, administered and core areas are other
/// areas. The number is compared as written, without a hedge such as "about", because the tolerance of 10 % is already
/// wide enough.
pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    let Some(catalogue) = evidence
        .figures
        .iter()
        .find(|figure| is_catalogue_area(figure))
    else {
        return Vec::new();
    };
    let Some(tolerated) = hectares(catalogue).and_then(tolerated) else {
        return Vec::new();
    };
    evidence
        .figures
        .iter()
        .filter(|figure| {
            figure.indicator == catalogue.indicator
                && figure.subject == catalogue.subject
                && figure.scope == catalogue.scope
                && figure.measure.is_level()
                && figure.id != catalogue.id
                && figure.definition.terms().contains(&Term::Approved)
        })
        .filter(|figure| hectares(figure).is_some_and(|stated| !stated.meets(tolerated)))
        .map(|figure| Caution::of_figures(CautionRule::ApprovedArea, [figure, catalogue]))
        .collect()
}

/// Returns the number as written, without its hedge, in hectares. `None` if no source states it or its unit is no area.
fn hectares(figure: &Figure) -> Option<Interval> {
    let written = figure.statement()?.read().as_written();
    match figure.unit() {
        Unit::Hectare => Some(written),
        Unit::SquareKilometre => written.times(Decimal::ONE_HUNDRED),
        _ => None,
    }
}

/// Returns the range from 10 % below the lower end to 10 % above the higher end.
fn tolerated(area: Interval) -> Option<Interval> {
    let low = area.low().number()?.checked_mul(Decimal::new(9, 1))?;
    let high = area.high().number()?.checked_mul(Decimal::new(11, 1))?;
    Interval::new(End::Closed(low), End::Closed(high)).ok()
}
