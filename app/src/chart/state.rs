//! What a chart shows: series of points with their certainty, without pixels.

use super::data::ChartData;
use super::reading::ChartBuilder;
use super::view::{ChartForm, ChartView};
use crate::locale::Locale;
use domain::figure::Status;
use domain::id::FigureId;
use domain::transform::Expression;
use serde::{Deserialize, Serialize};

/// A chart of one kind of amount over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartState {
    /// The title of the chart.
    pub title: String,
    /// The label above the value axis.
    pub axis: String,
    /// The points in words, for screen readers.
    pub description: String,
    /// The text that replaces an empty chart.
    pub nothing: String,
    /// The growth from the first to the last year, in words; empty if it is unknown or if the view transforms the
    /// amounts.
    pub growth: String,
    /// The notes that a reader needs to understand the values.
    pub notes: Vec<String>,
    /// Lines, bars or table.
    pub form: ChartForm,
    /// True if the axis is logarithmic.
    pub log: bool,
    /// True if each line has its own panel.
    pub panels: bool,
    /// The lines, in the order of the data.
    pub series: Vec<ChartSeries>,
}

/// What a line covers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineKind {
    /// The whole zone or group.
    #[default]
    Whole,
    /// A part of it.
    Part,
    /// A predecessor of it.
    Predecessor,
}

impl LineKind {
    /// Returns its CSS class; empty if it has none.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Whole | Self::Part => "",
            Self::Predecessor => "predecessor",
        }
    }
}

/// One line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// The id of its first figure.
    pub id: FigureId,
    /// The id that shows or hides it in a query string: its own first figure, or the first figure of the lines that it
    /// shares a switch with.
    pub switch: FigureId,
    /// Its colour, counted from 0: one per zone or group if the chart has several, otherwise one per definition. Lines
    /// with the same switch share it.
    pub color: usize,
    /// Its shape, counted from 0: one per definition.
    pub shape: usize,
    /// What the line measures, with the zone name if the chart has several zones.
    pub label: String,
    /// The text at its end in a drawing.
    pub name: String,
    /// What the line covers.
    pub kind: LineKind,
    /// True if the chart shows it by default.
    pub shown_by_default: bool,
    /// True if the source of its values can be read in two ways.
    pub is_ambiguous: bool,
    /// True if it is hidden.
    pub hidden: bool,
    /// The points, by year.
    pub points: Vec<ChartPoint>,
}

/// A point of a line, with its bounds in units of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartPoint {
    /// The year of its value.
    pub year: u16,
    /// The lower bound; `None` if it is unknown.
    pub low: Option<f64>,
    /// The upper bound; `None` if it is unknown.
    pub high: Option<f64>,
    /// True if the bounds differ only because the source rounded the number; then no interval bar is drawn.
    pub is_rounded_only: bool,
    /// Reported, preliminary, target, planned or derived.
    pub status: Status,
    /// The short value text beside the mark.
    pub short: String,
    /// A more precise text that is used if there is room: "7, target 2020"; `None` if there is no such text.
    pub long: Option<String>,
    /// The transformed value with its unit; `None` if the figure's own value is shown.
    pub value: Option<String>,
    /// Its period, value and status in words.
    pub words: String,
    /// The publisher and date of its source.
    pub source: String,
    /// True if a competing figure for the same thing is shown instead of this one.
    pub is_superseded: bool,
    /// True if it and a competing figure for the same thing cannot both be true.
    pub disputed: bool,
    /// True if a caution questions it.
    pub questioned: bool,
    /// The id of its figure.
    pub figure: FigureId,
    /// The second figure of a calculated value: the previous year or the index base; `None` for other values.
    pub with: Option<FigureId>,
    /// The URL of its receipt.
    pub href: String,
}

impl ChartPoint {
    /// Returns the height of the mark: the middle between the bounds, or the only known bound.
    pub fn height(&self) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (Some(end), None) | (None, Some(end)) => end,
            (None, None) => 0.0,
        }
    }
}

impl ChartState {
    /// Returns the only point of the chart; `None` if there are more. Hidden lines count, except ambiguous ones. A
    /// chart with one point is shown as a number.
    pub fn only_point(&self) -> Option<&ChartPoint> {
        let is_clear = |line: &&ChartSeries| !line.is_ambiguous || !line.hidden;
        let mut points = self
            .series
            .iter()
            .filter(is_clear)
            .flat_map(|line| &line.points);
        let first = points.next()?;
        points.next().is_none().then_some(first)
    }

    /// Builds the chart state of some figures for a view.
    pub fn of(locale: Locale, data: &ChartData, view: &ChartView) -> Self {
        ChartBuilder::of(locale, data, view).state(view)
    }

    /// Returns the lines that are not hidden, each with its index.
    pub fn drawn(&self) -> impl Iterator<Item = (usize, &ChartSeries)> {
        self.series
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.hidden)
    }

    /// Returns the lines that the legend lists: the first of the lines that share a switch.
    pub fn switches(&self) -> impl Iterator<Item = &ChartSeries> {
        let first = |number: usize, line: &ChartSeries| {
            self.series
                .iter()
                .position(|other| other.switch == line.switch)
                == Some(number)
        };
        self.series
            .iter()
            .enumerate()
            .filter(move |(number, line)| first(*number, line))
            .map(|(_, line)| line)
    }

    /// Returns all points of all lines.
    pub fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        self.series.iter().flat_map(|line| &line.points)
    }

    /// Returns the pairs of competing figures in a line that cannot both be true, the shown figure first.
    pub fn conflicts_of<'a>(
        &self,
        line: &'a ChartSeries,
    ) -> impl Iterator<Item = (&'a ChartPoint, &'a ChartPoint)> + use<'a> {
        let superseded = line
            .points
            .iter()
            .filter(|point| point.is_superseded && point.disputed);
        superseded.filter_map(|other| {
            let shown = line
                .points
                .iter()
                .find(|point| !point.is_superseded && point.disputed && point.year == other.year)?;
            Some((shown, other))
        })
    }
}

/// Returns true if a view can have a logarithmic axis: bars need a zero, and growth may be negative.
pub fn admits_log(view: &ChartView) -> bool {
    view.form != ChartForm::Bars && view.terms.expression != Expression::Growth
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::data::{FigureData, LineData, PartData};
    use domain::exchange::ExchangeRates;
    use domain::interval::{End, Interval};
    use domain::quantity::Unit;
    use domain::transform::{Line, MeasureKind, Point};

    /// Returns a chart with one figure for each year from 2012.
    fn chart(values: &[(u32, u32)]) -> ChartData {
        let point = |(year, (low, high)): (u16, &(u32, u32))| Point {
            year,
            value: Interval::new(End::Open((*low).into()), End::Open((*high).into())).unwrap(),
            is_sound: true,
            is_doubted: false,
            is_superseded: false,
        };
        let figure = |number: usize| FigureData {
            id: format!("f{number}").parse().unwrap(),
            period: String::new(),
            value: String::new(),
            title: String::new(),
            source: 0,
            written: None,
            status: Status::Reported,
            is_disputed: false,
            is_questioned: false,
            is_ambiguous: false,
        };
        ChartData {
            name: "output".to_owned(),
            title: String::new(),
            growth: String::new(),
            parts: vec![PartData {
                name: String::new(),
                is_named: false,
                shown_by_default: true,
                lines: vec![Line {
                    measured: MeasureKind::Level,
                    unit: Unit::Yuan,
                    points: (2012..).zip(values).map(point).collect(),
                }],
                words: vec![LineData {
                    label: String::new(),
                    kind: LineKind::Whole,
                    counted_otherwise: Vec::new(),
                    of_other_size: Vec::new(),
                    zones: None,
                    figures: (0..values.len()).map(figure).collect(),
                }],
            }],
            sources: vec![String::new()],
            part_years: Vec::new(),
            rates: ExchangeRates::default(),
        }
    }

    #[test]
    fn zero_is_a_known_lower_end_of_growth_and_not_of_an_amount() {
        let low = |values: &[(u32, u32)], expression| {
            let mut view = ChartView::default();
            view.terms.expression = expression;
            let state = ChartState::of(Locale::En, &chart(values), &view);
            state.series[0].points[0].low
        };
        assert_eq!(low(&[(95, 105), (105, 115)], Expression::Growth), Some(0.0));
        assert_eq!(low(&[(0, 105)], Expression::Amount), None);
    }
}
