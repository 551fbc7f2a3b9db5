//! A chart that leaves the site: one SVG file with title, legend, notes, sources and date, which
//! needs nothing else to be read. The same text becomes the PNG.

use super::backend::{Canvas, Escaped, Sign, Signs, text_width};
use super::data::ChartData;
use super::dots::{DotChart, dots_content};
use super::drawing::{Content, Size, content, shortened, wrapped};
use super::shapes::{line_swatch, sign_swatch};
use super::state::ChartState;
use super::theme::resolved;
use super::view::Form;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::figure::Status;
use std::fmt::Write;

/// What stands round a chart that leaves the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// What the chart is of, and whose it is.
    pub title: String,
    /// The same in few words of another kind: whose it is in the other language, or what it has.
    pub subtitle: String,
    /// The only value of the chart, which is then no drawing.
    pub number: Option<Number>,
    /// Who states what is in it.
    pub sources: Vec<String>,
    /// By whom, of which dataset.
    pub made: String,
    /// The address of the site, without a slash at its end; empty where unknown.
    pub origin: String,
    /// The path of the page of the chart.
    pub page: String,
}

/// A value alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The value with its unit.
    pub value: String,
    /// What it measures and when, and what kind of statement it is.
    pub words: String,
    /// The path of its receipt.
    pub href: String,
}

impl Number {
    /// The only value of a chart; nothing where it has several, or is a table.
    pub fn of(locale: Locale, data: &ChartData, state: &ChartState) -> Option<Self> {
        let point = state.only_point().filter(|_| state.form != Form::Table)?;
        let line = state
            .series
            .iter()
            .find(|line| line.points.contains(point))?;
        let mut value = data.value_of(point).to_owned();
        // A target must not look like what was reached.
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

    /// The value above its words, as elements; `size` is the height of the value.
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

/// Room to each side.
const MARGIN: u32 = 24;
/// Width of what is inside.
const INNER: u32 = 680;
/// The width of a sheet.
pub const WIDTH: u32 = INNER + 2 * MARGIN;
/// Sources named beyond this are counted.
const MOST_SOURCES: usize = 6;

/// Elements from the top downwards.
struct Column {
    svg: String,
    y: u32,
}

impl Column {
    /// Lines of text of a class and height, wrapped. A fifth of their room is left free: other programs have other, wider
    /// fonts.
    fn text(&mut self, class: &str, size: u32, text: &str) {
        // The table of widths is of texts 12 units high.
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

/// What is drawn on a sheet.
struct Plot<'a> {
    canvas: Canvas,
    size: (u32, u32),
    /// The swatches and labels of the legend.
    legend: Vec<(String, String)>,
    notes: &'a [String],
    description: &'a str,
}

/// A chart as a file of its own.
pub fn sheet(locale: Locale, state: &ChartState, frame: &Frame) -> String {
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
        legend: lines.chain(signs(locale, canvas.signs)).collect(),
        canvas,
        size,
        notes: &state.notes,
        description: &state.description,
    };
    framed(locale, &plot, frame)
}

/// A chart of dots as a file of its own; `note` says how it is to be read.
pub fn dots_sheet(locale: Locale, chart: &DotChart, note: String, frame: &Frame) -> String {
    let (canvas, size) = dots_content(chart, frame.origin.clone());
    let plot = Plot {
        legend: signs(locale, canvas.signs).collect(),
        canvas,
        size,
        notes: &[note],
        description: &chart.title,
    };
    framed(locale, &plot, frame)
}

fn signs(locale: Locale, signs: Signs) -> impl Iterator<Item = (String, String)> {
    let c = locale.chart_messages();
    Sign::ALL
        .into_iter()
        .filter(move |sign| signs.has(*sign))
        .map(|sign| (sign_swatch(sign), (c.sign)(sign).to_owned()))
}

/// A drawing with all that stands round it.
fn framed(locale: Locale, plot: &Plot<'_>, frame: &Frame) -> String {
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
    resolved(&svg)
}

/// The lines and signs, side by side as far as there is room.
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
