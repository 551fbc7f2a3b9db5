//! The marks of a chart. Their style shows how certain a value is: filled if reported, hollow for a target, dashed if
//! derived, a bar for an interval, a fading line for an open end.

use super::backend::{LegendSymbol, MarkIndex, SvgBackend};
use super::labels::{LINE_HEIGHT, Label, Name};
use super::shapes::{COLORS, STUB, circle, shape_element, stub, whisker};
use super::state::{ChartPoint, LineKind};
use domain::figure::Status;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};
use std::convert::Infallible;

/// The distance from a mark to the base line of a value above it.
const ABOVE: i32 = 7;
/// The distance from a mark to the base line of a value below it.
const BELOW: i32 = 14;

/// The position of a mark, with its interval bar and its open end.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// The centre of its shape.
    pub at: BackendCoord,
    /// The top row of its shape, interval bar and open end, in pixels.
    pub top: i32,
    /// The bottom row of them, in pixels.
    pub bottom: i32,
}

impl Extent {
    /// Returns the extent of a point; `low` and `high` are the pixel rows of its bounds.
    pub fn of(
        point: &ChartPoint,
        at: BackendCoord,
        (low, high): (i32, i32),
        style: LineStyle,
    ) -> Self {
        let (_, y) = at;
        let (mut top, mut bottom) = (y - 6, y + 6);
        if has_whisker(point, (low, high)) {
            (top, bottom) = (top.min(high), bottom.max(low));
        }
        if point.high.is_none() {
            top = y - STUB;
        }
        if point.low.is_none() {
            bottom = (y + STUB).min(style.floor.max(bottom));
        }
        Self { at, top, bottom }
    }
}

/// Returns true if the interval bar is drawn: it must be longer than the mark, because a shorter bar would only thicken
/// the mark.
fn has_whisker(point: &ChartPoint, (low, high): (i32, i32)) -> bool {
    low - high > 12 && !point.is_rounded_only
}

/// Returns the rows where the base line of a value may be, the best row first: above its mark, or below it if an open
/// end or a dashed line is above.
pub const fn label_drops(point: &ChartPoint, extent: &Extent) -> [i32; 2] {
    let (above, below) = (extent.top - ABOVE, extent.bottom + BELOW);
    let is_below_first = point.high.is_none() || matches!(point.status, Status::Derived);
    if is_below_first && point.low.is_some() {
        [below, above]
    } else {
        [above, below]
    }
}

/// The properties that all marks of a line share.
#[derive(Debug, Clone, Copy)]
pub struct LineStyle {
    /// The index of the line in the state.
    pub series: usize,
    /// The index of its colour.
    pub color: u8,
    /// The index of its shape.
    pub shape: u8,
    /// Whether the line covers the whole zone, a part or a predecessor.
    pub kind: LineKind,
    /// True if marks are so close together that touch areas would cover other marks.
    pub crowded: bool,
    /// The pixel row of the year axis; no mark reaches below it.
    pub floor: i32,
}

impl LineStyle {
    fn class(self, what: &str, status: &str) -> String {
        let series = self.color % COLORS;
        let kind = self.kind.class();
        let space = if kind.is_empty() { "" } else { " " };
        format!("{what} series-{series} {status}{space}{kind}")
    }
}

/// A point as a plotters element: its height and the bounds of its interval.
pub struct Mark<'p> {
    point: &'p ChartPoint,
    number: usize,
    style: LineStyle,
    label: Option<Label<'p>>,
    places: [(f64, f64); 3],
}

impl<'p> Mark<'p> {
    /// Returns the mark of a point at `x` on the year axis. `number` is the index of the point in its line; `label` is
    /// its value text, if there was room for it.
    pub fn new(
        (number, point): (usize, &'p ChartPoint),
        x: f64,
        style: LineStyle,
        label: Option<Label<'p>>,
    ) -> Self {
        let height = point.height();
        let (low, high) = (point.low.unwrap_or(height), point.high.unwrap_or(height));
        Self {
            point,
            number,
            style,
            label,
            places: [(x, height), (x, low), (x, high)],
        }
    }

    fn class(&self) -> String {
        let mut class = self.style.class("mark", self.point.status.as_str());
        for (is, word) in [
            (self.point.is_superseded, " aside"),
            (self.point.questioned, " questioned"),
        ] {
            if is {
                class.push_str(word);
            }
        }
        class
    }

    /// Records the symbols of this mark, which the legend must explain.
    fn note_symbols(&self, backend: &mut SvgBackend<'_>) {
        let status = match self.point.status {
            Status::Derived => Some(LegendSymbol::Derived),
            Status::Target | Status::Planned => Some(LegendSymbol::Target),
            Status::Preliminary => Some(LegendSymbol::Preliminary),
            Status::Reported => None,
        };
        let symbols = [
            status,
            self.point.is_superseded.then_some(LegendSymbol::Superseded),
            self.point.questioned.then_some(LegendSymbol::Questioned),
            (self.style.kind == LineKind::Predecessor).then_some(LegendSymbol::Predecessor),
        ];
        for legend_symbol in symbols.into_iter().flatten() {
            backend.note(legend_symbol);
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
        self.note_symbols(backend);
        let place = MarkIndex {
            series: self.style.series,
            point: self.number,
            crowded: self.style.crowded,
        };
        let link = (&*self.point.href, &*self.point.words);
        backend.open_link(&self.class(), link, place);
        // Touch needs a larger area than the mark.
        if !self.style.crowded {
            backend.add(&circle("hit", (x, y), 12));
        }
        if has_whisker(self.point, (low, high)) {
            backend.note(LegendSymbol::Interval);
            backend.path("interval", &whisker(x, low, high));
        }
        if self.point.high.is_none() {
            backend.note(LegendSymbol::Bound);
            backend.path("stub", &stub(x, y - 6, y - STUB));
        }
        if self.point.low.is_none() {
            backend.note(LegendSymbol::Bound);
            let end = (y + STUB).min(self.style.floor);
            backend.path("stub", &stub(x, y + 6, end.max(y + 6)));
        }
        if self.point.questioned {
            backend.add(&circle("ring", (x, y), 10));
        }
        backend.add(&shape_element(self.style.shape, (x, y)));
        if self.style.kind == LineKind::Predecessor {
            backend.add(&circle("core", (x, y), 2));
        }
        if let Some(label) = self.label {
            backend.text("value", label.at, "middle", label.text);
        }
        backend.close_link();
        Ok(())
    }
}

/// A target is joined to the last known value only if that value is at most this many years older. A target was not set
/// in view of older values.
const MAX_YEARS_TO_TARGET: u16 = 10;

/// The CSS class of a line across years without a figure.
const GAP: &str = "gap";

/// A polyline that joins points of one series.
pub struct Link {
    class: String,
    places: Vec<(f64, f64)>,
}

impl Link {
    /// Returns the polylines that join the points of a series, which are in order of time. A solid one joins
    /// consecutive years. A thin one crosses years without a figure if both ends have the same source. A dashed one
    /// leads from the last known value to each target. Nothing is joined to an open end, because the true value may be
    /// far from it.
    pub fn over(points: &[&ChartPoint], style: LineStyle) -> Vec<Self> {
        let mut links: Vec<Self> = Vec::new();
        let mut known: Option<&ChartPoint> = None;
        let place = |point: &ChartPoint| (f64::from(point.year), point.height());
        for point in points {
            let is_target = matches!(point.status, Status::Target | Status::Planned);
            let is_open = point.low.is_none() || point.high.is_none();
            let class = known.and_then(|before| Self::class_between(before, point, style));
            if let Some((before, class)) = known.zip(class) {
                match links.last_mut() {
                    Some(link)
                        if link.class == class
                            && link.places.last() == Some(&place(before))
                            && !is_target =>
                    {
                        link.places.push(place(point));
                    }
                    _ => links.push(Self {
                        class,
                        places: vec![place(before), place(point)],
                    }),
                }
            }
            if !is_target {
                known = (!is_open).then_some(point);
            }
        }
        links
    }

    /// Returns the CSS class of the line from a known value to the next point; `None` if they are not joined.
    fn class_between(one: &ChartPoint, next: &ChartPoint, style: LineStyle) -> Option<String> {
        if matches!(next.status, Status::Target | Status::Planned) {
            let years = next.year.saturating_sub(one.year);
            return (years <= MAX_YEARS_TO_TARGET).then(|| "link to-target".to_owned());
        }
        if next.low.is_none() || next.high.is_none() {
            return None;
        }
        let is_derived = one.status == Status::Derived || next.status == Status::Derived;
        let status = if is_derived { "derived" } else { "reported" };
        match next.year.checked_sub(one.year)? {
            0 => None,
            1 => Some(style.class("link", status)),
            _ => (one.source == next.source).then(|| style.class("link", GAP)),
        }
    }

    /// Returns the line between two competing figures that cannot both be true.
    pub fn of_conflict(one: &ChartPoint, other: &ChartPoint, x: f64) -> Self {
        Self {
            class: "conflict".to_owned(),
            places: vec![(x, one.height()), (x, other.height())],
        }
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
        if self.class == "conflict" {
            backend.note(LegendSymbol::Conflict);
        } else if self.class.split(' ').any(|class| class == GAP) {
            backend.note(LegendSymbol::Gap);
        }
        backend.line(&self.class, places);
        Ok(())
    }
}

/// A bar from the base of the axis to a value.
pub struct Bar {
    class: String,
    places: [(f64, f64); 2],
}

impl Bar {
    /// Returns the bar of a point between two positions on the year axis; `foot` is the value where the bar starts.
    pub fn new(point: &ChartPoint, (left, right): (f64, f64), foot: f64, style: LineStyle) -> Self {
        Self {
            class: style.class("bar", point.status.as_str()),
            places: [(left, foot), (right, point.height())],
        }
    }
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Bar {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.places
    }
}

impl Drawable<SvgBackend<'_>> for Bar {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let places: Vec<BackendCoord> = places.collect();
        if let [(left, foot), (right, top)] = places[..] {
            let width = (right - left).max(1);
            backend.rectangle(
                &self.class,
                (left, foot.min(top)),
                (width, (foot - top).abs()),
            );
        }
        Ok(())
    }
}

/// The name of a line at its end, in pixel coordinates of the drawing.
pub struct NameMark {
    class: String,
    text: Vec<String>,
    at: BackendCoord,
}

impl NameMark {
    /// Returns the name of a line in the style of the line.
    pub fn new(name: Name, style: LineStyle) -> Self {
        Self {
            class: format!("end series-{}", style.color % COLORS),
            text: name.text,
            at: name.at,
        }
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a NameMark {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl Drawable<SvgBackend<'_>> for NameMark {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        backend: &mut SvgBackend<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let Some((x, y)) = places.next() {
            for (row, text) in (0..).zip(&self.text) {
                backend.hidden_text(&self.class, (x, y + LINE_HEIGHT * row), text);
            }
        }
        Ok(())
    }
}
