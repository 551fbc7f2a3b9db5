//! Draws a chart state as SVG: all lines in one panel, or one panel per line.

use super::backend::{AxisStyle, Canvas, Escaped, LegendSymbols, SvgBackend, text_width};
use super::font::label_font;
use super::panel::{Area, Axes, Failure, PanelLayout, PanelTexts, names_of, panel};
use super::state::{ChartSeries, ChartState};
use super::view::ChartForm;
use plotters::drawing::IntoDrawingArea;
use plotters::style::Color;

/// The width for which a chart is laid out. A page contains several sizes of the drawing and CSS shows the one that
/// fits: if one drawing were scaled down, its texts would be too small to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// For pages with a single chart, on desktops.
    Large,
    /// For tablets and desktops.
    Wide,
    /// For phones.
    Narrow,
    /// For the preview card of a zone, which scales it.
    #[cfg(feature = "ssr")]
    Card,
}

/// The maximum number of panels in a drawing; the table contains the other lines.
const MAX_PANELS: usize = 24;

/// The maximum number of lines in one panel; more lines cannot be told apart.
pub const MAX_LINES: usize = 12;

/// The maximum number of lines that have their names at their ends.
const MAX_NAMES: usize = 6;

impl Size {
    /// Returns the width, and the height of a chart with one panel.
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Self::Large => (1160, 420),
            Self::Wide => (680, 320),
            Self::Narrow => (330, 280),
            #[cfg(feature = "ssr")]
            Self::Card => (600, 214),
        }
    }

    /// Returns its CSS classes; the style sheet shows the size that fits.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Large => "chart chart-ink chart-large",
            Self::Wide => "chart chart-ink chart-wide",
            Self::Narrow => "chart chart-ink chart-narrow",
            #[cfg(feature = "ssr")]
            Self::Card => "chart chart-ink",
        }
    }

    /// Returns the number of panels side by side, and the height of each panel.
    const fn grid(self) -> (u32, u32) {
        match self {
            Self::Large => (3, 260),
            Self::Wide => (2, 220),
            Self::Narrow => (1, 220),
            #[cfg(feature = "ssr")]
            Self::Card => (2, 220),
        }
    }

    /// Returns the maximum width of a name at the end of a line; `None` if there is no room for names.
    const fn widest_name(self) -> Option<u32> {
        match self {
            Self::Large => Some(220),
            Self::Wide => Some(150),
            Self::Narrow => None,
            #[cfg(feature = "ssr")]
            Self::Card => Some(130),
        }
    }

    const fn room(self, panels: bool) -> PanelLayout {
        match (self, panels) {
            (Self::Large, false) => PanelLayout {
                margins: (0.06, 0.06),
                year_ticks: 14.0,
                value_ticks: 8.0,
            },
            (Self::Wide, false) => PanelLayout {
                margins: (0.12, 0.12),
                year_ticks: 9.0,
                value_ticks: 6.0,
            },
            #[cfg(feature = "ssr")]
            (Self::Card, _) => PanelLayout {
                margins: (0.12, 0.12),
                year_ticks: 6.0,
                value_ticks: 4.0,
            },
            (Self::Large | Self::Wide, true) | (Self::Narrow, _) => PanelLayout {
                margins: (0.22, 0.22),
                year_ticks: 4.0,
                value_ticks: 6.0,
            },
        }
    }
}

/// A chart as SVG, with its legend symbols.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// The whole `<svg>` element.
    pub svg: String,
    /// The symbols that the legend must explain.
    pub symbols: LegendSymbols,
}

/// The drawn elements of a chart, without the `<svg>` element around them.
pub struct Content {
    /// The SVG elements and the legend symbols.
    pub canvas: Canvas,
    /// The width and height of the drawing.
    pub size: (u32, u32),
    /// True if each line has its name at its end.
    #[cfg_attr(
        not(feature = "ssr"),
        expect(
            dead_code,
            reason = "only a picture leaves out the legend of its lines"
        )
    )]
    pub has_names: bool,
}

/// Draws a chart as SVG, with an accessible name and description. The output is byte-identical on server and in
/// browser.
pub fn draw(state: &ChartState, size: Size) -> Drawing {
    let content = content(state, size, String::new());
    let (width, height) = content.size;
    let svg = format!(
        "<svg class=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"{}. {}\">{}</svg>",
        size.class(),
        Escaped(&state.title),
        Escaped(&state.description),
        content.canvas.svg,
    );
    Drawing {
        svg,
        symbols: content.canvas.symbols,
    }
}

impl ChartState {
    /// Returns the width and height of its drawing.
    pub fn size(&self, size: Size) -> (u32, u32) {
        let (width, height) = size.pixels();
        let shown: Vec<(usize, &ChartSeries)> = self.drawn().collect();
        let fields = lines_by_panel(&shown).len();
        if !self.panels || fields < 2 {
            return (width, height);
        }
        let (columns, row_height) = size.grid();
        let fields = u32::try_from(fields.min(MAX_PANELS)).unwrap_or(1);
        (width, fields.div_ceil(columns) * row_height)
    }
}

/// Draws the elements of a chart; `origin` is put in front of receipt links.
pub fn content(state: &ChartState, size: Size, origin: String) -> Content {
    let shown: Vec<(usize, &ChartSeries)> = state.drawn().collect();
    let (width, height) = state.size(size);
    let panels = state.panels && lines_by_panel(&shown).len() > 1;
    let mut canvas = Canvas {
        origin,
        ..Canvas::default()
    };
    let area = SvgBackend::new(&mut canvas, (width, height)).into_drawing_area();
    let drawn = if shown.iter().all(|(_, line)| line.points.is_empty()) {
        nothing(&state.nothing, width, &area).map(|()| false)
    } else if panels {
        draw_panels(state, &shown, size, &area).map(|()| false)
    } else {
        draw_one_panel(state, &shown, size, &area)
    };
    drop(area);
    // The backend never fails. Plotters fails only if the drawing has no room; then an empty drawing is the correct
    // result.
    if drawn.is_err() {
        canvas = Canvas::default();
    }
    Content {
        canvas,
        size: (width, height),
        has_names: drawn.unwrap_or(false),
    }
}

/// Draws the text that explains why the chart is empty.
fn nothing(words: &str, width: u32, area: &Area<'_>) -> Result<(), Failure> {
    let font = label_font();
    let style = font.color(&AxisStyle::Label.color().to_rgba());
    for (number, line) in (0..).zip(wrapped(words, width - 20)) {
        area.draw_text(&line, &style, (10, 30 + 18 * number))?;
    }
    Ok(())
}

/// Draws all lines in one panel. Returns true if each line has its name at its end.
fn draw_one_panel(
    state: &ChartState,
    shown: &[(usize, &ChartSeries)],
    size: Size,
    area: &Area<'_>,
) -> Result<bool, Failure> {
    let some = &shown[..shown.len().min(MAX_LINES)];
    let count = lines_by_panel(shown).len();
    let can_name = state.form == ChartForm::Line && (2..=MAX_NAMES).contains(&count);
    let mut frame = PanelTexts::of(&state.axis);
    let mut room = size.room(false);
    if let Some(most) = size.widest_name().filter(|_| can_name) {
        frame.names = names_of(some, most);
        room.margins.1 = 0.03;
    }
    match Axes::over(state, some, some.len(), room) {
        Some(axes) => {
            let named = panel(state, some, &axes, &frame, area)?;
            Ok(can_name && named == count)
        }
        None => Ok(false),
    }
}

/// Groups the lines by panel: lines with the same switch share a panel.
fn lines_by_panel<'a, 's>(
    shown: &'a [(usize, &'s ChartSeries)],
) -> Vec<&'a [(usize, &'s ChartSeries)]> {
    shown
        .chunk_by(|(_, one), (_, other)| one.switch == other.switch)
        .collect()
}

/// Draws one panel per line, all with the same axes, so that they can be compared.
fn draw_panels(
    state: &ChartState,
    shown: &[(usize, &ChartSeries)],
    size: Size,
    area: &Area<'_>,
) -> Result<(), Failure> {
    let mut fields = lines_by_panel(shown);
    fields.truncate(MAX_PANELS);
    let some = fields.concat();
    let (columns, _) = size.grid();
    let columns = usize::try_from(columns).unwrap_or(1);
    let (width, _) = size.pixels();
    let room = width / u32::try_from(columns).unwrap_or(1) - 8;
    let Some(axes) = Axes::over(state, &some, 1, size.room(true)) else {
        return Ok(());
    };
    let areas = area.split_evenly((fields.len().div_ceil(columns), columns));
    for (lines, area) in fields.into_iter().zip(&areas) {
        let title = lines.first().map_or("", |(_, line)| &line.label);
        panel(
            state,
            lines,
            &axes,
            &PanelTexts::of(&shortened(title, room)),
            area,
        )?;
    }
    Ok(())
}

/// Shortens a text to the width `room`; adds an ellipsis if it was cut.
pub fn shortened(text: &str, room: u32) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if text_width(&short) + text_width("…") > room {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
}

/// Splits a text into lines not wider than `room`, at spaces or, in Chinese, between any characters.
pub fn wrapped(text: &str, room: u32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let fits = text_width(line.trim_end()) + text_width(word.trim_end()) <= room;
        if !fits && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        if text_width(word) > room {
            line = shortened(word, room);
        } else {
            line.push_str(word);
        }
    }
    if !line.trim_end().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// Splits a text into pieces between which a line break is allowed: after a space and around each wide character, but
/// not before closing punctuation.
fn words(text: &str) -> Vec<&str> {
    let wide = |c: char| ('\u{2e80}'..='\u{ffef}').contains(&c);
    let closes = |c: char| "，。；：、）》”’！？".contains(c);
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let parts = before.is_some_and(|before| {
            (before == ' ' || wide(before) || wide(c)) && !closes(c) && before != '（'
        });
        if parts {
            pieces.push(&text[start..at]);
            start = at;
        }
        before = Some(c);
    }
    pieces.push(&text[start..]);
    pieces
}
