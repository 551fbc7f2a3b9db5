//! Loads the part of the Wasm that holds the explorer.

use crate::explorer;
use crate::islands::trouble::Trouble;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlDivElement;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Starts the explorer of an island.
pub fn begin(island: HtmlDivElement) {
    spawn_local(async move {
        let started = start_part(island.clone()).await;
        if started.is_err() {
            Trouble::new(&island).tell(move || {
                begin(island.clone());
            });
        }
    });
}

/// In a part of the Wasm of its own: with the engine of the filters and all that shows what it finds.
#[wasm_split(explorer, fallible)]
fn start_part(island: HtmlDivElement) -> Result<(), SplitLoaderError> {
    explorer::start(island);
    Ok(())
}
