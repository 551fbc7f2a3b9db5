//! Marks that say how well a point is known: a dot for what is reported, hollow for a target,
//! dashed for what is derived; a bar for an interval; an arrow for an open end.

use super::backend::{SvgBackend, TEXT_HEIGHT};
use super::state::ChartPoint;
use domain::figure::Status;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

/// The shapes by which lines are told apart without colour.
pub const SHAPES: u8 = 6;

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
fn circle((x, y): BackendCoord, radius: i32) -> String {
    let across = 2 * radius;
    format!(
        "M{} {y}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0z",
        x - radius
    )
}

/// How far below a point the base line of its value may stand, the best place first: above it, or
/// below it where an arrow or a dashed line is in the way, or else beyond that.
pub fn label_drops(point: &ChartPoint) -> [i32; 2] {
    let text_height = i32::try_from(TEXT_HEIGHT).unwrap_or(0);
    let (above, below) = (-text_height, text_height + 7);
    if point.high.is_none() {
        [below, -text_height - 16]
    } else if point.status == Status::Derived {
        [below, above]
    } else {
        [above, below]
    }
}

/// A point as plotters draws it: at its height, with the ends of its interval.
pub struct Mark<'p> {
    point: &'p ChartPoint,
    shape: u8,
    label: Option<i32>,
    places: [(f64, f64); 3],
}

impl<'p> Mark<'p> {
    /// The mark of a point of the line that has this shape. Its value stands `label` below it; where
    /// there is no room for it anywhere, nowhere.
    pub fn new(point: &'p ChartPoint, shape: u8, label: Option<i32>) -> Self {
        let x = f64::from(point.year);
        let height = point.height();
        let (low, high) = (point.low.unwrap_or(height), point.high.unwrap_or(height));
        Self {
            point,
            shape,
            label,
            places: [(x, height), (x, low), (x, high)],
        }
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Mark<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.places
    }
}

impl Drawable<SvgBackend<'_>> for Mark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        let [(x, y), (_, low), (_, high)] = places[..] else {
            return Ok(());
        };
        let status = self.point.status;
        let mut class = format!("mark series-{} {status}", self.shape % SHAPES);
        for (is, word) in [
            (self.point.aside, " aside"),
            (self.point.questioned, " questioned"),
        ] {
            if is {
                class.push_str(word);
            }
        }
        backend.open_link(&class, &self.point.href, &self.point.words);
        // A finger needs more room than the mark has.
        backend.path("hit", &circle((x, y), 12));
        // An interval narrower than the mark itself would only thicken it.
        if low - high > 12 {
            backend.path(
                "interval",
                &format!("M{x} {low}V{high}M{} {low}h8M{} {high}h8", x - 4, x - 4),
            );
        }
        let open_above = self.point.high.is_none();
        let open_below = self.point.low.is_none();
        if open_above {
            backend.path(
                "arrow",
                &format!("M{x} {}V{}M{} {}l4 -5l4 5", y - 6, y - 22, x - 4, y - 17),
            );
        }
        if open_below {
            backend.path(
                "arrow",
                &format!("M{x} {}V{}M{} {}l4 5l4 -5", y + 6, y + 22, x - 4, y + 17),
            );
        }
        if self.point.questioned {
            backend.path("ring", &circle((x, y), 10));
        }
        backend.path("shape", &shape_path(self.shape, (x, y)));
        if let Some(drop) = self.label {
            backend.text("value", (x, y + drop), "middle", &self.point.short);
        }
        backend.close_link();
        Ok(())
    }
}

/// The stretch between two points of consecutive years.
pub struct Link {
    shape: u8,
    derived: bool,
    places: [(f64, f64); 2],
}

impl Link {
    /// The stretch between two points, if anything may be drawn between them: only between
    /// consecutive years, and never to a wish or a bound.
    pub fn between(one: &ChartPoint, next: &ChartPoint, shape: u8) -> Option<Self> {
        let known = |point: &ChartPoint| {
            point.low.is_some()
                && point.high.is_some()
                && !matches!(point.status, Status::Target | Status::Planned)
        };
        let place = |point: &ChartPoint| (f64::from(point.year), point.height());
        (one.year + 1 == next.year && known(one) && known(next)).then(|| Self {
            shape,
            derived: one.status == Status::Derived || next.status == Status::Derived,
            places: [place(one), place(next)],
        })
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Link {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.places
    }
}

impl Drawable<SvgBackend<'_>> for Link {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        if let [(x1, y1), (x2, y2)] = places[..] {
            let kind = if self.derived { "derived" } else { "reported" };
            let class = format!("link series-{} {kind}", self.shape % SHAPES);
            backend.path(&class, &format!("M{x1} {y1}L{x2} {y2}"));
        }
        Ok(())
    }
}

/// A mark alone, for a legend.
pub fn swatch(shape: u8, status: Status) -> String {
    format!(
        "<svg class=\"chart-swatch\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\
         <g class=\"mark series-{} {}\"><path class=\"shape\" d=\"{}\"/></g></svg>",
        shape % SHAPES,
        status,
        shape_path(shape, (8, 8)),
    )
}

/// A mark of no status in particular that stands aside or is questioned, for a legend.
pub fn marked_swatch(class: &str) -> String {
    format!(
        "<svg class=\"chart-swatch\" viewBox=\"-3 -3 22 22\" aria-hidden=\"true\">\
         <g class=\"mark series-0 reported {class}\"><path class=\"ring\" d=\"{}\"/>\
         <path class=\"shape\" d=\"{}\"/></g></svg>",
        circle((8, 8), 10),
        shape_path(0, (8, 8)),
    )
}
