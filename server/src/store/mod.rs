//! The SQLite database. Only this module contains SQL.
//!
//! Import writes a new file beside the old one and renames it ([`Writer`]); the server opens the file read-only
//! ([`Store`]). `rows` converts the rows of wide tables. Each other module contains the queries for one kind of page.

mod batch;
mod checksum;
mod coverage;
mod exports;
mod index_files;
mod profiles;
mod rankings;
mod reader;
mod reference;
mod replacement;
mod rows;
mod schema;
mod sources;
mod target;
mod writer;
mod zones;

pub use checksum::write as renew_checksum;
pub use coverage::DataCoverage;
pub use reader::Store;
pub use reference::{IndicatorTotals, Reference};
pub use replacement::Replacement;
pub use schema::{Found, Provenance, Stored, find};
pub use sources::TakenPhrase;
pub use target::{Refusal, replaceable, resolve};
pub use writer::{
    Counts, DatasetName, IndexFile, RankedValue, ReferenceLists, Writer, ZoneInput, ZoneOutput,
    ZoneRow,
};
pub use zones::RowWithPoint;

use crate::error::Error;
use sqlx::sqlite::SqliteConnectOptions;
use std::path::Path;

/// Returns the options for a connection to a file. SQLite opens a database in memory for the name `:memory:`, and reads a
/// name such as `file:atlas.db` as a URL; after `./` both are files.
fn connection_to(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(Path::new(".").join(path))
}

/// Adds the path of the file to an error of SQLite.
fn failed(path: &Path) -> impl Fn(sqlx::Error) -> Error + '_ {
    |source| Error::Database {
        path: path.to_owned(),
        source,
    }
}
