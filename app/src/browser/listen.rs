//! How islands listen to the page.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Event, EventTarget};

/// Calls `handle` for each event of these names, for as long as the page is open. An event may happen while another is
/// handled: one that moves the focus causes one.
pub fn listen(target: &EventTarget, names: &[&str], handle: impl Fn(Event) + 'static) {
    let handle = Closure::<dyn Fn(Event)>::new(handle).into_js_value();
    for name in names {
        // Only a name that is not one of an event could fail.
        let _ = target.add_event_listener_with_callback(name, handle.unchecked_ref());
    }
}
