//! A plotters backend that writes accessible SVG. Elements have classes instead of colours, so themes, dark mode and
//! print are done in CSS. Marks are links with accessible names.

use super::shapes::points;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt::Write;

/// The axis styles. Layout passes each style to plotters as a colour; the backend turns this colour into a CSS class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum AxisStyle {
    /// The grid lines across the plot.
    Grid = 1,
    /// The axis line.
    Axis = 2,
    /// The texts of the axes.
    Label = 3,
}

impl AxisStyle {
    /// Returns the colour that represents this style inside plotters.
    pub const fn color(self) -> plotters::style::RGBColor {
        plotters::style::RGBColor(0, 0, self as u8)
    }

    const fn class(color: BackendColor) -> &'static str {
        match color.rgb {
            (0, 0, 1) => "grid",
            (0, 0, 2) => "axis",
            _ => "label",
        }
    }
}

/// The height of a text, in units of the drawing.
pub const TEXT_HEIGHT: u32 = 13;

/// A symbol that the legend of a chart explains, in addition to the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum LegendSymbol {
    /// A mark for a derived value.
    Derived,
    /// A mark for a target or a plan.
    Target,
    /// A mark for a preliminary value.
    Preliminary,
    /// A bar over the range of possible values.
    Interval,
    /// A fading line at the open end of a value that has only one known bound.
    Bound,
    /// A mark for a predecessor of the zone.
    Predecessor,
    /// A pale mark for a figure when a competing figure for the same thing is shown as the main one.
    Superseded,
    /// A line between two competing figures that cannot both be true.
    Conflict,
    /// A ring around a value that a caution questions.
    Questioned,
    /// A thin line across years without a figure.
    Gap,
}

impl LegendSymbol {
    /// All symbols, in the order of the legend.
    pub const ALL: [Self; 10] = [
        Self::Derived,
        Self::Target,
        Self::Preliminary,
        Self::Interval,
        Self::Bound,
        Self::Predecessor,
        Self::Superseded,
        Self::Conflict,
        Self::Questioned,
        Self::Gap,
    ];
}

/// The set of symbols in a drawing, as bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LegendSymbols(u16);

impl LegendSymbols {
    /// Adds a symbol.
    pub const fn insert(&mut self, legend_symbol: LegendSymbol) {
        self.0 |= 1 << legend_symbol as u16;
    }

    /// Returns true if the set contains the symbol.
    pub const fn has(self, legend_symbol: LegendSymbol) -> bool {
        self.0 & (1 << legend_symbol as u16) != 0
    }

    /// Returns the union of both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The position of a point in the chart state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkIndex {
    /// The index of the line.
    pub series: usize,
    /// The index of the point in its line.
    pub point: usize,
    /// True if marks are so close together that they have no touch area and no value text.
    pub crowded: bool,
}

/// The output of a drawing.
#[derive(Debug, Default)]
pub struct Canvas {
    /// The SVG elements drawn so far.
    pub svg: String,
    /// The legend symbols drawn so far.
    pub symbols: LegendSymbols,
    /// The site URL in front of receipt links, for a drawing that is used outside the site; otherwise empty.
    pub origin: String,
}

/// Writes SVG elements to a canvas.
pub struct SvgBackend<'a> {
    canvas: &'a mut Canvas,
    size: (u32, u32),
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// Returns a backend of this size that adds elements to a canvas.
    pub const fn new(canvas: &'a mut Canvas, size: (u32, u32)) -> Self {
        Self { canvas, size }
    }

    /// Records that a symbol was drawn.
    pub const fn note(&mut self, legend_symbol: LegendSymbol) {
        self.canvas.symbols.insert(legend_symbol);
    }

    /// Adds a finished element.
    pub fn add(&mut self, element: &str) {
        self.canvas.svg.push_str(element);
    }

    /// Draws a rectangle of this class.
    pub fn rectangle(&mut self, class: &str, (x, y): BackendCoord, (width, height): (i32, i32)) {
        self.element(format_args!(
            "<rect class=\"{}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>",
            Escaped(class)
        ));
    }

    /// Opens a link of this class to `href`; `title` is its accessible name. The attribute `data-at` contains the
    /// position of the point, for mark navigation by keyboard.
    pub fn open_link(&mut self, class: &str, (href, title): (&str, &str), place: MarkIndex) {
        let origin = std::mem::take(&mut self.canvas.origin);
        self.element(format_args!(
            "<a class=\"{}\" href=\"{}{}\" data-at=\"{} {}\"",
            Escaped(class),
            Escaped(&origin),
            Escaped(href),
            place.series,
            place.point,
        ));
        // A `<title>` element appears as a tooltip. If there are many marks, an attribute is used instead because it
        // renders faster; then no mark has a value text beside it.
        if place.crowded {
            self.element(format_args!(" aria-label=\"{}\">", Escaped(title)));
        } else {
            self.element(format_args!("><title>{}</title>", Escaped(title)));
        }
        self.canvas.origin = origin;
    }

    /// Closes the link opened last.
    pub fn close_link(&mut self) {
        self.element(format_args!("</a>"));
    }

    /// Draws a path of this class; `commands` is SVG path data.
    pub fn path(&mut self, class: &str, commands: &str) {
        self.element(format_args!(
            "<path class=\"{}\" d=\"{commands}\"/>",
            Escaped(class)
        ));
    }

    /// Draws a polyline of this class through the points.
    pub fn line(&mut self, class: &str, path: impl IntoIterator<Item = BackendCoord>) {
        self.element(format_args!(
            "<polyline class=\"{}\" points=\"{}\"/>",
            Escaped(class),
            points(path)
        ));
    }

    /// Draws a text of this class; `anchor` is `start`, `middle` or `end`.
    pub fn text(&mut self, class: &str, (x, y): BackendCoord, anchor: &str, text: &str) {
        self.element(format_args!(
            "<text class=\"{}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
            Escaped(class),
            Escaped(text)
        ));
    }

    /// Draws a text that starts at a point and is hidden from screen readers, because the same text is available
    /// elsewhere.
    pub fn hidden_text(&mut self, class: &str, (x, y): BackendCoord, text: &str) {
        self.element(format_args!(
            "<text class=\"{}\" x=\"{x}\" y=\"{y}\" aria-hidden=\"true\">{}</text>",
            Escaped(class),
            Escaped(text)
        ));
    }

    fn element(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a `String` cannot fail.
        let _ = self.canvas.svg.write_fmt(markup);
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Outcome {
        Ok(())
    }

    fn present(&mut self) -> Outcome {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Outcome {
        if color.alpha > 0.0 {
            let class = AxisStyle::class(color);
            self.element(format_args!(
                "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\"/>"
            ));
        }
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Outcome {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Outcome {
        if style.color().alpha > 0.0 {
            self.line(AxisStyle::class(style.color()), path);
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Outcome {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // SVG positions a text by its base line, plotters by a corner or the middle.
        let drop = match style.anchor().v_pos {
            VPos::Top => 10,
            VPos::Center => 4,
            VPos::Bottom => -2,
        };
        self.text(AxisStyle::class(style.color()), (x, y + drop), anchor, text);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text_width(text), TEXT_HEIGHT))
    }
}

/// Returns the width of a text from a fixed table. Real fonts are not measured, because server and browser would get
/// different results. The widths are slightly too large, so that texts do not touch.
pub fn text_width(text: &str) -> u32 {
    let tenths: u32 = text
        .chars()
        .map(|c| match c {
            'i' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 38,
            'm' | 'w' | 'M' | 'W' => 105,
            'A'..='Z' => 82,
            '\u{2e80}'..='\u{ffef}' => 125,
            _ => 70,
        })
        .sum();
    tenths.div_ceil(10)
}

/// A text that is displayed with its markup characters escaped.
pub struct Escaped<'a>(pub &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // All escaped characters are single bytes, so the text can be cut at them.
        let escape = |byte: u8| match byte {
            b'&' => Some("&amp;"),
            b'<' => Some("&lt;"),
            b'>' => Some("&gt;"),
            b'"' => Some("&quot;"),
            _ => None,
        };
        let mut start = 0;
        for (at, byte) in self.0.bytes().enumerate() {
            if let Some(escape) = escape(byte) {
                f.write_str(&self.0[start..at])?;
                f.write_str(escape)?;
                start = at + 1;
            }
        }
        f.write_str(&self.0[start..])
    }
}
