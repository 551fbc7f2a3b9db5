//! Charts that follow the address of their page. Readers can read them mark by mark.

#[cfg(feature = "hydrate")]
mod live;
#[cfg(feature = "hydrate")]
mod mark_navigation;
#[cfg(feature = "hydrate")]
mod touch;

use leptos::html::Div;
use leptos::prelude::*;

/// Charts with their tables and controls, as the server drew them. They do not change until a reader chooses another
/// view.
#[island]
pub fn Charts(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(|island| touch::wait(&island));
    view! { <div class="charts" node_ref=place>{children()}</div> }
}
