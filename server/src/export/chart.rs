//! The points of a chart as data: what is shown, and the figure behind it with its receipt.

use super::DatasetLine;
use super::figures::{FigureLine, FigureLines};
use super::table;
use crate::error::Error;
use crate::live::OpenAtlas;
use app::chart::{ChartPoint, ChartSeries};
use app::messages::columns::{FIGURES, POINTS};
use app::publish::ChartRequest;
use serde::Serialize;

/// A chart, as a file.
#[derive(Debug, Serialize)]
pub struct ChartFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// What the chart is of, and whose.
    pub title: String,
    /// The address of its page, without language, with the query string of the view.
    pub address: String,
    /// What stands above the axis: the unit of `low` and `high`.
    pub axis: String,
    /// What a reader must know of the values.
    pub notes: Vec<String>,
    /// The points, line by line.
    pub points: Vec<PointFile>,
}

/// A point with the figure behind it.
#[derive(Debug, Serialize)]
pub struct PointFile {
    /// What is shown.
    #[serde(flatten)]
    pub shown: PointLine,
    /// The figure, with its receipt.
    pub figure: FigureLine,
    /// The second figure it was calculated from.
    pub with: Option<FigureLine>,
}

/// What a chart shows at a point. Empty where a thing does not apply or is not known.
#[derive(Debug, Clone, Serialize)]
pub struct PointLine {
    /// The line it is a point of.
    pub line: String,
    /// The year it stands at.
    pub year: u16,
    /// The lower end of what is shown, in units of the axis.
    pub shown_low: Option<f64>,
    /// The higher end.
    pub shown_high: Option<f64>,
    /// The value in words, where it is not the figure's own.
    pub shown_value: String,
    /// What stands above the axis.
    pub shown_unit: String,
    /// The second figure it was calculated from.
    pub shown_with: String,
    /// Whether another figure for the same thing is shown in its place.
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
            is_aside: point.aside,
        }
    }
}

impl<'a> ChartFile<'a> {
    /// What a chart shows; nothing where there is no such chart.
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
        let dossiers: Vec<_> = request.parts.iter().map(|part| part.dossier).collect();
        let lines = FigureLines::of(atlas, &dossiers).await?;
        let line_of = |id| {
            let (dossier, figure) = request.figure(id)?;
            Some(lines.line(dossier, figure))
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

    /// The same as a table: what is shown, then the figure.
    ///
    /// # Errors
    /// Where a row cannot be written.
    pub fn csv(&self) -> Result<Vec<u8>, csv::Error> {
        let rows = self
            .points
            .iter()
            .map(|point| (&point.shown, &point.figure));
        table::csv(&[POINTS, FIGURES], rows)
    }
}
