//! The file at the path of the database: whether a new database may replace it. Nothing that is not ours is replaced, and
//! nothing is replaced because it could not be read.

use super::connection_to;
use super::schema::check_header;
use crate::error::Error;
use sqlx::{ConnectOptions, Connection};
use std::fmt;
use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The maximum number of symbolic links from one path to a file, as in Linux.
const LINKS: usize = 40;

/// Why a file is not replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is a folder, a device or a pipe.
    NotAFile,
    /// It is not a database of this program.
    NotOurs(&'static str),
    /// Another program is writing to it.
    Locked,
    /// Nobody may write to it.
    ReadOnly,
    /// It belongs to another user.
    OtherOwner,
    /// A newer version of the program wrote it.
    Newer,
    /// It was imported from a folder, and only that folder can make it again.
    FromFolder,
}

impl Refusal {
    /// True if `--force` replaces the file nevertheless.
    pub const fn yields_to_force(self) -> bool {
        !matches!(self, Self::NotAFile | Self::Locked | Self::OtherOwner)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAFile => f.write_str("it is not a file. Choose another path with --database"),
            Self::NotOurs(why) => write!(
                f,
                "it is not a database of Zone Atlas: {why}. Choose another path with --database, or replace it with --force"
            ),
            Self::Locked => f.write_str("another program is writing to it"),
            Self::ReadOnly => f.write_str("it is read-only. Replace it with --force"),
            Self::OtherOwner => {
                f.write_str("it belongs to another user. Run the command as that user")
            }
            Self::Newer => f.write_str(
                "a newer version of the program wrote it. Use that version, or replace it with --force",
            ),
            Self::FromFolder => f.write_str(
                "it was imported from a folder. Import the folder again with `zone-atlas import --data FOLDER`, or replace \
                 it with the dataset inside this program with --force",
            ),
        }
    }
}

/// Follows symbolic links, so that the file is replaced and not the link. The file itself may be missing.
///
/// # Errors
/// When a link cannot be read, or there are too many.
pub async fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let unreadable = |source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    };
    let mut resolved = path.to_owned();
    for _ in 0..LINKS {
        match tokio::fs::symlink_metadata(&resolved).await {
            Ok(found) if found.file_type().is_symlink() => {
                let next = tokio::fs::read_link(&resolved).await.map_err(unreadable)?;
                resolved = resolved.parent().unwrap_or(Path::new("")).join(next);
            }
            Ok(_) => return Ok(resolved),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(resolved),
            Err(error) => return Err(unreadable(error)),
        }
    }
    Err(unreadable(ErrorKind::InvalidInput.into()))
}

/// Returns the metadata of the file that a new database replaces; `None` if there is no file, or an empty one without
/// anything to lose.
///
/// # Errors
/// [`Error::NotReplaced`] if the file must not be replaced, or only with `force`.
pub async fn replaceable(path: &Path, force: bool) -> Result<Option<Metadata>, Error> {
    let refused = |why: Refusal| {
        if force && why.yields_to_force() {
            Ok(())
        } else {
            Err(Error::NotReplaced {
                path: path.to_owned(),
                why,
            })
        }
    };
    let metadata = match tokio::fs::metadata(path).await {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => {
            return Err(Error::DatabaseFile {
                path: path.to_owned(),
                source,
            });
        }
    };
    if !metadata.is_file() {
        refused(Refusal::NotAFile)?;
    }
    if metadata.len() > 0 {
        match check_header(path).await {
            // A damaged file of ours may be replaced: an import makes it whole.
            Ok(_) | Err(Error::Corrupt { .. }) => {}
            Err(Error::NotAnAtlas { why, .. }) => refused(Refusal::NotOurs(why))?,
            Err(error) => return Err(error),
        }
    }
    if metadata.permissions().readonly() {
        refused(Refusal::ReadOnly)?;
    } else if metadata.len() > 0 && is_locked(path).await {
        refused(Refusal::Locked)?;
    }
    Ok(Some(metadata))
}

/// True if another program is writing to an SQLite file.
async fn is_locked(path: &Path) -> bool {
    let options = connection_to(path).busy_timeout(Duration::ZERO);
    let lock = async {
        let mut db = options.connect().await?;
        let locked = sqlx::query("BEGIN IMMEDIATE").execute(&mut db).await;
        // An error on closing does no harm, because nothing was written.
        let _ = db.close().await;
        locked
    };
    match lock.await {
        // SQLITE_BUSY and SQLITE_LOCKED, with their extended codes. <https://www.sqlite.org/rescode.html>
        Err(sqlx::Error::Database(error)) => error
            .code()
            .and_then(|code| code.parse::<u32>().ok())
            .is_some_and(|code| matches!(code & 0xff, 5 | 6)),
        // A file that is no database, or damaged, is not locked.
        _ => false,
    }
}
