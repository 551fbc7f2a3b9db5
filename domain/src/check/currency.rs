//! An amount in two currencies whose rate no year explains.

use super::{Caution, CautionRule, Evidence, References};
use crate::figure::Figure;
use crate::interval::Interval;
use crate::quantity::Unit;

/// How far the implied rate may be from the average of the year, in per cent.
const TOLERANCE: i64 = 5;

/// Digits the implied rate keeps.
const DIGITS: u32 = 8;

pub(super) fn cautions(evidence: &Evidence<'_>, references: &References) -> Vec<Caution> {
    evidence
        .figures
        .iter()
        .filter(|figure| is_off(figure, evidence, references))
        .map(|figure| Caution::of_figures(CautionRule::DollarRate, [figure]))
        .collect()
}

/// Whether the rate is off both that of the figure's year and that of the year in which its source
/// appeared: writers convert at the rate of either.
fn is_off(figure: &Figure, evidence: &Evidence<'_>, references: &References) -> bool {
    let Some(implied) = implied_rate(figure) else {
        return false;
    };
    let source = figure
        .receipt()
        .and_then(|receipt| evidence.sources.iter().find(|s| s.id == receipt.source));
    let years = [
        figure.period.last_year(),
        figure.period.last_year().map(|year| year + 1),
        source
            .and_then(|source| source.date)
            .map(|date| date.year()),
    ];
    let mut bands = years
        .into_iter()
        .flatten()
        .filter_map(|year| references.rates.about(year, TOLERANCE))
        .peekable();
    bands.peek().is_some() && bands.all(|band| !band.meets(implied))
}

/// Yuan for a dollar, by the two numbers as written: both were rounded from one amount, whatever
/// hedge stands before them.
fn implied_rate(figure: &Figure) -> Option<Interval> {
    let statement = figure.statement()?;
    let (one, other) = (statement.quantity, statement.also?);
    let (yuan, dollar) = match (one.unit(), other.unit()) {
        (Unit::Yuan, Unit::Dollar) => (one, other),
        (Unit::Dollar, Unit::Yuan) => (other, one),
        _ => return None,
    };
    yuan.as_written()
        .divide_outward(dollar.as_written(), DIGITS)
}
