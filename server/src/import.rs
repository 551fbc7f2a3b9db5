//! From data files to a database in place.

use crate::dataset::{Dataset, Edition, Files};
use crate::error::Error;
use crate::store;
use std::path::Path;

/// Reads the data files of `folder`, or those the program carries, and writes the database.
///
/// # Errors
/// When the files are not sound or the database cannot be written; the old one is then untouched.
pub async fn import(database: &Path, folder: Option<&Path>) -> Result<(), Error> {
    let files = Files::find(folder)?;
    let dataset = Dataset::read(&files).map_err(Error::Dataset)?;
    store::write(database, &dataset).await?;
    tracing::info!(
        database = %database.display(),
        zones = dataset.tables.zones.len(),
        edition = dataset.edition.edition,
        digest = %&dataset.digest[..12],
        "imported the dataset"
    );
    Ok(())
}

/// Makes sure that there is a database at least as new as the dataset the program carries.
///
/// # Errors
/// As [`import`].
pub async fn import_if_older(database: &Path) -> Result<(), Error> {
    let files = Files::embedded();
    let current = match store::stored_edition(database).await {
        // Equal by digest, so that a developer's change of the data is imported at once.
        Some((_, digest)) if digest == files.digest() => true,
        // A newer edition than ours was put there on purpose.
        Some((edition, _)) => edition > Edition::read(&files).map_err(Error::Dataset)?.edition,
        None => false,
    };
    if current {
        return Ok(());
    }
    import(database, None).await
}
