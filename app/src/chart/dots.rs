//! A dot chart: the latest values of many zones in rows, each with the previous value as a ring.

use super::amount::ends;
use super::backend::{
    AxisStyle, Canvas, Escaped, LegendSymbol, LegendSymbols, SvgBackend, text_width,
};
use super::drawing::{Drawing, Size, shortened};
use super::font::label_font;
use super::panel::{Area, Failure};
use super::shapes::{STUB, circle, shape_element};
use super::ticks::Axis;
use crate::locale::Locale;
use domain::figure::{Figure, Status};
use domain::quantity::Unit;
use domain::ranking::RankingRow;
use plotters::chart::ChartBuilder;
use plotters::drawing::IntoDrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, TRANSPARENT};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

/// The maximum number of rows in a drawing.
const MOST_ROWS: usize = 20;

/// A dot chart with one row per zone.
#[derive(Debug, Clone, PartialEq)]
pub struct DotChart {
    /// The title of the chart.
    pub title: String,
    /// The label above the value axis.
    pub axis: String,
    /// The rows, from top to bottom.
    pub rows: Vec<DotRow>,
    /// True if the axis is logarithmic.
    log: bool,
}

/// The scale options of a dot chart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DotScale {
    /// True if a logarithmic axis is requested; it is used only if all values are above zero.
    pub log: bool,
    /// Values of years before this year are drawn paler.
    pub recent: u16,
}

/// The value of one zone.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// The name of the zone.
    name: String,
    /// Zone, value and period in words.
    words: String,
    /// The value and its year, for the text beside the dot.
    short: String,
    /// The URL of the receipt.
    href: String,
    status: Status,
    questioned: bool,
    /// True if the value is drawn paler because of its age.
    is_old: bool,
    low: Option<f64>,
    high: Option<f64>,
    earlier: Option<f64>,
}

impl DotRow {
    fn middle(&self) -> f64 {
        middle(self.low, self.high)
    }

    /// Returns the bounds of the value, and the previous value.
    fn ends(&self) -> impl Iterator<Item = f64> {
        [self.low, self.high, self.earlier].into_iter().flatten()
    }
}

fn middle(low: Option<f64>, high: Option<f64>) -> f64 {
    match (low, high) {
        (Some(low), Some(high)) => f64::midpoint(low, high),
        (Some(end), None) | (None, Some(end)) => end,
        (None, None) => 0.0,
    }
}

impl DotChart {
    /// Builds the chart from the first lines of a ranking that have the same unit as its first line; `None` if there
    /// are no lines.
    pub fn of(
        locale: Locale,
        title: String,
        lines: &[RankingRow],
        scale: DotScale,
    ) -> Option<Self> {
        let unit = lines.first()?.latest.figure.unit();
        let lines: Vec<&RankingRow> = lines
            .iter()
            .filter(|line| line.latest.figure.unit() == unit)
            .take(MOST_ROWS)
            .collect();
        let greatest = lines.iter().filter_map(|line| {
            let value = line.latest.figure.interval();
            value.high().number().or(value.low().number())
        });
        let (exponent, unit_name) =
            crate::format::axis_unit(locale, greatest.max().unwrap_or_default(), unit);
        let m = locale.chart_messages();
        let axis = match unit {
            Unit::Yuan | Unit::Dollar => (m.chart_axis_nominal)(&unit_name),
            _ => (m.chart_axis)(&unit_name),
        };
        let rows = lines.iter().map(|line| row(locale, line, exponent, scale));
        let rows: Vec<DotRow> = rows.collect();
        Some(Self {
            title,
            axis,
            log: scale.log && rows.iter().flat_map(DotRow::ends).all(|end| end > 0.0),
            rows,
        })
    }

    /// Returns true if a value is drawn paler because of its age.
    pub fn has_old(&self) -> bool {
        self.rows.iter().any(|row| row.is_old)
    }
}

fn row(locale: Locale, line: &RankingRow, exponent: u32, scale: DotScale) -> DotRow {
    let figure = &line.latest.figure;
    let name = locale.pick(&line.zone.name);
    let period = crate::format::period(locale, figure.period);
    let value = crate::format::value(locale, figure);
    let (low, high) = ends(figure.interval(), exponent);
    let earlier = |figure: &Figure| {
        let (low, high) = ends(figure.interval(), exponent);
        middle(low, high)
    };
    let year = figure.period.chart_year().unwrap_or_default();
    DotRow {
        name: name.to_owned(),
        words: (locale.ranking_messages().dot)(name, &value, &period),
        short: format!(
            "{} ({year})",
            crate::format::on_axis(
                locale,
                crate::format::written(figure),
                figure.interval(),
                exponent
            )
        ),
        href: locale.receipt_href(&figure.id),
        status: figure.status(),
        questioned: line.latest.questioned,
        is_old: year < scale.recent,
        low,
        high,
        earlier: line.latest.earlier.as_ref().map(earlier),
    }
}

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
    let drawn = rows_of(chart, &layout, width, &area);
    drop(area);
    if drawn.is_err() {
        canvas = Canvas::default();
    }
    (canvas, (width, height))
}

fn rows_of(chart: &DotChart, layout: &Layout, width: u32, area: &Area<'_>) -> Result<(), Failure> {
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
    for (n, row) in (0..).zip(&chart.rows) {
        let top = TOP + layout.row * n;
        let (room, y) = match names {
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

/// Returns the legend symbols of several drawings together.
pub fn symbols_of(drawings: &[Drawing]) -> LegendSymbols {
    drawings
        .iter()
        .fold(LegendSymbols::default(), |symbols, drawing| {
            symbols.and(drawing.symbols)
        })
}
