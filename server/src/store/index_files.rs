//! The filter index as files for browsers.

use super::reader::Store;
use crate::error::Error;

impl Store {
    /// The content of an index file, and the hash that its address holds.
    ///
    /// # Errors
    /// When the file cannot be read, or holds no such index file.
    pub async fn index_file(&self, name: &str) -> Result<(String, Vec<u8>), Error> {
        let row = sqlx::query!("SELECT hash, plain FROM index_file WHERE name = ?", name)
            .fetch_optional(&self.pool)
            .await
            .map_err(self.failed())?;
        let row = row.ok_or_else(|| self.corrupt(format_args!("no index file `{name}`")))?;
        Ok((row.hash, row.plain))
    }

    /// The same compressed by Brotli; nothing where no file of this name has this hash.
    ///
    /// # Errors
    /// When the file cannot be read.
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
