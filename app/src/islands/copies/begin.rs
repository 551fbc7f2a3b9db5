//! Loads the part of the Wasm that reads documents, if there is a document to read.

use super::start;
use crate::browser::{data_attribute, mark_live};
use crate::islands::error_notice::ErrorNotice;
use leptos::prelude::window;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlDivElement;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Starts the box on the page of a source that compares pasted text.
pub fn paste_box(island: HtmlDivElement) {
    spawn_local(async move {
        if paste_box_part(island.clone()).await.is_err() {
            ErrorNotice::new(&island).tell(move || {
                paste_box(island.clone());
            });
        }
    });
}

/// Shows the sentence of a receipt from the reader's stored copy, if there is one.
pub fn own_sentence(island: HtmlDivElement) {
    let storage = window().local_storage().ok().flatten();
    let source = data_attribute(&island, "source").unwrap_or_default();
    let kept = storage.and_then(|storage| storage.get_item(&super::key(&source)).ok()?);
    if kept.is_none() {
        mark_live(&island);
        return;
    }
    spawn_local(async move {
        // An error is ignored: the page states that there is no copy, and the next visit tries again.
        drop(own_sentence_part(island).await);
    });
}

#[wasm_split(copies, fallible)]
fn paste_box_part(island: HtmlDivElement) -> Result<(), SplitLoaderError> {
    start::paste_box(&island);
    Ok(())
}

#[wasm_split(copies, fallible)]
fn own_sentence_part(island: HtmlDivElement) -> Result<(), SplitLoaderError> {
    start::own_sentence(&island);
    Ok(())
}
