//! Correct statements besides levels: areas, dates, shares, parts, targets, dollar amounts.

use super::case::{Draft, NewSource, words};
use super::print::{ScaleLanguage, percent, quantity, write_as};
use super::references::fen;
use super::zone::thousandths;
use domain::catalogue::CATALOGUE_SOURCE;
use domain::definition::Term;
use domain::fact::EventKind;
use domain::figure::StatementKind;
use domain::id::FigureId;
use domain::measure::Measure;
use domain::period::Period;
use domain::quantity::{Hedge, Quantity, Scale, Unit};
use domain::subject::Scope;
use rust_decimal::Decimal;

/// Adds each kind of statement with a fixed probability.
pub(super) fn add(draft: &mut Draft<'_>) -> Option<()> {
    if draft.chance(95) {
        catalogue_area(draft)?;
    }
    if draft.chance(50) {
        let hectares = draft.zone.hectares;
        area(draft, Some(Term::Approved), hectares)?;
    }
    if draft.chance(40) {
        let hectares = thousandths(draft.zone.hectares, draft.rng.u64(300..=20_000));
        let terms = [None, Some(Term::Planned), Some(Term::Developed)];
        let term = draft.rng.choice(&terms).copied().flatten();
        area(draft, term, hectares)?;
    }
    dates(draft)?;
    if draft.chance(25) {
        let year = draft.any_year()?;
        share(draft, year)?;
    }
    if draft.chance(25) {
        part(draft)?;
    }
    if draft.chance(25) {
        target(draft, 1500, 3000)?;
    }
    if draft.chance(15) {
        let year = draft.any_year()?;
        dollars(draft, year, 3)?;
    }
    Some(())
}

/// Adds the approved area of the catalogue. Returns its index in the figures.
fn catalogue_area(draft: &mut Draft<'_>) -> Option<usize> {
    let hectares = Decimal::new(i64::try_from(draft.zone.hectares).ok()? * 100, 2);
    let author = NewSource {
        id: CATALOGUE_SOURCE.parse().ok()?,
        tongue: ScaleLanguage::Chinese,
    };
    let number = quantity(hectares, Scale::One, Unit::Hectare)?;
    let place = draft.add("area", Period::AsOf("2018".parse().ok()?), number, &author)?;
    draft.figure(place)?.definition = vec![Term::Approved].into();
    Some(place)
}

/// Adds an area in hectares or square kilometres, rounded to three or four digits. Returns its index in the figures.
pub(super) fn area(draft: &mut Draft<'_>, term: Option<Term>, hectares: u64) -> Option<usize> {
    let year = draft.any_year()?;
    let number = area_number(draft, hectares, 3)?;
    let author = draft.author(year)?;
    let place = draft.add(
        "area",
        Period::AsOf(year.to_string().parse().ok()?),
        number,
        &author,
    )?;
    draft.figure(place)?.definition = term.into_iter().collect::<Vec<_>>().into();
    if draft.chance(15) {
        draft.statement(place)?.hedge = Hedge::About;
    }
    Some(place)
}

/// Returns an area as a source prints it: usually in square kilometres, rounded to `digits` or one more digits.
pub(super) fn area_number(draft: &mut Draft<'_>, hectares: u64, digits: u32) -> Option<Quantity> {
    let mut number = Decimal::from(hectares.max(1));
    let unit = if draft.chance(75) {
        number.set_scale(2).ok()?;
        Unit::SquareKilometre
    } else {
        Unit::Hectare
    };
    let digits = digits + draft.rng.u32(0..=1);
    quantity(number.round_sf(digits)?.normalize(), Scale::One, unit)
}

/// Adds the founding date from one or two sources, and sometimes the approval and the founding of a predecessor.
fn dates(draft: &mut Draft<'_>) -> Option<()> {
    let (year, month) = (draft.zone.founded, draft.zone.month);
    for _ in 0..draft.rng.u8(1..=2) {
        founding(draft, year, month)?;
    }
    if draft.chance(60) {
        let approved = year + draft.rng.u16(0..=8);
        draft.event(EventKind::Approved, &approved.to_string(), None)?;
    }
    if draft.chance(25) {
        let earlier = year - draft.rng.u16(1..=12);
        draft.event(
            EventKind::Founded,
            &earlier.to_string(),
            Some("an old park"),
        )?;
    }
    Some(())
}

/// Adds a founding event. Its date has the precision of a year, a month or a day.
pub(super) fn founding(draft: &mut Draft<'_>, year: u16, month: u8) -> Option<usize> {
    let date = match draft.rng.u8(0..3) {
        0 => year.to_string(),
        1 => format!("{year}-{month:02}"),
        // The day is always the same, so that sources with a day agree.
        _ => format!("{year}-{month:02}-18"),
    };
    draft.event(EventKind::Founded, &date, None)
}

/// Adds the share of a zone in its host city. Returns its index in the figures.
pub(super) fn share(draft: &mut Draft<'_>, year: u16) -> Option<usize> {
    let tenths = draft.rng.i64(30..=600);
    let whole = draft.chance(30);
    let number = percent(Decimal::new(tenths, 1), whole)?;
    let author = draft.author(year)?;
    let indicators = ["gdp", "industrial-output", "foreign-trade"];
    let indicator = *draft.rng.choice(&indicators)?;
    let place = draft.add(indicator, Period::Year(year), number, &author)?;
    draft.figure(place)?.measure = Measure::Share {
        of: words("the city"),
    };
    Some(place)
}

/// Adds the output of one industry and the output of the whole zone. Returns the index of the industry's figure.
pub(super) fn part(draft: &mut Draft<'_>) -> Option<usize> {
    let year = draft.any_year()?;
    let whole = draft.level("industrial-output", year)?;
    let amount = draft.zone.amount("industrial-output", year)?;
    let amount = thousandths(amount, draft.rng.u64(50..=850));
    let author = draft.author(year)?;
    let place = draft.add_amount("industrial-output", Period::Year(year), amount, &author)?;
    let whole: FigureId = draft.figure(whole)?.id.clone();
    let figure = draft.figure(place)?;
    figure.level = Some(whole);
    figure.scope = Scope::Industry {
        name: words("machines"),
    };
    Some(place)
}

/// Adds a target one to five years ahead. It is `least` to `most` thousandths of the present amount.
pub(super) fn target(draft: &mut Draft<'_>, least: u64, most: u64) -> Option<usize> {
    let year = draft.any_year()?;
    let indicators = ["gdp", "industrial-output", "fiscal-revenue"];
    let indicator = *draft.rng.choice(&indicators)?;
    let amount = draft.zone.amount(indicator, year)?;
    let amount = thousandths(amount, draft.rng.u64(least..=most));
    let author = draft.author(year)?;
    let ahead = Period::Year(year + draft.rng.u16(1..=5));
    let place = draft.add_amount(indicator, ahead, amount, &author)?;
    draft.statement(place)?.kind = StatementKind::Target;
    Some(place)
}

/// Adds a dollar amount to the level of a year, at the exchange rate of that year or of the year of publication.
/// Returns the index of the level.
pub(super) fn dollars(draft: &mut Draft<'_>, year: u16, digits: u32) -> Option<usize> {
    let indicators = [
        "gdp",
        "industrial-output",
        "foreign-trade",
        "fiscal-revenue",
    ];
    let indicator = *draft.rng.choice(&indicators)?;
    let place = draft.level(indicator, year)?;
    let source = draft.figure(place)?.receipt()?.source.clone();
    let date = draft
        .case
        .sources
        .iter()
        .find(|other| other.id == source)?
        .date;
    let converted = match date {
        Some(date) if draft.rng.bool() => date.year(),
        _ => year,
    };
    // The rate of one day differs from the yearly average.
    let rate = thousandths(fen(converted) * 1000, draft.rng.u64(985..=1015));
    beside(draft, place, rate, digits)?;
    Some(place)
}

/// Adds a dollar amount to the level at `place`. `rate` is the price of a dollar in thousandths of a fen.
pub(super) fn beside(draft: &mut Draft<'_>, place: usize, rate: u64, digits: u32) -> Option<()> {
    let yuan = draft.quantity(place)?;
    let amount = yuan
        .number()
        .checked_mul(Decimal::from(100_000))?
        .checked_div(Decimal::from(rate))?;
    let amount = u64::try_from(amount.trunc()).ok()?;
    let tongue = ScaleLanguage::of(yuan);
    let (dollar, _) = write_as(
        draft.rng,
        amount,
        Unit::Dollar,
        tongue,
        Hedge::Exact,
        digits,
    )?;
    draft.statement(place)?.also = Some(dollar);
    Some(())
}
