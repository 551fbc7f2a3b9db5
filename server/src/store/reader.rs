//! The database, opened read-only for the server.

use super::rows::InvalidRow;
use super::{connection_to, failed, schema};
use crate::error::Error;
use sqlx::SqlitePool;
use sqlx::sqlite::SqlitePoolOptions;
use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The number of connections, which is the number of queries that can run at the same time.
const CONNECTIONS: u32 = 4;

/// The number of rows that the thread of a connection reads ahead of the task that receives them. With a small number
/// the two threads often wait for each other.
const ROWS_AHEAD: usize = 4_000;

/// How much of the file is mapped into memory, in bytes. Mapping avoids copying page by page.
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
    /// When the file does not exist, is incomplete, differs from its checksum or belongs to another program.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        if schema::check_header(path).await?.is_none() {
            return Err(Error::DatabaseFile {
                path: path.to_owned(),
                source: ErrorKind::NotFound.into(),
            });
        }
        schema::verify(path).await?;
        // The file is replaced by rename and never changed in place, so an open connection keeps reading the file that
        // it opened. All connections are opened now and kept, because a later one could open a newer file at the same
        // path.
        let options = connection_to(path)
            .read_only(true)
            // A journal beside the file is of another file that was there before.
            .immutable(true)
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

    /// Reads one row of the database, to find out whether it can be read.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn answers(&self) -> Result<(), Error> {
        sqlx::query_scalar!("SELECT value FROM meta WHERE key = 'digest'")
            .fetch_one(&self.pool)
            .await
            .map(drop)
            .map_err(self.failed())
    }

    pub(super) fn failed(&self) -> impl Fn(sqlx::Error) -> Error + '_ {
        failed(&self.path)
    }

    /// Returns the error for a file with invalid content.
    pub(crate) fn corrupt(&self, what: impl fmt::Display) -> Error {
        Error::Corrupt {
            path: self.path.clone(),
            what: what.to_string(),
        }
    }

    /// Returns a converted row. An invalid row becomes [`Error::Corrupt`].
    pub(super) fn decoded<T>(&self, row: Result<T, InvalidRow>) -> Result<T, Error> {
        row.map_err(|error| self.corrupt(error))
    }

    /// Parses a value. An invalid value becomes [`Error::Corrupt`].
    pub(super) fn parse<T: std::str::FromStr<Err = domain::ParseError>>(
        &self,
        text: &str,
    ) -> Result<T, Error> {
        text.parse().map_err(|error| self.corrupt(error))
    }

    /// Converts a count. A number out of range becomes [`Error::Corrupt`].
    pub(super) fn count(&self, number: i64) -> Result<u32, Error> {
        u32::try_from(number).map_err(|error| self.corrupt(error))
    }
}
