//! Reads the profiles of several zones and groups in a fixed number of queries.

use super::reader::Store;
use super::reference::Reference;
use super::rows::{CautionRow, FactRow, FigureRow, InvalidRow, optional, owner};
use crate::error::Error;
use domain::check::Caution;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::id::{FigureId, SourceId, ZoneSlug};
use domain::profile::{Owner, Profile, ProfileParts};
use domain::source::Source;
use domain::text::Bilingual;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A zone or group with its name.
pub type NamedOwner = (Owner, Bilingual);

/// A figure with the zone or group whose page shows it.
pub(super) type OwnedFigure = (Owner, Figure);

/// What was read for several zones and groups, before it is divided into profiles.
#[derive(Debug, Default)]
pub(super) struct LoadedRows {
    /// The figures, in the order of the data.
    pub figures: Vec<OwnedFigure>,
    /// The facts, in the order of the data.
    pub facts: Vec<(ZoneSlug, Fact)>,
    /// The cautions, in the order of the data.
    pub cautions: Vec<(Owner, Caution)>,
}

/// Returns values as a JSON list for `json_each`: one bound value for any number of them.
pub(super) fn json_list<T: AsRef<str>>(values: impl IntoIterator<Item = T>) -> String {
    let values = values.into_iter();
    let list = values.map(|value| serde_json::Value::from(value.as_ref()));
    serde_json::Value::Array(list.collect()).to_string()
}

/// Returns the zones and the groups among the owners, each as a JSON list.
fn owner_lists(owners: &[NamedOwner]) -> (String, String) {
    let zones = owners.iter().filter_map(|(owner, _)| match owner {
        Owner::Zone(slug) => Some(slug.as_str()),
        Owner::Group(_) => None,
    });
    let groups = owners.iter().filter_map(|(owner, _)| match owner {
        Owner::Group(id) => Some(id.as_str()),
        Owner::Zone(_) => None,
    });
    (json_list(zones), json_list(groups))
}

impl Store {
    /// Reads the profiles of zones and groups, in the order of `owners`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn profiles(
        &self,
        owners: Vec<NamedOwner>,
        reference: &Reference,
    ) -> Result<Vec<Profile>, Error> {
        let (zones, groups) = owner_lists(&owners);
        let found = LoadedRows {
            figures: self.figures_of(&zones, &groups).await?,
            facts: self.facts_of(&zones).await?,
            cautions: self.cautions_of(&zones, &groups).await?,
        };
        self.build_profiles(owners, found, reference).await
    }

    /// Reads the profile of a zone or group.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn profile(
        &self,
        owner: NamedOwner,
        reference: &Reference,
    ) -> Result<Profile, Error> {
        let mut profiles = self.profiles(vec![owner], reference).await?;
        profiles
            .pop()
            .ok_or_else(|| self.corrupt("a zone or group is missing"))
    }

    /// Returns the zone or group that a figure belongs to; `None` if there is no such figure.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn owner_of(&self, figure: &FigureId) -> Result<Option<NamedOwner>, Error> {
        let id = figure.as_str();
        let row = sqlx::query!(
            r#"SELECT figure.zone, figure.zone_group,
                   COALESCE(zone.name_en, zone_group.name_en) AS "name_en?: String",
                   COALESCE(zone.name_zh, zone_group.name_zh) AS "name_zh?: String"
               FROM figure
               LEFT JOIN zone ON zone.slug = figure.zone
               LEFT JOIN zone_group ON zone_group.id = figure.zone_group
               WHERE figure.id = ?"#,
            id
        )
        .fetch_optional(&self.pool)
        .await
        .map_err(self.failed())?;
        let Some(row) = row else { return Ok(None) };
        let owner = self.decoded(owner(row.zone.as_deref(), row.zone_group.as_deref()))?;
        let name = optional(row.name_en, row.name_zh);
        let name = name.ok_or_else(|| self.corrupt("a figure of a zone without a name"))?;
        Ok(Some((owner, name)))
    }

    /// Divides what was read into profiles, in the order of `owners`.
    pub(super) async fn build_profiles(
        &self,
        owners: Vec<NamedOwner>,
        found: LoadedRows,
        reference: &Reference,
    ) -> Result<Vec<Profile>, Error> {
        let sources = self.sources_named_by(&found).await?;
        let mut parts: HashMap<Owner, ProfileParts> = HashMap::new();
        for (slug, fact) in found.facts {
            let of = parts.entry(Owner::Zone(slug)).or_default();
            of.facts.push(fact);
        }
        for (owner, caution) in found.cautions {
            parts.entry(owner).or_default().cautions.push(caution);
        }
        // A caution may compare a figure with one of another owner, such as a national total.
        let compared: HashSet<FigureId> = parts
            .values()
            .flat_map(|parts| &parts.cautions)
            .flat_map(|caution| caution.figures.iter().cloned())
            .collect();
        let mut others: HashMap<FigureId, (usize, OwnedFigure)> = HashMap::new();
        for (position, (owner, figure)) in found.figures.into_iter().enumerate() {
            if compared.contains(&figure.id) {
                let other = (position, (owner.clone(), figure.clone()));
                others.insert(figure.id.clone(), other);
            }
            parts.entry(owner).or_default().figures.push(figure);
        }
        let profiles = owners.into_iter().map(|(owner, name)| {
            let mut parts = parts.remove(&owner).unwrap_or_default();
            let named = parts.cautions.iter().flat_map(|it| &it.figures);
            let of_others: BTreeMap<usize, &Figure> = named
                .filter_map(|id| others.get(id))
                .filter(|(_, (of, _))| *of != owner)
                .map(|(position, (_, figure))| (*position, figure))
                .collect();
            parts.others = of_others.into_values().cloned().collect();
            Profile::of_parts(
                (owner, name),
                parts,
                (&reference.indicators, &sources),
                &reference.rates,
            )
        });
        Ok(profiles.collect())
    }

    /// Reads the figures of these owners, and the figures of other owners that their cautions name.
    async fn figures_of(&self, zones: &str, groups: &str) -> Result<Vec<OwnedFigure>, Error> {
        let rows = sqlx::query_as!(
            FigureRow,
            "SELECT figure.* FROM figure
             WHERE zone IN (SELECT value FROM json_each(?1))
                 OR zone_group IN (SELECT value FROM json_each(?2))
                 OR id IN (SELECT member.figure FROM caution JOIN caution_member AS member
                               ON member.caution = caution.position
                           WHERE caution.zone IN (SELECT value FROM json_each(?1))
                               OR caution.zone_group IN (SELECT value FROM json_each(?2)))
             ORDER BY position",
            zones,
            groups
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decode_figures(rows)
    }

    /// Reads the figures with these ids. `ids` is a JSON list.
    pub(super) async fn figures_by_id(&self, ids: &str) -> Result<Vec<OwnedFigure>, Error> {
        let rows = sqlx::query_as!(
            FigureRow,
            "SELECT figure.* FROM figure WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
            ids
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decode_figures(rows)
    }

    /// Converts rows into figures, each with its owner.
    pub(super) fn decode_figures(&self, rows: Vec<FigureRow>) -> Result<Vec<OwnedFigure>, Error> {
        let figure = |row: FigureRow| Ok::<_, InvalidRow>((row.owner()?, row.figure()?));
        let figures = rows.into_iter().map(|row| self.decoded(figure(row)));
        figures.collect()
    }

    async fn facts_of(&self, zones: &str) -> Result<Vec<(ZoneSlug, Fact)>, Error> {
        let rows = sqlx::query_as!(
            FactRow,
            "SELECT fact_row.* FROM fact_row WHERE zone IN (SELECT value FROM json_each(?))
               ORDER BY position, actor_position",
            zones
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decoded(FactRow::facts(rows))
    }

    async fn cautions_of(&self, zones: &str, groups: &str) -> Result<Vec<(Owner, Caution)>, Error> {
        let rows = sqlx::query_as!(
            CautionRow,
            "SELECT caution_row.* FROM caution_row
             WHERE zone IN (SELECT value FROM json_each(?1)) OR zone_group IN (SELECT value FROM json_each(?2))
             ORDER BY position, member_position",
            zones,
            groups
        )
        .fetch_all(&self.pool)
        .await
        .map_err(self.failed())?;
        self.decoded(CautionRow::cautions(rows))
    }

    /// Reads the sources of these figures and facts.
    async fn sources_named_by(&self, found: &LoadedRows) -> Result<Vec<Source>, Error> {
        let figures = found
            .figures
            .iter()
            .filter_map(|(_, figure)| figure.receipt());
        let facts = found.facts.iter().map(|(_, fact)| &fact.receipt);
        let named: BTreeSet<&SourceId> = figures.chain(facts).map(|it| &it.source).collect();
        let ids = json_list(named.into_iter().map(SourceId::as_str));
        self.sources_by_id(&ids).await
    }
}
