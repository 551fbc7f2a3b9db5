//! The process: configuration, the dataset, SQLite, HTTP, the command line.

pub mod check;
pub mod config;
pub mod dataset;
pub mod documents;
pub mod error;
pub mod export;
pub mod http;
pub mod import;
pub mod live;
pub mod picture;
pub mod store;
