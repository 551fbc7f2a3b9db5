//! The parts of pages that change in the browser. Everything else is rendered on the server only.
//!
//! Each island has a small shell (the `mod.rs` of its module) in the first part of the Wasm. The shell loads the main
//! code (`start`) from another part of the Wasm when it is needed.

pub mod charts;
pub mod copies;
pub mod explorer;

#[cfg(feature = "hydrate")]
pub(crate) mod error_notice;
