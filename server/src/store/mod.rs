//! The SQLite file: the only place that contains SQL.
//!
//! Importing builds a new file beside the old one and renames it into place; serving opens the
//! file read-only.

mod holdings;
mod read;
mod record;
mod write;
mod write_figures;
mod write_zone;

pub use read::{Reference, Store, stored_edition};
pub use write::write;

use crate::error::Error;
use std::path::Path;

/// Attaches the file to what SQLite says.
fn failed(path: &Path) -> impl Fn(sqlx::Error) -> Error + '_ {
    |source| Error::Database {
        path: path.to_owned(),
        source,
    }
}
