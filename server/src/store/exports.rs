//! Reads zones in parts, for files that contain all of them.

use super::profiles::NamedOwner;
use super::reader::Store;
use crate::error::Error;
use domain::id::ZoneSlug;
use domain::profile::Owner;
use domain::text::Bilingual;

impl Store {
    /// Reads at most `most` zones that have more data than the lists contain, in the order of their slugs, starting
    /// after `after`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn zones_with_content(
        &self,
        after: Option<&ZoneSlug>,
        most: u32,
    ) -> Result<Vec<NamedOwner>, Error> {
        let after = after.map_or("", ZoneSlug::as_str);
        let rows = sqlx::query!(
            "SELECT slug, name_en, name_zh FROM zone
             WHERE (figures > 0 OR facts > 0) AND slug > ? ORDER BY slug LIMIT ?",
            after,
            most
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let named = rows.into_iter().map(|row| {
            let name = Bilingual {
                en: row.name_en,
                zh: row.name_zh,
            };
            Ok((Owner::Zone(self.parse(&row.slug)?), name))
        });
        named.collect()
    }
}
