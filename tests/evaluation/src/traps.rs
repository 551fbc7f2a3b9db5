//! Traps: correct statements that may mislead a check. Each case has one.

use super::case::{Draft, words};
use super::extras::{area, area_number, beside, dollars, target};
use super::print::percent_between;
use super::references::{fen, total_near};
use super::zone::{History, LAST, thousandths};
use domain::definition::Term;
use domain::fact::EventKind;
use domain::figure::Figure;
use domain::measure::{Measure, Prices};
use domain::period::Period;
use domain::subject::{Scope, Subject};
use fastrand::Rng;

/// The result of adding a trap: `None` if the case cannot be generated.
type Set = Option<()>;

/// The traps, except for those in the past of the zone. The cases use them in turn.
const TRAPS: [fn(&mut Draft<'_>) -> Set; 14] = [
    revision,
    other_areas,
    rounded_area,
    whole_rates,
    rounded_dollars,
    next_years_dollars,
    many_foundings,
    far_targets,
    constant_prices,
    half_years,
    other_definition,
    larger_places,
    narrower_scopes,
    sums_and_undated,
];

/// The number of turns after [`TRAPS`] that use a past of the zone.
const PASTS: usize = 2;

fn turn(index: u32) -> usize {
    usize::try_from(index).unwrap_or_default() % (TRAPS.len() + PASTS)
}

/// Returns the past of the zone of a case. A leap is rarer than a fall.
pub(super) fn past(index: u32, rng: &mut Rng) -> History {
    match turn(index).checked_sub(TRAPS.len()) {
        None => History::Plain,
        Some(0) => History::Service,
        Some(_) if rng.u8(0..3) == 0 => History::Leap,
        Some(_) => History::Fall,
    }
}

/// Adds the trap of a case.
pub(super) fn set(draft: &mut Draft<'_>, index: u32) -> Set {
    TRAPS.get(turn(index)).map_or(Some(()), |trap| trap(draft))
}

/// Returns an indicator whose growth rates are nominal.
fn nominal(draft: &mut Draft<'_>) -> &'static str {
    if draft.rng.bool() {
        "fiscal-revenue"
    } else {
        "foreign-trade"
    }
}

/// Two sources differ because a level was revised. The growth rate is computed from either level, and the revised level
/// is not always stated.
fn revision(draft: &mut Draft<'_>) -> Set {
    let indicator = match draft.rng.u8(0..3) {
        0 => "gdp",
        _ => nominal(draft),
    };
    let year = draft.any_year()?;
    draft.level(indicator, year - 1)?;
    draft.level(indicator, year)?;
    let (before, after) = draft.two_years(indicator, year)?;
    let points = draft.rng.u64(20..=160);
    let part = if draft.rng.bool() {
        1000 - points
    } else {
        1000 + points
    };
    let revised = thousandths(before, part);
    if draft.chance(80) {
        let author = draft.author(year)?;
        draft.add_amount(indicator, Period::Year(year - 1), revised, &author)?;
    }
    let base = if draft.rng.bool() { before } else { revised };
    if indicator != "gdp" {
        let rate = percent_between(base, after, false)?;
        draft.add_rate(indicator, year, Prices::NotStated, rate)?;
    }
    Some(())
}

/// A core area far below the approved area, and an administered and a planned area far above it.
fn other_areas(draft: &mut Draft<'_>) -> Set {
    let approved = draft.zone.hectares;
    let core = thousandths(approved, draft.rng.u64(30..=300));
    area(draft, Some(Term::Core), core)?;
    let administered = thousandths(approved, draft.rng.u64(3000..=40_000));
    area(draft, Some(Term::Administered), administered)?;
    let planned = thousandths(approved, draft.rng.u64(2000..=20_000));
    area(draft, Some(Term::Planned), planned).map(|_| ())
}

/// An approved area that differs by up to 6 % through rounding. One in ten zones was enlarged after the catalogue
/// instead.
fn rounded_area(draft: &mut Draft<'_>) -> Set {
    let approved = draft.zone.hectares;
    let part = if draft.chance(10) {
        draft.rng.u64(1200..=3000)
    } else {
        *draft.rng.choice(&[940, 960, 1040, 1060])?
    };
    let place = area(draft, Some(Term::Approved), approved)?;
    let number = area_number(draft, thousandths(approved, part), 2)?;
    draft.replace(place, number)
}

/// Growth rates without decimal places, between two levels that are both stated.
fn whole_rates(draft: &mut Draft<'_>) -> Set {
    for _ in 0..3 {
        let (indicator, year) = (nominal(draft), draft.any_year()?);
        draft.level(indicator, year - 1)?;
        draft.level(indicator, year)?;
        draft.rate(indicator, year, Prices::NotStated, true)?;
    }
    Some(())
}

/// Dollar amounts with two digits, at the rate of the year.
fn rounded_dollars(draft: &mut Draft<'_>) -> Set {
    for _ in 0..3 {
        let year = draft.any_year()?;
        dollars(draft, year, 2)?;
    }
    Some(())
}

/// Dollar amounts at the rate of the following year, in which the figure was published.
fn next_years_dollars(draft: &mut Draft<'_>) -> Set {
    for _ in 0..2 {
        let year = draft.any_year()?;
        let place = draft.level("gdp", year)?;
        let digits = draft.rng.u32(2..=4);
        beside(draft, place, fen(year + 1) * 1000, digits)?;
    }
    Some(())
}

/// Different years of founding, approval, upgrade and renaming, and predecessors that were founded earlier.
fn many_foundings(draft: &mut Draft<'_>) -> Set {
    let first = draft.zone.founded;
    for of in ["an old park", "its east park"] {
        let year = first - draft.rng.u16(0..=12);
        draft.event(EventKind::Founded, &year.to_string(), Some(of))?;
    }
    for kind in [EventKind::Approved, EventKind::Upgraded, EventKind::Renamed] {
        let year = first + draft.rng.u16(0..=12);
        draft.event(kind, &year.to_string(), None)?;
    }
    Some(())
}

/// Targets that are 4 to 12 times the reported amount.
fn far_targets(draft: &mut Draft<'_>) -> Set {
    target(draft, 4000, 12_000)?;
    target(draft, 4000, 12_000).map(|_| ())
}

/// Growth rates at constant prices between nominal levels.
fn constant_prices(draft: &mut Draft<'_>) -> Set {
    for indicator in ["industrial-output", "gdp", "fiscal-revenue"] {
        let year = draft.any_year()?;
        draft.level(indicator, year - 1)?;
        draft.level(indicator, year)?;
        draft.rate(indicator, year, Prices::Constant, false)?;
    }
    Some(())
}

/// Half-year figures next to full-year ones, with a growth rate between two half years.
fn half_years(draft: &mut Draft<'_>) -> Set {
    let year = draft.any_year()?;
    // The second half of a year is usually the larger one. The proportion is similar for all indicators.
    let seasons = [year - 1, year].map(|_| draft.rng.u64(400..=530));
    for indicator in ["gdp", "industrial-output", "fiscal-revenue"] {
        let (before, after) = draft.two_years(indicator, year)?;
        let mut half = |amount, season| {
            let season = thousandths(season, draft.rng.u64(960..=1040));
            thousandths(amount, season)
        };
        let halves = [half(before, seasons[0]), half(after, seasons[1])];
        for (year, half) in [year - 1, year].into_iter().zip(halves) {
            let author = draft.author(year)?;
            draft.add_amount(indicator, Period::Half(year, 1), half, &author)?;
        }
        let rate = percent_between(halves[0], halves[1], false)?;
        let place = draft.add_rate(indicator, year, Prices::NotStated, rate)?;
        let figure = draft.figure(place)?;
        figure.period = Period::Half(year, 1);
        figure.measure = Measure::Change {
            from: Period::Half(year - 1, 1),
            prices: Prices::NotStated,
        };
    }
    Some(())
}

/// An indicator with another definition, and with its own growth rate.
fn other_definition(draft: &mut Draft<'_>) -> Set {
    let (indicator, term, part) = match draft.rng.u8(0..4) {
        0 => ("industrial-output", Term::AboveScale, 850..=980),
        // Sources sometimes call industrial value added "output".
        1 => ("industrial-output", Term::ValueAdded, 200..=350),
        _ => ("fiscal-revenue", Term::GeneralBudget, 300..=700),
    };
    let part = draft.rng.u64(part);
    let year = draft.any_year()?;
    draft.level("gdp", year)?;
    for year in [year - 1, year] {
        draft.level(indicator, year)?;
        let amount = thousandths(draft.zone.amount(indicator, year)?, part);
        let author = draft.author(year)?;
        let place = draft.add_amount(indicator, Period::Year(year), amount, &author)?;
        draft.figure(place)?.definition = vec![term].into();
    }
    let whole = draft.chance(50);
    let place = draft.rate(indicator, year, Prices::NotStated, whole)?;
    draft.figure(place)?.definition = vec![term].into();
    Some(())
}

/// Figures of the host city, and sometimes of the nation, next to those of the zone.
fn larger_places(draft: &mut Draft<'_>) -> Set {
    let year = draft.any_year()?;
    let size = draft.rng.u64(2000..=12_000);
    for indicator in ["gdp", "industrial-output", "foreign-trade"] {
        let part = thousandths(size, draft.rng.u64(800..=1200));
        let amount = thousandths(draft.zone.amount(indicator, year)?, part);
        add_place_figure(draft, indicator, year, amount, "the city")?;
    }
    if draft.chance(25) {
        let nation = total_near("foreign-trade", year)?.saturating_mul(draft.rng.u64(2..=8));
        add_place_figure(draft, "foreign-trade", year, nation, "the nation")?;
    }
    Some(())
}

fn add_place_figure(
    draft: &mut Draft<'_>,
    indicator: &str,
    year: u16,
    amount: u64,
    name: &str,
) -> Set {
    let author = draft.author(year)?;
    let place = draft.add_amount(indicator, Period::Year(year), amount, &author)?;
    draft.figure(place)?.subject = Subject::Place { name: words(name) };
    Some(())
}

/// Figures of a predecessor, an industry and a key area, far below those of the zone.
fn narrower_scopes(draft: &mut Draft<'_>) -> Set {
    let scopes: [Scope; 3] = [
        Scope::Predecessor {
            name: words("an old park"),
        },
        Scope::Industry {
            name: words("cars"),
        },
        Scope::KeyArea {
            name: words("the core"),
        },
    ];
    for scope in scopes {
        let indicator = *draft.rng.choice(&["gdp", "industrial-output"])?;
        let mut part = draft.rng.u64(20..=700);
        for year in draft.years.clone() {
            part = thousandths(part, draft.rng.u64(800..=1250)).min(900);
            let amount = thousandths(draft.zone.amount(indicator, year)?, part);
            let author = draft.author(year)?;
            let place = draft.add_amount(indicator, Period::Year(year), amount, &author)?;
            let figure: &mut Figure = draft.figure(place)?;
            figure.scope = scope.clone();
        }
    }
    Some(())
}

/// A sum over many years next to single years, and a level without a stated year.
fn sums_and_undated(draft: &mut Draft<'_>) -> Set {
    let indicator = "fixed-asset-investment";
    let mut sum = 0;
    for year in draft.zone.first..=LAST {
        sum += draft.zone.amount(indicator, year)?;
    }
    let author = draft.author(LAST)?;
    let until = Period::Cumulative {
        from: None,
        until: Some(LAST.to_string().parse().ok()?),
    };
    draft.add_amount(indicator, until, sum, &author)?;
    for year in draft.years.clone() {
        draft.level(indicator, year)?;
    }
    let year = draft.any_year()?;
    let place = dollars(draft, year, 3)?;
    draft.figure(place)?.period = Period::Undated;
    Some(())
}
