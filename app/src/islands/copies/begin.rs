//! Loads the part of the Wasm that reads documents, where there is one to be read.

use super::start;
use crate::browser::mark_live;
use crate::islands::trouble::Trouble;
use leptos::prelude::window;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlDivElement;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Lets the box of a source's page compare what a reader pastes.
pub fn paste_box(island: HtmlDivElement, source: String, sha256: String) {
    spawn_local(async move {
        let started = paste_box_part(island.clone(), source.clone(), sha256.clone()).await;
        if started.is_err() {
            let trouble = Trouble::new(&island);
            let again = trouble.clone();
            trouble.tell(move || {
                again.clear();
                paste_box(island.clone(), source.clone(), sha256.clone());
            });
        }
    });
}

/// Shows the sentence of a receipt in the copy that the reader keeps, if there is one.
pub fn own_sentence(
    island: HtmlDivElement,
    source: String,
    sha256: String,
    (at, as_stated): (String, String),
) {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(&super::key(&source)).ok()?);
    if kept.is_none() {
        mark_live(&island);
        return;
    }
    spawn_local(async move {
        // Without the part the page says that there is no copy; the next visit tries again.
        drop(own_sentence_part(island, source, sha256, at, as_stated).await);
    });
}

#[wasm_split(copies, fallible)]
fn paste_box_part(
    island: HtmlDivElement,
    source: String,
    sha256: String,
) -> Result<(), SplitLoaderError> {
    start::paste_box(&island, &source, sha256);
    Ok(())
}

#[wasm_split(copies, fallible)]
fn own_sentence_part(
    island: HtmlDivElement,
    source: String,
    sha256: String,
    at: String,
    as_stated: String,
) -> Result<(), SplitLoaderError> {
    start::own_sentence(&island, &source, &sha256, (&at, &as_stated));
    Ok(())
}
