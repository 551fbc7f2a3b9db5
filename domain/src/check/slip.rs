//! Checks for amounts that are wrong by a power of ten.

use super::{Caution, CautionRule, CheckInput, ReferenceData};
use crate::figure::Figure;
use crate::interval::Interval;
use crate::period::Period;
use crate::quantity::Unit;
use crate::series::same_period_length;
use crate::subject::Subject;
use rust_decimal::Decimal;

/// The powers of ten by which printed numbers are wrong, because of a wrong scale word or a misplaced decimal point.
const POWERS: [u32; 4] = [1, 2, 3, 4];

/// The largest number of years between two figures that are compared.
const MAX_YEARS_APART: u16 = 12;

/// The slowest plausible yearly change: a factor of 0.7, a loss of 30 %.
const SLOWEST: Decimal = Decimal::from_parts(7, 0, 0, false, 1);

/// The fastest plausible yearly change: a factor of 2.5, a growth of 150 %.
const FASTEST: Decimal = Decimal::from_parts(25, 0, 0, false, 1);

pub(super) fn cautions(evidence: &CheckInput<'_>, references: &ReferenceData) -> Vec<Caution> {
    let mut found: Vec<Caution> = Vec::new();
    for figure in evidence.figures.iter().filter(|figure| may_slip(figure)) {
        let slipped = against_neighbours(figure, evidence);
        // Two figures that contradict each other need one caution, not two.
        let already_reported = |caution: &Caution| {
            found.iter().any(|other| {
                caution.figures.len() == 2 && caution.figures.iter().all(|id| other.concerns(id))
            })
        };
        match slipped {
            Some(caution) if !already_reported(&caution) => found.push(caution),
            Some(_) => {}
            None => found.extend(above_total(figure, references)),
        }
    }
    found
}

fn may_slip(figure: &Figure) -> bool {
    figure.measure.is_level() && figure.is_usable_as_input()
}

/// Returns a caution if a figure differs from all comparable figures of near years by the same power of ten.
///
/// The figure itself is compared as printed, the others as corrected. So a corrected figure still shows what was
/// corrected, but does not cause cautions on its neighbours.
fn against_neighbours(figure: &Figure, evidence: &CheckInput<'_>) -> Option<Caution> {
    let year = figure.period.last_year()?;
    let neighbours: Vec<(&Figure, Interval)> = evidence
        .figures
        .iter()
        .filter(|other| other.id != figure.id && may_slip(other) && is_comparable(figure, other))
        .filter_map(|other| {
            let apart = year.abs_diff(other.period.last_year()?);
            let later = year >= other.period.last_year()?;
            (apart <= MAX_YEARS_APART).then_some((
                other,
                plausible(other.statement()?.read().as_written(), apart, later)?,
            ))
        })
        .collect();
    let printed = figure.interval_as_printed();
    let fits = |interval: Interval| neighbours.iter().all(|(_, range)| range.meets(interval));
    if neighbours.iter().any(|(_, range)| range.meets(printed)) {
        return None;
    }
    let power = POWERS.into_iter().find(|power| {
        let factor = Decimal::from(10_u64.pow(*power));
        let shifted = [Some(factor), Decimal::ONE.checked_div(factor)];
        shifted
            .into_iter()
            .flatten()
            .filter_map(|factor| printed.times(factor))
            .any(fits)
    })?;
    let nearest = neighbours
        .iter()
        .map(|(other, _)| *other)
        .min_by_key(|other| other.period.last_year().map(|other| other.abs_diff(year)))?;
    Some(Caution {
        power: Some(power),
        ..Caution::of_figures(CautionRule::UnitSlip, [figure, nearest])
    })
}

/// True if two figures measure the same thing at different times. Groups of different size count as the same: the
/// effect of the size is far less than a power of ten.
fn is_comparable(figure: &Figure, other: &Figure) -> bool {
    // Two areas whose kind is not stated may be different areas.
    let is_open_area = matches!(figure.unit(), Unit::SquareKilometre | Unit::Hectare)
        && figure.definition.is_not_stated();
    !is_open_area
        && figure.indicator == other.indicator
        && figure.definition == other.definition
        && figure.scope == other.scope
        && figure.unit() == other.unit()
        && figure.subject.has_same_name(&other.subject)
        && same_period_length(figure, other)
        && !matches!(figure.period, Period::Undated | Period::Cumulative { .. })
}

/// Returns the plausible range of a figure that is `apart` years after one with this value, or before it if `later` is
/// false.
fn plausible(value: Interval, apart: u16, later: bool) -> Option<Interval> {
    let years = u32::from(apart.max(1));
    let (slow, fast) = (power(SLOWEST, years)?, power(FASTEST, years)?);
    let (least, most) = if later {
        (slow, fast)
    } else {
        (
            Decimal::ONE.checked_div(fast)?,
            Decimal::ONE.checked_div(slow)?,
        )
    };
    Interval::new(value.times(least)?.low(), value.times(most)?.high()).ok()
}

fn power(base: Decimal, exponent: u32) -> Option<Decimal> {
    (0..exponent).try_fold(Decimal::ONE, |product, _| product.checked_mul(base))
}

/// Returns a caution if a figure exceeds the total of all national zones of a class in every near year with a known
/// total.
fn above_total(figure: &Figure, references: &ReferenceData) -> Option<Caution> {
    // Totals limit only zones, and only in one period: a sum over many years may exceed the total of one year.
    let is_sum = matches!(figure.period, Period::Cumulative { .. } | Period::Span(..));
    if figure.subject != Subject::Zone || is_sum {
        return None;
    }
    let year = figure.period.last_year()?;
    let totals: Vec<&Figure> = references
        .totals
        .iter()
        .filter(|total| {
            total.id != figure.id
                && total.indicator == figure.indicator
                && total.unit() == figure.unit()
                && !total.subject.has_same_name(&figure.subject)
                && total
                    .period
                    .last_year()
                    .is_some_and(|other| other.abs_diff(year) <= MAX_YEARS_APART)
        })
        .collect();
    let printed = figure.interval_as_printed();
    let above_all = !totals.is_empty()
        && totals
            .iter()
            .all(|total| printed.is_above(total.interval()));
    let nearest = totals
        .into_iter()
        .min_by_key(|total| total.period.last_year().map(|other| other.abs_diff(year)))?;
    above_all.then(|| Caution::of_figures(CautionRule::AboveNationalTotal, [figure, nearest]))
}
