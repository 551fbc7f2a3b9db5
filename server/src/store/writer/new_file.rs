//! The new database file: it is written beside the old one, checked, and renamed over it.

use super::super::replacement::Replacement;
use super::super::schema::tables;
use super::super::{checksum, connection_to, failed};
use crate::error::Error;
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row as _, SqliteConnection};
use std::path::Path;

/// The page cache of SQLite while the file is written: 32,000 KiB. SQLite reads a negative number as KiB.
const CACHE_KIB: &str = "-32000";

/// The file that an import writes.
#[derive(Debug)]
pub(super) struct NewFile(Replacement);

impl NewFile {
    /// Creates the new file with its tables.
    ///
    /// # Errors
    /// When the old file must not be replaced, the folder cannot be written to, or SQLite returns an error.
    pub(super) async fn create(
        target: &Path,
        force: bool,
    ) -> Result<(Self, SqliteConnection), Error> {
        let new = Replacement::create(target, force).await?;
        let db = open(new.path()).await.map_err(failed(new.target()))?;
        Ok((Self(new), db))
    }

    /// Returns the path of the file that the new file replaces.
    pub(super) fn target(&self) -> &Path {
        self.0.target()
    }

    /// Returns an error if the file is damaged or a row refers to a missing row.
    pub(super) async fn check(&self, db: &mut SqliteConnection) -> Result<(), Error> {
        let damaged = |what: String| Error::Corrupt {
            path: self.target().to_owned(),
            what,
        };
        let found = sqlx::query_scalar!("PRAGMA quick_check")
            .fetch_one(&mut *db)
            .await
            .map_err(failed(self.target()))?;
        if found.as_deref() != Some("ok") {
            return Err(damaged(found.unwrap_or_default()));
        }
        let lost = sqlx::query("PRAGMA foreign_key_check")
            .fetch_optional(db)
            .await
            .map_err(failed(self.target()))?;
        if let Some(row) = lost {
            let table = |n: usize| row.try_get::<String, _>(n).unwrap_or_default();
            return Err(damaged(format!(
                "a row of `{}` that names no row of `{}`",
                table(0),
                table(2)
            )));
        }
        Ok(())
    }

    /// Writes the checksum, and renames the file over the old one.
    ///
    /// # Errors
    /// When the old file cannot or must not be replaced.
    pub(super) async fn replace_old(self) -> Result<(), Error> {
        let path = self.0.path().to_owned();
        tokio::task::spawn_blocking(move || checksum::write(&path))
            .await
            .map_err(Error::Task)??;
        self.0.replace_old().await
    }
}

/// Opens the new file for writing. It has no rollback journal, because the file is deleted after an error.
async fn open(path: &Path) -> sqlx::Result<SqliteConnection> {
    let options = connection_to(path)
        .journal_mode(SqliteJournalMode::Off)
        .synchronous(SqliteSynchronous::Off)
        .pragma("cache_size", CACHE_KIB)
        // One check of the whole file at the end takes less time than a check for each row.
        .foreign_keys(false);
    let mut db = SqliteConnection::connect_with(&options).await?;
    sqlx::raw_sql(tables()).execute(&mut db).await?;
    sqlx::query("BEGIN").execute(&mut db).await?;
    sqlx::query(
        "CREATE TEMPORARY TABLE unranked (indicator TEXT, position INTEGER, zone TEXT, figure TEXT, earlier TEXT,
             growth_low TEXT, growth_high TEXT, questioned INTEGER, number REAL)",
    )
    .execute(&mut db)
    .await?;
    Ok(db)
}
