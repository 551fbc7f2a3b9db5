//! The process: configuration, the dataset, SQLite, HTTP, the command line.

pub mod dataset;
pub mod error;
pub mod store;
