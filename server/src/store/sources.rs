//! Reads sources, and the figures and facts taken from them.

use super::profiles::{LoadedRows, NamedOwner, OwnedFigure, json_list};
use super::reader::Store;
use super::reference::Reference;
use super::rows::{CautionRow, FactRow, FigureRow, InvalidRow, optional, owner};
use crate::error::Error;
use domain::id::{FigureId, SourceId};
use domain::profile::SourceRecord;
use domain::profile::{Owner, Profile};
use domain::receipt::{AsStated, SourcePlace};
use domain::source::{Source, SourceLine};
use domain::text::Bilingual;
use std::collections::{BTreeMap, BTreeSet};

/// A row of the table `source`: all its columns.
#[derive(Debug)]
struct SourceRow {
    /// Used only to sort the rows.
    #[expect(dead_code, reason = "`SELECT source.*` fills every column")]
    position: i64,
    id: String,
    title: String,
    title_zh: Option<String>,
    publisher_en: Option<String>,
    publisher_zh: Option<String>,
    class: String,
    date: Option<String>,
    address: Option<String>,
    unlinked: i64,
    sha256: Option<String>,
    note_en: Option<String>,
    note_zh: Option<String>,
    figures: i64,
    facts: i64,
}

impl SourceRow {
    fn line(self) -> Result<SourceLine, InvalidRow> {
        Ok(SourceLine {
            figures: self.figures.try_into()?,
            facts: self.facts.try_into()?,
            source: Source {
                id: self.id.parse()?,
                title: self.title,
                title_zh: self.title_zh,
                publisher: optional(self.publisher_en, self.publisher_zh),
                class: self.class.parse()?,
                date: self.date.as_deref().map(str::parse).transpose()?,
                address: self.address,
                unlinked: self.unlinked != 0,
                sha256: self.sha256,
                note: optional(self.note_en, self.note_zh),
            },
        })
    }
}

/// A phrase of a source from which a figure or fact was read.
#[derive(Debug, Clone)]
pub struct TakenPhrase {
    /// The id of the source.
    pub source: SourceId,
    /// The id of the figure or fact.
    pub id: String,
    /// True for a figure, false for a fact.
    pub is_figure: bool,
    /// The place of the phrase in the source.
    pub at: SourcePlace,
    /// The words of the source.
    pub as_stated: AsStated,
}

impl Store {
    /// Reads all sources, each with the number of figures and facts taken from it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn sources(&self) -> Result<Vec<SourceLine>, Error> {
        let rows = sqlx::query_as!(SourceRow, "SELECT source.* FROM source ORDER BY position")
            .fetch_all(&self.pool)
            .await
            .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| self.decoded(row.line()))
            .collect()
    }

    /// Reads the sources with these ids. `ids` is a JSON list.
    pub(super) async fn sources_by_id(&self, ids: &str) -> Result<Vec<Source>, Error> {
        let rows = sqlx::query_as!(
            SourceRow,
            "SELECT source.* FROM source WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
            ids
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let sources = rows.into_iter().map(|row| self.decoded(row.line()));
        sources.map(|line| Ok(line?.source)).collect()
    }

    /// Reads a source with everything taken from it, except listed areas; `None` if there is no such source.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn source(
        &self,
        id: &SourceId,
        reference: &Reference,
    ) -> Result<Option<SourceRecord>, Error> {
        let Some(source) = self.sources_by_id(&json_list([id.as_str()])).await?.pop() else {
            return Ok(None);
        };
        let figures = self.figures_from(id).await?;
        let facts = self.facts_from(id).await?;
        let own: BTreeMap<FigureId, Owner> = figures
            .iter()
            .map(|(owner, figure)| (figure.id.clone(), owner.clone()))
            .collect();
        let named = json_list(own.keys().map(FigureId::as_str));
        let mut cautions = self.cautions_about(&named).await?;
        // A caution on another page that only compares its figures with one of these is not about this source.
        cautions.retain(|(owner, caution)| {
            let mut about = caution.figures.iter();
            about.any(|id| own.get(id) == Some(owner))
        });
        let figure_owners = figures.iter().map(|(owner, _)| owner.clone());
        let fact_owners = facts.iter().map(|(slug, _)| Owner::Zone(slug.clone()));
        let owners: BTreeSet<Owner> = figure_owners.chain(fact_owners).collect();
        let owners = self.with_names(owners).await?;
        let found = LoadedRows {
            figures,
            facts,
            cautions,
        };
        let taken = self.build_profiles(owners, found, reference).await?;
        Ok(Some(SourceRecord { source, taken }))
    }

    async fn figures_from(&self, source: &SourceId) -> Result<Vec<OwnedFigure>, Error> {
        let source = source.as_str();
        let rows = sqlx::query_as!(
            FigureRow,
            "SELECT figure.* FROM figure WHERE source = ? AND listed = 0 ORDER BY position",
            source
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decode_figures(rows)
    }

    async fn facts_from(
        &self,
        source: &SourceId,
    ) -> Result<Vec<(domain::id::ZoneSlug, domain::fact::Fact)>, Error> {
        let source = source.as_str();
        let rows = sqlx::query_as!(
            FactRow,
            "SELECT fact_row.* FROM fact_row WHERE source = ?
               ORDER BY position, actor_position",
            source
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decoded(FactRow::facts(rows))
    }

    /// Reads the cautions that name any of these figures. `figures` is a JSON list of ids.
    async fn cautions_about(
        &self,
        figures: &str,
    ) -> Result<Vec<(Owner, domain::check::Caution)>, Error> {
        let rows = sqlx::query_as!(
            CautionRow,
            "SELECT caution_row.* FROM caution_row
             WHERE position IN (SELECT caution FROM caution_member WHERE figure IN (SELECT value FROM json_each(?)))
             ORDER BY position, member_position",
            figures
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decoded(CautionRow::cautions(rows))
    }

    /// Reads the names of owners and sorts them by owner.
    pub(super) async fn with_names(
        &self,
        owners: impl IntoIterator<Item = Owner>,
    ) -> Result<Vec<NamedOwner>, Error> {
        let (mut zones, mut groups) = (Vec::new(), Vec::new());
        for owner in owners {
            match owner {
                Owner::Zone(slug) => zones.push(slug.to_string()),
                Owner::Group(id) => groups.push(id.to_string()),
            }
        }
        let (zones, groups) = (json_list(zones), json_list(groups));
        let rows = sqlx::query!(
            r#"SELECT slug AS "zone: String", NULL AS "zone_group: String", name_en AS "name_en!: String",
                   name_zh AS "name_zh!: String"
               FROM zone WHERE slug IN (SELECT value FROM json_each(?1))
               UNION ALL
               SELECT NULL, id, name_en, name_zh FROM zone_group WHERE id IN (SELECT value FROM json_each(?2))"#,
            zones,
            groups
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        let named = rows.into_iter().map(|row| {
            let owner = owner(row.zone.as_deref(), row.zone_group.as_deref());
            let name = Bilingual {
                en: row.name_en,
                zh: row.name_zh,
            };
            Ok((self.decoded(owner)?, name))
        });
        let mut named: Vec<NamedOwner> = named.collect::<Result<_, Error>>()?;
        named.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(named)
    }

    /// Reads the profiles that contain these figures, but only what is needed to cite them: the figures, and the
    /// cautions that name them.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn profiles_of_figures(
        &self,
        ids: impl IntoIterator<Item = &FigureId>,
        reference: &Reference,
    ) -> Result<Vec<Profile>, Error> {
        let ids = json_list(ids.into_iter().map(FigureId::as_str));
        let figures = self.figures_by_id(&ids).await?;
        let owners: BTreeSet<Owner> = figures.iter().map(|(owner, _)| owner.clone()).collect();
        let owners = self.with_names(owners).await?;
        let found = LoadedRows {
            figures,
            facts: Vec::new(),
            cautions: self.cautions_about(&ids).await?,
        };
        self.build_profiles(owners, found, reference).await
    }

    /// Reads every phrase taken from a source, except listed areas.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn taken_phrases(&self) -> Result<Vec<TakenPhrase>, Error> {
        let rows = sqlx::query!(
            r#"SELECT source AS "source!: String", id AS "id!: String", 1 AS "is_figure!: bool",
                   place AS "place!: String", as_stated AS "as_stated!: String"
               FROM figure WHERE source IS NOT NULL AND listed = 0
               UNION ALL
               SELECT source, id, 0, place, as_stated FROM fact"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        rows.into_iter()
            .map(|row| {
                Ok(TakenPhrase {
                    source: self.parse(&row.source)?,
                    id: row.id,
                    is_figure: row.is_figure,
                    at: self.parse(&row.place)?,
                    as_stated: self.parse(&row.as_stated)?,
                })
            })
            .collect()
    }
}
