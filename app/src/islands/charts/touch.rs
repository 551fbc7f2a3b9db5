//! Waits for a reader to touch the charts of a page.

use super::live;
use crate::browser::{closest, mark_live};
use leptos::ev;
use leptos::tachys::html::element::ElementExt;
use leptos::web_sys::{Event, HtmlDivElement};
use std::cell::RefCell;
use std::rc::Rc;

/// What happens to charts that nobody has touched yet.
const TOUCHES: [&str; 3] = ["pointerover", "focusin", "click"];

/// Starts the charts of an island at the first touch.
pub fn wait(island: &HtmlDivElement) {
    mark_live(island);
    let waiting = Rc::new(RefCell::new(Vec::new()));
    for name in TOUCHES {
        let charts = island.clone();
        let all = Rc::clone(&waiting);
        let touched = move |event: Event| {
            // The first touch ends the wait for the others.
            drop(all.take());
            live::start(&charts, &event, asked_view(&event).as_deref());
        };
        let listener = island.on(ev::Custom::<Event>::new(name), touched);
        waiting.borrow_mut().push(listener);
    }
}

/// The address that a click asks for, where its link leads to another view of the charts. The browser
/// does not follow it.
fn asked_view(event: &Event) -> Option<String> {
    let link = closest(event.target(), "a[data-noscroll]").filter(|_| event.type_() == "click")?;
    event.prevent_default();
    link.get_attribute("href")
}
