//! The parts of pages that change in the browser. Everything else is rendered by the server alone.
//!
//! Each island is a shell (a module's `mod.rs`), which is in the first part of the Wasm, and code that
//! the shell starts when it is needed (`start`), which is in a part of its own.

pub mod charts;
pub mod copies;
pub mod explorer;

#[cfg(feature = "hydrate")]
pub(crate) mod trouble;
