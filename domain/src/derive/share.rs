//! Derives an absolute amount from a share and its whole.

use super::{DIGITS, Inputs, derived};
use crate::derivation::{Derivation, Rule};
use crate::figure::{Figure, StatementKind};
use crate::measure::Measure;
use crate::quantity::Unit;
use rust_decimal::Decimal;

/// Derives the part. `None` unless the whole that the share refers to is a reported figure of the same indicator,
/// definition and period.
pub fn part_of_whole(share: &Figure, inputs: &Inputs<'_>) -> Option<Figure> {
    if !matches!(share.measure, Measure::Share { .. }) || share.unit() != Unit::Percent {
        return None;
    }
    let whole = inputs.figure(share.level.as_ref())?;
    let comparable = whole.measure.is_level()
        && whole.indicator == share.indicator
        && whole.definition == share.definition
        && whole.period == share.period;
    let reported = [whole, share].iter().all(|figure| {
        figure
            .statement()
            .is_some_and(|s| s.kind == StatementKind::Reported && !s.hedge.has_assumed_width())
    });
    if !comparable || !reported {
        return None;
    }
    let part = share.interval().times(Decimal::new(1, 2))?;
    let amount = derived(
        share,
        "-amount",
        Derivation {
            rule: Rule::PartOfWhole,
            inputs: vec![whole.id.clone(), share.id.clone()],
            assumption: None,
            interval: whole.interval().multiply_outward(part, DIGITS)?,
            unit: whole.unit(),
        },
    )?;
    Some(Figure {
        measure: Measure::Level,
        ..amount
    })
}
