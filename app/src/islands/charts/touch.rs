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

/// How far the code that draws charts is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    /// Nobody has touched the charts.
    NotAsked,
    /// It is on its way.
    Asked,
    /// It did not come. A tap opens the receipt then, as without scripts.
    Failed,
    /// It listens itself.
    Started,
}

/// What a reader did while the part of the Wasm that draws charts was not there.
struct Touched {
    charts: HtmlDivElement,
    loading: Cell<Loading>,
    /// True while a finger touches that came before the charts could listen. Its click may come after the start.
    is_by_finger: Cell<bool>,
    /// The last that happened.
    last: RefCell<Option<Event>>,
    /// The address of the view that was asked for last.
    asked: RefCell<Option<String>>,
}

/// Starts the charts of an island at the first touch.
pub fn wait(island: &HtmlDivElement) {
    mark_live(island);
    let touched = Rc::new(Touched {
        charts: island.clone(),
        loading: Cell::new(Loading::NotAsked),
        is_by_finger: Cell::new(false),
        last: RefCell::new(None),
        asked: RefCell::new(None),
    });
    listen(island, &TOUCHES, move |event| {
        let loading = touched.loading.get();
        let kind = event.type_();
        if kind == "pointerover" {
            let is_early = matches!(loading, Loading::NotAsked | Loading::Asked);
            let is_by_finger = is_early && is_of_finger(&event);
            touched.is_by_finger.set(is_by_finger);
        } else if kind == "click"
            && touched.is_by_finger.get()
            && closest(event.target(), "a.mark").is_some()
        {
            // The first tap on a mark reads it, and opens no receipt.
            event.prevent_default();
        }
        if loading == Loading::Started {
            return;
        }
        if kind == "click"
            && let Some(href) = asked_view(&event)
        {
            touched.asked.replace(Some(href));
        }
        // What follows the touch of a finger are events without a place.
        if !touched.is_by_finger.get() || kind == "pointerover" {
            touched.last.replace(Some(event));
        }
        if loading == Loading::NotAsked {
            load_and_start(Rc::clone(&touched));
        }
    });
}

fn is_of_finger(event: &Event) -> bool {
    let pointer = event.dyn_ref::<PointerEvent>();
    pointer.is_some_and(|pointer| pointer.pointer_type() == "touch")
}

/// Starts the charts, once their part of the Wasm is there.
fn load_and_start(touched: Rc<Touched>) {
    touched.loading.set(Loading::Asked);
    spawn_local(async move {
        let busy = Busy::start();
        let loaded = load().await;
        drop(busy);
        if loaded.is_err() {
            touched.loading.set(Loading::Failed);
            Trouble::new(&touched.charts).tell(move || {
                load_and_start(Rc::clone(&touched));
            });
            return;
        }
        touched.loading.set(Loading::Started);
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
    let link = closest(event.target(), "a[data-noscroll]").filter(|_| is_plain(click))?;
    event.prevent_default();
    link.get_attribute("href")
}
