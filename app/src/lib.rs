//! What a visitor sees. Compiled twice: natively with `ssr`, and to Wasm with `hydrate`.

#![recursion_limit = "256"]

pub mod api;
pub mod chart;
mod comparison;
pub mod format;
pub mod locale;
pub mod messages;
pub mod patch;
pub mod series;
pub mod wording;

mod components;
mod pages;
mod root;

#[cfg(feature = "ssr")]
pub mod atlas;
#[cfg(feature = "ssr")]
pub mod publish;

pub use root::App;

#[cfg(feature = "ssr")]
pub use root::{Assets, LiveReload, shell};
