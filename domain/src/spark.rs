//! Sparklines: small charts next to zones in the list. They show only a shape; the zone page shows the values.

use crate::figure::{Evidence, Figure, Status};
use crate::id::{FigureId, IndicatorId};
use crate::interval::Interval;
use crate::profile::Profile;
use crate::series::{Series, group};
use crate::subject::Subject;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// The least number of years of a sparkline.
const LEAST: usize = 2;

/// A sparkline of reported values for a zone as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spark {
    /// The indicator that is measured.
    pub indicator: IndicatorId,
    /// The years in order, each with its height: 0 for zero, 100 for the greatest value of the series.
    pub points: Vec<(u16, u8)>,
    /// The figures of the first and the last year.
    pub ends: [FigureId; 2],
}

impl Spark {
    /// Returns the sparkline of the series with the most years; if several are equal, of the first in the data. `None`
    /// if no series has enough years.
    ///
    /// A sparkline is too small for marks on its points. It contains only figures that need none: reported levels of
    /// the whole zone with two ends, without those that a competing figure replaces or that a caution questions.
    pub fn of(profile: &Profile) -> Option<Self> {
        let competing_figures = profile.competing_figures(&[]);
        let superseded: HashSet<&FigureId> = competing_figures
            .iter()
            .flat_map(|competing_figures| competing_figures.figures.iter().skip(1))
            .collect();
        let questioned: HashSet<&FigureId> = profile
            .cautions
            .iter()
            .filter(|caution| caution.rule.questions())
            .filter_map(|caution| caution.figures.first())
            .collect();
        let plain = |figure: &&Figure| {
            figure.subject == Subject::Zone
                && figure.scope.is_whole()
                && figure.measure.is_level()
                && matches!(figure.status(), Status::Reported | Status::Preliminary)
                && matches!(figure.evidence, Evidence::Stated(_))
                && !superseded.contains(&figure.id)
                && !questioned.contains(&figure.id)
        };
        let mut longest: Option<Self> = None;
        for line in group(profile.figures.iter().filter(plain)) {
            let values: BTreeMap<u16, Decimal> = line
                .points
                .iter()
                .filter_map(|(year, figure)| Some((*year, middle(figure.interval())?)))
                .collect();
            if values.len()
                >= longest
                    .as_ref()
                    .map_or(LEAST, |spark| spark.points.len() + 1)
                && let Some(points) = heights(&values)
                && let Some(ends) = ends(&line, &values)
            {
                longest = Some(Self {
                    indicator: line.key.indicator,
                    points,
                    ends,
                });
            }
        }
        longest
    }
}

/// Returns the figures of the first and the last year of a series.
fn ends(line: &Series, values: &BTreeMap<u16, Decimal>) -> Option<[FigureId; 2]> {
    let of = |wanted: &u16| {
        let mut points = line.points.iter();
        let (_, figure) = points.find(|(year, _)| year == wanted)?;
        Some(figure.id.clone())
    };
    Some([of(values.keys().next()?)?, of(values.keys().next_back()?)?])
}

/// Returns the middle of an interval; `None` if an end is unbounded.
fn middle(interval: Interval) -> Option<Decimal> {
    let (low, high) = (interval.low().number()?, interval.high().number()?);
    low.checked_add(high)?.checked_div(Decimal::TWO)
}

/// Returns the values in per cent of the greatest. `None` if no value is above zero or one is below zero.
fn heights(values: &BTreeMap<u16, Decimal>) -> Option<Vec<(u16, u8)>> {
    let greatest = values
        .values()
        .max()
        .filter(|value| **value > Decimal::ZERO)?;
    values
        .iter()
        .map(|(year, value)| {
            let share = value
                .checked_mul(Decimal::ONE_HUNDRED)?
                .checked_div(*greatest)?;
            Some((*year, share.round().to_u8()?))
        })
        .collect()
}
