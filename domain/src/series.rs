//! Which figures are points of one line.

use crate::definition::Definition;
use crate::figure::Figure;
use crate::id::IndicatorId;
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::Unit;
use crate::subject::{Scope, Subject};

/// What figures must share to be points of one line: subject, indicator, definition, measure and
/// prices, scope, unit, and length of period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesKey {
    /// Who or what the line is about.
    pub subject: Subject,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What the indicator's name leaves open.
    pub definition: Definition,
    /// In which way it is expressed.
    pub measure: Measure,
    /// How much of the subject it covers.
    pub scope: Scope,
    /// In which unit.
    pub unit: Unit,
    state: bool,
}

impl SeriesKey {
    fn of(figure: &Figure) -> Self {
        Self {
            subject: figure.subject.clone(),
            indicator: figure.indicator.clone(),
            definition: figure.definition.clone(),
            measure: figure.measure.clone(),
            scope: figure.scope.clone(),
            unit: figure.unit(),
            state: matches!(figure.period, Period::AsOf(_)),
        }
    }
}

/// Figures that are points of one line, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What they share.
    pub key: SeriesKey,
    /// The year and the figure; a year may come twice where sources disagree.
    pub points: Vec<(u16, Figure)>,
}

/// Sorts figures into the lines they are points of, in the order in which each line first
/// appears. Figures that belong to no year are left out.
pub fn group<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Series> {
    let mut lines: Vec<Series> = Vec::new();
    for figure in figures {
        let Some(year) = figure.period.chart_year() else {
            continue;
        };
        let key = SeriesKey::of(figure);
        let point = (year, figure.clone());
        match lines.iter_mut().find(|line| line.key == key) {
            Some(line) => line.points.push(point),
            None => lines.push(Series {
                key,
                points: vec![point],
            }),
        }
    }
    for line in &mut lines {
        line.points.sort_by_key(|(year, _)| *year);
    }
    lines
}
