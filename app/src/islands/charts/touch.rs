//! Waits for a reader to touch the charts of a page.

use super::live;
use crate::browser::{Busy, closest, is_plain, listen, mark_live};
use crate::islands::trouble::Trouble;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlDivElement, MouseEvent};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What happens to charts that nobody has touched yet.
const TOUCHES: [&str; 3] = ["pointerover", "focusin", "click"];

/// What a reader did while the part of the Wasm that draws charts was not there.
struct Touched {
    charts: HtmlDivElement,
    is_loading: Cell<bool>,
    /// The last that happened.
    last: RefCell<Option<Event>>,
    /// The address of the view that was asked for last.
    asked: RefCell<Option<String>>,
    /// True once the charts listen themselves.
    has_started: Cell<bool>,
}

/// Starts the charts of an island at the first touch.
pub fn wait(island: &HtmlDivElement) {
    mark_live(island);
    let touched = Rc::new(Touched {
        charts: island.clone(),
        is_loading: Cell::new(false),
        last: RefCell::new(None),
        asked: RefCell::new(None),
        has_started: Cell::new(false),
    });
    listen(island, &TOUCHES, move |event| {
        if touched.has_started.get() {
            return;
        }
        if let Some(href) = asked_view(&event) {
            touched.asked.replace(Some(href));
        }
        touched.last.replace(Some(event));
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
