//! The Wasm entry point. It links the islands of `app`, which the loader starts one by one.

use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Prepares the module. The loader calls it once, before it starts the first island.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
