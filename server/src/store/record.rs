//! What the lists hold of one zone.

use super::read::{Store, optional};
use crate::error::Error;
use domain::catalogue::{CatalogueEntry, LeadingIndustry, NewAreaEntry, PlaceConfidence};
use domain::dossier::Dossier;
use domain::id::ZoneSlug;
use domain::text::Bilingual;
use domain::zone::{ZoneRecord, ZoneSummary};

impl Store {
    /// All that the lists say of the zone that `summary` lists; `dossier` and `neighbours` given.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn record(
        &self,
        summary: ZoneSummary,
        dossier: Dossier,
        neighbours: Vec<ZoneSummary>,
    ) -> Result<ZoneRecord, Error> {
        let slug = summary.slug.clone();
        let (confidence, lead) = self.head(&slug).await?;
        Ok(ZoneRecord {
            confidence,
            catalogue: self.catalogue_entry(&slug).await?,
            new_area: self.new_area_entry(&slug).await?,
            lead,
            dossier,
            neighbours,
            summary,
        })
    }

    async fn head(&self, slug: &ZoneSlug) -> Result<(PlaceConfidence, Option<Bilingual>), Error> {
        let slug = slug.as_str();
        let row = sqlx::query!(
            "SELECT confidence, lead_en, lead_zh FROM zone WHERE slug = ?",
            slug
        )
        .fetch_one(&self.pool)
        .await
        .map_err(self.failed())?;
        Ok((
            self.parse(&row.confidence)?,
            optional(row.lead_en, row.lead_zh),
        ))
    }

    async fn catalogue_entry(&self, slug: &ZoneSlug) -> Result<Option<CatalogueEntry>, Error> {
        let slug = slug.as_str();
        let row = sqlx::query!(
            "SELECT code, name_en, name_zh, approved, area FROM catalogue_entry WHERE zone = ?",
            slug
        )
        .fetch_optional(&self.pool)
        .await
        .map_err(self.failed())?;
        let Some(row) = row else { return Ok(None) };
        let industries = sqlx::query!(
            "SELECT term_en, term_zh, industry_group FROM leading_industry WHERE zone = ? ORDER BY position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        Ok(Some(CatalogueEntry {
            code: self.parse(&row.code)?,
            name: Bilingual {
                en: row.name_en,
                zh: row.name_zh,
            },
            approved: self.parse(&row.approved)?,
            area: self.parse(&row.area)?,
            industries: industries
                .into_iter()
                .map(|row| {
                    Ok(LeadingIndustry {
                        term: Bilingual {
                            en: row.term_en,
                            zh: row.term_zh,
                        },
                        group: self.parse(&row.industry_group)?,
                    })
                })
                .collect::<Result<_, Error>>()?,
        }))
    }

    async fn new_area_entry(&self, slug: &ZoneSlug) -> Result<Option<NewAreaEntry>, Error> {
        let slug = slug.as_str();
        let row = sqlx::query!(
            "SELECT number, approved, land, sea, seen, address FROM new_area_entry WHERE zone = ?",
            slug
        )
        .fetch_optional(&self.pool)
        .await
        .map_err(self.failed())?;
        row.map(|row| {
            Ok(NewAreaEntry {
                number: u32::try_from(row.number).map_err(|error| self.corrupt(error))?,
                approved: self.parse(&row.approved)?,
                land: row.land.map(|area| self.parse(&area)).transpose()?,
                sea: row.sea.map(|area| self.parse(&area)).transpose()?,
                seen: row.seen,
                address: row.address,
            })
        })
        .transpose()
    }
}
