//! The file opened for serving.

use super::rows::InvalidRow;
use super::{failed, schema};
use crate::error::Error;
use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions};
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// How many requests may read at once.
const CONNECTIONS: u32 = 4;

/// How many rows the thread of a connection reads ahead of the task that takes them. With few, the two threads wait for each
/// other again and again.
const ROWS_AHEAD: usize = 4_000;

/// How much of the file is mapped into memory instead of being copied page by page, in bytes.
const MAPPED: i64 = 1 << 30;

/// The SQLite file, opened read-only.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) pool: SqlitePool,
    path: PathBuf,
}

impl Store {
    /// Opens a file read-only.
    ///
    /// # Errors
    /// When it is not there, not whole or not ours.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        if !schema::check_header(path).await? {
            return Err(Error::DatabaseFile {
                path: path.to_owned(),
                source: ErrorKind::NotFound.into(),
            });
        }
        // The file is replaced by rename and never changed in place, so a connection keeps the
        // whole file it opened. All are opened now and kept: one opened later could find a newer
        // file at the same path.
        let options = SqliteConnectOptions::new()
            .filename(path)
            .read_only(true)
            .row_buffer_size(ROWS_AHEAD)
            .pragma("mmap_size", MAPPED.to_string());
        let pool = SqlitePoolOptions::new()
            .min_connections(CONNECTIONS)
            .max_connections(CONNECTIONS)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
            .connect_with(options)
            .await
            .map_err(failed(path))?;
        Ok(Self {
            pool,
            path: path.to_owned(),
        })
    }

    pub(super) fn failed(&self) -> impl Fn(sqlx::Error) -> Error + '_ {
        failed(&self.path)
    }

    /// The error of a file whose content is not what it should be.
    pub(crate) fn corrupt(&self, what: impl fmt::Display) -> Error {
        Error::Corrupt {
            path: self.path.clone(),
            what: what.to_string(),
        }
    }

    /// A row as its type; the file was written from such values.
    pub(super) fn decoded<T>(&self, row: Result<T, InvalidRow>) -> Result<T, Error> {
        row.map_err(|error| self.corrupt(error))
    }

    /// A value as its type.
    pub(super) fn parse<T: std::str::FromStr<Err = domain::ParseError>>(
        &self,
        text: &str,
    ) -> Result<T, Error> {
        text.parse().map_err(|error| self.corrupt(error))
    }

    /// A count as its type.
    pub(super) fn count(&self, number: i64) -> Result<u32, Error> {
        u32::try_from(number).map_err(|error| self.corrupt(error))
    }
}
