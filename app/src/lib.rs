//! The pages of the site and their interactive parts. Compiled twice: to native code with `ssr`, which renders pages,
//! and to Wasm with `hydrate`, which runs the islands in them.

#![recursion_limit = "256"]

pub mod api;
pub mod chart;
pub mod format;
pub mod islands;
pub mod locale;
pub mod messages;
pub mod patch;
pub mod query;
#[cfg(feature = "ssr")]
mod ranking;
pub mod records;

mod components;
mod explorer;

#[cfg(feature = "hydrate")]
mod browser;

#[cfg(feature = "ssr")]
pub mod atlas;
#[cfg(feature = "ssr")]
mod comparison;
#[cfg(feature = "ssr")]
pub mod lookup;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
#[cfg(feature = "ssr")]
mod root;
#[cfg(feature = "ssr")]
pub mod series;
#[cfg(feature = "ssr")]
pub mod wording;

#[cfg(feature = "ssr")]
pub use page::{Page, PageRequest};
#[cfg(feature = "ssr")]
pub use root::{Assets, EARLY_SCRIPT, LiveReload, shell};
