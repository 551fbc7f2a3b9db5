//! Waits for the first interaction with the charts of a page, then loads and starts their code.

use super::live;
use crate::browser::{Busy, closest, is_plain, listen, mark_live};
use crate::islands::error_notice::ErrorNotice;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Event, HtmlDivElement, MouseEvent, PointerEvent};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The events that start the loading.
const TOUCHES: [&str; 3] = ["pointerover", "focusin", "click"];

/// The state of the code that draws charts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    /// No interaction yet.
    NotAsked,
    /// The code is loading.
    Asked,
    /// Loading failed. A tap on a mark then opens the receipt, as without JavaScript.
    Failed,
    /// The charts handle their events themselves.
    Started,
}

/// What a reader did before the code that draws charts was loaded.
struct EarlyInteraction {
    charts: HtmlDivElement,
    loading: Cell<Loading>,
    /// True if the last touch by finger came before the charts had started. Its click may come after the start.
    is_by_finger: Cell<bool>,
    /// The last event.
    last: RefCell<Option<Event>>,
    /// The address of the last view that the reader chose.
    asked: RefCell<Option<String>>,
}

/// Starts the charts of an island at the first interaction.
pub fn wait(island: &HtmlDivElement) {
    mark_live(island);
    let touched = Rc::new(EarlyInteraction {
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
            // The first tap on a mark only reads it out; it does not open the receipt.
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
        // The events that follow a touch have no position, so its `pointerover` event is kept.
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

/// Loads the code of the charts, then starts them.
fn load_and_start(touched: Rc<EarlyInteraction>) {
    touched.loading.set(Loading::Asked);
    spawn_local(async move {
        let busy = Busy::start();
        let loaded = load().await;
        drop(busy);
        if loaded.is_err() {
            touched.loading.set(Loading::Failed);
            ErrorNotice::new(&touched.charts).tell(move || {
                load_and_start(Rc::clone(&touched));
            });
            return;
        }
        touched.loading.set(Loading::Started);
        if let Some(last) = touched.last.take() {
            let charts = touched.charts.clone();
            // No error is possible: the code is already loaded.
            drop(start(charts, last, touched.asked.take()).await);
        }
    });
}

/// Compiled to a separate part of the Wasm, with all code that draws charts.
#[wasm_split(charts, fallible, preload(load))]
fn start(
    charts: HtmlDivElement,
    touch: Event,
    asked: Option<String>,
) -> Result<(), SplitLoaderError> {
    live::start(&charts, &touch, asked.as_deref());
    Ok(())
}

/// Returns the address of a clicked link to another view of the charts, and stops the browser from following it;
/// `None` for other clicks.
fn asked_view(event: &Event) -> Option<String> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let link = closest(event.target(), "a[data-noscroll]").filter(|_| is_plain(click))?;
    event.prevent_default();
    link.get_attribute("href")
}
