//! Loads the part of the Wasm that contains the explorer.

use crate::explorer;
use crate::islands::error_notice::ErrorNotice;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlDivElement;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Loads and starts the explorer of an island.
pub fn begin(island: HtmlDivElement) {
    spawn_local(async move {
        let started = start_part(island.clone()).await;
        if started.is_err() {
            ErrorNotice::new(&island).tell(move || {
                begin(island.clone());
            });
        }
    });
}

/// Compiled to a separate part of the Wasm, with the filter engine and all code that renders its results.
#[wasm_split(explorer, fallible)]
fn start_part(island: HtmlDivElement) -> Result<(), SplitLoaderError> {
    explorer::start(island);
    Ok(())
}
