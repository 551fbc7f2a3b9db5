//! Where the values beside the marks find room.

use super::backend::{TEXT_HEIGHT, text_width};
use super::marks::label_drops;
use super::state::{ChartPoint, ChartSeries};
use domain::id::FigureId;
use domain::order::places_by;
use plotters_backend::BackendCoord;
use std::collections::HashMap;

/// Where the values that find room stand, as [`label_drops`] counts: no two texts cover one another,
/// none covers the mark of another point, and none leaves the rows from `ceiling` to `floor`. The
/// last point of a line comes first, then its first, then the others from the latest.
pub fn labels<'a>(
    series: &[&'a ChartSeries],
    at: impl Fn(usize, &ChartPoint) -> BackendCoord,
    (ceiling, floor): (i32, i32),
) -> HashMap<&'a FigureId, i32> {
    let half_height = i32::try_from(TEXT_HEIGHT).unwrap_or(0) / 2;
    let marks: Vec<(&ChartPoint, Rectangle)> = series
        .iter()
        .enumerate()
        .flat_map(|(line, series)| series.points.iter().map(move |point| (line, point)))
        .map(|(line, point)| (point, Rectangle::round(at(line, point), (6, 6))))
        .collect();
    let mut wanted: Vec<(usize, usize, &ChartPoint)> = Vec::new();
    for (line, series) in series.iter().enumerate() {
        let shown: Vec<&ChartPoint> = series.points.iter().filter(|point| !point.aside).collect();
        let last = shown.len().saturating_sub(1);
        wanted.extend(shown.iter().enumerate().map(|(place, point)| {
            let urgency = match place {
                place if place == last => 0,
                0 => 1,
                place => 2 + last - place,
            };
            (urgency, line, *point)
        }));
    }
    let order = places_by(&wanted, |(urgency, ..)| *urgency);
    let mut taken: Vec<Rectangle> = Vec::new();
    let mut found = HashMap::new();
    for (_, line, point) in order.into_iter().map(|place| wanted[place]) {
        let (x, y) = at(line, point);
        let half_width = i32::try_from(text_width(&point.short) / 2).unwrap_or(0);
        for drop in label_drops(point) {
            // Texts stand on their base line.
            let middle = (x, y + drop - half_height);
            let label = Rectangle::round(middle, (half_width + 2, half_height));
            let covers_mark = marks
                .iter()
                .any(|(other, mark)| other.figure != point.figure && mark.meets(&label));
            let covers_text = taken.iter().any(|other| other.meets(&label));
            let inside = label.bottom <= floor && label.top >= ceiling;
            if !covers_mark && !covers_text && inside {
                taken.push(label);
                found.insert(&point.figure, drop);
                break;
            }
        }
    }
    found
}

/// A rectangle of pixels.
struct Rectangle {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Rectangle {
    /// So much to each side of a point.
    const fn round((x, y): BackendCoord, (across, along): (i32, i32)) -> Self {
        Self {
            left: x - across,
            right: x + across,
            top: y - along,
            bottom: y + along,
        }
    }

    const fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
