//! Finds free space in a panel for texts: names at the ends of lines, and values beside marks.

use super::backend::text_width;
use super::marks::{Extent, label_drops};
use super::state::ChartPoint;
use domain::id::FigureId;
use domain::order::sorted_indexes_by;
use std::collections::HashMap;

/// The height of a text line above its base line, and the height below it.
const ASCENT: i32 = 11;
const DESCENT: i32 = 3;
/// The distance from one base line to the next.
pub const LINE_HEIGHT: i32 = 14;
/// The distance from the middle of a mark to the name of its line.
const NAME_GAP: i32 = 12;

/// The text of a value beside its mark.
#[derive(Debug, Clone, Copy)]
pub struct Label<'t> {
    /// The text.
    pub text: &'t str,
    /// The position of the middle of its base line.
    pub at: (i32, i32),
}

/// The name of a line at its end.
#[derive(Debug, Clone)]
pub struct Name {
    /// The index of the line in the panel.
    pub line: usize,
    /// The name, split into lines of text.
    pub text: Vec<String>,
    /// The start of the first base line.
    pub at: (i32, i32),
}

/// The texts of a panel that found free space.
#[derive(Debug, Default)]
pub struct Texts<'a> {
    /// The values, by the figure id of their mark.
    pub values: HashMap<&'a FigureId, Label<'a>>,
    /// The names of the lines.
    pub names: Vec<Name>,
}

/// The limits for texts in a panel, in pixels.
#[derive(Debug, Clone, Copy)]
pub struct TextBounds {
    /// The left limit of values.
    pub left: i32,
    /// The right limit of values.
    pub right: i32,
    /// The right limit of names; `None` if lines have no names.
    pub names: Option<i32>,
    /// The upper limit of all texts.
    pub ceiling: i32,
    /// The lower limit of all texts.
    pub floor: i32,
    /// The right and the lower edge of the title, which is in the top left corner.
    pub title: (i32, i32),
}

/// A line of a panel with the positions of its marks.
pub struct PlacedLine<'a> {
    /// Its name, split into lines of text; empty if it has no name.
    pub name: Vec<String>,
    /// The extents of its marks, each with its point.
    pub marks: Vec<(&'a ChartPoint, Extent)>,
}

/// Finds places for texts. No text covers another text or the mark of another point, and all texts are within their
/// limits. Names are placed first. Values follow in this order: the last value of each line, the first, the highest,
/// those with an open end, and the others from the latest to the earliest. No values are placed if `has_values` is
/// false.
pub fn texts<'a>(lines: &[PlacedLine<'a>], room: TextBounds, has_values: bool) -> Texts<'a> {
    let marks = lines.iter().flat_map(|line| &line.marks);
    let marks: Vec<(&FigureId, Rectangle)> = marks
        .map(|(point, extent)| (&point.figure, Rectangle::of_mark(extent)))
        .collect();
    let (right, below) = room.title;
    let mut taken = UsedSpace {
        marks,
        texts: vec![Rectangle {
            left: 0,
            right,
            top: i32::MIN,
            bottom: below,
        }],
        room,
    };
    let names = names(lines, room, &mut taken);
    let mut wanted: Vec<(usize, &ChartPoint, &Extent)> = Vec::new();
    for line in lines.iter().filter(|_| has_values) {
        let shown = line.marks.iter().filter(|(point, _)| !point.is_superseded);
        let shown: Vec<&(&ChartPoint, Extent)> = shown.collect();
        let heights = shown.iter().map(|(point, _)| point.height());
        let highest = heights.fold(f64::NEG_INFINITY, f64::max);
        let last = shown.len().saturating_sub(1);
        for (place, (point, extent)) in shown.into_iter().enumerate() {
            let is_open = point.low.is_none() || point.high.is_none();
            let urgency = match place {
                place if place == last => 0,
                0 => 1,
                _ if point.height() >= highest => 2,
                _ if is_open => 3,
                place => 4 + last - place,
            };
            wanted.push((urgency, point, extent));
        }
    }
    let order = sorted_indexes_by(&wanted, |(urgency, ..)| *urgency);
    let mut values = HashMap::new();
    for (_, point, extent) in order.into_iter().map(|place| wanted[place]) {
        if let Some(label) = taken.place_value(point, extent) {
            values.insert(&point.figure, label);
        }
    }
    Texts { values, names }
}

/// Places the names of lines to the right of their last marks or at the right edge, as near to the height of the mark
/// as possible.
fn names(lines: &[PlacedLine<'_>], room: TextBounds, taken: &mut UsedSpace<'_>) -> Vec<Name> {
    let Some(edge) = room.names else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let shown = line.marks.iter().filter(|(point, _)| !point.is_superseded);
        let Some((last, extent)) = shown.max_by_key(|(point, _)| point.year) else {
            continue;
        };
        let widths = line.name.iter().map(|line| pixels(text_width(line)));
        let Some(width) = widths.max() else {
            continue;
        };
        let below = pixels(u32::try_from(line.name.len()).unwrap_or(1) - 1) * LINE_HEIGHT;
        let (x, y) = extent.at;
        let columns = [x + NAME_GAP, (edge - width).max(x + NAME_GAP)];
        let shifts = (0..6).flat_map(|step| [-7 * step, 7 * step]);
        let places = columns
            .into_iter()
            .flat_map(|left| shifts.clone().map(move |shift| (left, y + 4 + shift)));
        for (left, base) in places {
            let text = Rectangle {
                left,
                right: left + width,
                top: base - ASCENT,
                bottom: base + below + DESCENT,
            };
            if text.right <= edge && taken.is_free(&text, &last.figure) {
                taken.texts.push(text);
                found.push(Name {
                    line: number,
                    text: line.name.clone(),
                    at: (left, base),
                });
                break;
            }
        }
    }
    found
}

/// The space of a panel that is already used.
struct UsedSpace<'a> {
    marks: Vec<(&'a FigureId, Rectangle)>,
    texts: Vec<Rectangle>,
    room: TextBounds,
}

impl UsedSpace<'_> {
    fn is_free(&self, text: &Rectangle, of: &FigureId) -> bool {
        let covers_mark = || {
            let others = self.marks.iter().filter(|(other, _)| *other != of);
            others.into_iter().any(|(_, mark)| mark.meets(text))
        };
        text.bottom <= self.room.floor
            && text.top >= self.room.ceiling
            && !self.texts.iter().any(|other| other.meets(text))
            && !covers_mark()
    }

    /// Places the value of a point, in its long form if there is room; `None` if there is no free space.
    fn place_value<'p>(&mut self, point: &'p ChartPoint, extent: &Extent) -> Option<Label<'p>> {
        let texts = [point.long.as_deref(), Some(&*point.short)];
        for text in texts.into_iter().flatten() {
            let half = pixels(text_width(text)) / 2 + 2;
            // A text that is wider than its room starts at the left edge.
            let x = extent.at.0.min(self.room.right - half);
            let x = x.max(self.room.left + half);
            for base in label_drops(point, extent) {
                let place = Rectangle {
                    left: x - half,
                    right: x + half,
                    top: base - ASCENT,
                    bottom: base + DESCENT,
                };
                if place.right <= self.room.right && self.is_free(&place, &point.figure) {
                    self.texts.push(place);
                    return Some(Label {
                        text,
                        at: (x, base),
                    });
                }
            }
        }
        None
    }
}

fn pixels(units: u32) -> i32 {
    i32::try_from(units).unwrap_or(i32::MAX)
}

/// A rectangle in pixels.
struct Rectangle {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl Rectangle {
    const fn of_mark(extent: &Extent) -> Self {
        let (x, _) = extent.at;
        Self {
            left: x - 6,
            right: x + 6,
            top: extent.top,
            bottom: extent.bottom,
        }
    }

    const fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}
