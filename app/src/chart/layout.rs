//! From state to SVG: plotters lays out the axes, our marks go on top.

use super::backend::{Escaped, Ink, SvgBackend, TEXT_HEIGHT, text_width};
use super::marks::{Link, Mark, SHAPES, label_drops};
use super::state::{ChartPoint, ChartState};
use super::ticks::Axis;
use domain::id::FigureId;
use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::style::{Color, IntoFont, TRANSPARENT};
use plotters_backend::BackendCoord;
use std::collections::HashMap;
use std::convert::Infallible;

/// For which width a chart is laid out. Both are in the page, and CSS shows the one that fits:
/// scaling one drawing down would leave its texts too small to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// For tablets and desktops.
    Wide,
    /// For phones.
    Narrow,
}

impl Size {
    const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Wide => (680, 320),
            Self::Narrow => (330, 280),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "chart chart-wide",
            Self::Narrow => "chart chart-narrow",
        }
    }

    /// Which share of the years is left free to each side.
    const fn margin(self) -> f64 {
        match self {
            Self::Wide => 0.12,
            Self::Narrow => 0.22,
        }
    }

    const fn year_ticks(self) -> f64 {
        match self {
            Self::Wide => 9.0,
            Self::Narrow => 4.0,
        }
    }
}

/// Draws a chart as SVG, with a name and a description for those who cannot see it. Gives the same
/// bytes wherever it runs.
pub fn draw(state: &ChartState, size: Size) -> String {
    let (width, height) = size.pixels();
    let mut svg = format!(
        "<svg class=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{}. {}\">",
        size.class(),
        Escaped(&state.title),
        Escaped(&state.description),
    );
    // The backend itself never fails; what plotters could complain of is a drawing without room,
    // and then the frame alone is the honest picture.
    let mut body = String::new();
    let area = SvgBackend::new(&mut body, (width, height)).into_drawing_area();
    let drawn = plot(state, size, &area);
    drop(area);
    if drawn.is_ok() {
        svg.push_str(&body);
    }
    svg.push_str("</svg>");
    svg
}

type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;

fn plot(
    state: &ChartState,
    size: Size,
    area: &Area<'_>,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let years = || state.points().map(|point| point.year);
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return Ok(());
    };
    let ends = || {
        state
            .points()
            .flat_map(|point| [point.low, point.high])
            .flatten()
    };
    let least = ends().fold(f64::INFINITY, f64::min);
    // Room above the highest mark for its value, or for the arrow of an open end.
    let greatest = ends().fold(f64::NEG_INFINITY, f64::max) * 1.08;
    let x = Axis::years(first, last, size.margin(), size.year_ticks());
    let y = Axis::amounts(least, greatest, 6.0);
    let label_room = y
        .labels()
        .map(|label| text_width(&label))
        .max()
        .unwrap_or(0)
        + 10;
    let (x_ticks, y_ticks) = (x.len(), y.len());
    let mut chart = ChartBuilder::on(area)
        .margin_top(28)
        .margin_right(10)
        .margin_left(2)
        .x_label_area_size(26)
        .y_label_area_size(label_room)
        .build_cartesian_2d(x, y)?;
    let font = ("sans-serif", 12).into_font();
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(Ink::Grid.color())
        .axis_style(Ink::Axis.color())
        .label_style(font.color(&Ink::Label.color()))
        .x_labels(x_ticks)
        .y_labels(y_ticks)
        .set_all_tick_mark_size(3)
        .draw()?;
    let shapes = (0..SHAPES).cycle();
    for (line, shape) in state.series.iter().zip(shapes.clone()) {
        let shown: Vec<&ChartPoint> = line.points.iter().filter(|point| !point.aside).collect();
        let links = shown
            .windows(2)
            .filter_map(|pair| Link::between(pair[0], pair[1], shape));
        chart.draw_series(links)?;
    }
    let at = |point: &ChartPoint| chart.backend_coord(&(f64::from(point.year), point.height()));
    let rows = chart.plotting_area().get_y_axis_pixel_range();
    let floor = rows.start.max(rows.end);
    let labels = labels(state, at, floor);
    // What stands aside lies beneath what is shown.
    for aside in [true, false] {
        for (line, shape) in state.series.iter().zip(shapes.clone()) {
            let marks = line
                .points
                .iter()
                .filter(|point| point.aside == aside)
                .map(|point| Mark::new(point, shape, labels.get(&point.figure).copied()));
            chart.draw_series(marks)?;
        }
    }
    drop(chart);
    area.draw_text(
        &state.axis,
        &("sans-serif", 12)
            .into_font()
            .color(&Ink::Label.color().to_rgba()),
        (2, 4),
    )
}

/// Where the values that find room stand, as [`label_drops`] counts: no two texts cover one another,
/// none covers the mark of another point, and none lies below `floor`, among the years. The last
/// point of a line comes first, then its first, then the others from the latest.
fn labels(
    state: &ChartState,
    at: impl Fn(&ChartPoint) -> BackendCoord,
    floor: i32,
) -> HashMap<FigureId, i32> {
    let half_height = i32::try_from(TEXT_HEIGHT).unwrap_or(0) / 2;
    let marks: Vec<(&ChartPoint, Rectangle)> = state
        .points()
        .map(|point| (point, Rectangle::round(at(point), (6, 6))))
        .collect();
    let mut wanted: Vec<(usize, &ChartPoint)> = Vec::new();
    for line in &state.series {
        let shown: Vec<&ChartPoint> = line.points.iter().filter(|point| !point.aside).collect();
        let last = shown.len().saturating_sub(1);
        wanted.extend(shown.iter().enumerate().map(|(place, point)| {
            let urgency = match place {
                place if place == last => 0,
                0 => 1,
                place => 2 + last - place,
            };
            (urgency, *point)
        }));
    }
    wanted.sort_by_key(|(urgency, _)| *urgency);
    let mut taken: Vec<Rectangle> = Vec::new();
    let mut found = HashMap::new();
    for (_, point) in wanted {
        let (x, y) = at(point);
        let half_width = i32::try_from(text_width(&point.short) / 2).unwrap_or(0);
        for drop in label_drops(point) {
            // Texts stand on their base line.
            let middle = (x, y + drop - half_height);
            let label = Rectangle::round(middle, (half_width + 2, half_height));
            let covers_mark = marks
                .iter()
                .any(|(other, mark)| other.figure != point.figure && mark.meets(&label));
            let covers_text = taken.iter().any(|other| other.meets(&label));
            if !covers_mark && !covers_text && label.bottom <= floor {
                taken.push(label);
                found.insert(point.figure.clone(), drop);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ChartSeries;
    use domain::figure::Status;

    fn point(id: &str, year: u16, height: f64) -> ChartPoint {
        ChartPoint {
            year,
            low: Some(height),
            high: Some(height),
            status: Status::Reported,
            short: format!("{height}"),
            words: format!("{year}: {height}"),
            aside: false,
            questioned: false,
            figure: id.parse().unwrap(),
            href: format!("/figures/{id}"),
        }
    }

    fn drawn(points: Vec<ChartPoint>) -> String {
        let state = ChartState {
            title: "t".to_owned(),
            axis: "a".to_owned(),
            description: "d".to_owned(),
            series: vec![ChartSeries {
                label: "l".to_owned(),
                partial: false,
                points,
            }],
        };
        draw(&state, Size::Narrow)
    }

    #[test]
    fn values_that_would_cover_one_another_are_left_to_the_table() {
        let apart = drawn(vec![point("a", 2000, 10.0), point("b", 2020, 90.0)]);
        assert_eq!(apart.matches("class=\"value\"").count(), 2);
        let crowd = (0..12)
            .map(|n| point(&format!("p{n}"), 2000 + n, 1_234_567.0))
            .collect();
        let crowded = drawn(crowd);
        assert_eq!(crowded.matches("class=\"mark ").count(), 12);
        let values = crowded.matches("class=\"value\"").count();
        assert!((2..12).contains(&values), "{values}");
    }

    #[test]
    fn what_stands_aside_lies_beneath_and_joins_nothing() {
        let mut other = point("other", 2001, 23.0);
        other.aside = true;
        let mut doubted = point("c", 2002, 30.0);
        doubted.questioned = true;
        let svg = drawn(vec![
            point("a", 2000, 10.0),
            other,
            point("b", 2001, 12.0),
            doubted,
        ]);
        let (aside, shown) = (svg.find("/figures/other"), svg.find("/figures/a\""));
        assert!(aside < shown, "{svg}");
        assert_eq!(svg.matches("class=\"link ").count(), 2);
        assert_eq!(svg.matches("class=\"ring\"").count(), 1);
        assert!(!svg.contains(">23<"), "a value that is not shown: {svg}");
    }
}
