//! The values that each row of the zone list shows, as text and as drawings.

use crate::store::RankedValue;
use app::locale::Locale;
use app::messages::terms::Named;
use app::{format, wording};
use domain::RoundingStrategy;
use domain::figure::{Figure, Status};
use domain::filter::{ValueColumn, ZoneValue};
use domain::interval::{End, Interval};
use domain::period::Period;
use domain::profile::Profile;
use domain::quantity::{Scale, Unit};
use domain::ranking::Latest;
use domain::spark::Spark;
use domain::text::Bilingual;
use std::fmt::Write as _;

/// The columns that show an indicator, with the id of the indicator in the data.
const INDICATORS: [(ValueColumn, &str); 2] = [
    (ValueColumn::Output, "industrial-output"),
    (ValueColumn::Revenue, "fiscal-revenue"),
];

/// Growth is sorted as an integer, in ten-thousandths of a per cent.
const GROWTH_STEPS: f64 = 10_000.0;

/// Returns the values of a zone, in the order of the columns.
pub(super) fn zone_values(profile: &Profile, latest: &[RankedValue]) -> Vec<ZoneValue> {
    let of = |id: &str| latest.iter().find(|value| value.indicator.as_str() == id);
    let amounts = INDICATORS
        .iter()
        .filter_map(|(column, id)| Some(amount(*column, of(id)?)));
    let growth = of(INDICATORS[0].1).and_then(|output| growth(&output.latest));
    let trend = Spark::of(profile).and_then(|spark| trend(profile, &spark));
    amounts.chain(growth).chain(trend).collect()
}

fn amount(column: ValueColumn, ranked: &RankedValue) -> ZoneValue {
    let latest = &ranked.latest;
    ZoneValue {
        column,
        figure: latest.figure.id.to_string(),
        value: both(|locale| in_unit_of_column(locale, latest)),
        limits: both(|locale| limits(locale, latest)),
        #[expect(
            clippy::cast_possible_truncation,
            reason = "fractions of a yuan put nothing in another order"
        )]
        amount: ranked.number.map(|yuan| yuan as i64),
    }
}

/// Returns the yearly growth of output, with its first and last period; `None` if it is not known.
fn growth(output: &Latest) -> Option<ZoneValue> {
    let growth = output.yearly_growth()?;
    let (earlier, latest) = (output.earlier.as_ref()?.period, output.figure.period);
    let value = |locale| {
        let text = format::interval_on_axis(locale, to_tenths(growth), 0);
        if is_above_nought(growth) {
            format!("+{text}")
        } else {
            text
        }
    };
    let years = |locale| {
        if let (Locale::Zh, Period::Year(first), Period::Year(last)) = (locale, earlier, latest) {
            return format!("{first}–{last}年");
        }
        [
            &format::period(locale, earlier),
            "–",
            &format::period(locale, latest),
        ]
        .concat()
    };
    let middle = (growth.low().number()? + growth.high().number()?) / domain::Decimal::TWO;
    let middle: f64 = middle.try_into().ok()?;
    Some(ZoneValue {
        column: ValueColumn::Growth,
        figure: String::new(),
        value: both(value),
        limits: both(years),
        #[expect(clippy::cast_possible_truncation, reason = "rounded")]
        amount: Some((middle * GROWTH_STEPS).round() as i64),
    })
}

/// Rounds growth to tenths of a per cent: to one number if both ends round to it, otherwise outward.
fn to_tenths(growth: Interval) -> Interval {
    let rounded = |end: End, strategy| Some(end.number()?.round_dp_with_strategy(1, strategy));
    let near = |end| rounded(end, RoundingStrategy::MidpointAwayFromZero);
    if let (Some(low), Some(high)) = (near(growth.low()), near(growth.high()))
        && low == high
    {
        return Interval::point(low);
    }
    let low = rounded(growth.low(), RoundingStrategy::ToNegativeInfinity);
    let high = rounded(growth.high(), RoundingStrategy::ToPositiveInfinity);
    match (low, high) {
        (Some(low), Some(high)) => {
            Interval::new(End::Closed(low), End::Closed(high)).unwrap_or(growth)
        }
        _ => growth,
    }
}

fn is_above_nought(growth: Interval) -> bool {
    growth
        .low()
        .number()
        .is_some_and(|low| low > domain::Decimal::ZERO)
}

/// The width and height of the drawing of a trend, and the margin around it, in SVG units.
const TREND_SIZE: (u32, u32) = (72, 20);
const TREND_ROOM: u32 = 3;

/// Draws a trend through the reported values: the SVG path, the first and last value, the indicator and the years.
fn trend(profile: &Profile, spark: &Spark) -> Option<ZoneValue> {
    let ((first, _), (last, _)) = (spark.points.first()?, spark.points.last()?);
    let years = u32::from(last - first).max(1);
    let (width, height) = (TREND_SIZE.0 - 2 * TREND_ROOM, TREND_SIZE.1 - 2 * TREND_ROOM);
    let mut path = String::new();
    for (year, percent) in &spark.points {
        let x = TREND_ROOM + u32::from(year - first) * width / years;
        let y = TREND_SIZE.1 - TREND_ROOM - u32::from(*percent) * height / 100;
        let step = if path.is_empty() { 'M' } else { 'L' };
        write!(path, "{step}{x} {y}").ok()?;
    }
    let indicator = profile.indicator(&spark.indicator)?;
    let [one, other] = &spark.ends;
    let (one, other) = (profile.figure(one)?, profile.figure(other)?);
    let value = |locale, figure: &Figure| {
        let period = format::period(locale, figure.period);
        [
            &period,
            locale.common().colon,
            &format::value(locale, figure),
        ]
        .concat()
    };
    let words = |locale: Locale| {
        let years = format!("{first}–{last}");
        [locale.pick(&indicator.name), " ", &years].concat()
    };
    Some(ZoneValue {
        column: ValueColumn::Trend,
        value: both(|locale| [&*value(locale, one), " – ", &value(locale, other)].concat()),
        figure: path,
        limits: both(words),
        amount: None,
    })
}

fn both(text: impl Fn(Locale) -> String) -> Bilingual {
    Bilingual {
        en: text(Locale::En),
        zh: text(Locale::Zh),
    }
}

/// Formats a value in the unit of its column: billions of yuan in English, hundred millions in Chinese. Ranges, and
/// values in another currency, keep their own unit.
fn in_unit_of_column(locale: Locale, latest: &Latest) -> String {
    let figure = &latest.figure;
    let exponent = match locale {
        Locale::En => Scale::Billion.exponent(),
        Locale::Zh => Scale::Yi.exponent(),
    };
    let is_range = figure
        .statement()
        .is_some_and(|statement| statement.to.is_some());
    if figure.unit() != Unit::Yuan || is_range {
        return format::value(locale, figure);
    }
    format::on_axis(locale, format::written(figure), figure.interval(), exponent)
}

/// Returns the period of a value and what limits its meaning: status, definition, a caution.
fn limits(locale: Locale, latest: &Latest) -> String {
    let figure = &latest.figure;
    let mut limits = vec![format::period(locale, figure.period)];
    if figure.status() != Status::Reported {
        limits.push(figure.status().name(locale).to_owned());
    }
    limits.extend(wording::figure_limits(locale, figure));
    if latest.questioned {
        limits.push(locale.messages().chart.cautioned.to_owned());
    }
    limits.join(locale.common().comma)
}
