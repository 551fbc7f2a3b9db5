//! The new database file: it is created beside the old one, checked, and renamed over it.

use super::super::failed;
use super::super::schema::tables;
use crate::error::Error;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row as _, SqliteConnection};
use std::path::{Path, PathBuf};

/// The page cache of SQLite while the file is written: 32,000 KiB. SQLite reads a negative number as KiB.
const CACHE_KIB: &str = "-32000";

/// A file that replaces the old one at the end. Dropping it deletes the file, unless the file was renamed.
#[derive(Debug)]
pub(super) struct NewFile {
    /// The path of the new file.
    path: PathBuf,
    /// The path of the file that it replaces.
    target: PathBuf,
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // An error does no harm: after success there is no file at this path.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl NewFile {
    /// Creates the new file with its tables. It is in the same folder as the old one, so that renaming is atomic.
    ///
    /// # Errors
    /// When the folder cannot be written to, or SQLite returns an error.
    pub(super) async fn create(target: &Path) -> Result<(Self, SqliteConnection), Error> {
        let file_error = |source| Error::DatabaseFile {
            path: target.to_owned(),
            source,
        };
        let folder = target.parent();
        if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
            tokio::fs::create_dir_all(folder)
                .await
                .map_err(file_error)?;
        }
        let file = Self {
            path: new_path(target),
            target: target.to_owned(),
        };
        // Creating the file here distinguishes a folder without write permission from an error in SQL.
        tokio::fs::File::create(&file.path)
            .await
            .map_err(file_error)?;
        let db = open(&file.path).await.map_err(failed(target))?;
        Ok((file, db))
    }

    /// Returns the path of the file that the new file replaces.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Returns an error if the file is damaged or a row refers to a missing row.
    pub(super) async fn check(&self, db: &mut SqliteConnection) -> Result<(), Error> {
        let damaged = |what: String| Error::Corrupt {
            path: self.target.clone(),
            what,
        };
        let found = sqlx::query_scalar!("PRAGMA quick_check")
            .fetch_one(&mut *db)
            .await
            .map_err(failed(&self.target))?;
        if found.as_deref() != Some("ok") {
            return Err(damaged(found.unwrap_or_default()));
        }
        let lost = sqlx::query("PRAGMA foreign_key_check")
            .fetch_optional(db)
            .await
            .map_err(failed(&self.target))?;
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

    /// Syncs the file to disk and renames it over the old one.
    ///
    /// # Errors
    /// When the old file cannot be replaced.
    pub(super) async fn replace_old(&self) -> Result<(), Error> {
        let replace = async {
            tokio::fs::File::open(&self.path).await?.sync_all().await?;
            tokio::fs::rename(&self.path, &self.target).await
        };
        replace.await.map_err(|source| Error::DatabaseFile {
            path: self.target.clone(),
            source,
        })
    }
}

/// Returns the path of the new file. It contains the process id, so that two imports at the same time use different
/// files.
fn new_path(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}

/// Opens the new file for writing. It has no rollback journal, because the file is deleted after an error.
async fn open(path: &Path) -> sqlx::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(path)
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
