//! Draws dot charts.

use super::backend::{AxisStyle, Canvas, Escaped, LegendSymbol, SvgBackend, text_width};
use super::dots::{DotChart, DotRow};
use super::drawing::{Drawing, Size, shortened};
use super::font::label_font;
use super::panel::{Area, Failure};
use super::shapes::{STUB, circle, shape_element};
use super::ticks::Axis;
use domain::figure::Status;
use plotters::chart::ChartBuilder;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, TRANSPARENT};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

/// The space above the first row.
const TOP: u32 = 28;
/// The space below the last row, for the axis.
const BOTTOM: u32 = 30;

/// The row layout of a drawing size.
struct Layout {
    /// The height of a row.
    row: u32,
    /// The maximum width of the names on the left of the dots; `None` if the names are above the dots.
    names: Option<u32>,
    /// The approximate number of axis ticks.
    ticks: f64,
}

impl Layout {
    const fn of(size: Size) -> Self {
        match size {
            Size::Large => Self {
                row: 26,
                names: Some(440),
                ticks: 8.0,
            },
            Size::Wide => Self {
                row: 26,
                names: Some(300),
                ticks: 5.0,
            },
            #[cfg(feature = "ssr")]
            Size::Card => Self::of(Size::Wide),
            Size::Narrow => Self {
                row: 40,
                names: None,
                ticks: 3.0,
            },
        }
    }

    fn height(&self, rows: usize) -> u32 {
        TOP + self.row * u32::try_from(rows).unwrap_or(0) + BOTTOM
    }
}

/// Draws a dot chart as SVG.
pub fn draw_dots(chart: &DotChart, size: Size) -> Drawing {
    let (canvas, (width, height)) = content(chart, size, String::new());
    Drawing {
        svg: format!(
            "<svg class=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{}\">{}</svg>",
            size.class(),
            Escaped(&chart.title),
            canvas.svg
        ),
        symbols: canvas.symbols,
    }
}

/// Draws the elements of a dot chart for a picture file. Returns them with width and height.
#[cfg(feature = "ssr")]
pub fn dots_content(chart: &DotChart, origin: String) -> (Canvas, (u32, u32)) {
    content(chart, Size::Wide, origin)
}

/// Draws the elements of a dot chart. Returns them with width and height; `origin` is put in front of receipt links.
fn content(chart: &DotChart, size: Size, origin: String) -> (Canvas, (u32, u32)) {
    let layout = Layout::of(size);
    let (width, _) = size.pixels();
    let height = layout.height(chart.rows.len());
    let mut canvas = Canvas {
        origin,
        ..Canvas::default()
    };
    let area = SvgBackend::new(&mut canvas, (width, height)).into_drawing_area();
    let drawn = draw_rows(chart, &layout, width, &area);
    drop(area);
    if drawn.is_err() {
        canvas = Canvas::default();
    }
    (canvas, (width, height))
}

/// Draws the axes, the dots and the names of the rows.
fn draw_rows(
    chart: &DotChart,
    layout: &Layout,
    width: u32,
    area: &Area<'_>,
) -> Result<(), Failure> {
    let widest = chart.rows.iter().map(|row| text_width(&row.short)).max();
    let ends = || chart.rows.iter().flat_map(DotRow::ends);
    let greatest = ends().fold(f64::NEG_INFINITY, f64::max);
    let x = if chart.log {
        let least = ends().fold(f64::INFINITY, f64::min);
        Axis::factors(least, greatest, layout.ticks)
    } else {
        let least = ends().fold(0.0, f64::min);
        Axis::amounts(least, greatest, layout.ticks)
    };
    let tick_count = x.len();
    let y = Axis::rows(chart.rows.len());
    let widest_name = chart.rows.iter().map(|row| text_width(&row.name)).max();
    let names = layout
        .names
        .map(|most| most.min(widest_name.unwrap_or(0) + 12));
    let first_tick = x.labels().next().map_or(0, |label| text_width(&label));
    let left = names.unwrap_or(first_tick / 2 + 4);
    let mut plot = ChartBuilder::on(area)
        .margin_top(TOP)
        .margin_right(widest.unwrap_or(0) + 16)
        .margin_left(left)
        .x_label_area_size(BOTTOM)
        .build_cartesian_2d(x, y)?;
    let font = label_font();
    plot.configure_mesh()
        .disable_y_mesh()
        .disable_y_axis()
        .light_line_style(TRANSPARENT)
        .bold_line_style(AxisStyle::Grid.color())
        .axis_style(AxisStyle::Axis.color())
        .label_style(font.color(&AxisStyle::Label.color()))
        .x_labels(tick_count)
        .set_all_tick_mark_size(3)
        .draw()?;
    // If the name is above its dot, the dot is in the lower part of the row.
    let drop_by = if layout.names.is_some() { 0.0 } else { 0.22 };
    plot.draw_series(
        chart
            .rows
            .iter()
            .enumerate()
            .map(|(n, row)| Dot::new(n, row, drop_by)),
    )?;
    drop(plot);
    let style = font.color(&AxisStyle::Label.color().to_rgba());
    let axis_at = names.unwrap_or(2);
    area.draw_text(
        &chart.axis,
        &style,
        (i32::try_from(axis_at).unwrap_or(0), 4),
    )?;
    draw_names(chart, layout, names, width, area)
}

/// Writes the name of each row: left of its dot, or above it if the layout has no column of names.
fn draw_names(
    chart: &DotChart,
    layout: &Layout,
    column: Option<u32>,
    width: u32,
    area: &Area<'_>,
) -> Result<(), Failure> {
    let style = label_font().color(&AxisStyle::Label.color().to_rgba());
    for (n, row) in (0..).zip(&chart.rows) {
        let top = TOP + layout.row * n;
        let (room, y) = match column {
            Some(room) => (room - 10, top + layout.row / 2 - 6),
            None => (width - 4, top + 2),
        };
        let y = i32::try_from(y).unwrap_or(0);
        area.draw_text(&shortened(&row.name, room), &style, (2, y))?;
    }
    Ok(())
}

/// A row as a plotters element.
struct Dot<'r> {
    row: &'r DotRow,
    number: usize,
    places: [(f64, f64); 4],
}

impl<'r> Dot<'r> {
    fn new(number: usize, row: &'r DotRow, drop_by: f64) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
        let y = number as f64 + drop_by;
        let at = row.middle();
        Self {
            row,
            number,
            places: [
                (at, y),
                (row.low.unwrap_or(at), y),
                (row.high.unwrap_or(at), y),
                (row.earlier.unwrap_or(at), y),
            ],
        }
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Dot<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.places
    }
}

impl Drawable<SvgBackend<'_>> for Dot<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        let [(x, y), (low, _), (high, _), (earlier, _)] = places[..] else {
            return Ok(());
        };
        let row = self.row;
        let questioned = if row.questioned { " questioned" } else { "" };
        let old = if row.is_old { " old" } else { "" };
        let place = super::backend::MarkIndex {
            series: 0,
            point: self.number,
            crowded: false,
        };
        if row.earlier.is_some() {
            backend.path("dot-way series-0", &format!("M{earlier} {y}H{x}"));
            backend.add(&circle("dot-before series-0", (earlier, y), 3));
        }
        let class = format!("mark series-0 {}{questioned}{old}", row.status);
        backend.open_link(&class, (&row.href, &row.words), place);
        backend.add(&circle("hit", (x, y), 12));
        if high - low > 12 {
            backend.note(LegendSymbol::Interval);
            backend.path(
                "interval",
                &format!("M{low} {y}H{high}M{low} {}v8M{high} {}v8", y - 4, y - 4),
            );
        }
        let mut text_at = x.max(high).max(earlier) + 10;
        if row.high.is_none() {
            backend.note(LegendSymbol::Bound);
            backend.path("stub", &format!("M{} {y}H{}", x + 6, x + STUB));
            text_at += 14;
        }
        if row.low.is_none() {
            backend.note(LegendSymbol::Bound);
            backend.path("stub", &format!("M{} {y}H{}", x - 6, x - STUB));
        }
        for (is, legend_symbol) in [
            (row.status == Status::Derived, LegendSymbol::Derived),
            (row.status == Status::Preliminary, LegendSymbol::Preliminary),
            (row.questioned, LegendSymbol::Questioned),
        ] {
            if is {
                backend.note(legend_symbol);
            }
        }
        if row.questioned {
            backend.add(&circle("ring", (x, y), 10));
        }
        backend.add(&shape_element(0, (x, y)));
        backend.text("value", (text_at, y + 4), "start", &row.short);
        backend.close_link();
        Ok(())
    }
}
