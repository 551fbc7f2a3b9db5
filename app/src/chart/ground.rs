//! What the axis of years says of what is not there: years of which nothing is known, and places
//! where what is counted changes.

use super::backend::{Sign, SvgBackend};
use super::shapes::strokes;
use super::state::ChartSeries;
use domain::small_set::SmallSet;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

/// The stretches of years between the first and the last point of some lines of which none has a
/// point, each by its first and last year.
pub fn gaps(series: &[&ChartSeries]) -> Vec<(u16, u16)> {
    let years: SmallSet<u16> = series
        .iter()
        .flat_map(|line| line.points.iter().map(|point| point.year))
        .collect();
    let pairs = years.iter().zip(years.iter().skip(1));
    pairs
        .filter(|(before, after)| *after - *before > 1)
        .map(|(before, after)| (before + 1, after - 1))
        .collect()
}

/// The marks on the axis of years, in pixels of the whole drawing.
pub struct Ground {
    /// The row of the axis.
    pub floor: i32,
    /// The row of the upper end of the plot.
    pub ceiling: i32,
    /// The first and last columns of stretches without figures.
    pub gaps: Vec<(i32, i32)>,
    /// The columns at which what is counted changes.
    pub breaks: Vec<i32>,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Ground {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord];

    fn point_iter(self) -> Self::IntoIter {
        &[]
    }
}

impl Drawable<SvgBackend<'_>> for Ground {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let floor = self.floor;
        for (first, last) in &self.gaps {
            backend.note(Sign::Gap);
            backend.path("gap", &format!("M{first} {floor}H{}", last + 1));
        }
        for x in &self.breaks {
            backend.note(Sign::Break);
            backend.path("break-line", &format!("M{x} {}V{floor}", self.ceiling));
            backend.path("break", &strokes((*x, floor)));
        }
        Ok(())
    }
}
