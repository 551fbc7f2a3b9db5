//! Reads for files that contain the whole dataset.

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
    /// Returns the paths of the pages of all zones, groups, indicators and sources, without language.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn page_paths(&self) -> Result<Vec<String>, Error> {
        sqlx::query_scalar!(
            r#"SELECT path AS "path!: String" FROM (
                   SELECT 1 AS kind, position, '/zones/' || slug AS path FROM zone
                   UNION ALL SELECT 2, position, '/groups/' || id FROM zone_group
                   UNION ALL SELECT 3, position, '/indicators/' || id FROM indicator
                   UNION ALL SELECT 4, position, '/sources/' || id FROM source
               ) ORDER BY kind, position"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())
    }
}
