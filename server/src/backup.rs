//! Copies of the database: a backup while it is served, and its return.

use crate::error::Error;
use crate::store::{Found, Replacement, Stored, find};
use std::path::Path;

/// Copies a database to a file, which is replaced if it is a database of this program. The copy is compared with its
/// checksum before it replaces anything. A server may serve or replace both files meanwhile: the copy is of one moment.
///
/// # Errors
/// When there is no complete database at `from`, or `to` cannot be written or must not be replaced.
pub async fn copy(from: &Path, to: &Path, force: bool) -> Result<Stored, Error> {
    let read = |source| Error::DatabaseFile {
        path: from.to_owned(),
        source,
    };
    // Names a file of another program, a folder or a damaged file before anything is copied.
    complete(from).await?;
    let new = Replacement::create(to, force).await?;
    tokio::fs::copy(from, new.path()).await.map_err(read)?;
    let stored = complete(new.path()).await?;
    new.replace_old().await?;
    Ok(stored)
}

/// Returns the dataset in a complete database.
async fn complete(path: &Path) -> Result<Stored, Error> {
    match find(path).await? {
        Found::Database(stored) => Ok(stored),
        Found::Damaged(error, _) => Err(error),
        Found::Nothing => Err(Error::DatabaseFile {
            path: path.to_owned(),
            source: std::io::ErrorKind::NotFound.into(),
        }),
    }
}
