//! The errors of the server process.

use crate::dataset::Problem;
use crate::store::Refusal;
use domain::id::SourceId;
use std::path::PathBuf;

/// An error of the server process. It is written to standard error or the log and never shown to visitors.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data files contain problems.
    #[error("{}the dataset has {} problem(s); the database was not changed", lines(.0), .0.len())]
    Dataset(Vec<Problem>),
    /// `server/evaluation.toml`, the measured quality of the checks, cannot be parsed.
    #[error("server/evaluation.toml is invalid: {0}. Create it again with `cargo xtask evaluate`")]
    Evaluation(toml::de::Error),
    /// The data folder cannot be read.
    #[error("cannot read the data folder {}: {source}", folder.display())]
    DataFolder {
        /// The path of the folder.
        folder: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The vocabulary for gathered tables contains problems.
    #[error("{}the vocabulary has {} problem(s); nothing was changed", lines(.0), .0.len())]
    Vocabulary(Vec<String>),
    /// A table of gathered figures cannot be read.
    #[error("cannot read the table {}: {what}", path.display())]
    FigureTable {
        /// The path of the table.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A data file cannot be edited.
    #[error("cannot edit data/{0}: {1}")]
    EditData(String, toml_edit::TomlError),
    /// The database file cannot be read or written.
    #[error(
        "cannot read or write the database {}: {source}. Give --database a path in a folder that this user may write to",
        path.display()
    )]
    DatabaseFile {
        /// The path of the file.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// SQLite returns an error.
    #[error("SQLite error in the database {}: {source}", path.display())]
    Database {
        /// The path of the file.
        path: PathBuf,
        /// The error of SQLite.
        source: sqlx::Error,
    },
    /// The database contains a value that is invalid for its type.
    #[error("the database {} is damaged: {what}. Run `zone-atlas import` to create it again", path.display())]
    Corrupt {
        /// The path of the file.
        path: PathBuf,
        /// The invalid value, or the value that is missing.
        what: String,
    },
    /// A file is not replaced by a new database.
    #[error("{} was not replaced: {why}", path.display())]
    NotReplaced {
        /// The path of the file.
        path: PathBuf,
        /// The reason, with what to do.
        why: Refusal,
    },
    /// The file belongs to another program.
    #[error("the file {} is not a database of Zone Atlas: {why}", path.display())]
    NotAnAtlas {
        /// The path of the file.
        path: PathBuf,
        /// The reason, such as "it is not an SQLite file".
        why: &'static str,
    },
    /// The filter index cannot be built from the zones.
    #[error("cannot build the filter index: {0}")]
    Index(domain::filter::IndexError),
    /// The server cannot listen on its address.
    #[error(
        "cannot listen on {address}: {source}. Is another server running there? Choose another with --addr or --metrics-addr"
    )]
    Listen {
        /// The address and port.
        address: std::net::SocketAddr,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The metrics cannot be collected.
    #[error("cannot collect the metrics: {0}")]
    Metrics(metrics_exporter_prometheus::BuildError),
    /// The folder with the files for browsers does not exist or is incomplete.
    #[error(
        "cannot read the files for browsers in {}: {source}. Build them with `cargo xtask build`, or give their folder with --assets",
        folder.display()
    )]
    Assets {
        /// The path of the folder.
        folder: PathBuf,
        /// The error of the operating system, or of the manifest in the folder.
        source: std::io::Error,
    },
    /// The index files for browsers cannot be compressed.
    #[error("cannot compress the filter index: {0}")]
    Pack(std::io::Error),
    /// The import ended before all zones were written.
    #[error("the import was interrupted")]
    Interrupted,
    /// A background task panicked or was cancelled.
    #[error("a background task failed: {0}")]
    Task(tokio::task::JoinError),
    /// A chart cannot be drawn as PNG.
    #[error("cannot draw a picture: {0}")]
    Picture(String),
    /// A value cannot be serialized as JSON.
    #[error("cannot write JSON: {0}")]
    Json(serde_json::Error),
    /// A table cannot be written as CSV.
    #[error("cannot write a table: {0}")]
    Csv(#[from] csv::Error),
    /// A document cannot be read or stored.
    #[error("cannot read or store the document {}: {source}", path.display())]
    Document {
        /// The path of the document.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// A document is no text in any known encoding.
    #[error("{} is not plain text. Save it as plain text in UTF-8", .0.display())]
    UnreadableDocument(PathBuf),
    /// A document was not recognised for sure as a copy of a source in the dataset.
    #[error(
        "{} matches no source of the dataset for sure. Give its id with --source; `/sources` on the site lists them\n{}",
        path.display(),
        common(candidates)
    )]
    UnrecognisedDocument {
        /// The path of the document.
        path: PathBuf,
        /// The sources that have something in common with it, each as a line.
        candidates: Vec<String>,
    },
    /// The stored copy of a source has more of its phrases than a new one.
    #[error(
        "{} has {found} phrases of `{id}`, and the stored copy has {stored}. Replace it with --replace; it is then kept as \
         `{id}.previous`",
        path.display()
    )]
    WorseCopy {
        /// The path of the document.
        path: PathBuf,
        /// The id of the source.
        id: SourceId,
        /// The number of phrases in the document.
        found: usize,
        /// The number of phrases in the stored copy.
        stored: usize,
    },
    /// The dataset has no source with this id.
    #[error("the dataset has no source `{0}`; `/sources` on the site lists them")]
    UnknownSource(SourceId),
    /// The result of a command cannot be written to standard output.
    #[error("cannot write to standard output: {0}")]
    Print(std::io::Error),
    /// The server stopped because of an error of the operating system.
    #[error("the server stopped: {0}")]
    Serve(std::io::Error),
}

fn lines<T: std::fmt::Display>(problems: &[T]) -> String {
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

/// Returns the lines on candidates, with a heading; empty if there are none.
fn common(candidates: &[String]) -> String {
    if candidates.is_empty() {
        return "No source has anything in common with it.".to_owned();
    }
    format!("It has something in common with:\n{}", candidates.concat())
}
