//! A chart for use outside the site: one self-contained SVG file with title, legend, notes, sources and date. The PNG
//! is made from the same SVG.

use super::backend::{Canvas, Escaped, LegendSymbol, LegendSymbols, text_width};
use super::data::ChartData;
use super::dots::DotChart;
use super::dots_drawing::dots_content;
use super::drawing::{Content, Size, content, shortened, wrapped};
use super::shapes::{line_swatch, symbol_swatch};
use super::state::ChartState;
use super::theme::inline_styles;
use super::view::ChartForm;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::figure::Status;
use std::fmt::Write;

/// The texts around a chart that is used outside the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTexts {
    /// What the chart shows, and for which zone or group.
    pub title: String,
    /// A second line: the names in the other language, or the definition of the indicator.
    pub subtitle: String,
    /// The only value of the chart, shown instead of a drawing; `None` if there are several.
    pub number: Option<Number>,
    /// The publishers and dates of the figures.
    pub sources: Vec<String>,
    /// The site name, with the date and digest of the dataset.
    pub made: String,
    /// The URL of the site, without a slash at the end; empty if unknown.
    pub origin: String,
    /// The path of the page of the chart.
    pub page: String,
}

/// A single value, shown instead of a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The value with its unit.
    pub value: String,
    /// What it measures, its period and its status.
    pub words: String,
    /// The path of its receipt.
    pub href: String,
}

impl Number {
    /// Returns the only value of a chart; `None` if the chart has several values or is a table.
    pub fn of(locale: Locale, data: &ChartData, state: &ChartState) -> Option<Self> {
        let point = state
            .only_point()
            .filter(|_| state.form != ChartForm::Table)?;
        let line = state
            .series
            .iter()
            .find(|line| line.points.contains(point))?;
        let mut value = data.value_of(point).to_owned();
        // A target must not look like a reached value.
        if point.status != Status::Reported {
            value.push_str(locale.chart_messages().comma);
            value.push_str(point.status.name(locale));
        }
        Some(Self {
            value,
            words: format!("{} · {}", line.label, point.words),
            href: point.href.clone(),
        })
    }

    /// Returns the value above its description, as elements; `size` is the text height of the value.
    pub fn svg(&self, origin: &str, size: u32) -> String {
        let small = (size / 3).max(13);
        format!(
            "<a href=\"{}{}\"><text class=\"sheet-number\" font-size=\"{size}\" y=\"{size}\">{}</text></a>\
             <text class=\"sheet-words\" font-size=\"{small}\" y=\"{}\">{}</text>",
            Escaped(origin),
            Escaped(&self.href),
            Escaped(&self.value),
            size + 2 * small,
            Escaped(&shortened(&self.words, INNER * 12 / small)),
        )
    }
}

/// The margin on each side.
const MARGIN: u32 = 24;
/// The width of the content.
const INNER: u32 = 680;
/// The width of a sheet.
pub const WIDTH: u32 = INNER + 2 * MARGIN;
/// The maximum number of sources that are named; the others are only counted.
const MOST_SOURCES: usize = 6;

/// Elements placed from top to bottom.
struct Column {
    svg: String,
    y: u32,
}

impl Column {
    /// Adds a text of this class and size, wrapped. A fifth of the width is kept free, because other programs have
    /// other, wider fonts.
    fn text(&mut self, class: &str, size: u32, text: &str) {
        // The width table is for texts 12 units high.
        for line in wrapped(text, INNER * 12 / size * 4 / 5) {
            self.y += size * 4 / 3;
            self.line(class, MARGIN, &line);
        }
    }

    fn line(&mut self, class: &str, x: u32, text: &str) {
        // Writing to a `String` cannot fail.
        let _ = write!(
            self.svg,
            "<text class=\"{class}\" x=\"{x}\" y=\"{}\">{}</text>",
            self.y,
            Escaped(text)
        );
    }
}

/// The content of a sheet.
struct Plot<'a> {
    canvas: Canvas,
    size: (u32, u32),
    /// The swatches and labels of the legend.
    legend: Vec<(String, String)>,
    notes: &'a [String],
    description: &'a str,
}

/// Draws a chart as a separate file.
pub fn sheet(locale: Locale, state: &ChartState, frame: &SheetTexts) -> String {
    let Content {
        canvas,
        size,
        has_names,
    } = match &frame.number {
        Some(number) => Content {
            canvas: Canvas {
                svg: number.svg(&frame.origin, 36),
                ..Canvas::default()
            },
            size: (INNER, 72),
            has_names: true,
        },
        None => content(state, Size::Wide, frame.origin.clone()),
    };
    let lines = state
        .switches()
        .filter(|line| !line.hidden && !has_names)
        .map(|line| (line_swatch(line), line.label.clone()));
    let plot = Plot {
        legend: lines.chain(symbols(locale, canvas.symbols)).collect(),
        canvas,
        size,
        notes: &state.notes,
        description: &state.description,
    };
    framed(locale, &plot, frame)
}

/// Draws a dot chart as a separate file; `note` explains how to read it.
pub fn dots_sheet(locale: Locale, chart: &DotChart, note: String, frame: &SheetTexts) -> String {
    let (canvas, size) = dots_content(chart, frame.origin.clone());
    let plot = Plot {
        legend: symbols(locale, canvas.symbols).collect(),
        canvas,
        size,
        notes: &[note],
        description: &chart.title,
    };
    framed(locale, &plot, frame)
}

fn symbols(locale: Locale, symbols: LegendSymbols) -> impl Iterator<Item = (String, String)> {
    let c = locale.chart_messages();
    LegendSymbol::ALL
        .into_iter()
        .filter(move |legend_symbol| symbols.has(*legend_symbol))
        .map(|legend_symbol| {
            (
                symbol_swatch(legend_symbol),
                (c.legend_symbol)(legend_symbol).to_owned(),
            )
        })
}

/// Draws the texts around a plot.
fn framed(locale: Locale, plot: &Plot<'_>, frame: &SheetTexts) -> String {
    let c = locale.chart_messages();
    let mut column = Column {
        svg: String::new(),
        y: MARGIN - 8,
    };
    column.text("sheet-title", 20, &frame.title);
    column.text("sheet-subtitle", 13, &frame.subtitle);
    column.y += 10;
    if !plot.legend.is_empty() {
        legend(&mut column, &plot.legend);
    }
    column.y += 8;
    // Writing to a `String` cannot fail, here and below.
    let _ = write!(
        column.svg,
        "<g transform=\"translate({MARGIN} {})\">{}</g>",
        column.y, plot.canvas.svg
    );
    column.y += plot.size.1 + 4;
    for note in plot.notes {
        column.text("sheet-note", 11, note);
    }
    let listing = locale.chart_messages().semicolon;
    let mut named: Vec<String> = frame.sources.iter().take(MOST_SOURCES).cloned().collect();
    if frame.sources.len() > MOST_SOURCES {
        let more = u64::try_from(frame.sources.len() - MOST_SOURCES).unwrap_or(0);
        named.push((c.more_sources)(&crate::format::integer(more)));
    }
    column.y += 4;
    if !named.is_empty() {
        column.text("sheet-note", 11, &(c.sources)(&named.join(listing)));
    }
    column.text("sheet-note", 11, &frame.made);
    if !frame.origin.is_empty() {
        column.text("sheet-note", 11, &format!("{}{}", frame.origin, frame.page));
    }
    let height = column.y + MARGIN;
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-ink sheet\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" lang=\"{}\"><title>{}</title><desc>{}</desc>\
         <rect class=\"sheet-paper\" width=\"{WIDTH}\" height=\"{height}\"/>{}</svg>\n",
        locale.tag(),
        Escaped(&frame.title),
        Escaped(plot.description),
        column.svg,
    );
    inline_styles(&svg)
}

/// Adds the legend entries, side by side if there is room.
fn legend(column: &mut Column, entries: &[(String, String)]) {
    let mut x = MARGIN;
    column.y += 16;
    for (swatch, label) in entries {
        let label = shortened(label, INNER - 24);
        let width = 22 + text_width(&label) + 18;
        if x > MARGIN && x + width > MARGIN + INNER + 18 {
            x = MARGIN;
            column.y += 19;
        }
        // Writing to a `String` cannot fail.
        let _ = write!(
            column.svg,
            "<g transform=\"translate({x} {})\">{swatch}</g>",
            column.y - 12
        );
        column.line("sheet-label", x + 22, &label);
        x += width;
    }
}
