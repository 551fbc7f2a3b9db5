//! Realistic errors. Each case gets one.

use super::case::{Draft, is_reported_zone_level};
use super::extras::{area, area_number, beside, dollars, founding, part, share};
use super::print::{moved_point, other_scale, percent_between, quantity, shifted, transposed};
use super::references::{fen, total_near};
use super::zone::thousandths;
use domain::check::CautionRule;
use domain::definition::Term;
use domain::fact::{EventKind, FactContent};
use domain::measure::Prices;
use domain::quantity::Unit;
use rust_decimal::Decimal;

/// The result of planting an error: `None` if the case cannot be generated.
type Put = Option<()>;

/// The probability, in per cent, that a case contains the statement that reveals its error. In the other cases that
/// statement exists only by chance.
const REVEALED_PERCENT: u8 = 80;

/// Plants one error of the sort that `rule` should find.
pub(super) fn put(draft: &mut Draft<'_>, rule: CautionRule) -> Put {
    match rule {
        CautionRule::GdpAboveOutput => gdp(draft),
        CautionRule::ValueAddedAboveGdp => value_added(draft),
        CautionRule::TaxAboveOutput => tax(draft),
        CautionRule::UnitSlip => slip(draft),
        CautionRule::AboveNationalTotal => total(draft),
        CautionRule::ShareAboveWhole => wrong_share(draft),
        CautionRule::DollarRate => wrong_dollars(draft),
        CautionRule::OtherCurrency => wrong_currency(draft),
        CautionRule::SameAmountTwice => repeated(draft),
        CautionRule::PublishedEarly => forecast(draft),
        CautionRule::ApprovedArea => wrong_area(draft),
        CautionRule::GrowthAgainstLevels => wrong_rate(draft),
        CautionRule::TwoFoundings => wrong_founding(draft),
        CautionRule::NarrowerScope | CautionRule::DoubtedPrint => None,
    }
}

/// Returns a factor from 2 to 12, in thousandths: the size of the host city relative to the zone.
fn city(draft: &mut Draft<'_>) -> u64 {
    draft.rng.u64(2000..=12_000)
}

/// Swaps GDP and output, or uses the GDP of the host city for that of the zone.
fn gdp(draft: &mut Draft<'_>) -> Put {
    let year = draft.any_year()?;
    let place = draft.level("gdp", year)?;
    if draft.rng.bool() {
        let output = draft.level("industrial-output", year)?;
        return swap(draft, place, output);
    }
    if draft.chance(REVEALED_PERCENT) {
        draft.level("industrial-output", year)?;
    }
    let amount = thousandths(draft.zone.amount("gdp", year)?, city(draft));
    draft.replace_amount(place, amount)?;
    draft.mark_wrong(place)
}

/// Swaps the numbers of two figures. Both are wrong then.
fn swap(draft: &mut Draft<'_>, one: usize, other: usize) -> Put {
    let (first, second) = (draft.quantity(one)?, draft.quantity(other)?);
    let hedges = (draft.statement(one)?.hedge, draft.statement(other)?.hedge);
    draft.replace(one, second)?;
    draft.replace(other, first)?;
    draft.statement(one)?.hedge = hedges.1;
    draft.statement(other)?.hedge = hedges.0;
    for place in [one, other] {
        draft.statement(place)?.also = None;
        draft.mark_wrong(place)?;
    }
    Some(())
}

/// Uses output for value added, uses the value added of the host city for that of the zone, or swaps value added and
/// GDP.
fn value_added(draft: &mut Draft<'_>) -> Put {
    let year = draft.any_year()?;
    let place = draft.level("industrial-value-added", year)?;
    let amount = match draft.rng.u8(0..3) {
        0 => draft.zone.amount("industrial-output", year)?,
        1 => {
            let own = draft.zone.amount("industrial-value-added", year)?;
            thousandths(own, city(draft))
        }
        _ => {
            let gdp = draft.level("gdp", year)?;
            return swap(draft, place, gdp);
        }
    };
    if draft.chance(REVEALED_PERCENT) {
        draft.level("gdp", year)?;
    }
    draft.replace_amount(place, amount)?;
    draft.mark_wrong(place)
}

/// Uses the next larger scale word for fiscal revenue, or moves its decimal point.
fn tax(draft: &mut Draft<'_>) -> Put {
    let year = draft.any_year()?;
    let place = draft.level("fiscal-revenue", year)?;
    if draft.chance(REVEALED_PERCENT) {
        draft.level("industrial-output", year)?;
    }
    let right = draft.quantity(place)?;
    let larger = if draft.chance(65) {
        other_scale(draft.rng, right, true)
    } else {
        None
    };
    let wrong = match larger {
        Some(wrong) => wrong,
        None => shifted(right, true)?,
    };
    draft.replace(place, wrong)?;
    draft.mark_wrong(place)
}

/// Prints a dollar amount with the sign of the yuan, beside the dollar amount of the year before.
fn wrong_currency(draft: &mut Draft<'_>) -> Put {
    let year = draft.any_year()?;
    let place = draft.dollar_level("foreign-trade", year)?;
    if draft.chance(REVEALED_PERCENT) {
        draft.dollar_level("foreign-trade", year - 1)?;
    }
    let right = draft.quantity(place)?;
    draft.replace(place, quantity(right.digits(), right.scale(), Unit::Yuan)?)?;
    draft.mark_wrong(place)
}

/// Prints the amount of the year before.
fn repeated(draft: &mut Draft<'_>) -> Put {
    let indicators = [
        "gdp",
        "industrial-output",
        "fiscal-revenue",
        "foreign-trade",
    ];
    let indicator = *draft.rng.choice(&indicators)?;
    let year = draft.any_year()?;
    let place = draft.level(indicator, year)?;
    let before = draft.zone.amount(indicator, year.checked_sub(1)?)?;
    let before = match draft.find_level(indicator, year - 1) {
        Some(stated) => draft.quantity(stated)?,
        None => {
            draft.replace_amount(place, before)?;
            draft.quantity(place)?
        }
    };
    draft.replace(place, before)?;
    draft.statement(place)?.also = None;
    if draft.chance(REVEALED_PERCENT) && draft.find_level(indicator, year - 1).is_none() {
        let earlier = draft.level(indicator, year - 1)?;
        draft.replace(earlier, before)?;
    }
    draft.mark_wrong(place)
}

/// Reports a number in the year itself, before it is over.
fn forecast(draft: &mut Draft<'_>) -> Put {
    let indicators = ["gdp", "industrial-output", "fiscal-revenue"];
    let indicator = *draft.rng.choice(&indicators)?;
    let year = draft.any_year()?;
    let place = draft.level(indicator, year)?;
    let amount = thousandths(
        draft.zone.amount(indicator, year)?,
        draft.rng.u64(900..=1100),
    );
    draft.replace_amount(place, amount)?;
    let month = draft.rng.u8(1..=12);
    let date = if draft.chance(REVEALED_PERCENT) {
        Some(format!("{year}-{month:02}-15"))
    } else {
        Some(year.to_string())
    };
    draft.date_source(place, date?.parse().ok()?)?;
    draft.mark_wrong(place)
}

/// Changes the scale word or moves the decimal point by one place, in any level of the zone.
fn slip(draft: &mut Draft<'_>) -> Put {
    let levels: Vec<usize> = (0..draft.case.figures.len())
        .filter(|place| {
            draft.case.figures.get(*place).is_some_and(|figure| {
                is_reported_zone_level(figure)
                    && figure.indicator.as_str() != "area"
                    && figure.period.chart_year().is_some()
            })
        })
        .collect();
    let place = *draft.rng.choice(&levels)?;
    let right = draft.quantity(place)?;
    let word = draft.rng.bool();
    let wrong = match word.then(|| other_scale(draft.rng, right, false)).flatten() {
        Some(wrong) => wrong,
        None => moved_point(draft.rng, right)?,
    };
    draft.replace(place, wrong)?;
    draft.mark_wrong(place)
}

/// Uses the next larger scale word, or the national figure for that of the zone.
fn total(draft: &mut Draft<'_>) -> Put {
    let totalled = [
        "gdp",
        "industrial-output",
        "industrial-value-added",
        "fiscal-revenue",
        "foreign-trade",
    ];
    let indicator = *draft.rng.choice(&totalled)?;
    let year = draft.any_year()?;
    let place = draft.level(indicator, year)?;
    let right = draft.quantity(place)?;
    let larger = if draft.chance(65) {
        other_scale(draft.rng, right, true)
    } else {
        None
    };
    match (larger, total_near(indicator, year)) {
        (Some(wrong), _) => draft.replace(place, wrong)?,
        (None, Some(total)) => {
            let nation = total.saturating_mul(draft.rng.u64(2..=12));
            draft.replace_amount(place, nation)?;
        }
        (None, None) => draft.replace(place, shifted(right, true)?)?,
    }
    draft.mark_wrong(place)
}

/// Moves the decimal point of a share, states the share of a smaller whole, or uses the figure of the host city for a
/// part of the zone.
fn wrong_share(draft: &mut Draft<'_>) -> Put {
    let place = match draft.rng.u8(0..3) {
        0 => {
            let year = draft.any_year()?;
            let place = share(draft, year)?;
            let right = draft.quantity(place)?;
            let wrong = moved_point(draft.rng, right)?;
            draft.replace(place, wrong)?;
            place
        }
        1 => {
            let year = draft.any_year()?;
            let place = share(draft, year)?;
            let right = draft.quantity(place)?;
            let factor = Decimal::new(draft.rng.i64(20..=120), 1);
            let digits = right.digits().checked_mul(factor)?.round_dp(1);
            draft.replace(place, quantity(digits, right.scale(), Unit::Percent)?)?;
            place
        }
        _ => {
            let place = part(draft)?;
            let amount = draft.quantity(place)?.number();
            let amount = thousandths(u64::try_from(amount.trunc()).ok()?, city(draft));
            draft.replace_amount(place, amount)?;
            place
        }
    };
    draft.mark_wrong(place)
}

/// Swaps two digits of the dollar amount, states the yuan amount as dollars, or uses an exchange rate 10 to 15 years
/// off.
fn wrong_dollars(draft: &mut Draft<'_>) -> Put {
    let year = draft.any_year()?;
    let digits = draft.rng.u32(2..=4);
    let place = dollars(draft, year, digits)?;
    let yuan = draft.quantity(place)?;
    let dollar = draft.statement(place)?.also?;
    let wrong = match draft.rng.u8(0..3) {
        0 => transposed(draft.rng, dollar),
        1 => quantity(yuan.digits(), yuan.scale(), Unit::Dollar),
        _ => {
            let apart = draft.rng.u16(10..=15);
            let other = if draft.rng.bool() {
                year + apart
            } else {
                year - apart
            };
            return beside(draft, place, fen(other) * 1000, digits)
                .and_then(|()| draft.mark_wrong(place));
        }
    };
    let wrong = match wrong {
        Some(wrong) => wrong,
        // A number such as 7 or 77 has no digits to swap.
        None => moved_point(draft.rng, dollar)?,
    };
    draft.statement(place)?.also = Some(wrong);
    draft.mark_wrong(place)
}

/// Uses the planned, administered or core area for the approved one, or moves the decimal point.
fn wrong_area(draft: &mut Draft<'_>) -> Put {
    let approved = draft.zone.hectares;
    let place = area(draft, Some(Term::Approved), approved)?;
    let part = match draft.rng.u8(0..6) {
        0 => {
            let right = draft.quantity(place)?;
            let wrong = moved_point(draft.rng, right)?;
            draft.replace(place, wrong)?;
            return draft.mark_wrong(place);
        }
        1 => draft.rng.u64(30..=900),
        _ => draft.rng.u64(2000..=40_000),
    };
    let number = area_number(draft, thousandths(approved, part), 3)?;
    draft.replace(place, number)?;
    draft.mark_wrong(place)
}

/// Moves the decimal point of a growth rate or inverts its sign.
fn wrong_rate(draft: &mut Draft<'_>) -> Put {
    let (indicator, prices) = match draft.rng.u8(0..8) {
        0..4 => ("fiscal-revenue", Prices::NotStated),
        4..6 => ("foreign-trade", Prices::NotStated),
        6 => ("industrial-output", Prices::Current),
        // Neither the source nor the indicator states the prices of this rate.
        _ => ("industrial-output", Prices::NotStated),
    };
    let mut years = draft.years.clone();
    draft.rng.shuffle(&mut years);
    // A rate of zero is skipped: neither error would change it.
    let (year, right) = years.into_iter().find_map(|year| {
        let (before, after) = draft.two_years(indicator, year)?;
        let rate = percent_between(before, after, false)?;
        (!rate.digits().is_zero()).then_some((year, rate))
    })?;
    draft.level(indicator, year)?;
    if draft.chance(REVEALED_PERCENT) {
        draft.level(indicator, year - 1)?;
    }
    let wrong = if draft.rng.bool() {
        quantity(-right.digits(), right.scale(), right.unit())?
    } else {
        moved_point(draft.rng, right)?
    };
    let place = draft.add_rate(indicator, year, prices, wrong)?;
    draft.mark_wrong(place)
}

/// Adds a founding date that is one to ten years or one month off, usually in addition to a correct one.
fn wrong_founding(draft: &mut Draft<'_>) -> Put {
    if !draft.chance(REVEALED_PERCENT) {
        draft.case.facts.retain(|fact| !is_founding(&fact.about));
    }
    let (year, month) = (draft.zone.founded, draft.zone.month);
    let place = if draft.chance(30) {
        let other = if month == 12 { 11 } else { month + 1 };
        draft.event(EventKind::Founded, &format!("{year}-{other:02}"), None)?
    } else {
        let apart = draft.rng.u16(1..=10);
        let other = if draft.rng.bool() {
            year + apart
        } else {
            year - apart
        };
        founding(draft, other, month)?
    };
    let id = draft.case.facts.get(place)?.id.to_string();
    draft.case.wrong.push(id);
    Some(())
}

const fn is_founding(about: &FactContent) -> bool {
    matches!(
        about,
        FactContent::Event {
            kind: EventKind::Founded,
            of: None,
            ..
        }
    )
}
