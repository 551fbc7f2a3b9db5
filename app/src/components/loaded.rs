//! A part of a page whose data has to be read first.

use leptos::prelude::*;
use std::future::Future;

/// A view that is there once its data was read; the server's answer waits for it.
pub fn loaded(view: impl Future<Output = AnyView> + Send + 'static) -> AnyView {
    view! { <Suspense>{Suspend::new(view)}</Suspense> }.into_any()
}
