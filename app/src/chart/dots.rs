//! A dot chart: the latest values of many zones in rows, each with the previous value as a ring.

use super::amount::ends;
use super::backend::LegendSymbols;
use super::drawing::Drawing;
use crate::locale::Locale;
use domain::figure::{Figure, Status};
use domain::quantity::Unit;
use domain::ranking::RankingRow;

/// The maximum number of rows in a drawing.
const MOST_ROWS: usize = 20;

/// A dot chart with one row per zone.
#[derive(Debug, Clone, PartialEq)]
pub struct DotChart {
    /// The title of the chart.
    pub title: String,
    /// The label above the value axis.
    pub axis: String,
    /// The rows, from top to bottom.
    pub rows: Vec<DotRow>,
    /// True if the axis is logarithmic.
    pub(super) log: bool,
}

/// The scale options of a dot chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DotScale {
    /// True if a logarithmic axis is requested; it is used only if all values are above zero.
    pub log: bool,
    /// Values of years before this year are drawn paler.
    pub recent: u16,
}

/// The value of one zone.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// The name of the zone.
    pub(super) name: String,
    /// Zone, value and period in words.
    pub(super) words: String,
    /// The value and its year, for the text beside the dot.
    pub(super) short: String,
    /// The URL of the receipt.
    pub(super) href: String,
    pub(super) status: Status,
    pub(super) questioned: bool,
    /// True if the value is drawn paler because of its age.
    pub(super) is_old: bool,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) earlier: Option<f64>,
}

impl DotRow {
    pub(super) fn middle(&self) -> f64 {
        middle(self.low, self.high)
    }

    /// Returns the bounds of the value, and the previous value.
    pub(super) fn ends(&self) -> impl Iterator<Item = f64> {
        [self.low, self.high, self.earlier].into_iter().flatten()
    }
}

fn middle(low: Option<f64>, high: Option<f64>) -> f64 {
    match (low, high) {
        (Some(low), Some(high)) => f64::midpoint(low, high),
        (Some(end), None) | (None, Some(end)) => end,
        (None, None) => 0.0,
    }
}

impl DotChart {
    /// Builds the chart from the first lines of a ranking that have the same unit as its first line; `None` if there
    /// are no lines.
    pub fn of(
        locale: Locale,
        title: String,
        lines: &[RankingRow],
        scale: DotScale,
    ) -> Option<Self> {
        let unit = lines.first()?.latest.figure.unit();
        let lines: Vec<&RankingRow> = lines
            .iter()
            .filter(|line| line.latest.figure.unit() == unit)
            .take(MOST_ROWS)
            .collect();
        let greatest = lines.iter().filter_map(|line| {
            let value = line.latest.figure.interval();
            value.high().number().or(value.low().number())
        });
        let (exponent, unit_name) =
            crate::format::axis_unit(locale, greatest.max().unwrap_or_default(), unit);
        let m = locale.chart_messages();
        let axis = match unit {
            Unit::Yuan | Unit::Dollar => (m.chart_axis_nominal)(&unit_name),
            _ => (m.chart_axis)(&unit_name),
        };
        let rows = lines.iter().map(|line| row(locale, line, exponent, scale));
        let rows: Vec<DotRow> = rows.collect();
        Some(Self {
            title,
            axis,
            log: scale.log && rows.iter().flat_map(DotRow::ends).all(|end| end > 0.0),
            rows,
        })
    }

    /// Returns true if a value is drawn paler because of its age.
    pub fn has_old(&self) -> bool {
        self.rows.iter().any(|row| row.is_old)
    }
}

fn row(locale: Locale, line: &RankingRow, exponent: u32, scale: DotScale) -> DotRow {
    let figure = &line.latest.figure;
    let name = locale.pick(&line.zone.name);
    let period = crate::format::period(locale, figure.period);
    let value = crate::format::value(locale, figure);
    let ends = |figure: &Figure| ends(figure.interval(), exponent, figure.unit() == Unit::Percent);
    let (low, high) = ends(figure);
    let earlier = |figure: &Figure| {
        let (low, high) = ends(figure);
        middle(low, high)
    };
    let year = figure.period.chart_year().unwrap_or_default();
    DotRow {
        name: name.to_owned(),
        words: (locale.ranking_messages().dot)(name, &value, &period),
        short: format!(
            "{} ({year})",
            crate::format::on_axis(
                locale,
                crate::format::written(figure),
                figure.interval(),
                exponent
            )
        ),
        href: locale.receipt_href(&figure.id),
        status: figure.status(),
        questioned: line.latest.questioned,
        is_old: year < scale.recent,
        low,
        high,
        earlier: line.latest.comparable_earlier().map(earlier),
    }
}

/// Returns the legend symbols of several drawings together.
pub fn symbols_of(drawings: &[Drawing]) -> LegendSymbols {
    drawings
        .iter()
        .fold(LegendSymbols::default(), |symbols, drawing| {
            symbols.and(drawing.symbols)
        })
}
