//! A part of a page whose data must be loaded first.

use leptos::prelude::*;
use std::future::Future;

/// Renders a view when its data is loaded; the server response waits for it.
pub fn loaded(view: impl Future<Output = AnyView> + Send + 'static) -> AnyView {
    view! { <Suspense>{Suspend::new(view)}</Suspense> }.into_any()
}
