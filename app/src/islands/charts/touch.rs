//! Waits for a reader to touch the charts of a page.

use super::live;
use crate::browser::{Busy, closest, is_plain, listen, mark_live};
use crate::islands::trouble::Trouble;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlDivElement, MouseEvent, PointerEvent};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What happens to charts that nobody has touched yet.
const TOUCHES: [&str; 3] = ["pointerover", "focusin", "click"];

/// What a reader did while the part of the Wasm that draws charts was not there.
struct Touched {
    charts: HtmlDivElement,
    is_loading: Cell<bool>,
    /// True where the last attempt to load the part failed: then a tap opens the receipt, as without scripts.
    has_failed: Cell<bool>,
    /// True while a finger touches that came before the charts could listen.
    is_by_finger: Cell<bool>,
    /// The last that happened.
    last: RefCell<Option<Event>>,
    /// The address of the view that was asked for last.
    asked: RefCell<Option<String>>,
    /// True once the charts listen themselves.
    has_started: Cell<bool>,
}

impl Touched {
    /// Remembers whether a finger touches. Its click comes after other events, and perhaps after the start.
    fn note_finger(&self, event: &Event) {
        if let Some(pointer) = event.dyn_ref::<PointerEvent>()
            && event.type_() == "pointerover"
        {
            let can_be_read = !self.has_started.get() && !self.has_failed.get();
            self.is_by_finger
                .set(can_be_read && pointer.pointer_type() == "touch");
        }
    }

    /// True for the click by which a finger first taps a mark: it reads the mark, and opens no receipt.
    fn is_first_tap(&self, event: &Event) -> bool {
        event.type_() == "click"
            && self.is_by_finger.get()
            && closest(event.target(), "a.mark").is_some()
    }
}

/// Starts the charts of an island at the first touch.
pub fn wait(island: &HtmlDivElement) {
    mark_live(island);
    let touched = Rc::new(Touched {
        charts: island.clone(),
        is_loading: Cell::new(false),
        has_failed: Cell::new(false),
        is_by_finger: Cell::new(false),
        last: RefCell::new(None),
        asked: RefCell::new(None),
        has_started: Cell::new(false),
    });
    listen(island, &TOUCHES, move |event| {
        touched.note_finger(&event);
        if touched.is_first_tap(&event) {
            event.prevent_default();
        }
        if touched.has_started.get() {
            return;
        }
        if let Some(href) = asked_view(&event) {
            touched.asked.replace(Some(href));
        }
        // What follows the touch of a finger are events without a place.
        if !touched.is_by_finger.get() || event.type_() == "pointerover" {
            touched.last.replace(Some(event));
        }
        if !touched.is_loading.replace(true) {
            load_and_start(Rc::clone(&touched));
        }
    });
}

/// Starts the charts, once their part of the Wasm is there.
fn load_and_start(touched: Rc<Touched>) {
    spawn_local(async move {
        let busy = Busy::start();
        let loaded = load().await;
        drop(busy);
        touched.has_failed.set(loaded.is_err());
        if loaded.is_err() {
            Trouble::new(&touched.charts).tell(move || {
                load_and_start(Rc::clone(&touched));
            });
            return;
        }
        touched.has_started.set(true);
        if let Some(last) = touched.last.take() {
            let charts = touched.charts.clone();
            // The part is there: nothing can fail any more.
            drop(start(charts, last, touched.asked.take()).await);
        }
    });
}

/// In a part of the Wasm of its own: with all code that draws charts.
#[wasm_split(charts, fallible, preload(load))]
fn start(
    charts: HtmlDivElement,
    touch: Event,
    asked: Option<String>,
) -> Result<(), SplitLoaderError> {
    live::start(&charts, &touch, asked.as_deref());
    Ok(())
}

/// The address that a click asks for, where its link leads to another view of the charts. The browser
/// does not follow it.
fn asked_view(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let is_asked = event.type_() == "click" && is_plain(click);
    let link = closest(event.target(), "a[data-noscroll]").filter(|_| is_asked)?;
    event.prevent_default();
    link.get_attribute("href")
}
