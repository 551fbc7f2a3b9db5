//! Checks of amounts of the same scope and period that cannot all be true.

use super::{Caution, CautionRule, CheckInput, has_same_subject_scope_period};
use crate::definition::Term;
use crate::figure::Figure;
use crate::interval::Interval;
use crate::measure::Measure;
use crate::quantity::Unit;
use rust_decimal::Decimal;

pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    let mut found = Vec::new();
    for gdp in evidence.sound_levels("gdp") {
        let beside = |indicator: &'static str| {
            evidence.sound_levels(indicator).filter(|other| {
                has_same_subject_scope_period(gdp, other) && gdp.unit() == other.unit()
            })
        };
        found.extend(
            beside("industrial-output")
                .filter(|output| !output.definition.terms().contains(&Term::ValueAdded))
                .filter(|output| is_above_twice(gdp, output))
                .map(|output| Caution::of_figures(CautionRule::GdpAboveOutput, [gdp, output])),
        );
        found.extend(
            beside("industrial-value-added")
                .chain(beside("value-added"))
                .filter(|added| added.interval().is_above(gdp.interval()))
                .map(|added| Caution::of_figures(CautionRule::ValueAddedAboveGdp, [added, gdp])),
        );
    }
    for output in evidence.sound_levels("industrial-output") {
        let taxes = evidence
            .sound_levels("tax-revenue")
            .chain(evidence.sound_levels("fiscal-revenue"));
        let above = taxes.filter(|tax| {
            has_same_subject_scope_period(output, tax)
                && output.unit() == tax.unit()
                && tax.interval().is_above(output.interval())
        });
        found.extend(
            above.map(|tax| Caution::of_figures(CautionRule::TaxAboveOutput, [tax, output])),
        );
    }
    found.extend(
        evidence
            .figures
            .iter()
            .filter_map(|share| above_whole(share, evidence)),
    );
    found
}

/// True if GDP exceeds twice the output. A zone with little industry may have a GDP above its output, but not twice as
/// high.
fn is_above_twice(gdp: &Figure, output: &Figure) -> bool {
    output
        .interval()
        .times(Decimal::TWO)
        .is_some_and(|twice| gdp.interval().is_above(twice))
}

/// Returns a caution if a share exceeds 100 %, or if a part exceeds the whole that it refers to.
fn above_whole(share: &Figure, evidence: &CheckInput<'_>) -> Option<Caution> {
    if !share.is_usable_as_input() {
        return None;
    }
    let hundred = Interval::point(Decimal::ONE_HUNDRED);
    let is_share = matches!(share.measure, Measure::Share { .. });
    if is_share && share.unit() == Unit::Percent && share.interval().is_above(hundred) {
        return Some(Caution::of_figures(CautionRule::ShareAboveWhole, [share]));
    }
    let whole = evidence.figures.iter().find(|figure| {
        Some(&figure.id) == share.level.as_ref()
            && share.measure.is_level()
            && figure.unit() == share.unit()
            && figure.is_usable_as_input()
    })?;
    share
        .interval()
        .is_above(whole.interval())
        .then(|| Caution::of_figures(CautionRule::ShareAboveWhole, [share, whole]))
}
