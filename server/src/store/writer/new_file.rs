//! The new database file: it is created beside the old one, checked, and renamed over it.

use super::super::schema::tables;
use super::super::target::{Refusal, replaceable, resolve};
use super::super::{checksum, failed};
use crate::error::Error;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Row as _, SqliteConnection};
use std::ffi::OsString;
use std::fs::{File, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// The page cache of SQLite while the file is written: 32,000 KiB. SQLite reads a negative number as KiB.
const CACHE_KIB: &str = "-32000";

/// The mode of a database that replaces none; the mask of the process removes bits.
const MODE: u32 = 0o666;

/// The end of the name of a new file.
const ENDING: &str = ".new";

/// The age after which the file of an import that was killed is deleted. A younger one may not be locked yet.
const LEFT_OVER: Duration = Duration::from_secs(10);

/// A file that replaces the old one at the end. Dropping it deletes the file, unless the file was renamed. A lock on the
/// file shows other imports that it is in use.
#[derive(Debug)]
pub(super) struct NewFile {
    file: NamedTempFile,
    /// The path of the file that it replaces, without symbolic links.
    target: PathBuf,
    /// True if it may replace a file of another program.
    force: bool,
}

impl NewFile {
    /// Creates the new file with its tables. It is in the same folder as the old one, so that renaming is atomic. Files of
    /// imports that were killed are deleted.
    ///
    /// # Errors
    /// When the old file must not be replaced, the folder cannot be written to, or SQLite returns an error.
    pub(super) async fn create(
        target: &Path,
        force: bool,
    ) -> Result<(Self, SqliteConnection), Error> {
        let target = resolve(target).await?;
        replaceable(&target, force).await?;
        let create = {
            let target = target.clone();
            move || temporary(&target)
        };
        let file = tokio::task::spawn_blocking(create)
            .await
            .map_err(Error::Task)?
            .map_err(|source| Error::DatabaseFile {
                path: target.clone(),
                source,
            })?;
        let db = open(file.path()).await.map_err(failed(&target))?;
        let new = Self {
            file,
            target,
            force,
        };
        Ok((new, db))
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

    /// Writes the checksum, syncs the file to disk and renames it over the old one. The new file has the mode and the owner
    /// of the old one.
    ///
    /// # Errors
    /// When the old file cannot or must not be replaced.
    pub(super) async fn replace_old(self) -> Result<(), Error> {
        // The old file may have changed since the import began.
        let old = replaceable(&self.target, self.force).await?;
        tokio::task::spawn_blocking(move || self.rename(old.as_ref()))
            .await
            .map_err(Error::Task)?
    }

    fn rename(self, old: Option<&Metadata>) -> Result<(), Error> {
        checksum::write(self.file.path())?;
        let target = self.target;
        let failed = |source| Error::DatabaseFile {
            path: target.clone(),
            source,
        };
        if let Some(old) = old {
            let new = self.file.as_file();
            let is_owner = fchown(new, Some(old.uid()), Some(old.gid())).is_ok();
            if !is_owner && new.metadata().map_err(failed)?.uid() != old.uid() {
                return Err(Error::NotReplaced {
                    path: target.clone(),
                    why: Refusal::OtherOwner,
                });
            }
            new.set_permissions(old.permissions()).map_err(failed)?;
        }
        // Another program would apply the journal of the old file to the new one.
        for ending in ["-journal", "-wal", "-shm"] {
            remove_if_there(&beside(&target, ending)).map_err(failed)?;
        }
        let renamed = self.file.persist(&target);
        renamed.map_err(|error| failed(error.error))?;
        File::open(folder_of(&target))
            .and_then(|folder| folder.sync_all())
            .map_err(failed)
    }
}

/// Creates a locked file with a random name in the folder of the database, which is created if it is missing.
fn temporary(target: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(target);
    std::fs::create_dir_all(folder)?;
    delete_left_over(target);
    let prefix = prefix(target);
    let file = tempfile::Builder::new()
        .prefix(&prefix)
        .suffix(ENDING)
        .permissions(Permissions::from_mode(MODE))
        .tempfile_in(folder)?;
    file.as_file().lock()?;
    Ok(file)
}

/// Deletes the files of imports of this database that were killed. Errors are ignored: the files only take space.
fn delete_left_over(target: &Path) {
    let Ok(entries) = std::fs::read_dir(folder_of(target)) else {
        return;
    };
    let prefix = prefix(target);
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_new =
            name.starts_with(prefix.as_encoded_bytes()) && name.ends_with(ENDING.as_bytes());
        if is_new && is_left_over(&entry.path()).unwrap_or(false) {
            let _ = std::fs::remove_file(entry.path());
            tracing::info!(file = %entry.path().display(), "deleted the file of an import that was killed");
        }
    }
}

/// True if a file is old enough and no import holds its lock.
fn is_left_over(path: &Path) -> io::Result<bool> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    let age = metadata.modified()?.elapsed().unwrap_or_default();
    Ok(metadata.is_file() && age > LEFT_OVER && file.try_lock().is_ok())
}

/// Returns the beginning of the names of new files.
fn prefix(target: &Path) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push(".");
    prefix
}

/// Returns the path with an ending after the name of the file.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// Returns the folder of a path; the current folder for a bare name.
fn folder_of(path: &Path) -> &Path {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

fn remove_if_there(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
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
