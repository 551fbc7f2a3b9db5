//! The shapes of marks, and marks alone for a legend.

use super::backend::Sign;
use super::state::LineKind;
use domain::figure::Status;
use plotters_backend::BackendCoord;
use std::fmt::Write;

/// The shapes by which lines are told apart without colour.
pub const SHAPES: u8 = 6;

/// The shape of a line by its number in the chart.
pub fn shape_of(line: usize) -> u8 {
    u8::try_from(line % usize::from(SHAPES)).unwrap_or(0)
}

/// The path of a mark around a point. `shape` counts lines: disc, square, diamond, triangle,
/// triangle upside down, hexagon.
pub fn shape_path(shape: u8, (x, y): BackendCoord) -> String {
    match shape % SHAPES {
        0 => format!("M{} {y}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5),
        1 => format!("M{} {}h9v9h-9z", x - 4, y - 4),
        2 => format!("M{x} {}l6 6l-6 6l-6 -6z", y - 6),
        3 => format!("M{x} {}l6 10h-12z", y - 6),
        4 => format!("M{x} {}l6 -10h-12z", y + 6),
        _ => format!("M{} {y}l3 -5h6l3 5l-3 5h-6z", x - 6),
    }
}

/// The path of a circle round a point.
pub fn circle((x, y): BackendCoord, radius: i32) -> String {
    let across = 2 * radius;
    format!(
        "M{} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z",
        x - radius
    )
}

/// An arrow from a mark, up or down.
pub fn arrow((x, y): BackendCoord, up: bool) -> String {
    if up {
        format!("M{x} {}V{}M{} {}l4 -5l4 5", y - 6, y - 22, x - 4, y - 17)
    } else {
        format!("M{x} {}V{}M{} {}l4 5l4 -5", y + 6, y + 22, x - 4, y + 17)
    }
}

/// A bar over what is known of a value, with ends.
pub fn whisker(x: i32, low: i32, high: i32) -> String {
    format!("M{x} {low}V{high}M{} {low}h8M{} {high}h8", x - 4, x - 4)
}

/// A line over points.
pub fn polyline(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut commands = String::new();
    for (index, (x, y)) in points.into_iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        // Writing to a `String` cannot fail.
        let _ = write!(commands, "{command}{x} {y}");
    }
    commands
}

/// The two strokes of a break.
pub fn strokes((x, y): BackendCoord) -> String {
    format!("M{} {}l5 -11M{} {}l5 -11", x - 5, y + 5, x, y + 5)
}

/// The elements of a mark of a line alone, about (8, 8).
pub fn line_swatch(shape: u8, kind: LineKind) -> String {
    let core = match kind {
        LineKind::Predecessor => format!("<path class=\"core\" d=\"{}\"/>", circle((8, 8), 2)),
        LineKind::Whole | LineKind::Part => String::new(),
    };
    format!(
        "<g class=\"mark series-{} {} {}\"><path class=\"shape\" d=\"{}\"/>{core}</g>",
        shape % SHAPES,
        Status::Reported,
        kind.class(),
        shape_path(shape, (8, 8)),
    )
}

/// The elements of a sign alone, about (8, 8).
pub fn sign_swatch(sign: Sign) -> String {
    let mark = |class: &str, before: &str, after: &str| {
        format!(
            "<g class=\"mark series-0 {class}\">{before}<path class=\"shape\" d=\"{}\"/>{after}</g>",
            shape_path(0, (8, 8))
        )
    };
    match sign {
        Sign::Derived => mark("derived", "", ""),
        Sign::Wish => mark("target", "", ""),
        Sign::Preliminary => mark("preliminary", "", ""),
        Sign::Aside => mark("reported aside", "", ""),
        Sign::Predecessor => {
            let core = format!("<path class=\"core\" d=\"{}\"/>", circle((8, 8), 2));
            mark("reported predecessor", "", &core)
        }
        Sign::Questioned => {
            let ring = format!("<path class=\"ring\" d=\"{}\"/>", circle((8, 8), 8));
            format!(
                "<g class=\"mark series-0 reported questioned\">{ring}<path class=\"shape\" d=\"{}\"/></g>",
                circle((8, 8), 3)
            )
        }
        Sign::Interval => format!(
            "<g class=\"mark series-0 reported\"><path class=\"interval\" d=\"{}\"/><path class=\"shape\" d=\"{}\"/></g>",
            whisker(8, 15, 1),
            circle((8, 8), 3)
        ),
        Sign::Bound => format!(
            "<g class=\"mark series-0 reported\"><path class=\"arrow\" d=\"M8 11V1M4 6l4 -5l4 5\"/><path class=\"shape\" d=\"{}\"/></g>",
            circle((8, 12), 3)
        ),
        Sign::Conflict => "<path class=\"conflict\" d=\"M8 1V15\"/>".to_owned(),
        Sign::Break => format!("<path class=\"break\" d=\"{}\"/>", strokes((8, 8))),
        Sign::Gap => "<path class=\"gap\" d=\"M2 8H15\"/>".to_owned(),
    }
}

/// A drawing of the elements of a swatch, for a legend on a page.
pub fn swatch(elements: &str) -> String {
    format!(
        "<svg class=\"chart-swatch chart-ink\" viewBox=\"-1 -1 18 18\" aria-hidden=\"true\">{elements}</svg>"
    )
}
