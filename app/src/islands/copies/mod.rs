//! A reader's own copy of a document: compared in the browser, kept there, never sent.

#[cfg(feature = "hydrate")]
mod begin;
#[cfg(feature = "hydrate")]
mod kept;
mod paste;
mod sentence;
#[cfg(feature = "hydrate")]
mod start;

#[cfg(feature = "ssr")]
pub use paste::paste_box;
#[cfg(feature = "ssr")]
pub use sentence::copy_view;

use leptos::html::Div;
use leptos::prelude::*;

/// Where the browser keeps the text of a source.
#[cfg(feature = "hydrate")]
fn key(source: &str) -> String {
    format!("document-{source}")
}

/// A box for the text of a document. The receipts that it is compared with are in the table of the
/// page.
#[island]
pub fn PasteBox(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(begin::paste_box);
    view! { <div node_ref=place>{children()}</div> }
}

/// The sentence of a receipt in a copy that the reader keeps. Where the reader keeps none, the text of the server
/// stays, which tells of which receipt (`data-source`, `data-sha256`, `data-at`, `data-phrase`).
#[island]
pub fn OwnSentence(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(begin::own_sentence);
    view! { <div node_ref=place>{children()}</div> }
}
