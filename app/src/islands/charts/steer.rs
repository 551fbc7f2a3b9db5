//! Reading a chart mark by mark: by pointer, finger or arrow keys. What is pointed at is lit, read
//! out, and leads to its receipt.

use crate::browser::elements;
use domain::order::places_by;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, Event, EventTarget, HtmlElement, KeyboardEvent, PointerEvent, SvgElement,
    SvgGraphicsElement,
};
use std::cell::RefCell;
use std::rc::Rc;

/// The class of the mark that is read.
const LIT: &str = "lit";

/// The class of what a tap shows.
const TAPPED: &str = "tapped";

/// How much less a distance counts along the axis of values than along the years: one looks for a
/// year first.
const ALONG: f64 = 0.3;

/// What is needed to read out the charts of a page. Clones share it.
#[derive(Clone)]
pub struct Steering {
    place: Element,
    /// The words for each mark of each line of each chart; empty until they have come.
    readouts: Rc<RefCell<Vec<Vec<Vec<String>>>>>,
}

/// A mark in the page, where the middle of its shape stands in the units of the drawing.
struct Mark {
    element: Element,
    x: f64,
    y: f64,
    series: usize,
    point: usize,
}

impl Mark {
    fn of(element: Element) -> Option<Self> {
        let at = element.get_attribute("data-at")?;
        let (series, point) = at.split_once(' ')?;
        let shape = element.query_selector(".shape").ok()??;
        let frame = shape.dyn_ref::<SvgGraphicsElement>()?.get_b_box().ok()?;
        Some(Self {
            x: f64::from(frame.x() + frame.width() / 2.0),
            y: f64::from(frame.y() + frame.height() / 2.0),
            series: series.parse().ok()?,
            point: point.parse().ok()?,
            element,
        })
    }

    /// The marks of a drawing.
    fn all(drawing: &Element) -> Vec<Self> {
        elements(drawing, "a.mark").filter_map(Self::of).collect()
    }
}

fn element_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

impl Steering {
    /// For the charts in an element.
    pub fn new(place: &Element) -> Self {
        Self {
            place: place.clone(),
            readouts: Rc::new(RefCell::new(Vec::new())),
        }
    }

    /// Takes the words for the marks of the charts on the page.
    pub fn take(&self, readouts: Vec<Vec<Vec<String>>>) {
        self.readouts.replace(readouts);
        // What is read already was told in short.
        for mark in elements(&self.place, "a.mark.lit").filter_map(Mark::of) {
            self.read(&mark, Self::is_tapped(&mark));
        }
    }

    /// Reads the mark that an event is at.
    pub fn at(&self, event: &Event) {
        match event.dyn_ref::<PointerEvent>() {
            Some(pointer) => self.point(pointer),
            None => self.focus(event.target()),
        }
    }

    /// Reads the mark nearest to where the pointer is; away from drawings, none.
    pub fn point(&self, pointer: &PointerEvent) {
        let Some(target) = element_of(pointer.target()) else {
            return;
        };
        let Ok(Some(drawing)) = target.closest("svg.chart") else {
            if !matches!(target.closest(".chart-tip"), Ok(Some(_))) {
                self.leave();
            }
            return;
        };
        let (x, y) = (pointer.client_x(), pointer.client_y());
        let frame = drawing.get_bounding_client_rect();
        let units = drawing.get_attribute("viewBox").and_then(|units| {
            let width: u32 = units.split(' ').nth(2)?.parse().ok()?;
            (frame.width() > 0.0).then(|| f64::from(width) / frame.width())
        });
        let Some(units) = units else { return };
        let x = (f64::from(x) - frame.left()) * units;
        let y = (f64::from(y) - frame.top()) * units;
        let distance = |mark: &Mark| {
            let (across, along) = (mark.x - x, mark.y - y);
            across * across + ALONG * along * along
        };
        let nearest = Mark::all(&drawing)
            .into_iter()
            .min_by(|one, other| distance(one).total_cmp(&distance(other)));
        if let Some(mark) = nearest {
            self.read(&mark, pointer.pointer_type() == "touch");
        }
    }

    /// True for a mark that an event is at and that is not read yet.
    pub fn is_new(target: Option<EventTarget>) -> bool {
        let mark = element_of(target).and_then(|target| target.closest("a.mark").ok()?);
        mark.is_some_and(|mark| !mark.class_list().contains(LIT))
    }

    /// True while a tap shows what is known of a mark.
    fn is_tapped(mark: &Mark) -> bool {
        let figure = mark.element.closest("[data-chart]").ok().flatten();
        let tip = figure.and_then(|figure| figure.query_selector(".chart-tip").ok()?);
        tip.is_some_and(|tip| tip.class_list().contains(TAPPED))
    }

    /// Forgets what was read.
    pub fn leave(&self) {
        for lit in elements(&self.place, "a.mark.lit") {
            _ = lit.class_list().remove_1(LIT);
        }
        for readout in elements(&self.place, ".chart-readout, .chart-tip-words") {
            readout.set_text_content(None);
        }
        for tip in elements(&self.place, ".chart-tip") {
            _ = tip.set_attribute("hidden", "");
        }
    }

    /// Reads the mark that the keyboard came to.
    pub fn focus(&self, target: Option<EventTarget>) {
        let mark = element_of(target).and_then(|target| target.closest("a.mark").ok()?);
        if let Some(mark) = mark.and_then(Mark::of) {
            if let Ok(Some(drawing)) = mark.element.closest("svg") {
                for other in elements(&drawing, "a.mark") {
                    _ = other.set_attribute("tabindex", "-1");
                }
            }
            _ = mark.element.set_attribute("tabindex", "0");
            // A finger that taps a mark moves the focus to it, too.
            let is_tapped = Self::is_tapped(&mark);
            self.read(&mark, is_tapped);
        }
    }

    /// Goes to the mark that an arrow key, Home or End asks for.
    pub fn key(&self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if event.key() == "Escape" {
            self.leave();
            return;
        }
        let mark = element_of(event.target()).and_then(|target| target.closest("a.mark").ok()?);
        let Some((mark, drawing)) = mark.and_then(|mark| {
            let drawing = mark.closest("svg").ok()??;
            Some((Mark::of(mark)?, drawing))
        }) else {
            return;
        };
        let found = Mark::all(&drawing);
        let order = places_by(&found, |mark| (mark.series, mark.point));
        let marks: Vec<&Mark> = order.into_iter().map(|place| &found[place]).collect();
        let here = (mark.series, mark.point);
        let near = |wanted: Option<usize>| {
            let wanted = wanted?;
            let of_it = marks.iter().copied().filter(|other| other.series == wanted);
            of_it.min_by(|one, other| (one.x - mark.x).abs().total_cmp(&(other.x - mark.x).abs()))
        };
        let of_line = || {
            marks
                .iter()
                .copied()
                .filter(|other| other.series == mark.series)
        };
        let found = match event.key().as_str() {
            "ArrowLeft" => of_line().rfind(|other| (other.series, other.point) < here),
            "ArrowRight" => of_line().find(|other| (other.series, other.point) > here),
            "Home" => of_line().next(),
            "End" => of_line().next_back(),
            "ArrowUp" => near(marks.iter().map(|m| m.series).rfind(|s| *s < mark.series)),
            "ArrowDown" => near(marks.iter().map(|m| m.series).find(|s| *s > mark.series)),
            _ => return,
        };
        event.prevent_default();
        if let Some(element) = found.and_then(|mark| mark.element.dyn_ref::<SvgElement>()) {
            _ = element.focus();
        }
    }

    /// Shows what is known of a mark beside it; with a link to its receipt where it was tapped, since a finger that taps
    /// a mark first reads it.
    fn read(&self, mark: &Mark, is_tapped: bool) {
        let Ok(Some(figure)) = mark.element.closest("[data-chart]") else {
            return;
        };
        for lit in elements(&figure, "a.mark.lit") {
            _ = lit.class_list().remove_1(LIT);
        }
        _ = mark.element.class_list().add_1(LIT);
        let number = figure.get_attribute("data-chart");
        let told = number.and_then(|number| {
            let number: usize = number.parse().ok()?;
            let readouts = self.readouts.borrow();
            let line = readouts.get(number)?.get(mark.series)?;
            line.get(mark.point).cloned()
        });
        // The name of the mark has the same in short: all there is until the words have come.
        let text = told.or_else(|| {
            let name = mark.element.query_selector("title").ok()??;
            name.text_content()
        });
        let Some(text) = text else { return };
        for place in elements(&figure, ".chart-readout, .chart-tip-words") {
            if place.text_content().as_deref() != Some(&text) {
                place.set_text_content(Some(&text));
            }
        }
        // Without room to measure, the words for listeners are all there is.
        _ = show_tip(&figure, mark, is_tapped);
    }
}

/// From a mark to what is told of it, in pixels.
const TIP_GAP: f64 = 14.0;

/// Puts the words beside a mark: above it, or below it where the window or the chart ends.
fn show_tip(figure: &Element, mark: &Mark, is_tapped: bool) -> Option<()> {
    let plot = figure.query_selector(".chart-plot").ok()??;
    let tip = plot.query_selector(".chart-tip").ok()??;
    let tip: HtmlElement = tip.dyn_into().ok()?;
    let shape = mark.element.query_selector(".shape").ok()??;
    let link = tip.query_selector("a").ok()??;
    _ = link.set_attribute("href", &mark.element.get_attribute("href")?);
    _ = tip.class_list().toggle_with_force(TAPPED, is_tapped);
    _ = tip.remove_attribute("hidden");
    let (plot, shape) = (
        plot.get_bounding_client_rect(),
        shape.get_bounding_client_rect(),
    );
    let (width, height) = (
        f64::from(tip.offset_width()),
        f64::from(tip.offset_height()),
    );
    let middle = f64::midpoint(shape.left(), shape.right()) - plot.left();
    let left = (middle - width / 2.0).min(plot.width() - width).max(0.0);
    let has_room_above = shape.top() - TIP_GAP - height > 0.0;
    let top = if has_room_above {
        shape.top() - plot.top() - TIP_GAP - height
    } else {
        shape.bottom() - plot.top() + TIP_GAP
    };
    let style = tip.style();
    _ = style.set_property("left", &pixels(left));
    _ = style.set_property("top", &pixels(top));
    Some(())
}

/// A length for CSS. In whole pixels: the code that writes other numbers would be 8 kB of what browsers download.
fn pixels(length: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a length in a window")]
    let whole = length as i32;
    format!("{whole}px")
}

/// Lets the keyboard stop once in each drawing: from there on arrow keys lead.
pub fn one_stop(place: &Element) {
    for drawing in elements(place, "svg.chart") {
        for (number, mark) in elements(&drawing, "a.mark").enumerate() {
            let stop = if number == 0 { "0" } else { "-1" };
            _ = mark.set_attribute("tabindex", stop);
        }
    }
}
