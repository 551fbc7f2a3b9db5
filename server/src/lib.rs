//! The server crate: command line, dataset, import, SQLite, HTTP and file export.

pub mod backup;
pub mod check;
pub mod config;
pub mod dataset;
pub mod documents;
pub mod error;
pub mod export;
pub mod figures;
pub mod http;
pub mod import;
pub mod live;
pub mod logging;
pub mod picture;
pub mod store;
