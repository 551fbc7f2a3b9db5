//! All that the file holds of one zone.

use super::read::{Store, optional};
use crate::error::Error;
use domain::catalogue::{CatalogueEntry, LeadingIndustry, NewAreaEntry, PlaceConfidence};
use domain::derivation::derive;
use domain::fact::Fact;
use domain::figure::{Evidence, Figure, Statement};
use domain::id::ZoneSlug;
use domain::indicator::Indicator;
use domain::receipt::Receipt;
use domain::source::Source;
use domain::text::Bilingual;
use domain::zone::{ZoneRecord, ZoneSummary};
use serde::de::DeserializeOwned;

impl Store {
    /// All that is known of the zone that `summary` lists, `neighbours` given.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub async fn record(
        &self,
        summary: ZoneSummary,
        neighbours: Vec<ZoneSummary>,
    ) -> Result<ZoneRecord, Error> {
        let slug = summary.slug.clone();
        let (confidence, lead) = self.head(&slug).await?;
        let indicators = self.indicators(&slug).await?;
        let mut figures = self.figures(&slug).await?;
        figures.extend(derive(&figures, &indicators));
        Ok(ZoneRecord {
            confidence,
            catalogue: self.catalogue_entry(&slug).await?,
            new_area: self.new_area_entry(&slug).await?,
            lead,
            facts: self.facts(&slug).await?,
            figures,
            indicators,
            sources: self.sources(&slug).await?,
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

    async fn indicators(&self, slug: &ZoneSlug) -> Result<Vec<Indicator>, Error> {
        let slug = slug.as_str();
        let rows = sqlx::query!(
            "SELECT id, name_en, name_zh, family, growth, chart, pitfall_en, pitfall_zh FROM indicator
             WHERE id IN (SELECT indicator FROM figure WHERE zone = ?) ORDER BY position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Indicator {
                    id: self.parse(&row.id)?,
                    name: Bilingual {
                        en: row.name_en,
                        zh: row.name_zh,
                    },
                    family: self.parse(&row.family)?,
                    growth: self.parse(&row.growth)?,
                    chart: row.chart.map(|chart| self.parse(&chart)).transpose()?,
                    pitfall: Bilingual {
                        en: row.pitfall_en,
                        zh: row.pitfall_zh,
                    },
                })
            })
            .collect()
    }

    async fn sources(&self, slug: &ZoneSlug) -> Result<Vec<Source>, Error> {
        let slug = slug.as_str();
        let rows = sqlx::query!(
            "SELECT id, title, publisher_en, publisher_zh, class, date, address, sha256, note_en, note_zh FROM source
             WHERE id IN (SELECT source FROM figure WHERE zone = ?1 UNION SELECT source FROM fact WHERE zone = ?1)
             ORDER BY position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Source {
                    id: self.parse(&row.id)?,
                    title: row.title,
                    publisher: optional(row.publisher_en, row.publisher_zh),
                    class: self.parse(&row.class)?,
                    date: row.date.map(|date| self.parse(&date)).transpose()?,
                    address: row.address,
                    sha256: row.sha256,
                    note: optional(row.note_en, row.note_zh),
                })
            })
            .collect()
    }

    async fn facts(&self, slug: &ZoneSlug) -> Result<Vec<Fact>, Error> {
        let slug = slug.as_str();
        let rows = sqlx::query!(
            "SELECT id, topic, about, text_en, text_zh, source, place, as_stated, reading_en, reading_zh FROM fact
             WHERE zone = ? ORDER BY position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Fact {
                    id: self.parse(&row.id)?,
                    topic: self.parse(&row.topic)?,
                    about: self.json(&row.about)?,
                    text: optional(row.text_en, row.text_zh),
                    receipt: self.receipt(
                        [&row.source, &row.place, &row.as_stated],
                        optional(row.reading_en, row.reading_zh),
                    )?,
                })
            })
            .collect()
    }

    async fn figures(&self, slug: &ZoneSlug) -> Result<Vec<Figure>, Error> {
        let slug = slug.as_str();
        let rows = sqlx::query!(
            "SELECT id, subject, indicator, definition, measure, period, scope, value, hedge, also, status, level,
                    note_en, note_zh, source, place, as_stated, reading_en, reading_zh
             FROM figure WHERE zone = ? ORDER BY position",
            slug
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(Figure {
                    id: self.parse(&row.id)?,
                    subject: self.json(&row.subject)?,
                    indicator: self.parse(&row.indicator)?,
                    definition: self.json(&row.definition)?,
                    measure: self.json(&row.measure)?,
                    period: self.parse(&row.period)?,
                    scope: self.json(&row.scope)?,
                    level: row.level.map(|level| self.parse(&level)).transpose()?,
                    note: optional(row.note_en, row.note_zh),
                    evidence: Evidence::Stated(Statement {
                        quantity: self.parse(&row.value)?,
                        hedge: self.parse(&row.hedge)?,
                        also: row.also.map(|also| self.parse(&also)).transpose()?,
                        standing: self.parse(&row.status)?,
                        receipt: self.receipt(
                            [&row.source, &row.place, &row.as_stated],
                            optional(row.reading_en, row.reading_zh),
                        )?,
                    }),
                })
            })
            .collect()
    }

    /// A receipt from its columns: source, place and phrase.
    fn receipt(
        &self,
        [source, at, as_stated]: [&str; 3],
        reading: Option<Bilingual>,
    ) -> Result<Receipt, Error> {
        Ok(Receipt {
            source: self.parse(source)?,
            at: self.parse(at)?,
            as_stated: self.parse(as_stated)?,
            reading,
        })
    }

    fn json<T: DeserializeOwned>(&self, text: &str) -> Result<T, Error> {
        serde_json::from_str(text).map_err(|error| self.corrupt(error))
    }
}
