//! The process: configuration, the dataset, SQLite, HTTP, the command line.

pub mod config;
pub mod dataset;
pub mod error;
pub mod http;
pub mod import;
pub mod live;
pub mod store;
