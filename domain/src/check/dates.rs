//! Checks whether a source can know the figure that it reports.

use super::{Caution, CautionRule, CheckInput};
use crate::figure::{Figure, StatementKind};
use crate::period::Period;

pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    evidence
        .figures
        .iter()
        .filter(|figure| is_early(figure, evidence).unwrap_or(false))
        .map(|figure| Caution::of_figures(CautionRule::PublishedEarly, [figure]))
        .collect()
}

/// True if the source was published before the period of a reported amount was over. Such an amount is a forecast, or one
/// of the two dates is wrong. `None` if a date is unknown. A state at a date has no end that it must wait for.
fn is_early(figure: &Figure, evidence: &CheckInput<'_>) -> Option<bool> {
    let statement = figure.statement()?;
    let source = &statement.receipt.source;
    let source = evidence.sources.iter().find(|other| other.id == *source)?;
    let published = source.date?.last_day();
    let is_flow = matches!(figure.period, Period::Year(_)) || figure.period.is_part_of_year();
    if !is_flow || !figure.measure.is_level() {
        return None;
    }
    let (_, end) = figure.period.days();
    Some(statement.kind == StatementKind::Reported && published < end?)
}
