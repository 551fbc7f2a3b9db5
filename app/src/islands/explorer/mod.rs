//! The explorer: tile map, filters, years and list, which follow the address of the atlas page.

#[cfg(feature = "hydrate")]
mod begin;
#[cfg(feature = "hydrate")]
mod start;

use leptos::html::Div;
use leptos::prelude::*;

/// The explorer, which the server has rendered as the address asks for it. `index` and `search` are the
/// addresses of the index files.
#[island]
pub fn Explorer(index: String, search: String, children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |island| begin::begin(island, index, search));
    #[cfg(not(feature = "hydrate"))]
    drop((index, search));
    view! { <div class="explorer" node_ref=place>{children()}</div> }
}
