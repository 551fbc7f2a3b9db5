//! What a chart shows: series of points that say how well they are known. No pixels.

use super::data::ChartData;
use super::reading::Reading;
use super::view::{ChartView, Form};
use crate::locale::Locale;
use domain::figure::Status;
use domain::id::FigureId;
use domain::restate::Expression;
use serde::{Deserialize, Serialize};

/// A chart of one kind of amount over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartState {
    /// What it is a chart of.
    pub title: String,
    /// What stands above the axis of amounts.
    pub axis: String,
    /// The points in words, for those who cannot see them.
    pub description: String,
    /// What stands in its place where there is nothing to see.
    pub nothing: String,
    /// How much the amount grew from the first to the last year; empty where that cannot be said.
    pub growth: String,
    /// What a reader must know of its values, beside the marks.
    pub notes: Vec<String>,
    /// In which form.
    pub form: Form,
    /// Whether equal steps of the axis are equal factors.
    pub log: bool,
    /// Whether each line has a field of its own.
    pub panels: bool,
    /// The lines, in the order of the data.
    pub series: Vec<ChartSeries>,
}

/// What a line is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineKind {
    /// The whole zone or group.
    #[default]
    Whole,
    /// A part of it.
    Part,
    /// What came before it.
    Predecessor,
}

impl LineKind {
    /// Its class in a drawing.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Whole | Self::Part => "",
            Self::Predecessor => "predecessor",
        }
    }
}

/// Points of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSeries {
    /// Its first figure.
    pub id: FigureId,
    /// What switches it on and off, in an address: its own first figure, or that of the first of the
    /// lines it is switched with.
    pub switch: FigureId,
    /// Its colour, counted from 0: one per zone or group where a chart has several, or else one per definition. Lines that
    /// are switched together share it.
    pub color: usize,
    /// Its shape, counted from 0: one per definition.
    pub shape: usize,
    /// What the line is of.
    pub label: String,
    /// What stands at its end in a drawing.
    pub name: String,
    /// What it is of.
    pub kind: LineKind,
    /// Whether the chart shows it unasked.
    pub by_itself: bool,
    /// True for values whose source can be read in two ways.
    pub is_ambiguous: bool,
    /// Whether it is left out.
    pub hidden: bool,
    /// By year.
    pub points: Vec<ChartPoint>,
}

/// A point, or what is known of it, in units of the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartPoint {
    /// The year it is of.
    pub year: u16,
    /// The lower end of what is known.
    pub low: Option<f64>,
    /// The higher end of what is known.
    pub high: Option<f64>,
    /// True where its ends differ only by how the number was rounded, which is for its receipt and no doubt.
    pub is_rounded_only: bool,
    /// What kind of statement it is.
    pub status: Status,
    /// Its value in short, to stand beside the mark.
    pub short: String,
    /// The same with what narrows it, where there is room: "7, target 2020".
    pub long: Option<String>,
    /// Its value with its unit, where it is not the figure's own.
    pub value: Option<String>,
    /// Its year, value and status in words.
    pub words: String,
    /// Who states it.
    pub source: String,
    /// Whether another figure for the same thing is shown in its place, and it stands aside.
    pub aside: bool,
    /// Whether it cannot be true together with another figure for the same thing.
    pub disputed: bool,
    /// Whether a caution questions it.
    pub questioned: bool,
    /// The figure it shows.
    pub figure: FigureId,
    /// The second figure it was calculated from.
    pub with: Option<FigureId>,
    /// The address of its receipt.
    pub href: String,
}

impl ChartPoint {
    /// Where the mark stands: in the middle of what is known, or at its only end.
    pub fn height(&self) -> f64 {
        match (self.low, self.high) {
            (Some(low), Some(high)) => f64::midpoint(low, high),
            (Some(end), None) | (None, Some(end)) => end,
            (None, None) => 0.0,
        }
    }
}

impl ChartState {
    /// The only point, where the chart has no other, shown or hidden, that is clear: a number then says more than a drawing.
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

    /// The chart of some figures as a view asks for it.
    pub fn of(locale: Locale, data: &ChartData, view: &ChartView) -> Self {
        Reading::of(locale, data, view).state(view)
    }

    /// The lines that are drawn, each with its number: those that are not left out.
    pub fn drawn(&self) -> impl Iterator<Item = (usize, &ChartSeries)> {
        self.series
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.hidden)
    }

    /// The lines that a legend lists: of those that are switched together, the first.
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

    /// All points of all lines.
    pub fn points(&self) -> impl Iterator<Item = &ChartPoint> {
        self.series.iter().flat_map(|line| &line.points)
    }

    /// The figures of one thing in a line that cannot both be true, the shown one first.
    pub fn conflicts_of<'a>(
        &self,
        line: &'a ChartSeries,
    ) -> impl Iterator<Item = (&'a ChartPoint, &'a ChartPoint)> + use<'a> {
        let aside = line
            .points
            .iter()
            .filter(|point| point.aside && point.disputed);
        aside.filter_map(|other| {
            let shown = line
                .points
                .iter()
                .find(|point| !point.aside && point.disputed && point.year == other.year)?;
            Some((shown, other))
        })
    }
}

/// Whether a view can be drawn with an axis of factors: bars need a zero to stand on, and growth may
/// be below it.
pub fn admits_log(view: &ChartView) -> bool {
    view.form != Form::Bars && view.terms.expression != Expression::Growth
}
