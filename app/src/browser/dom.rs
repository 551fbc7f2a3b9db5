//! Elements of the page.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, MouseEvent, NodeList};

/// The nearest element round the target of an event that a selector finds, itself included.
pub fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    let target = target?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// True for a click that follows a link in the same tab.
pub fn is_plain(event: &MouseEvent) -> bool {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !with_key && !event.default_prevented()
}

/// The elements below another that a selector finds.
pub fn elements(below: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = below.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |n| found.as_ref()?.item(n)?.dyn_into().ok())
}

/// Marks the island of an element as running: what only visitors without JavaScript need can go.
pub fn mark_live(inside: &Element) {
    if let Ok(Some(island)) = inside.closest("leptos-island") {
        // An island that cannot be marked shows a button too many, nothing worse.
        let _ = island.set_attribute("data-live", "");
    }
    let still_to_come = document().query_selector("leptos-island:not([data-live])");
    if let (Ok(None), Some(root)) = (still_to_come, document().document_element()) {
        let _ = root.class_list().add_1("hydrated");
    }
}

/// What the server tells an island in a `data-` attribute of the HTML in it.
pub fn told(island: &Element, name: &str) -> Option<String> {
    let teller = island.query_selector(&format!("[data-{name}]"));
    teller.ok()??.get_attribute(&format!("data-{name}"))
}

/// True where something changed the HTML of an island since the server sent it: a translator, an
/// extension. Such HTML cannot be hydrated. The loader watches for it.
pub fn was_changed(inside: &Element) -> bool {
    let island = inside.closest("leptos-island").ok().flatten();
    island.is_some_and(|island| island.has_attribute("data-changed"))
}
