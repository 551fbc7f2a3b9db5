//! A plotters backend that writes accessible SVG: classes instead of colours, so that themes,
//! dark mode and print are CSS, and groups that name what is in them.

use super::shapes::points;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::fmt::Write;

/// The closed palette: every colour that layout passes to plotters stands for a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Ink {
    /// Lines across the plot.
    Grid = 1,
    /// The line of the axis of years.
    Axis = 2,
    /// Texts at the axes.
    Label = 3,
}

impl Ink {
    /// The colour that stands for this ink on its way through plotters.
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

/// The height of a text in the units of the drawing.
pub const TEXT_HEIGHT: u32 = 13;

/// What a chart's legend explains beside its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Sign {
    /// A mark of a value that was derived.
    Derived,
    /// A mark of a target or plan.
    Wish,
    /// A mark of a preliminary value.
    Preliminary,
    /// A bar over all that a value may be.
    Interval,
    /// An arrow from an end beyond which nothing is known.
    Bound,
    /// A mark of what came before the zone.
    Predecessor,
    /// A mark that stands aside for another figure of the same thing.
    Aside,
    /// A stroke between figures of one thing that cannot both be true.
    Conflict,
    /// A ring round a value that a caution questions.
    Questioned,
    /// A thin connector across years of which nothing is known.
    Gap,
}

impl Sign {
    /// All of them, in the order of a legend.
    pub const ALL: [Self; 10] = [
        Self::Derived,
        Self::Wish,
        Self::Preliminary,
        Self::Interval,
        Self::Bound,
        Self::Predecessor,
        Self::Aside,
        Self::Conflict,
        Self::Questioned,
        Self::Gap,
    ];
}

/// The signs that a drawing has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// Takes a sign in.
    pub const fn insert(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u16;
    }

    /// Whether it has a sign.
    pub const fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u16) != 0
    }

    /// Those of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Which point a mark is of: the line, counted in the state, and the point, counted in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub series: usize,
    /// The point.
    pub point: usize,
    /// Whether marks stand so close that there is no room for anything about them.
    pub crowded: bool,
}

/// What is being drawn.
#[derive(Debug, Default)]
pub struct Canvas {
    /// The elements.
    pub svg: String,
    /// The signs among them.
    pub signs: Signs,
    /// What stands in front of the addresses of receipts, where the drawing leaves the site.
    pub origin: String,
}

/// Writes SVG elements to a canvas.
pub struct SvgBackend<'a> {
    canvas: &'a mut Canvas,
    size: (u32, u32),
}

type Outcome = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> SvgBackend<'a> {
    /// A backend of this size that adds to a canvas.
    pub const fn new(canvas: &'a mut Canvas, size: (u32, u32)) -> Self {
        Self { canvas, size }
    }

    /// Remembers that a sign was drawn.
    pub const fn note(&mut self, sign: Sign) {
        self.canvas.signs.insert(sign);
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

    /// Opens a link of this class to `href`, with a name for those who cannot see it. It says which
    /// point it is of, for those who steer over the marks.
    pub fn open_link(&mut self, class: &str, (href, title): (&str, &str), place: Place) {
        let origin = std::mem::take(&mut self.canvas.origin);
        self.element(format_args!(
            "<a class=\"{}\" href=\"{}{}\" data-at=\"{} {}\"",
            Escaped(class),
            Escaped(&origin),
            Escaped(href),
            place.series,
            place.point,
        ));
        // A name is an element that viewers show beside the pointer; where there are many marks it is
        // an attribute, which is drawn faster, and no value stands beside any.
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

    /// Draws a path of this class by the commands of SVG.
    pub fn path(&mut self, class: &str, commands: &str) {
        self.element(format_args!(
            "<path class=\"{}\" d=\"{commands}\"/>",
            Escaped(class)
        ));
    }

    /// Draws a line of this class from point to point.
    pub fn line(&mut self, class: &str, path: impl IntoIterator<Item = BackendCoord>) {
        self.element(format_args!(
            "<polyline class=\"{}\" points=\"{}\"/>",
            Escaped(class),
            points(path)
        ));
    }

    /// Writes a text of this class; `anchor` is `start`, `middle` or `end`.
    pub fn text(&mut self, class: &str, (x, y): BackendCoord, anchor: &str, text: &str) {
        self.element(format_args!(
            "<text class=\"{}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{}</text>",
            Escaped(class),
            Escaped(text)
        ));
    }

    /// Writes a text that begins at a point and that nobody listens to: the same is told elsewhere.
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
            let class = Ink::class(color);
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
            self.line(Ink::class(style.color()), path);
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
        // SVG places texts by their base line, plotters by a corner or the middle.
        let drop = match style.anchor().v_pos {
            VPos::Top => 10,
            VPos::Center => 4,
            VPos::Bottom => -2,
        };
        self.text(Ink::class(style.color()), (x, y + drop), anchor, text);
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

/// How wide a text is, by a fixed table: fonts are not asked, since server and browser would
/// answer differently. A little generous, so that nothing touches.
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

/// A text in which nothing is markup.
pub struct Escaped<'a>(pub &'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // All of these are single bytes, so that a text may be cut at them.
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
