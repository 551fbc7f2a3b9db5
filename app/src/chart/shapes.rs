//! The shapes of marks, and the swatches of a legend.

use super::backend::LegendSymbol;
use super::state::{ChartSeries, LineKind};
use domain::figure::Status;
use plotters_backend::BackendCoord;
use std::fmt::Write;

/// The number of shapes that tell lines apart without colour.
pub const SHAPES: u8 = 6;

/// The number of line colours.
pub const COLORS: u8 = 6;

/// Returns the shape of a line by the index of its definition in the chart.
pub fn shape_of(definition: usize) -> u8 {
    u8::try_from(definition % usize::from(SHAPES)).unwrap_or(0)
}

/// Returns the colour of a line by its index in the chart.
pub fn color_of(number: usize) -> u8 {
    u8::try_from(number % usize::from(COLORS)).unwrap_or(0)
}

/// Returns the mark of a line at a point, as an element. `shape` is an index: disc, square, diamond, triangle, inverted
/// triangle, hexagon. Browsers move a polygon without a new style calculation, which a path would need.
pub fn shape_element(shape: u8, (x, y): BackendCoord) -> String {
    let corners: &[BackendCoord] = match shape % SHAPES {
        0 => return circle("shape", (x, y), 5),
        1 => &[(-4, -4), (5, -4), (5, 5), (-4, 5)],
        2 => &[(0, -6), (6, 0), (0, 6), (-6, 0)],
        3 => &[(0, -6), (6, 4), (-6, 4)],
        4 => &[(0, 6), (6, -4), (-6, -4)],
        _ => &[(-6, 0), (-3, -5), (3, -5), (6, 0), (3, 5), (-3, 5)],
    };
    let corners = corners.iter().map(|(right, down)| (x + right, y + down));
    format!("<polygon class=\"shape\" points=\"{}\"/>", points(corners))
}

/// Returns a circle of this class around a point, as an element.
pub fn circle(class: &str, (x, y): BackendCoord, radius: i32) -> String {
    format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")
}

/// The length of an open end, measured from the centre of its mark.
pub const STUB: i32 = 24;

/// Returns the path of an open end, which the style sheet draws in shorter and shorter dashes.
pub fn stub(x: i32, from: i32, to: i32) -> String {
    format!("M{x} {from}V{to}")
}

/// Returns the path of an interval bar with a cap at each end.
pub fn whisker(x: i32, low: i32, high: i32) -> String {
    format!("M{x} {low}V{high}M{} {low}h8M{} {high}h8", x - 4, x - 4)
}

/// Formats points for an SVG attribute.
pub fn points(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut text = String::new();
    for (x, y) in points {
        let space = if text.is_empty() { "" } else { " " };
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{space}{x},{y}");
    }
    text
}

/// Returns the swatch of a line, centred at (8, 8), as elements.
pub fn line_swatch(line: &ChartSeries) -> String {
    let core = match line.kind {
        LineKind::Predecessor => circle("core", (8, 8), 2),
        LineKind::Whole | LineKind::Part => String::new(),
    };
    format!(
        "<g class=\"mark series-{} {} {}\">{}{core}</g>",
        color_of(line.color),
        if line.is_ambiguous {
            Status::Derived
        } else {
            Status::Reported
        },
        line.kind.class(),
        shape_element(shape_of(line.shape), (8, 8)),
    )
}

/// Returns the swatch of a symbol, centred at (8, 8), as elements.
pub fn symbol_swatch(legend_symbol: LegendSymbol) -> String {
    let mark = |class: &str, before: &str, after: &str| {
        format!(
            "<g class=\"mark series-0 {class}\">{before}{}{after}</g>",
            shape_element(0, (8, 8))
        )
    };
    match legend_symbol {
        LegendSymbol::Derived => mark("derived", "", ""),
        LegendSymbol::Target => mark("target", "", ""),
        LegendSymbol::Preliminary => mark("preliminary", "", ""),
        LegendSymbol::Superseded => mark("reported aside", "", ""),
        LegendSymbol::Predecessor => {
            let core = circle("core", (8, 8), 2);
            mark("reported predecessor", "", &core)
        }
        LegendSymbol::Questioned => {
            let ring = circle("ring", (8, 8), 8);
            format!(
                "<g class=\"mark series-0 reported questioned\">{ring}{}</g>",
                circle("shape", (8, 8), 3)
            )
        }
        LegendSymbol::Interval => format!(
            "<g class=\"mark series-0 reported\"><path class=\"interval\" d=\"{}\"/>{}</g>",
            whisker(8, 15, 1),
            circle("shape", (8, 8), 3)
        ),
        LegendSymbol::Bound => format!(
            "<g class=\"mark series-0 reported\"><path class=\"stub\" d=\"M8 12V-1\"/>{}</g>",
            circle("shape", (8, 13), 3)
        ),
        LegendSymbol::Conflict => "<path class=\"conflict\" d=\"M8 1V15\"/>".to_owned(),
        LegendSymbol::Gap => "<path class=\"link gap series-0\" d=\"M1 8H15\"/>".to_owned(),
    }
}

/// Wraps the elements of a swatch in an `<svg>` element, for a legend on a page.
pub fn swatch(elements: &str) -> String {
    format!(
        "<svg class=\"chart-swatch chart-ink\" viewBox=\"-1 -1 18 18\" aria-hidden=\"true\">{elements}</svg>"
    )
}
