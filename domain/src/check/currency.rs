//! Checks of currencies: the exchange rate implied by an amount in two currencies, and amounts that fit their neighbours
//! only in the other currency.

use super::{Caution, CautionRule, CheckInput, ReferenceData};
use crate::figure::Figure;
use crate::interval::Interval;
use crate::quantity::Unit;
use crate::series::same_period_length;
use rust_decimal::Decimal;

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
        .chain(
            evidence
                .figures
                .iter()
                .filter_map(|figure| in_other_currency(figure, evidence, references)),
        )
        .collect()
}

/// The largest number of years between an amount and those that it is compared with.
const MAX_YEARS_APART: u16 = 2;

/// Returns a caution if an amount fits those of near years, which are in the other currency, only if it is read in that
/// currency too: as 60.4 yi yuan beside 55 yi dollars of the year before.
fn in_other_currency(
    figure: &Figure,
    evidence: &CheckInput<'_>,
    references: &ReferenceData,
) -> Option<Caution> {
    let is_amount = |figure: &Figure| figure.measure.is_level() && figure.is_usable_as_input();
    let year = figure.period.last_year()?;
    let unit = figure.unit();
    let number = figure.statement()?.read().number();
    let rate = references.rates.of(year)?;
    let converted = match unit {
        Unit::Yuan => number.checked_div(rate)?,
        Unit::Dollar => number.checked_mul(rate)?,
        _ => return None,
    };
    let near: Vec<&Figure> = evidence
        .figures
        .iter()
        .filter(|other| {
            let apart = other.period.last_year().map(|other| other.abs_diff(year));
            is_amount(other)
                && matches!(other.unit(), Unit::Yuan | Unit::Dollar)
                && other.id != figure.id
                && other.indicator == figure.indicator
                && other.definition == figure.definition
                && other.scope == figure.scope
                && other.subject == figure.subject
                && same_period_length(figure, other)
                && apart.is_some_and(|apart| (1..=MAX_YEARS_APART).contains(&apart))
        })
        .collect();
    let fits_only_unconverted = |other: &&Figure| {
        let Some(other_number) = other.statement().map(|it| it.read().number()) else {
            return false;
        };
        other.unit() != unit
            && within(number, other_number, Decimal::TWO)
            && !within(converted, other_number, Decimal::from(3))
    };
    let nearest = near
        .iter()
        .min_by_key(|other| other.period.last_year().map(|other| other.abs_diff(year)))?;
    // Of two amounts either may be wrong; the later one is questioned.
    if near.len() == 1 && nearest.period.last_year() > Some(year) {
        return None;
    }
    (is_amount(figure) && near.iter().all(fits_only_unconverted))
        .then(|| Caution::of_figures(CautionRule::OtherCurrency, [figure, nearest]))
}

/// True if one number is at most `factor` times the other.
fn within(one: Decimal, other: Decimal, factor: Decimal) -> bool {
    let most = |number: Decimal| number.checked_mul(factor);
    most(one).is_some_and(|most| other <= most) && most(other).is_some_and(|most| one <= most)
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
