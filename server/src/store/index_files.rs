//! Reads the index files for browsers.

use super::reader::Store;
use crate::error::Error;

impl Store {
    /// Returns the hash and the uncompressed content of an index file.
    ///
    /// # Errors
    /// When the database cannot be read, or has no index file with this name.
    pub async fn index_file(&self, name: &str) -> Result<(String, Vec<u8>), Error> {
        let row = sqlx::query!("SELECT hash, plain FROM index_file WHERE name = ?", name)
            .fetch_optional(&self.pool)
            .await
            .map_err(self.failed())?;
        let row = row.ok_or_else(|| self.corrupt(format_args!("no index file `{name}`")))?;
        Ok((row.hash, row.plain))
    }

    /// Returns the content compressed with Brotli; `None` if no file has this name and hash.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn packed_index_file(
        &self,
        name: &str,
        hash: &str,
    ) -> Result<Option<Vec<u8>>, Error> {
        sqlx::query_scalar!(
            "SELECT packed FROM index_file WHERE name = ? AND hash = ?",
            name,
            hash
        )
        .fetch_optional(&self.pool)
        .await
        .map_err(self.failed())
    }
}
