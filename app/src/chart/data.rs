//! What a chart is drawn from: everything that any view of it needs, in one language, and nothing else.
//!
//! The server makes it of what is known of zones and groups (`crate::series`); the browser fetches it.

use super::state::{ChartPoint, LineKind};
use domain::exchange::ExchangeRates;
use domain::figure::Status;
use domain::id::FigureId;
use domain::quantity::{Hedge, Quantity};
use domain::restate::Line;
use serde::{Deserialize, Serialize};

/// The figures of one chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartData {
    /// Its name in addresses: `output`.
    pub name: String,
    /// What it is a chart of.
    pub title: String,
    /// How much the amount grew from the first to the last year, in words; empty where that cannot be said.
    pub growth: String,
    /// The zones and groups in it.
    pub parts: Vec<PartData>,
    /// Who states the figures and when; [`FigureData::source`] is a place in this list.
    pub sources: Vec<String>,
    /// The latest figures of parts of a year, in words; the axis has no place for them.
    pub part_years: Vec<String>,
    /// What a dollar cost in the years of the figures.
    pub rates: ExchangeRates,
}

/// A zone or group in a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartData {
    /// What it is called.
    pub name: String,
    /// Whether its name is put before its lines.
    pub is_named: bool,
    /// Whether its lines are shown unasked.
    pub by_itself: bool,
    /// Its lines, with the values of their figures.
    pub lines: Vec<Line>,
    /// What is written of each line.
    pub words: Vec<LineData>,
}

/// What is written of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineData {
    /// What it is of.
    pub label: String,
    /// What it is of, as a kind.
    pub kind: LineKind,
    /// The places of the lines of the same name that count something else.
    pub counted_otherwise: Vec<usize>,
    /// What is written of each of its figures.
    pub figures: Vec<FigureData>,
}

/// What is written of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureData {
    /// The figure.
    pub id: FigureId,
    /// Its period.
    pub period: String,
    /// Its value, with hedge and unit.
    pub value: String,
    /// What it measures, whose it is, and when.
    pub title: String,
    /// Who states it, as a place in [`ChartData::sources`].
    pub source: usize,
    /// The number as written, with its hedge; nothing where it was derived.
    pub written: Option<(Quantity, Hedge)>,
    /// What kind of statement it is.
    pub status: Status,
    /// Whether it cannot be true together with another figure for the same thing.
    pub is_disputed: bool,
    /// Whether a caution questions it.
    pub is_questioned: bool,
    /// True where it was derived from words that can be read of two indicators: a chart shows it only when asked.
    pub is_ambiguous: bool,
}

impl ChartData {
    /// The value of a point with its unit.
    pub fn value_of<'a>(&'a self, point: &'a ChartPoint) -> &'a str {
        let stated = || {
            self.figure(&point.figure)
                .map(|figure| figure.value.as_str())
        };
        let value = point.value.as_deref().or_else(stated);
        value.unwrap_or(&point.short)
    }

    /// What is written of a figure.
    pub fn figure(&self, id: &FigureId) -> Option<&FigureData> {
        let lines = self.parts.iter().flat_map(|part| &part.words);
        let mut figures = lines.flat_map(|line| &line.figures);
        figures.find(|figure| figure.id == *id)
    }
}
