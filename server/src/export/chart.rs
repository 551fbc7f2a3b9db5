//! The points of a chart as JSON or CSV: the displayed values, and their figures with receipts.

use super::DatasetLine;
use super::figures::{FigureLine, FigureLines};
use super::table;
use crate::error::Error;
use crate::live::OpenAtlas;
use app::chart::{ChartPoint, ChartSeries};
use app::messages::columns::{FIGURES, POINTS};
use app::publish::ChartRequest;
use serde::Serialize;

/// The JSON file of a chart.
#[derive(Debug, Serialize)]
pub struct ChartFile<'a> {
    /// The dataset that the file is made from.
    pub dataset: DatasetLine<'a>,
    /// The title: what is measured, and for which zones or groups.
    pub title: String,
    /// The path of its page, without language, with the query string of the display options.
    pub address: String,
    /// The label of the axis: the unit of `shown_low` and `shown_high`.
    pub axis: String,
    /// Notes that a reader needs to understand the values.
    pub notes: Vec<String>,
    /// The points, one series after the other.
    pub points: Vec<PointFile>,
}

/// A point and its figures.
#[derive(Debug, Serialize)]
pub struct PointFile {
    /// The displayed values.
    #[serde(flatten)]
    pub shown: PointLine,
    /// The figure, with its receipt.
    pub figure: FigureLine,
    /// The second figure, if the value was calculated from two.
    pub with: Option<FigureLine>,
}

/// The displayed values of a point; `app::messages::columns::POINTS` describes the columns. A field is empty if it does
/// not apply or is not known.
#[derive(Debug, Clone, Serialize)]
pub struct PointLine {
    /// The label of the series.
    pub line: String,
    /// The year on the axis.
    pub year: u16,
    /// The lower end of the displayed interval, in the unit of the axis.
    pub shown_low: Option<f64>,
    /// The higher end, in the same unit.
    pub shown_high: Option<f64>,
    /// The value as text; empty if it is the figure's own value.
    pub shown_value: String,
    /// The unit of the axis.
    pub shown_unit: String,
    /// The id of the second figure that the value was calculated from; empty if there is none.
    pub shown_with: String,
    /// True if a competing figure for the same thing is shown instead of this one.
    pub is_aside: bool,
}

impl PointLine {
    fn of(axis: &str, line: &ChartSeries, point: &ChartPoint) -> Self {
        Self {
            line: line.label.clone(),
            year: point.year,
            shown_low: point.low,
            shown_high: point.high,
            shown_value: point.value.clone().unwrap_or_default(),
            shown_unit: axis.to_owned(),
            shown_with: point
                .with
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            is_aside: point.is_superseded,
        }
    }
}

impl<'a> ChartFile<'a> {
    /// Reads the points of a chart; `None` if there is no such chart.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(
        atlas: &'a OpenAtlas,
        request: &ChartRequest<'_>,
    ) -> Result<Option<Self>, Error> {
        let Some(state) = request.state() else {
            return Ok(None);
        };
        let profiles: Vec<_> = request.parts.iter().map(|part| part.profile).collect();
        let lines = FigureLines::of(atlas, &profiles).await?;
        let line_of = |id| {
            let (profile, figure) = request.figure(id)?;
            Some(lines.line(profile, figure))
        };
        let points = state
            .drawn()
            .flat_map(|(_, line)| line.points.iter().map(move |point| (line, point)))
            .filter_map(|(line, point)| {
                Some(PointFile {
                    shown: PointLine::of(&state.axis, line, point),
                    figure: line_of(&point.figure)?,
                    with: point.with.as_ref().and_then(line_of),
                })
            })
            .collect();
        Ok(Some(Self {
            dataset: DatasetLine::of(atlas),
            title: request.title(&state),
            address: request.address(),
            axis: state.axis,
            notes: state.notes,
            points,
        }))
    }

    /// Returns the points as CSV: the displayed values, then the columns of the figure.
    ///
    /// # Errors
    /// When a row cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let rows = self
            .points
            .iter()
            .map(|point| (&point.shown, &point.figure));
        table::csv(&[POINTS, FIGURES], rows)
    }
}
