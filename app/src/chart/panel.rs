//! Draws one panel of a chart: plotters draws the axes, and the marks are drawn on top.

use super::backend::{AxisStyle, SvgBackend, text_width};
use super::drawing::wrapped;
use super::font::label_font;
use super::labels::{self, PlacedLine, texts};
use super::marks::{Bar, Extent, LineStyle, Link, Mark, NameMark};
use super::shapes::{color_of, shape_of};
use super::state::{ChartPoint, ChartSeries, ChartState};
use super::ticks::Axis;
use super::view::ChartForm;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::style::{Color, TRANSPARENT};
use std::convert::Infallible;

/// A part of the drawing, such as one panel.
pub type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;

/// The error type of plotters; the backend itself never fails.
pub type Failure = DrawingAreaErrorKind<Infallible>;

/// The maximum number of marks in a panel that have touch areas. With more marks, the nearest ones are closer than a
/// finger is wide.
const MAX_TOUCH_MARKS: usize = 60;

/// The margins of a panel, and the number of its ticks.
#[derive(Debug, Clone, Copy)]
pub struct PanelLayout {
    /// The left and the right margin, as shares of the year span.
    pub margins: (f64, f64),
    /// The approximate number of ticks on the year axis.
    pub year_ticks: f64,
    /// The approximate number of ticks on the value axis.
    pub value_ticks: f64,
}

/// The axes that the panels of a chart share, so that they can be compared.
pub struct Axes {
    years: Axis,
    values: Axis,
    spacing: Spacing,
}

/// The horizontal distance between the marks of several lines in one year.
#[derive(Debug, Clone, Copy)]
enum Spacing {
    /// All marks of a year have the same position.
    Together,
    /// The bars of a year are side by side; `width` is the width of each, in years.
    Beside { lines: usize, width: f64 },
}

impl Spacing {
    fn x(self, line: usize, year: u16) -> f64 {
        let year = f64::from(year);
        match self {
            Self::Together => year,
            Self::Beside { lines, width } => {
                #[expect(clippy::cast_precision_loss, reason = "some dozens of lines")]
                let (line, lines) = (line as f64, lines as f64);
                year + (line - (lines - 1.0) / 2.0) * width
            }
        }
    }
}

impl Axes {
    /// Returns the axes for some lines, of which `beside` are in one panel; `None` if there are no points.
    pub fn over(
        state: &ChartState,
        series: &[(usize, &ChartSeries)],
        beside: usize,
        room: PanelLayout,
    ) -> Option<Self> {
        let points = || series.iter().flat_map(|(_, line)| &line.points);
        let years = || points().map(|point| point.year);
        let (first, last) = (years().min()?, years().max()?);
        let ends = || {
            points()
                .flat_map(|point| [point.low, point.high])
                .flatten()
                .filter(|end| !state.log || *end > 0.0)
        };
        let least = ends().fold(f64::INFINITY, f64::min);
        let greatest = ends().fold(f64::NEG_INFINITY, f64::max);
        // Leaves room above the highest mark for its value or its open end.
        let values = if state.log {
            Axis::factors(least, greatest * 1.15, room.value_ticks)
        } else {
            Axis::amounts(least, greatest + greatest.abs() * 0.08, room.value_ticks)
        };
        let spacing = if state.form == ChartForm::Bars {
            // With few years, bars would be too wide: the bars of a year use at most an eighth of the plot.
            let span = f64::from(last - first).max(1.0);
            let widest = (span * (1.0 + room.margins.0 + room.margins.1) / 8.0).clamp(0.1, 0.8);
            #[expect(clippy::cast_precision_loss, reason = "some dozens of lines")]
            let width = widest / beside.max(1) as f64;
            Spacing::Beside {
                lines: beside.max(1),
                width,
            }
        } else {
            Spacing::Together
        };
        Some(Self {
            years: Axis::years(first, last, room.margins, room.year_ticks),
            values,
            spacing,
        })
    }

    fn label_room(&self) -> u32 {
        let widths = self.values.labels().map(|label| text_width(&label));
        widths.max().unwrap_or(0) + 10
    }
}

type Context<'a, 'b> = ChartContext<'a, SvgBackend<'b>, Cartesian2d<Axis, Axis>>;

/// A line in a panel.
struct Line<'s> {
    series: &'s ChartSeries,
    /// Its index among the lines of the panel.
    place: usize,
    style: LineStyle,
}

impl<'s> Line<'s> {
    /// Returns the points that are not replaced by a competing figure.
    fn shown(&self) -> impl Iterator<Item = &'s ChartPoint> {
        self.series
            .points
            .iter()
            .filter(|point| !point.is_superseded)
    }
}

/// The texts around the lines of a panel.
pub struct PanelTexts<'a> {
    /// The text above the panel.
    pub title: &'a str,
    /// The names of its lines, each split into lines of text; empty if the lines are not named at their ends.
    pub names: Vec<Vec<String>>,
}

impl PanelTexts<'_> {
    /// Returns a frame without names.
    pub const fn of(title: &str) -> PanelTexts<'_> {
        PanelTexts {
            title,
            names: Vec::new(),
        }
    }

    /// Returns the width of the widest name.
    fn names_width(&self) -> u32 {
        let widths = self.names.iter().flatten().map(|line| text_width(line));
        widths.max().unwrap_or(0)
    }
}

/// The maximum number of text lines in a name.
const MOST_NAME_LINES: usize = 3;

/// Returns the names at the ends of lines, each at most `most` wide and three text lines high. Lines with the same
/// switch have one name, at the line with the latest year.
pub fn names_of(series: &[(usize, &ChartSeries)], most: u32) -> Vec<Vec<String>> {
    let last_year = |line: &ChartSeries| line.points.iter().map(|point| point.year).max();
    let is_named = |line: &ChartSeries| {
        let of_switch = series
            .iter()
            .filter(|(_, other)| other.switch == line.switch);
        let last = of_switch.max_by_key(|(_, other)| last_year(other));
        last.is_some_and(|(_, last)| last.id == line.id)
    };
    let name = |line: &ChartSeries| {
        let mut name = wrapped(&line.name, most);
        if name.len() > MOST_NAME_LINES {
            name.truncate(MOST_NAME_LINES);
            if let Some(last) = name.last_mut() {
                last.push('…');
            }
        }
        name
    };
    let names = series.iter().map(|(_, line)| {
        if is_named(line) {
            name(line)
        } else {
            Vec::new()
        }
    });
    names.collect()
}

/// Draws some lines of a chart into an area. Returns how many of them have their names at their ends.
pub fn panel(
    state: &ChartState,
    series: &[(usize, &ChartSeries)],
    axes: &Axes,
    frame: &PanelTexts<'_>,
    area: &Area<'_>,
) -> Result<usize, Failure> {
    let names_width = frame.names_width();
    let mut chart = ChartBuilder::on(area)
        .margin_top(28)
        .margin_right(10 + names_width)
        .margin_left(2)
        .x_label_area_size(26)
        .y_label_area_size(axes.label_room())
        .build_cartesian_2d(axes.years.clone(), axes.values.clone())?;
    draw_axes(&mut chart, axes)?;
    let crowded = series
        .iter()
        .map(|(_, line)| line.points.len())
        .sum::<usize>()
        > MAX_TOUCH_MARKS;
    let columns = chart.plotting_area().get_x_axis_pixel_range();
    let rows = chart.plotting_area().get_y_axis_pixel_range();
    let floor = rows.start.max(rows.end);
    let lines: Vec<Line<'_>> = series
        .iter()
        .enumerate()
        .map(|(place, (number, series))| Line {
            series,
            place,
            style: LineStyle {
                series: *number,
                color: color_of(series.color),
                shape: shape_of(series.shape),
                kind: series.kind,
                crowded,
                floor,
            },
        })
        .collect();
    let (across, along) = area.get_pixel_range();
    let title_width = i32::try_from(text_width(frame.title)).unwrap_or(i32::MAX);
    let room = labels::TextBounds {
        left: columns.start + 1,
        right: columns.end + 8,
        names: (names_width > 0).then_some(across.end - 2),
        ceiling: rows.start.min(rows.end) - 14,
        floor,
        title: (across.start.saturating_add(title_width), along.start + 18),
    };
    draw_below_marks(&mut chart, state, axes, &lines)?;
    let names = marks(&mut chart, axes, &lines, frame, room)?;
    drop(chart);
    let count = names.len();
    for name in names {
        area.draw(&name)?;
    }
    area.draw_text(
        frame.title,
        &label_font().color(&AxisStyle::Label.color().to_rgba()),
        (2, 4),
    )?;
    Ok(count)
}

/// Draws the axes with their labels, and the horizontal grid lines.
fn draw_axes(chart: &mut Context<'_, '_>, axes: &Axes) -> Result<(), Failure> {
    let font = label_font();
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(AxisStyle::Grid.color())
        .axis_style(AxisStyle::Axis.color())
        .label_style(font.color(&AxisStyle::Label.color()))
        .x_labels(axes.years.len())
        .y_labels(axes.values.len())
        .set_all_tick_mark_size(3)
        .draw()
}

/// Draws what is below the marks: bars, the lines between points, and the lines between conflicting figures.
fn draw_below_marks(
    chart: &mut Context<'_, '_>,
    state: &ChartState,
    axes: &Axes,
    lines: &[Line<'_>],
) -> Result<(), Failure> {
    for line in lines {
        if let Spacing::Beside { width, .. } = axes.spacing {
            let bars = line.shown().map(|point| {
                let x = axes.spacing.x(line.place, point.year);
                let half = width * 0.44;
                Bar::new(point, (x - half, x + half), axes.values.foot(), line.style)
            });
            chart.draw_series(bars)?;
        } else {
            let shown: Vec<&ChartPoint> = line.shown().collect();
            chart.draw_series(Link::over(&shown, line.style))?;
        }
        let conflicts = state.conflicts_of(line.series).map(|(one, other)| {
            Link::of_conflict(one, other, axes.spacing.x(line.place, one.year))
        });
        chart.draw_series(conflicts)?;
    }
    Ok(())
}

/// Draws the marks with their values. Returns the names of the lines, which the caller draws.
fn marks(
    chart: &mut Context<'_, '_>,
    axes: &Axes,
    lines: &[Line<'_>],
    frame: &PanelTexts<'_>,
    room: labels::TextBounds,
) -> Result<Vec<NameMark>, Failure> {
    let extent = |place: usize, style: LineStyle, point: &ChartPoint| {
        let x = axes.spacing.x(place, point.year);
        let height = point.height();
        let row = |end: Option<f64>| chart.backend_coord(&(x, end.unwrap_or(height))).1;
        let at = chart.backend_coord(&(x, height));
        Extent::of(point, at, (row(point.low), row(point.high)), style)
    };
    // Among so many marks, nearly no value would find room; the table contains all values.
    let crowded = lines.iter().any(|line| line.style.crowded);
    let placed = lines.iter().map(|line| PlacedLine {
        name: frame.names.get(line.place).cloned().unwrap_or_default(),
        marks: line
            .series
            .points
            .iter()
            .map(|point| (point, extent(line.place, line.style, point)))
            .collect(),
    });
    let texts = texts(&placed.collect::<Vec<_>>(), room, !crowded);
    // Competing figures are drawn first, below the figures that are shown as the main ones.
    for is_superseded in [true, false] {
        for line in lines {
            let marks = line
                .series
                .points
                .iter()
                .enumerate()
                .filter(|(_, point)| point.is_superseded == is_superseded)
                .map(|(number, point)| {
                    let x = axes.spacing.x(line.place, point.year);
                    let label = texts.values.get(&point.figure).copied();
                    Mark::new((number, point), x, line.style, label)
                });
            chart.draw_series(marks)?;
        }
    }
    let names = texts.names.into_iter().filter_map(|name| {
        let style = lines.get(name.line)?.style;
        Some(NameMark::new(name, style))
    });
    Ok(names.collect())
}
