//! Long work in pieces, so that the browser can answer a visitor in between.

use leptos::prelude::window;
use leptos::web_sys::js_sys::Promise;
use leptos::web_sys::js_sys::futures::JsFuture;

/// Goes on in a task of its own, after what has happened meanwhile.
pub async fn next_task() {
    let wait = Promise::new(&mut |done, _| {
        // Where no timer can be had, the promise is never kept; browsers have always had them.
        let _ = window().set_timeout_with_callback(&done);
    });
    drop(JsFuture::from(wait).await);
}
