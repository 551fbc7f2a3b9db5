//! A file that replaces the database: it is created beside the old one and renamed over it.

use super::target::{Refusal, replaceable, resolve};
use crate::error::Error;
use std::ffi::OsString;
use std::fs::{File, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// The mode of a database that replaces none; the mask of the process removes bits.
const MODE: u32 = 0o666;

/// The end of the name of a new file.
const ENDING: &str = ".new";

/// The age after which the file of an import that was killed is deleted. A younger one may not be locked yet.
const LEFT_OVER: Duration = Duration::from_secs(10);

/// A file that replaces the old one at the end. Dropping it deletes the file, unless the file was renamed. A lock on the
/// file shows other processes that it is in use.
#[derive(Debug)]
pub struct Replacement {
    file: NamedTempFile,
    /// The path of the file that it replaces, without symbolic links.
    target: PathBuf,
    /// True if it may replace a file of another program.
    force: bool,
}

impl Replacement {
    /// Creates an empty file in the folder of the old one, so that renaming is atomic. Files of processes that were killed
    /// are deleted.
    ///
    /// # Errors
    /// When the old file must not be replaced, or the folder cannot be written to.
    pub async fn create(target: &Path, force: bool) -> Result<Self, Error> {
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
        Ok(Self {
            file,
            target,
            force,
        })
    }

    /// Returns the path of the new file.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Returns the path of the file that the new file replaces.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Syncs the file to disk and renames it over the old one. The new file has the mode and the owner of the old one.
    ///
    /// # Errors
    /// When the old file cannot or must not be replaced.
    pub async fn replace_old(self) -> Result<(), Error> {
        // The old file may have changed since the import began.
        let old = replaceable(&self.target, self.force).await?;
        tokio::task::spawn_blocking(move || self.rename(old.as_ref()))
            .await
            .map_err(Error::Task)?
    }

    fn rename(self, old: Option<&Metadata>) -> Result<(), Error> {
        let target = self.target;
        let failed = |source| Error::DatabaseFile {
            path: target.clone(),
            source,
        };
        let new = self.file.as_file();
        new.sync_all().map_err(failed)?;
        if let Some(old) = old {
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
