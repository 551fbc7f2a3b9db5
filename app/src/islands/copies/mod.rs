//! A reader's own copy of a document: compared and stored in the browser, never sent.

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

/// Returns the storage key of the text of a source.
#[cfg(feature = "hydrate")]
fn key(source: &str) -> String {
    format!("document-{source}")
}

/// A box for the text of a document. It is compared with the receipts in the table of the page.
#[island]
pub fn PasteBox(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(begin::paste_box);
    view! { <div node_ref=place>{children()}</div> }
}

/// The sentence of a receipt in the reader's stored copy. Without a copy, the server's text stays; its attributes
/// identify the receipt (`data-source`, `data-sha256`, `data-at`, `data-phrase`).
#[island]
pub fn OwnSentence(children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(begin::own_sentence);
    view! { <div node_ref=place>{children()}</div> }
}
