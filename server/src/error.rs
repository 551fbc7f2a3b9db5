//! What can go wrong in the process.

use crate::dataset::Problem;
use domain::id::SourceId;
use std::path::PathBuf;

/// What can go wrong in the process. Shown on standard error and in logs, never to visitors.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data files are not sound.
    #[error("{}the dataset has {} problem(s); the database was not touched", lines(.0), .0.len())]
    Dataset(Vec<Problem>),
    /// The file that says how well the checks do is not what `cargo xtask evaluate` writes.
    #[error("server/evaluation.toml is wrong: {0}. Write it anew: cargo xtask evaluate")]
    Evaluation(toml::de::Error),
    /// The data folder cannot be read.
    #[error("cannot read the data folder {}: {source}", folder.display())]
    DataFolder {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database file cannot be written.
    #[error(
        "cannot read or write the database {}: {source}. Give --database a path in a folder that this user may write to",
        path.display()
    )]
    DatabaseFile {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite refuses.
    #[error("the database {} fails: {source}", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        source: sqlx::Error,
    },
    /// A value in the database is not one of its type.
    #[error("the database {} holds {what}; run `zone-atlas import` to write it anew", path.display())]
    Corrupt {
        /// The file.
        path: PathBuf,
        /// Which value, and what was expected.
        what: String,
    },
    /// A file that is no database of this program, or not the whole of one.
    #[error("the file {} is not a database of Zone Atlas: {why}", path.display())]
    NotAnAtlas {
        /// The file.
        path: PathBuf,
        /// How that is seen.
        why: &'static str,
    },
    /// The filter index cannot hold the zones.
    #[error("cannot make the index of the zones: {0}")]
    Index(domain::filter::IndexError),
    /// The address to listen on cannot be had.
    #[error(
        "cannot listen on {address}: {source}. Is another server running there? Choose one with --addr"
    )]
    Listen {
        /// The address.
        address: std::net::SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// The folder with the browser's half is not there.
    #[error(
        "no assets in {}: {source}. Build them with `cargo xtask build`, or say where they are with --assets",
        folder.display()
    )]
    Assets {
        /// The folder.
        folder: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The index for browsers cannot be packed.
    #[error("cannot pack the index of the zones: {0}")]
    Pack(std::io::Error),
    /// An import ended before all zones were written.
    #[error("the import was interrupted")]
    Interrupted,
    /// A piece of work in a thread of its own did not end well.
    #[error("work in the background failed: {0}")]
    Task(tokio::task::JoinError),
    /// A chart cannot be drawn as pixels.
    #[error("cannot draw a picture: {0}")]
    Picture(String),
    /// A file cannot be written as JSON.
    #[error("cannot write JSON: {0}")]
    Json(serde_json::Error),
    /// A file cannot be written as comma-separated values.
    #[error("cannot write a table: {0}")]
    Csv(#[from] csv::Error),
    /// A document cannot be read or stored.
    #[error("cannot read or store the document {}: {source}", path.display())]
    Document {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A document is a copy of no source that the dataset names.
    #[error(
        "{} is recognised as no source of the dataset. Name one with --source; `/sources` on the site lists them",
        .0.display()
    )]
    UnrecognisedDocument(PathBuf),
    /// No source has this name.
    #[error("the dataset has no source `{0}`; `/sources` on the site lists them")]
    UnknownSource(SourceId),
    /// What was found cannot be printed.
    #[error("cannot print: {0}")]
    Print(std::io::Error),
    /// The server stopped for a reason of the system.
    #[error("the server stopped: {0}")]
    Serve(std::io::Error),
}

fn lines(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}
