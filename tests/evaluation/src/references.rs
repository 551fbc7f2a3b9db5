//! The reference data of the checks: exchange rates, totals of all national zones, indicators.

use super::case::words;
use super::print::stated;
use domain::check::ReferenceData;
use domain::exchange::ExchangeRate;
use domain::figure::Figure;
use domain::indicator::{ChartGroup, Family, Growth, Indicator};
use domain::period::Period;
use domain::quantity::Quantity;
use domain::subject::Subject;
use rust_decimal::Decimal;

/// The first year with an exchange rate.
const FIRST: u16 = 1994;

/// The last year with an exchange rate.
const LAST: u16 = 2024;

/// The yearly average price of a dollar in fen, from 1994 on. The precision is sufficient for generated zones.
const FEN: [u16; 31] = [
    862, 835, 831, 829, 828, 828, 828, 828, 828, 828, 828, 819, 797, 761, 695, 683, 677, 646, 631,
    620, 614, 623, 664, 676, 662, 691, 690, 645, 674, 708, 720,
];

/// Returns the price of a dollar in fen. A year outside the table gets the rate of the nearest year in it.
pub(super) fn fen(year: u16) -> u64 {
    let index = usize::from(year.clamp(FIRST, LAST) - FIRST);
    FEN.get(index).map_or(700, |fen| u64::from(*fen))
}

/// The known totals of all national zones: few years, in the notation of their sources.
const TOTALS: [(&str, u16, &str); 15] = [
    ("gdp", 2004, "660 billion CNY"),
    ("gdp", 2006, "10136.90 yi CNY"),
    ("gdp", 2010, "2.68 wan-yi CNY"),
    ("gdp", 2014, "7.65 wan-yi CNY"),
    ("gdp", 2017, "9.1 wan-yi CNY"),
    ("gdp", 2019, "10.5 trillion CNY"),
    ("gdp", 2021, "12.8 trillion CNY"),
    ("gdp", 2022, "14 wan-yi CNY"),
    ("industrial-output", 2006, "4.1 trillion CNY"),
    ("industrial-output", 2013, "19.7 wan-yi CNY"),
    ("industrial-value-added", 2006, "7414.24 yi CNY"),
    ("fiscal-revenue", 2017, "1.8 wan-yi CNY"),
    ("foreign-trade", 2006, "2830.96 yi USD"),
    ("foreign-trade", 2017, "5.6 wan-yi CNY"),
    ("foreign-trade", 2019, "6.4 trillion CNY"),
];

/// Returns the total of an indicator in the nearest known year, in yuan; `None` if no total is known in yuan.
pub(super) fn total_near(indicator: &str, year: u16) -> Option<u64> {
    let (_, _, text) = TOTALS
        .iter()
        .filter(|(of, _, text)| *of == indicator && text.ends_with("CNY"))
        .min_by_key(|(_, known, _)| known.abs_diff(year))?;
    let number = text.parse::<Quantity>().ok()?.number();
    u64::try_from(number).ok()
}

/// Returns the exchange rates and totals.
pub(super) fn references() -> ReferenceData {
    let rates: Vec<ExchangeRate> = (FIRST..)
        .zip(FEN)
        .map(|(year, fen)| ExchangeRate {
            year,
            yuan_per_dollar: Decimal::new(i64::from(fen), 2),
        })
        .collect();
    ReferenceData {
        rates: rates.into(),
        totals: TOTALS.iter().enumerate().filter_map(total).collect(),
    }
}

fn total((index, (indicator, year, text)): (usize, &(&str, u16, &str))) -> Option<Figure> {
    let figure = stated(
        &format!("total-{index}"),
        indicator,
        Period::Year(*year),
        text.parse().ok()?,
        "totals",
    )?;
    Some(Figure {
        subject: Subject::Group {
            name: words("national zones"),
            members: Some(219),
        },
        ..figure
    })
}

/// Returns the indicators, each with the kind of growth that the dataset declares for it.
pub(super) fn indicators() -> Vec<Indicator> {
    let money = |id, growth, chart| indicator(id, Family::Money, growth, chart);
    [
        money(
            "industrial-output",
            Growth::Assumed,
            Some(ChartGroup::Output),
        ),
        money("gdp", Growth::Real, None),
        money("industrial-value-added", Growth::Real, None),
        money("fiscal-revenue", Growth::Nominal, Some(ChartGroup::Fiscal)),
        money("foreign-trade", Growth::Nominal, None),
        money("fixed-asset-investment", Growth::Assumed, None),
        indicator("area", Family::Area, Growth::Assumed, None),
        indicator("population", Family::Count, Growth::Real, None),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn indicator(
    id: &str,
    family: Family,
    growth: Growth,
    chart: Option<ChartGroup>,
) -> Option<Indicator> {
    Some(Indicator {
        id: id.parse().ok()?,
        name: words(id),
        family,
        growth,
        chart,
        definition: words("made up"),
        pitfall: words("made up"),
    })
}
