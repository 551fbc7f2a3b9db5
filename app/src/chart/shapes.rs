//! The shapes of marks, and marks alone for a legend.

use super::backend::Sign;
use super::state::{ChartSeries, LineKind};
use domain::figure::Status;
use plotters_backend::BackendCoord;
use std::fmt::Write;

/// The shapes by which lines are told apart without colour.
pub const SHAPES: u8 = 6;

/// The colours of lines.
pub const COLORS: u8 = 6;

/// The shape of a line by the number of its definition in the chart.
pub fn shape_of(definition: usize) -> u8 {
    u8::try_from(definition % usize::from(SHAPES)).unwrap_or(0)
}

/// The colour of a line by its number in the chart.
pub fn color_of(number: usize) -> u8 {
    u8::try_from(number % usize::from(COLORS)).unwrap_or(0)
}

/// The mark of a line around a point, as an element. `shape` counts lines: disc, square, diamond,
/// triangle, triangle upside down, hexagon. Browsers move a polygon without asking all rules of
/// style again, as they do for a path.
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

/// A circle of a class round a point, as an element.
pub fn circle(class: &str, (x, y): BackendCoord, radius: i32) -> String {
    format!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>")
}

/// How far a stub reaches from the middle of its mark.
pub const STUB: i32 = 24;

/// A line away from a mark, which the style draws in ever shorter dashes.
pub fn stub(x: i32, from: i32, to: i32) -> String {
    format!("M{x} {from}V{to}")
}

/// A bar over what is known of a value, with ends.
pub fn whisker(x: i32, low: i32, high: i32) -> String {
    format!("M{x} {low}V{high}M{} {low}h8M{} {high}h8", x - 4, x - 4)
}

/// Points as an attribute has them.
pub fn points(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut text = String::new();
    for (x, y) in points {
        let space = if text.is_empty() { "" } else { " " };
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{space}{x},{y}");
    }
    text
}

/// The elements of a mark of a line alone, about (8, 8).
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

/// The elements of a sign alone, about (8, 8).
pub fn sign_swatch(sign: Sign) -> String {
    let mark = |class: &str, before: &str, after: &str| {
        format!(
            "<g class=\"mark series-0 {class}\">{before}{}{after}</g>",
            shape_element(0, (8, 8))
        )
    };
    match sign {
        Sign::Derived => mark("derived", "", ""),
        Sign::Wish => mark("target", "", ""),
        Sign::Preliminary => mark("preliminary", "", ""),
        Sign::Aside => mark("reported aside", "", ""),
        Sign::Predecessor => {
            let core = circle("core", (8, 8), 2);
            mark("reported predecessor", "", &core)
        }
        Sign::Questioned => {
            let ring = circle("ring", (8, 8), 8);
            format!(
                "<g class=\"mark series-0 reported questioned\">{ring}{}</g>",
                circle("shape", (8, 8), 3)
            )
        }
        Sign::Interval => format!(
            "<g class=\"mark series-0 reported\"><path class=\"interval\" d=\"{}\"/>{}</g>",
            whisker(8, 15, 1),
            circle("shape", (8, 8), 3)
        ),
        Sign::Bound => format!(
            "<g class=\"mark series-0 reported\"><path class=\"stub\" d=\"M8 12V-1\"/>{}</g>",
            circle("shape", (8, 13), 3)
        ),
        Sign::Conflict => "<path class=\"conflict\" d=\"M8 1V15\"/>".to_owned(),
        Sign::Gap => "<path class=\"link gap series-0\" d=\"M1 8H15\"/>".to_owned(),
    }
}

/// A drawing of the elements of a swatch, for a legend on a page.
pub fn swatch(elements: &str) -> String {
    format!(
        "<svg class=\"chart-swatch chart-ink\" viewBox=\"-1 -1 18 18\" aria-hidden=\"true\">{elements}</svg>"
    )
}
