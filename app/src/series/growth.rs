//! The growth of an amount over the years of a chart, in words.

use crate::components::figure::is_questioned;
use crate::format;
use crate::locale::Locale;
use crate::wording;
use domain::derive::yearly_growth;
use domain::figure::Figure;
use domain::id::FigureId;
use domain::interval::Interval;
use domain::profile::Profile;
use domain::quantity::Unit;
use domain::series::Series;
use domain::subject::Scope;
use domain::transform::percent_change;
use domain::{Decimal, RoundingStrategy, round_significant};
use std::collections::HashSet;

/// The significant digits of a change whose bounds are close together.
const DIGITS: u32 = 2;

/// Bounds are close together if they differ by at most this share (5 %) of the value in the middle.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Describes the growth from the first to the last year: "×2.1 from 2015 to 2022 (about 11% a year, current prices)".
/// It uses the line of the whole zone or group that has the most values a calculation may use; `None` if no line has
/// two such values.
///
/// If the chart has several lines, the text starts with the name of the line, unless that name is `title`.
pub fn growth(
    locale: Locale,
    profile: &Profile,
    title: &str,
    series: &[&Series],
    superseded: &HashSet<&FigureId>,
) -> Option<String> {
    let is_sound = |figure: &Figure| {
        figure.is_usable_as_input()
            && figure.doubt.is_none()
            && !superseded.contains(&figure.id)
            && !is_questioned(profile, &figure.id)
            && figure.interval().low().number().is_some()
            && figure.interval().high().number().is_some()
    };
    let whole: Vec<&Series> = series
        .iter()
        .copied()
        .filter(|line| line.key.scope == Scope::Whole && line.key.measure.is_level())
        .collect();
    let sound = |line: &Series| -> Vec<(u16, Interval)> {
        let points = line.points.iter().filter(|(_, figure)| is_sound(figure));
        points
            .map(|(year, figure)| (*year, figure.interval()))
            .collect()
    };
    let mut best: Option<(&Series, Vec<(u16, Interval)>)> = None;
    for line in &whole {
        let points = sound(line);
        if points.len() > best.as_ref().map_or(1, |(_, points)| points.len()) {
            best = Some((line, points));
        }
    }
    let (line, points) = best?;
    let ((first, before), (last, now)) = (*points.first()?, *points.last()?);
    let years = last.checked_sub(first)?;
    let yearly = yearly_growth(before, now, years)?;
    let c = locale.chart_messages();
    let yearly = format::percent(locale, rounded(yearly));
    let change = change(locale, before, now)?;
    let (first, last) = (first.to_string(), last.to_string());
    let mut words = if years == 1 {
        (c.grew_in_a_year)(&change, &first, &last)
    } else {
        (c.grew)(&change, &first, &last, &yearly)
    };
    if matches!(line.key.unit, Unit::Yuan | Unit::Dollar) {
        words.push_str(c.grew_nominal);
    }
    let (_, figure) = line.points.first()?;
    let label = wording::figure_subject(locale, profile, figure);
    if whole.len() > 1 && label != title {
        words = [&label, c.colon, &words].concat();
    }
    Some(words)
}

/// Formats the change in per cent, or as a factor if the amount at least doubled.
fn change(locale: Locale, before: Interval, now: Interval) -> Option<String> {
    let percent = percent_change(before, now)?;
    let low = percent.low().number()?;
    if low >= Decimal::ONE_HUNDRED {
        let times = percent.map_increasing(|percent| percent / Decimal::ONE_HUNDRED + Decimal::ONE);
        let times = format::interval_on_axis(locale, rounded(times), 0);
        return Some((locale.chart_messages().times)(&times));
    }
    let legend_symbol = if low > Decimal::ZERO { "+" } else { "" };
    Some([legend_symbol, &format::percent(locale, rounded(percent))].concat())
}

/// Returns one rounded number if the bounds are close together, otherwise the unchanged interval.
fn rounded(value: Interval) -> Interval {
    let ends = value.low().number().zip(value.high().number());
    let middle = ends.and_then(|(low, high)| {
        let middle = low.checked_add(high)? / Decimal::TWO;
        let is_near = high.checked_sub(low)? <= middle.abs() * NEAR;
        is_near.then(|| round_significant(middle, DIGITS, RoundingStrategy::MidpointNearestEven))?
    });
    middle.map_or(value, Interval::point)
}
