//! Mark navigation: reading a chart mark by mark with pointer, finger or arrow keys. The current mark is highlighted,
//! read out, and linked to its receipt.

use crate::browser::elements;
use domain::order::sorted_indexes_by;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, Event, EventTarget, HtmlElement, KeyboardEvent, PointerEvent, SvgElement,
    SvgGraphicsElement,
};
use std::cell::RefCell;
use std::rc::Rc;

/// The class of the current mark.
const LIT: &str = "highlighted";

/// The class of a tooltip that a tap opened.
const TAPPED: &str = "tapped";

/// The weight of the vertical distance when the nearest mark is searched. Readers look for a year first, so the
/// horizontal distance counts more.
const ALONG: f64 = 0.3;

/// The state of mark navigation on a page. Clones share it.
#[derive(Clone)]
pub struct MarkNavigation {
    place: Element,
    /// The readout text of each mark of each series of each chart; empty until the series are loaded.
    readouts: Rc<RefCell<Vec<Vec<Vec<String>>>>>,
}

/// A mark on the page, with the centre of its shape in units of the drawing.
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

    /// Returns the marks of a drawing.
    fn all(drawing: &Element) -> Vec<Self> {
        elements(drawing, "a.mark").filter_map(Self::of).collect()
    }
}

fn element_of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

impl MarkNavigation {
    /// Creates the mark navigation for the charts in an element.
    pub fn new(place: &Element) -> Self {
        Self {
            place: place.clone(),
            readouts: Rc::new(RefCell::new(Vec::new())),
        }
    }

    /// Stores the readout texts of the charts on the page.
    pub fn take(&self, readouts: Vec<Vec<Vec<String>>>) {
        self.readouts.replace(readouts);
        // The current mark was read out with its short text only.
        for mark in elements(&self.place, "a.mark.highlighted").filter_map(Mark::of) {
            self.read(&mark, Self::is_tapped(&mark));
        }
    }

    /// Reads out the mark at the position of an event.
    pub fn at(&self, event: &Event) {
        match event.dyn_ref::<PointerEvent>() {
            Some(pointer) => self.point(pointer),
            None => self.focus(event.target()),
        }
    }

    /// Reads out the mark nearest to the pointer. Clears the readout if the pointer is outside the drawings.
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

    /// True if an event is on a mark that is not the current one.
    pub fn is_new(target: Option<EventTarget>) -> bool {
        let mark = element_of(target).and_then(|target| target.closest("a.mark").ok()?);
        mark.is_some_and(|mark| !mark.class_list().contains(LIT))
    }

    /// True if the tooltip of the mark's chart was opened by a tap.
    fn is_tapped(mark: &Mark) -> bool {
        let figure = mark.element.closest("[data-chart]").ok().flatten();
        let tip = figure.and_then(|figure| figure.query_selector(".chart-tip").ok()?);
        tip.is_some_and(|tip| tip.class_list().contains(TAPPED))
    }

    /// Clears the current mark, its readout and its tooltip.
    pub fn leave(&self) {
        for lit in elements(&self.place, "a.mark.highlighted") {
            _ = lit.class_list().remove_1(LIT);
        }
        for readout in elements(&self.place, ".chart-readout, .chart-tip-words") {
            readout.set_text_content(None);
        }
        for tip in elements(&self.place, ".chart-tip") {
            _ = tip.set_attribute("hidden", "");
        }
    }

    /// Reads out the mark that has the keyboard focus.
    pub fn focus(&self, target: Option<EventTarget>) {
        let mark = element_of(target).and_then(|target| target.closest("a.mark").ok()?);
        if let Some(mark) = mark.and_then(Mark::of) {
            if let Ok(Some(drawing)) = mark.element.closest("svg") {
                for other in elements(&drawing, "a.mark") {
                    _ = other.set_attribute("tabindex", "-1");
                }
            }
            _ = mark.element.set_attribute("tabindex", "0");
            // A tap on a mark also moves the focus to it; the tooltip must stay in its tapped state.
            let is_tapped = Self::is_tapped(&mark);
            self.read(&mark, is_tapped);
        }
    }

    /// Moves the focus to another mark with the arrow keys, Home or End. Escape clears the readout.
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
        let order = sorted_indexes_by(&found, |mark| (mark.series, mark.point));
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

    /// Reads out a mark and shows its tooltip. After a tap the tooltip contains a link to the receipt, because the
    /// first tap on a mark only reads it out.
    fn read(&self, mark: &Mark, is_tapped: bool) {
        let Ok(Some(figure)) = mark.element.closest("[data-chart]") else {
            return;
        };
        for lit in elements(&figure, "a.mark.highlighted") {
            _ = lit.class_list().remove_1(LIT);
        }
        _ = mark.element.class_list().add_1(LIT);
        let number = figure.get_attribute("data-chart");
        let data_attribute = number.and_then(|number| {
            let number: usize = number.parse().ok()?;
            let readouts = self.readouts.borrow();
            let line = readouts.get(number)?.get(mark.series)?;
            line.get(mark.point).cloned()
        });
        // Until the readout texts are loaded, the `title` of the mark is used: the same text, but shorter.
        let text = data_attribute.or_else(|| {
            let name = mark.element.query_selector("title").ok()??;
            name.text_content()
        });
        let Some(text) = text else { return };
        for place in elements(&figure, ".chart-readout, .chart-tip-words") {
            if place.text_content().as_deref() != Some(&text) {
                place.set_text_content(Some(&text));
            }
        }
        // An error is ignored: without a tooltip, the readout text is still there.
        _ = show_tip(&figure, mark, is_tapped);
    }
}

/// The distance between a mark and its tooltip, in pixels.
const TIP_GAP: f64 = 14.0;

/// Places the tooltip above a mark, or below it if there is no room above. Returns `None` if an element is missing.
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

/// Formats a CSS length in whole pixels: the code to format decimals would add 8 kB to the download.
fn pixels(length: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a length in a window")]
    let whole = length as i32;
    format!("{whole}px")
}

/// Makes only the first mark of each drawing a stop of the Tab key; the arrow keys lead to the other marks.
pub fn one_stop(place: &Element) {
    for drawing in elements(place, "svg.chart") {
        for (number, mark) in elements(&drawing, "a.mark").enumerate() {
            let stop = if number == 0 { "0" } else { "-1" };
            _ = mark.set_attribute("tabindex", stop);
        }
    }
}
