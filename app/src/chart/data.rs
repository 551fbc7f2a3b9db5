//! The figures and texts of one chart, in one language: everything that any display option needs, and nothing else.
//!
//! The server builds it from the profiles of zones and groups (`crate::series`); the browser fetches it.

use super::state::{ChartPoint, LineKind};
use domain::exchange::ExchangeRates;
use domain::figure::Status;
use domain::id::FigureId;
use domain::quantity::{Hedge, Quantity};
use domain::transform::Line;
use serde::{Deserialize, Serialize};

/// The figures of one chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartData {
    /// The name of the chart in URLs: `output`.
    pub name: String,
    /// The title of the chart.
    pub title: String,
    /// A sentence on the growth from the first to the last year, or a note that the lines are only parts; empty if
    /// there is neither.
    pub growth: String,
    /// The zones and groups in the chart.
    pub parts: Vec<PartData>,
    /// The publisher and date of each source; [`FigureData::source`] is an index into this list.
    pub sources: Vec<String>,
    /// The latest figures for parts of a year, in words; they are not drawn because the axis has only whole years.
    pub part_years: Vec<String>,
    /// The exchange rates of the dollar in the years of the figures.
    pub rates: ExchangeRates,
}

/// A zone or group in a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartData {
    /// The name of the zone or group.
    pub name: String,
    /// True if the name is put in front of its line labels.
    pub is_named: bool,
    /// True if its lines are shown by default.
    pub shown_by_default: bool,
    /// Its lines, with the values of the figures.
    pub lines: Vec<Line>,
    /// The texts of each line, in the same order as `lines`.
    pub words: Vec<LineData>,
}

/// The texts of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineData {
    /// What the line measures, in words.
    pub label: String,
    /// Whether the line covers the whole zone, a part or a predecessor.
    pub kind: LineKind,
    /// The indices of lines with the same name that have another definition or group size.
    pub counted_otherwise: Vec<usize>,
    /// Those of them that differ only in the number of zones of the group.
    pub of_other_size: Vec<usize>,
    /// The number of zones of the group; `None` if the line is not of a group or no source states the number.
    pub zones: Option<String>,
    /// The texts of each of its figures.
    pub figures: Vec<FigureData>,
}

/// The texts of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureData {
    /// The id of the figure.
    pub id: FigureId,
    /// Its period, in words.
    pub period: String,
    /// Its value with hedge and unit.
    pub value: String,
    /// What it measures, for which zone or group, and when.
    pub title: String,
    /// The index of its source in [`ChartData::sources`].
    pub source: usize,
    /// The number and the hedge as the source states them; `None` for a derived figure.
    pub written: Option<(Quantity, Hedge)>,
    /// Reported, preliminary, target, planned or derived.
    pub status: Status,
    /// True if it and a competing figure for the same thing cannot both be true.
    pub is_disputed: bool,
    /// True if a caution questions it.
    pub is_questioned: bool,
    /// True if it is derived from words that can be read as two indicators; a chart hides it by default.
    pub is_ambiguous: bool,
}

impl ChartData {
    /// Returns the value of a point with its unit.
    pub fn value_of<'a>(&'a self, point: &'a ChartPoint) -> &'a str {
        let stated = || {
            self.figure(&point.figure)
                .map(|figure| figure.value.as_str())
        };
        let value = point.value.as_deref().or_else(stated);
        value.unwrap_or(&point.short)
    }

    /// Returns the texts of a figure; `None` if the chart does not contain the figure.
    pub fn figure(&self, id: &FigureId) -> Option<&FigureData> {
        let lines = self.parts.iter().flat_map(|part| &part.words);
        let mut figures = lines.flat_map(|line| &line.figures);
        figures.find(|figure| figure.id == *id)
    }
}
