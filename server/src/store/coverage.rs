//! Reads the coverage of the data, the cautions with their judgements, and the conflicts.

use super::profiles::{LoadedRows, NamedOwner, json_list};
use super::reader::Store;
use super::reference::Reference;
use super::rows::{CautionRow, FactRow, FigureRow, optional, owner};
use crate::error::Error;
use domain::check::CautionKey;
use domain::coverage::{IndicatorCoverage, Judged, LeftOut, Verdict};
use domain::profile::{Owner, Profile};
use domain::text::Bilingual;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// The coverage of the data.
#[derive(Debug)]
pub struct DataCoverage {
    /// The coverage of each indicator; indicators known for most zones come first.
    pub indicators: Vec<IndicatorCoverage>,
    /// Every caution, with a person's judgement if there is one.
    pub cautions: Vec<Judged>,
    /// The statements that were seen but not included, each with the zone or group that it is about. `None` if the
    /// atlas has no page on its subject.
    pub left_out: Vec<(LeftOut, Option<NamedOwner>)>,
}

impl Store {
    /// Reads the coverage of the data.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn coverage(&self, reference: &Reference) -> Result<DataCoverage, Error> {
        Ok(DataCoverage {
            indicators: self.indicator_coverage(reference).await?,
            cautions: self.judged(reference).await?,
            left_out: self.left_out().await?,
        })
    }

    async fn indicator_coverage(
        &self,
        reference: &Reference,
    ) -> Result<Vec<IndicatorCoverage>, Error> {
        let mut covered: Vec<IndicatorCoverage> = reference
            .counted_indicators()
            .filter(|(_, totals)| totals.counts.zones > 0)
            .map(|(indicator, totals)| IndicatorCoverage {
                indicator: indicator.clone(),
                counts: totals.counts.clone(),
            })
            .collect();
        let rows = sqlx::query!("SELECT indicator, year, zones FROM indicator_year")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        for row in rows {
            let year = u16::try_from(row.year).map_err(|error| self.corrupt(error))?;
            let mut all = covered.iter_mut();
            let of = all.find(|one| one.indicator.id.as_str() == row.indicator);
            if let Some(coverage) = of {
                coverage.counts.years.insert(year, self.count(row.zones)?);
            }
        }
        covered.sort_by_key(|one| Reverse((one.counts.zones, one.counts.figures)));
        Ok(covered)
    }

    async fn left_out(&self) -> Result<Vec<(LeftOut, Option<NamedOwner>)>, Error> {
        let rows = sqlx::query!(
            r#"SELECT subject, indicator, period, reason, note_en, note_zh, zone.slug AS "zone?: String",
                   zone_group.id AS "zone_group?: String",
                   COALESCE(zone.name_en, zone_group.name_en) AS "name_en?: String",
                   COALESCE(zone.name_zh, zone_group.name_zh) AS "name_zh?: String"
               FROM left_out LEFT JOIN zone ON zone.slug = subject LEFT JOIN zone_group ON zone_group.id = subject
               ORDER BY left_out.position"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let statements = rows.into_iter().map(|row| {
            let subject = match (row.name_en, row.name_zh) {
                (Some(en), Some(zh)) => {
                    let owner = owner(row.zone.as_deref(), row.zone_group.as_deref());
                    Some((self.decoded(owner)?, Bilingual { en, zh }))
                }
                _ => None,
            };
            let statement = LeftOut {
                of: row.subject,
                indicator: self.parse(&row.indicator)?,
                period: self.parse(&row.period)?,
                reason: self.parse(&row.reason)?,
                note: optional(row.note_en, row.note_zh),
            };
            Ok((statement, subject))
        });
        statements.collect()
    }

    /// Reads every caution with its judgement: zones before groups, each sorted by slug or id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn judged(&self, reference: &Reference) -> Result<Vec<Judged>, Error> {
        let rows = sqlx::query_as!(
            CautionRow,
            "SELECT caution_row.* FROM caution_row
             ORDER BY zone IS NULL, zone, zone_group, position, member_position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let figures = rows.iter().filter_map(|row| row.figure.as_deref());
        let figures = json_list(figures.collect::<BTreeSet<_>>());
        let facts = rows.iter().filter_map(|row| row.fact.as_deref());
        let facts = json_list(facts.collect::<BTreeSet<_>>());
        let cautions = self.decoded(CautionRow::cautions(rows))?;
        let owners: BTreeSet<Owner> = cautions.iter().map(|(owner, _)| owner.clone()).collect();
        let owners = self.with_names(owners).await?;
        let found = LoadedRows {
            figures: self.figures_by_id(&figures).await?,
            facts: self.facts_by_id(&facts).await?,
            cautions,
        };
        let profiles = self.build_profiles(owners, found, reference).await?;
        let mut judgements = self.judgements().await?;
        let mut judged = Vec::new();
        for profile in &profiles {
            for caution in &profile.cautions {
                judged.push(Judged {
                    judgement: judgements.remove(&caution.key()),
                    profile: profile.for_caution(caution),
                });
            }
        }
        Ok(judged)
    }

    /// Reads the verdict and the reason of each judgement.
    async fn judgements(&self) -> Result<HashMap<CautionKey, (Verdict, Bilingual)>, Error> {
        let rows = sqlx::query!("SELECT caution, verdict, why_en, why_zh FROM judgement")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                let why = Bilingual {
                    en: row.why_en,
                    zh: row.why_zh,
                };
                Ok((self.parse(&row.caution)?, (self.parse(&row.verdict)?, why)))
            })
            .collect()
    }

    /// Returns the keys of judgements whose caution does not fire: the data changed after the judgement.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn idle_judgements(&self) -> Result<Vec<String>, Error> {
        sqlx::query_scalar!(
            "SELECT judgement.caution FROM judgement
             WHERE judgement.caution NOT IN (SELECT key FROM caution) ORDER BY judgement.caution"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())
    }

    async fn facts_by_id(
        &self,
        ids: &str,
    ) -> Result<Vec<(domain::id::ZoneSlug, domain::fact::Fact)>, Error> {
        let rows = sqlx::query_as!(
            FactRow,
            "SELECT fact_row.* FROM fact_row WHERE id IN (SELECT value FROM json_each(?))
               ORDER BY position, actor_position",
            ids
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decoded(FactRow::facts(rows))
    }

    /// Reads the zones and groups with figures that disagree. The profiles contain only these figures.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn disagreeing(&self, reference: &Reference) -> Result<Vec<Profile>, Error> {
        let rows = sqlx::query_as!(
            FigureRow,
            "SELECT figure.* FROM figure WHERE competition IN (SELECT id FROM competition WHERE disagree = 1)
             ORDER BY position"
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let figures = self.decode_figures(rows)?;
        let owners: BTreeSet<Owner> = figures.iter().map(|(owner, _)| owner.clone()).collect();
        let owners: Vec<NamedOwner> = self.with_names(owners).await?;
        let found = LoadedRows {
            figures,
            ..LoadedRows::default()
        };
        self.build_profiles(owners, found, reference).await
    }
}
