//! Reads zones: their summaries, and the other data of the lists.

use super::profiles::json_list;
use super::reader::Store;
use super::rows::{SummaryRow, optional};
use crate::error::Error;
use domain::catalogue::{LeadingIndustry, NewAreaEntry};
use domain::id::{CatalogueCode, ZoneSlug};
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use std::collections::HashMap;

/// The data of a zone beyond its summary.
#[derive(Debug)]
pub struct ZoneDetails {
    /// The county-level unit that contains the zone, if known.
    pub county: Option<Bilingual>,
    /// The name in the catalogue; `None` for a national new area.
    pub catalogue_name: Option<Bilingual>,
    /// The entry in the lists of national new areas; `None` for other zones.
    pub new_area: Option<NewAreaEntry>,
    /// The introduction that we wrote, if there is one.
    pub lead: Option<Bilingual>,
}

/// A zone as a JSON object, with the point of its city if that is known.
#[derive(Debug)]
pub struct RowWithPoint {
    /// The object, without the digest of the dataset.
    pub json: String,
    /// Longitude and latitude in degrees; east and north are positive.
    pub point: Option<[f64; 2]>,
}

impl Store {
    /// Reads the zone with this slug; `None` if there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn zone(&self, slug: &ZoneSlug) -> Result<Option<ZoneSummary>, Error> {
        Ok(self.zones(std::slice::from_ref(slug)).await?.pop())
    }

    /// Reads the zones with these slugs, in the same order. Unknown slugs are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn zones(&self, slugs: &[ZoneSlug]) -> Result<Vec<ZoneSummary>, Error> {
        let wanted = json_list(slugs.iter().map(ZoneSlug::as_str));
        let rows = sqlx::query_as!(
            SummaryRow,
            "SELECT zone_summary.* FROM zone_summary WHERE slug IN (SELECT value FROM json_each(?))",
            wanted
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let zones = self.summaries(rows)?.into_iter();
        let mut zones: HashMap<ZoneSlug, ZoneSummary> =
            zones.map(|zone| (zone.slug.clone(), zone)).collect();
        Ok(slugs.iter().filter_map(|slug| zones.remove(slug)).collect())
    }

    /// Returns the slugs of the zones with these catalogue codes.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn slugs_by_code(
        &self,
        codes: &[CatalogueCode],
    ) -> Result<HashMap<CatalogueCode, ZoneSlug>, Error> {
        let wanted = json_list(codes.iter().map(CatalogueCode::as_str));
        let rows = sqlx::query!(
            r#"SELECT slug, code AS "code!" FROM zone WHERE code IN (SELECT value FROM json_each(?))"#,
            wanted
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let pairs = rows.into_iter();
        let pairs = pairs.map(|row| Ok((self.parse(&row.code)?, self.parse(&row.slug)?)));
        pairs.collect()
    }

    /// Returns the catalogue codes of these zones. Zones without a code are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn codes_of(
        &self,
        slugs: &[ZoneSlug],
    ) -> Result<HashMap<ZoneSlug, CatalogueCode>, Error> {
        let wanted = json_list(slugs.iter().map(ZoneSlug::as_str));
        let rows = sqlx::query!(
            r#"SELECT slug, code AS "code!" FROM zone
               WHERE slug IN (SELECT value FROM json_each(?)) AND code IS NOT NULL"#,
            wanted
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let codes = rows.into_iter();
        let codes = codes.map(|row| Ok((self.parse(&row.slug)?, self.parse(&row.code)?)));
        codes.collect()
    }

    fn summaries(&self, rows: Vec<SummaryRow>) -> Result<Vec<ZoneSummary>, Error> {
        let zones = rows.into_iter().map(|row| self.decoded(row.summary()));
        zones.collect()
    }

    /// Reads zones as CSV records, by their numbers in the filter index and in the order of these numbers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn csv_rows(&self, numbers: &[u32]) -> Result<Vec<String>, Error> {
        let wanted = serde_json::Value::from(numbers).to_string();
        let rows = sqlx::query!(
            "SELECT position, csv FROM zone_row WHERE position IN (SELECT value FROM json_each(?))",
            wanted
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let rows = rows.into_iter();
        self.in_order(numbers, rows.map(|row| (row.position, row.csv)))
    }

    /// Reads zones as JSON objects, each with the point of its city, in the order of these numbers.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn json_rows(&self, numbers: &[u32]) -> Result<Vec<RowWithPoint>, Error> {
        let wanted = serde_json::Value::from(numbers).to_string();
        let rows = sqlx::query!(
            r#"SELECT zone_row.position, zone_row.json, city.longitude AS "longitude?", city.latitude AS "latitude?"
               FROM zone_row JOIN zone ON zone.position = zone_row.position LEFT JOIN city ON city.slug = zone.city
               WHERE zone_row.position IN (SELECT value FROM json_each(?))"#,
            wanted
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let rows = rows.into_iter().map(|row| {
            let point = row.longitude.zip(row.latitude);
            let row_with_point = RowWithPoint {
                json: row.json,
                point: point.map(<[f64; 2]>::from),
            };
            (row.position, row_with_point)
        });
        self.in_order(numbers, rows)
    }

    /// Sorts rows into the order of these numbers. Numbers without a row are left out.
    fn in_order<T>(
        &self,
        numbers: &[u32],
        rows: impl Iterator<Item = (i64, T)>,
    ) -> Result<Vec<T>, Error> {
        let rows = rows.map(|(number, row)| Ok((self.count(number)?, row)));
        let mut rows: HashMap<u32, T> = rows.collect::<Result<_, Error>>()?;
        Ok(numbers.iter().filter_map(|n| rows.remove(n)).collect())
    }

    /// Reads the zones near a zone, the nearest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn neighbours(&self, slug: &ZoneSlug) -> Result<Vec<ZoneSummary>, Error> {
        let slug = slug.as_str();
        let rows = sqlx::query_as!(
            SummaryRow,
            "SELECT zone_summary.* FROM neighbour JOIN zone_summary ON zone_summary.slug = neighbour.neighbour
             WHERE neighbour.zone = ? ORDER BY neighbour.position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.summaries(rows)
    }

    /// Returns the slug of the zone with this name: its slug, its catalogue code, or one of its present or former names in
    /// English or Chinese. Case does not count, and `_` counts as a space. `None` if no zone or several zones have it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn slug_of_name(&self, name: &str) -> Result<Option<ZoneSlug>, Error> {
        let name = name.replace('_', " ").to_lowercase();
        let slugs =
            sqlx::query_scalar!("SELECT zone FROM zone_address WHERE name = ? LIMIT 2", name)
                .fetch_all(&self.pool)
                .await
                .map_err(self.failed())?;
        match slugs.as_slice() {
            [slug] => Ok(Some(self.parse(slug)?)),
            _ => Ok(None),
        }
    }

    /// Reads the data of an existing zone beyond its summary.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn listed(&self, slug: &ZoneSlug) -> Result<ZoneDetails, Error> {
        let slug = slug.as_str();
        let row = sqlx::query!(
            r#"SELECT county_en, county_zh, catalogue_name_en, catalogue_name_zh, lead_en, lead_zh,
                   new_area.number AS "number?", new_area.sea AS "sea?", new_area.seen AS "seen?",
                   new_area.address AS "address?"
               FROM zone LEFT JOIN new_area ON new_area.zone = zone.slug WHERE zone.slug = ?"#,
            slug
        )
        .fetch_one(&self.pool)
        .await
        .map_err(self.failed())?;
        let new_area = match (row.number, row.seen, row.address) {
            (Some(number), Some(seen), Some(address)) => Some(NewAreaEntry {
                number: self.count(number)?,
                sea: row.sea.map(|area| self.parse(&area)).transpose()?,
                seen,
                address,
            }),
            _ => None,
        };
        Ok(ZoneDetails {
            county: optional(row.county_en, row.county_zh),
            catalogue_name: optional(row.catalogue_name_en, row.catalogue_name_zh),
            new_area,
            lead: optional(row.lead_en, row.lead_zh),
        })
    }

    /// Reads the other present and former names of a zone, and its leading industries with the terms of the catalogue.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn names_and_industries(
        &self,
        slug: &ZoneSlug,
    ) -> Result<(Vec<Bilingual>, Vec<LeadingIndustry>), Error> {
        let slug = slug.as_str();
        let rows = sqlx::query!(
            r#"SELECT position AS "position!: i64", name_en AS "en!: String", name_zh AS "zh!: String",
                   NULL AS "industry_group?: String"
               FROM zone_name WHERE zone = ?1
               UNION ALL
               SELECT position, term_en, term_zh, industry_group FROM leading_industry WHERE zone = ?1
               ORDER BY 1"#,
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let (mut names, mut industries) = (Vec::new(), Vec::new());
        for row in rows {
            let text = Bilingual {
                en: row.en,
                zh: row.zh,
            };
            match row.industry_group {
                Some(group) => industries.push(LeadingIndustry {
                    term: text,
                    group: self.parse(&group)?,
                }),
                None => names.push(text),
            }
        }
        Ok((names, industries))
    }
}
