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
/// page. `sha256` is the hash of the text that was read, empty where it is not known.
#[island]
pub fn PasteBox(source: String, sha256: String, children: Children) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |island| begin::paste_box(island, source, sha256));
    #[cfg(not(feature = "hydrate"))]
    drop((source, sha256));
    view! { <div node_ref=place>{children()}</div> }
}

/// The sentence of a receipt in a copy that the reader keeps: the phrase `as_stated`, which stands `at` a
/// place of the document. Where the reader keeps none, the text of the server stays.
#[island]
pub fn OwnSentence(
    source: String,
    sha256: String,
    at: String,
    as_stated: String,
    children: Children,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    place.on_load(move |island| begin::own_sentence(island, source, sha256, (at, as_stated)));
    #[cfg(not(feature = "hydrate"))]
    drop((source, sha256, at, as_stated));
    view! { <div node_ref=place>{children()}</div> }
}
