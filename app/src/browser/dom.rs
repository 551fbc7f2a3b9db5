//! Helpers for DOM elements.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, MouseEvent, NodeList};

/// Returns the nearest element that matches a selector, from the target of an event outward; `None` if none matches.
pub fn closest(target: Option<EventTarget>, selector: &str) -> Option<Element> {
    let target = target?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// True if a click follows a link in the same tab: main button, no modifier key, not handled yet.
pub fn is_plain(event: &MouseEvent) -> bool {
    let with_key = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !with_key && !event.default_prevented()
}

/// Returns the descendants of an element that match a selector.
pub fn elements(below: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = below.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |n| found.as_ref()?.item(n)?.dyn_into().ok())
}

/// Marks the island around an element as running, so that its controls for visitors without JavaScript are hidden.
/// When all islands are running, the page gets the class `hydrated`.
pub fn mark_live(inside: &Element) {
    if let Ok(Some(island)) = inside.closest("leptos-island") {
        // An error is ignored: only a button for visitors without JavaScript would stay visible.
        let _ = island.set_attribute("data-live", "");
    }
    let still_to_come = document().query_selector("leptos-island:not([data-live])");
    if let (Ok(None), Some(root)) = (still_to_come, document().document_element()) {
        let _ = root.class_list().add_1("hydrated");
    }
}

/// Returns the value that the server passes to an island in a `data-` attribute of an element in it; `None` if no
/// element has that attribute.
pub fn data_attribute(island: &Element, name: &str) -> Option<String> {
    let teller = island.query_selector(&format!("[data-{name}]"));
    teller.ok()??.get_attribute(&format!("data-{name}"))
}

/// True if the HTML of the island changed after the server sent it, for example by a translator or an extension.
/// Changed HTML cannot be hydrated. The loader detects the changes and sets the attribute.
pub fn was_changed(inside: &Element) -> bool {
    let island = inside.closest("leptos-island").ok().flatten();
    island.is_some_and(|island| island.has_attribute("data-changed"))
}
