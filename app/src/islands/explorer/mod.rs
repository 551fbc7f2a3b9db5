//! The explorer: tile map, filters, years and list, which follow the address of the atlas page.

#[cfg(feature = "hydrate")]
mod begin;

use leptos::html::Div;
use leptos::prelude::*;

/// The explorer, as the server rendered it for the address.
#[island]
pub fn Explorer(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(begin::begin);
    view! { <div class="explorer" node_ref=place>{children()}</div> }
}
