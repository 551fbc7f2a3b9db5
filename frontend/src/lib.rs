//! The Wasm entry point: the islands of `app`, which the loader starts one by one.

use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once the module is there, before any island is started.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
