//! Splits long work into several tasks, so that the browser can handle input between them.

use leptos::prelude::window;
use leptos::web_sys::js_sys::Promise;
use leptos::web_sys::js_sys::futures::JsFuture;

/// Continues in a new browser task, after all events that are waiting.
pub async fn next_task() {
    let wait = Promise::new(&mut |done, _| {
        // An error is ignored: every browser has timers.
        let _ = window().set_timeout_with_callback(&done);
    });
    drop(JsFuture::from(wait).await);
}
