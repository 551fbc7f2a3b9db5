//! Event listeners of islands.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Event, EventTarget};

/// Calls `handle` for each event with one of these names, until the page is closed. `handle` may be called again
/// before it returns: moving the focus, for example, causes another event.
pub fn listen(target: &EventTarget, names: &[&str], handle: impl Fn(Event) + 'static) {
    let handle = Closure::<dyn Fn(Event)>::new(handle).into_js_value();
    for name in names {
        // An error is ignored: it is only possible with an invalid event name.
        let _ = target.add_event_listener_with_callback(name, handle.unchecked_ref());
    }
}
