//! Checks whether the exchange rate implied by an amount in two currencies is plausible.

use super::{Caution, CautionRule, CheckInput, ReferenceData};
use crate::figure::Figure;
use crate::interval::Interval;
use crate::quantity::Unit;

/// The largest tolerated difference between the implied rate and the yearly average, in per cent.
const TOLERANCE: i64 = 5;

/// Significant digits of the implied rate.
const DIGITS: u32 = 8;

pub(super) fn cautions(evidence: &CheckInput<'_>, references: &ReferenceData) -> Vec<Caution> {
    evidence
        .figures
        .iter()
        .filter(|figure| is_off(figure, evidence, references))
        .map(|figure| Caution::of_figures(CautionRule::DollarRate, [figure]))
        .collect()
}

/// True if the implied rate is not within the tolerance of any of these average rates: of the figure's year, of the
/// year after it, and of the year in which the source appeared. Writers convert at any of them. False if none of these
/// rates is known.
fn is_off(figure: &Figure, evidence: &CheckInput<'_>, references: &ReferenceData) -> bool {
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

/// Returns the implied yuan per dollar, from the two numbers as written. Hedges are ignored: both numbers are roundings
/// of one amount.
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
