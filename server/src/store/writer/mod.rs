//! Writes a new database beside the old one and then replaces the old one.

mod input;
mod lists;
mod new_file;

pub use input::{
    Counts, DatasetName, IndexFile, RankedValue, ReferenceLists, ZoneInput, ZoneOutput, ZoneRow,
};

use super::batch::{Batch, Value};
use super::rows::{
    FigurePlacement, INSERT_FACT, INSERT_FIGURE, INSERT_ZONE, fact_values, figure_values,
    zone_values,
};
use super::schema::{RULES, indices};
use super::{checksum, failed};
use crate::error::Error;
use domain::check::Caution;
use domain::fact::{Fact, FactContent};
use domain::figure::Figure;
use domain::group::Group;
use domain::id::FigureId;
use domain::profile::{Owner, Profile};
use lists::{indicators, sources, write_editorial_lists, write_regions};
use new_file::NewFile;
use sqlx::{Connection, SqliteConnection};
use std::collections::HashMap;
use std::path::Path;

/// A new database beside the old one. The old one stays unchanged until [`Writer::finish`].
#[derive(Debug)]
pub struct Writer {
    fresh: NewFile,
    db: SqliteConnection,
    tables: Tables,
}

/// The rows that wait to be inserted, and the next number for each table.
#[derive(Debug)]
struct Tables {
    zone: Batch<23>,
    zone_row: Batch<3>,
    new_area: Batch<5>,
    zone_name: Batch<4>,
    zone_address: Batch<2>,
    leading_industry: Batch<5>,
    neighbour: Batch<3>,
    fact: Batch<21>,
    fact_actor: Batch<4>,
    figure: Batch<50>,
    competition: Batch<5>,
    caution: Batch<6>,
    caution_member: Batch<4>,
    unranked: Batch<9>,
    zones: i64,
    facts: i64,
    figures: i64,
    competitions: i64,
    cautions: i64,
}

impl Tables {
    const fn new() -> Self {
        Self {
            zone: Batch::new(INSERT_ZONE),
            zone_row: Batch::new("INSERT INTO zone_row (position, csv, json) "),
            new_area: Batch::new("INSERT INTO new_area (zone, number, sea, seen, address) "),
            zone_name: Batch::new("INSERT INTO zone_name (zone, position, name_en, name_zh) "),
            zone_address: Batch::new("INSERT INTO zone_address (name, zone) "),
            leading_industry: Batch::new(
                "INSERT INTO leading_industry (zone, position, term_en, term_zh, industry_group) ",
            ),
            neighbour: Batch::new("INSERT INTO neighbour (zone, position, neighbour) "),
            fact: Batch::new(INSERT_FACT),
            fact_actor: Batch::new("INSERT INTO fact_actor (fact, position, name_en, name_zh) "),
            figure: Batch::new(INSERT_FIGURE),
            competition: Batch::new(
                "INSERT INTO competition (id, zone, zone_group, reason, disagree) ",
            ),
            caution: Batch::new(
                "INSERT INTO caution (position, zone, zone_group, rule, power, key) ",
            ),
            caution_member: Batch::new(
                "INSERT INTO caution_member (caution, position, figure, fact) ",
            ),
            unranked: Batch::new(
                "INSERT INTO unranked (indicator, position, zone, figure, earlier, growth_low, growth_high, questioned,
                    number) ",
            ),
            zones: 0,
            facts: 0,
            figures: 0,
            competitions: 0,
            cautions: 0,
        }
    }
}

/// Returns a number and increases it by one.
const fn next(number: &mut i64) -> i64 {
    let this = *number;
    *number += 1;
    this
}

/// Returns the zone column and the group column of an owner. One of them is `None`.
fn owner_columns(owner: &Owner) -> (Option<&str>, Option<&str>) {
    match owner {
        Owner::Zone(slug) => (Some(slug.as_str()), None),
        Owner::Group(id) => (None, Some(id.as_str())),
    }
}

impl Writer {
    /// Creates the new file. With `force`, it may replace a file of another program.
    ///
    /// # Errors
    /// When the folder cannot be written to, or the old file must not be replaced.
    pub async fn create(path: &Path, force: bool) -> Result<Self, Error> {
        let (fresh, db) = NewFile::create(path, force).await?;
        Ok(Self {
            fresh,
            db,
            tables: Tables::new(),
        })
    }

    fn failed(&self) -> impl Fn(sqlx::Error) -> Error + use<> {
        let path = self.fresh.target().to_owned();
        move |source| Error::Database {
            path: path.clone(),
            source,
        }
    }

    /// Writes a group of zones.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn group(&mut self, position: i64, group: &Group) -> Result<(), Error> {
        let id = group.id.as_str();
        sqlx::query!(
            "INSERT INTO zone_group (position, id, name_en, name_zh, text_en, text_zh, national)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            position,
            id,
            group.name.en,
            group.name.zh,
            group.text.en,
            group.text.zh,
            group.national,
        )
        .execute(&mut self.db)
        .await
        .map_err(failed(self.fresh.target()))?;
        Ok(())
    }

    /// Writes a zone with its profile and its latest values.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn zone(&mut self, output: &ZoneOutput) -> Result<(), Error> {
        let failed = self.failed();
        let ZoneOutput {
            zone,
            row,
            area,
            facts,
            profile,
            latest,
        } = output;
        let written = async {
            self.put_zone(zone, row, area.as_ref(), *facts).await?;
            let listed = area.as_ref().map(|figure| &figure.id);
            self.put_profile(profile, listed).await?;
            for value in latest {
                self.put_latest(zone, value).await?;
            }
            Ok(())
        };
        written.await.map_err(failed)
    }

    async fn put_zone(
        &mut self,
        zone: &ZoneInput,
        exported: &ZoneRow,
        area: Option<&Figure>,
        facts: u32,
    ) -> sqlx::Result<()> {
        let (db, tables) = (&mut self.db, &mut self.tables);
        let slug = zone.summary.slug.as_str();
        let position = next(&mut tables.zones);
        let row = zone_values(position, zone, area, facts);
        tables.zone.add(db, row).await?;
        let row = [
            position.into(),
            exported.csv.as_str().into(),
            exported.json.as_str().into(),
        ];
        tables.zone_row.add(db, row).await?;
        if let Some(entry) = &zone.new_area {
            let row = [
                slug.into(),
                entry.number.into(),
                entry.sea.map(|sea| sea.to_string()).into(),
                entry.seen.as_str().into(),
                entry.address.as_str().into(),
            ];
            tables.new_area.add(db, row).await?;
        }
        for (n, name) in (0_i64..).zip(&zone.other_names) {
            let row = [
                slug.into(),
                n.into(),
                name.en.as_str().into(),
                name.zh.as_str().into(),
            ];
            tables.zone_name.add(db, row).await?;
        }
        for name in zone.names_in_addresses() {
            let row = [name.into(), slug.into()];
            tables.zone_address.add(db, row).await?;
        }
        for (n, industry) in (0_i64..).zip(&zone.industries) {
            let row = [
                slug.into(),
                n.into(),
                industry.term.en.as_str().into(),
                industry.term.zh.as_str().into(),
                industry.group.as_str().into(),
            ];
            tables.leading_industry.add(db, row).await?;
        }
        Ok(())
    }

    /// Writes the profile of a group: figures, competitions and cautions.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn group_profile(&mut self, profile: &Profile) -> Result<(), Error> {
        let failed = self.failed();
        self.put_profile(profile, None).await.map_err(failed)
    }

    /// Writes a profile. `listed` is the id of the listed area, if the zone has one.
    async fn put_profile(
        &mut self,
        profile: &Profile,
        listed: Option<&FigureId>,
    ) -> sqlx::Result<()> {
        if let Owner::Zone(slug) = &profile.owner {
            for fact in &profile.facts {
                let position = next(&mut self.tables.facts);
                let row = fact_values(position, slug, fact);
                self.tables.fact.add(&mut self.db, row).await?;
                self.put_actors(fact).await?;
            }
        }
        let competing = self.put_competitions(profile).await?;
        for figure in &profile.figures {
            let place = FigurePlacement {
                position: next(&mut self.tables.figures),
                owner: &profile.owner,
                listed: listed == Some(&figure.id),
                competition: competing.get(&figure.id).copied(),
            };
            let row = figure_values(figure, &place);
            self.tables.figure.add(&mut self.db, row).await?;
        }
        for caution in &profile.cautions {
            self.put_caution(&profile.owner, caution).await?;
        }
        Ok(())
    }

    async fn put_actors(&mut self, fact: &Fact) -> sqlx::Result<()> {
        let FactContent::Event { by, .. } = &fact.about else {
            return Ok(());
        };
        for (n, actor) in (0_i64..).zip(by) {
            let row = [
                fact.id.as_str().into(),
                n.into(),
                actor.en.as_str().into(),
                actor.zh.as_str().into(),
            ];
            self.tables.fact_actor.add(&mut self.db, row).await?;
        }
        Ok(())
    }

    /// Writes the competitions. Returns the competition and the preference of each competing figure.
    async fn put_competitions(
        &mut self,
        profile: &Profile,
    ) -> sqlx::Result<HashMap<FigureId, (i64, i64)>> {
        let mut places = HashMap::new();
        let (zone, group) = owner_columns(&profile.owner);
        for competing_figures in profile.competing_figures(&[]) {
            let id = next(&mut self.tables.competitions);
            let row = [
                id.into(),
                zone.into(),
                group.into(),
                competing_figures.reason.as_str().into(),
                competing_figures.disagree.into(),
            ];
            self.tables.competition.add(&mut self.db, row).await?;
            let preferences = competing_figures.figures.into_iter().zip(1_i64..);
            places.extend(preferences.map(|(figure, preference)| (figure, (id, preference))));
        }
        Ok(places)
    }

    async fn put_caution(&mut self, owner: &Owner, caution: &Caution) -> sqlx::Result<()> {
        let (zone, group) = owner_columns(owner);
        let position = next(&mut self.tables.cautions);
        let row = [
            position.into(),
            zone.into(),
            group.into(),
            caution.rule.as_str().into(),
            caution.power.into(),
            caution.key().to_string().into(),
        ];
        self.tables.caution.add(&mut self.db, row).await?;
        let figures = caution.figures.iter().map(|id| (Some(id.as_str()), None));
        let facts = caution.facts.iter().map(|id| (None, Some(id.as_str())));
        for (n, (figure, fact)) in (0_i64..).zip(figures.chain(facts)) {
            let row = [position.into(), n.into(), figure.into(), fact.into()];
            self.tables.caution_member.add(&mut self.db, row).await?;
        }
        Ok(())
    }

    /// Stores the latest value of an indicator for the zone that was written last. The values are ranked after all
    /// zones.
    async fn put_latest(&mut self, zone: &ZoneInput, value: &RankedValue) -> sqlx::Result<()> {
        let growth = value.latest.growth();
        let end = |number: Option<domain::Decimal>| Value::from(number.map(|it| it.to_string()));
        let earlier = value.latest.earlier.as_ref();
        let row = [
            value.indicator.as_str().into(),
            (self.tables.zones - 1).into(),
            zone.summary.slug.as_str().into(),
            value.latest.figure.id.as_str().into(),
            earlier.map(|figure| figure.id.as_str()).into(),
            end(growth.and_then(|growth| growth.low().number())),
            end(growth.and_then(|growth| growth.high().number())),
            value.latest.questioned.into(),
            value.number.into(),
        ];
        self.tables.unranked.add(&mut self.db, row).await
    }

    /// Writes the zones near a zone, the nearest first.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn neighbours(&mut self, zone: &str, neighbours: &[&str]) -> Result<(), Error> {
        for (n, neighbour) in (0_i64..).zip(neighbours) {
            let row = [zone.into(), n.into(), (*neighbour).into()];
            let added = self.tables.neighbour.add(&mut self.db, row).await;
            added.map_err(failed(self.fresh.target()))?;
        }
        Ok(())
    }

    /// Writes the reference lists, the counts and the rankings, and creates the indices.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn results(&mut self, lists: &ReferenceLists, counts: &Counts) -> Result<(), Error> {
        let failed = self.failed();
        self.put_results(lists, counts).await.map_err(failed)
    }

    /// Writes the index files for browsers.
    ///
    /// # Errors
    /// When SQLite returns an error.
    pub async fn index_files(&mut self, files: Vec<IndexFile>) -> Result<(), Error> {
        let failed = self.failed();
        self.put_index_files(files).await.map_err(failed)
    }

    async fn put_results(&mut self, lists: &ReferenceLists, counts: &Counts) -> sqlx::Result<()> {
        self.flush().await?;
        self.put_rankings().await?;
        sqlx::raw_sql(indices()).execute(&mut self.db).await?;
        let db = &mut self.db;
        write_regions(db, lists).await?;
        indicators(db, &lists.indicators, counts).await?;
        sources(db, &lists.sources, counts).await?;
        write_editorial_lists(db, lists).await
    }

    async fn put_index_files(&mut self, files: Vec<IndexFile>) -> sqlx::Result<()> {
        let db = &mut self.db;
        let mut batch = Batch::new("INSERT INTO index_file (name, hash, plain, packed) ");
        for file in files {
            let row = [
                file.name.into(),
                file.hash.into(),
                file.plain.into(),
                file.packed.into(),
            ];
            batch.add(db, row).await?;
        }
        batch.flush(db).await
    }

    async fn flush(&mut self) -> sqlx::Result<()> {
        let (db, tables) = (&mut self.db, &mut self.tables);
        tables.zone.flush(db).await?;
        tables.zone_row.flush(db).await?;
        tables.new_area.flush(db).await?;
        tables.zone_name.flush(db).await?;
        tables.zone_address.flush(db).await?;
        tables.leading_industry.flush(db).await?;
        tables.neighbour.flush(db).await?;
        tables.fact.flush(db).await?;
        tables.fact_actor.flush(db).await?;
        tables.figure.flush(db).await?;
        tables.competition.flush(db).await?;
        tables.caution.flush(db).await?;
        tables.caution_member.flush(db).await?;
        tables.unranked.flush(db).await
    }

    /// Ranks the latest values. Equal values keep the order of the lists.
    async fn put_rankings(&mut self) -> sqlx::Result<()> {
        sqlx::query(
            "INSERT INTO ranking (indicator, position, place, zone, figure, earlier, growth_low, growth_high, questioned)
             SELECT indicator, ROW_NUMBER() OVER (PARTITION BY indicator ORDER BY number DESC, position),
                 CASE WHEN number IS NOT NULL THEN RANK() OVER (PARTITION BY indicator ORDER BY number DESC) END,
                 zone, figure, earlier, growth_low, growth_high, questioned
             FROM unranked",
        )
        .execute(&mut self.db)
        .await?;
        Ok(())
    }

    /// Writes the name of the dataset, checks the file, syncs it to disk and renames it over the old one.
    ///
    /// # Errors
    /// When the file is damaged, a row refers to a missing row, or the old file cannot be replaced.
    pub async fn finish(mut self, dataset: &DatasetName, counts: &Counts) -> Result<(), Error> {
        let sql_failed = self.failed();
        self.meta(dataset, counts).await.map_err(&sql_failed)?;
        sqlx::query("COMMIT")
            .execute(&mut self.db)
            .await
            .map_err(&sql_failed)?;
        self.fresh.check(&mut self.db).await?;
        self.db.close().await.map_err(&sql_failed)?;
        self.fresh.replace_old().await
    }

    async fn meta(&mut self, dataset: &DatasetName, counts: &Counts) -> sqlx::Result<()> {
        let coverage = &counts.coverage;
        let mut batch = Batch::new("INSERT INTO meta (key, value) ");
        for (key, value) in [
            ("edition", dataset.edition.to_string()),
            ("date", dataset.date.to_string()),
            ("digest", dataset.digest.clone()),
            ("rules", RULES.to_owned()),
            ("checksum", checksum::placeholder()),
            ("catalogue_zones", counts.catalogue_zones.to_string()),
            ("new_areas", counts.new_areas.to_string()),
            ("new_zones", counts.new_zones.to_string()),
            ("zones_with_figures", coverage.with_figures.to_string()),
            ("zones_with_history", coverage.with_history.to_string()),
            ("reported_figures", coverage.series.reported.to_string()),
            ("series_of_two_years", coverage.series.two_years.to_string()),
            (
                "series_of_four_years",
                coverage.series.four_years.to_string(),
            ),
        ] {
            batch.add(&mut self.db, [key.into(), value.into()]).await?;
        }
        batch.flush(&mut self.db).await?;
        sqlx::query(dataset.provenance.statement())
            .execute(&mut self.db)
            .await?;
        Ok(())
    }
}
