//! Import: a dataset becomes a new file, which then takes the place of the old one.

use super::failed;
use crate::dataset::{Dataset, Entry, ListedZone, ZoneFile};
use crate::error::Error;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::text::Bilingual;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{Connection, SqliteConnection};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Writes `dataset` to `path`: into a new file beside it first, which is checked, synced to disk
/// and renamed over the old one. When anything fails the old file stays as it was.
///
/// # Errors
/// When the folder cannot be written to or SQLite refuses.
pub async fn write(path: &Path, dataset: &Dataset) -> Result<(), Error> {
    let file_error = |source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    };
    let fresh = beside(path);
    if let Some(folder) = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        tokio::fs::create_dir_all(folder)
            .await
            .map_err(file_error)?;
    }
    // Creating the file ourselves tells a folder that cannot be written to from a fault in SQL.
    tokio::fs::File::create(&fresh).await.map_err(file_error)?;
    let written = fill(&fresh, dataset).await.map_err(failed(path));
    let moved = match written {
        Ok(()) => install(&fresh, path).await.map_err(file_error),
        Err(error) => Err(error),
    };
    if moved.is_err() {
        // The half-written file is of no use to anyone; the error that led here matters more.
        let _ = tokio::fs::remove_file(&fresh).await;
    }
    moved
}

/// A name for the new file: in the same folder, so that renaming is atomic, and of this process,
/// so that two imports at once do not write into one another.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    path.with_file_name(name)
}

async fn install(fresh: &Path, path: &Path) -> std::io::Result<()> {
    tokio::fs::File::open(fresh).await?.sync_all().await?;
    tokio::fs::rename(fresh, path).await
}

async fn fill(path: &Path, dataset: &Dataset) -> Result<(), sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Delete)
        .foreign_keys(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::migrate!("../migrations").run(&mut connection).await?;
    let mut transaction = connection.begin().await?;
    meta(&mut transaction, dataset).await?;
    divisions(&mut transaction, dataset).await?;
    vocabulary(&mut transaction, dataset).await?;
    zones(&mut transaction, dataset).await?;
    for zone in &dataset.zones {
        described(&mut transaction, zone).await?;
    }
    transaction.commit().await?;
    let check = sqlx::query_scalar!("PRAGMA integrity_check")
        .fetch_one(&mut connection)
        .await?;
    if check.as_deref() != Some("ok") {
        let found = check.unwrap_or_default();
        return Err(sqlx::Error::Protocol(format!(
            "the new file is damaged: {found}"
        )));
    }
    connection.close().await
}

async fn meta(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
    let pairs = [
        ("edition", dataset.edition.edition.to_string()),
        ("date", dataset.edition.date.to_string()),
        ("digest", dataset.digest.clone()),
    ];
    for (key, value) in pairs {
        sqlx::query!("INSERT INTO meta (key, value) VALUES (?, ?)", key, value)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

async fn divisions(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
    for (position, province) in (0_i64..).zip(&dataset.tables.provinces) {
        let slug = province.slug.as_str();
        sqlx::query!(
            "INSERT INTO province (slug, position, code, letters, name_en, name_zh, short_zh, tile_row, tile_column)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            slug,
            position,
            province.code,
            province.letters,
            province.name.en,
            province.name.zh,
            province.short_zh,
            province.row,
            province.column,
        )
        .execute(&mut *db)
        .await?;
    }
    for city in dataset.tables.cities.values() {
        let province = city.province.as_str();
        let (latitude, longitude) = city.point.unzip();
        sqlx::query!(
            "INSERT INTO city (adcode, province, name_en, name_zh, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)",
            city.adcode,
            province,
            city.name.en,
            city.name.zh,
            latitude,
            longitude,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn vocabulary(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
    for (position, group) in (0_i64..).zip(&dataset.tables.industry_groups) {
        let id = group.id.as_str();
        sqlx::query!(
            "INSERT INTO industry_group (id, position, name_en, name_zh, scope) VALUES (?, ?, ?, ?, ?)",
            id,
            position,
            group.name.en,
            group.name.zh,
            group.scope,
        )
        .execute(&mut *db)
        .await?;
    }
    for (position, indicator) in (0_i64..).zip(&dataset.indicators) {
        let id = indicator.id.as_str();
        let (family, growth) = (indicator.family.as_str(), indicator.growth.as_str());
        let chart = indicator.chart.map(|chart| chart.as_str());
        sqlx::query!(
            "INSERT INTO indicator (id, position, name_en, name_zh, family, growth, chart, pitfall_en, pitfall_zh)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            position,
            indicator.name.en,
            indicator.name.zh,
            family,
            growth,
            chart,
            indicator.pitfall.en,
            indicator.pitfall.zh,
        )
        .execute(&mut *db)
        .await?;
    }
    for (position, source) in (0_i64..).zip(&dataset.sources) {
        let (id, class) = (source.id.as_str(), source.class.as_str());
        let (publisher_en, publisher_zh) = both(source.publisher.as_ref());
        let (note_en, note_zh) = both(source.note.as_ref());
        let date = source.date.map(|date| date.to_string());
        sqlx::query!(
            "INSERT INTO source (id, position, title, publisher_en, publisher_zh, class, date, address, sha256,
                                 note_en, note_zh)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            position,
            source.title,
            publisher_en,
            publisher_zh,
            class,
            date,
            source.address,
            source.sha256,
            note_en,
            note_zh,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn zones(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
    let described: HashMap<_, _> = dataset
        .zones
        .iter()
        .map(|zone| (&zone.slug, zone))
        .collect();
    for (position, zone) in (0_i64..).zip(&dataset.tables.zones) {
        let described = described.get(&zone.slug);
        let name = described.map_or(&zone.name, |described| &described.name);
        let (lead_en, lead_zh) = both(described.map(|described| &described.lead));
        let (slug, province) = (zone.slug.as_str(), zone.province.as_str());
        let (level, kind) = (zone.level.as_str(), zone.kind.as_str());
        let confidence = zone.confidence.as_str();
        let approved = zone.approved().to_string();
        let area = zone.area().map(|area| area.to_string());
        sqlx::query!(
            "INSERT INTO zone (slug, position, name_en, name_zh, level, kind, province, city, county_zh, confidence,
                               approved, area, lead_en, lead_zh)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            slug,
            position,
            name.en,
            name.zh,
            level,
            kind,
            province,
            zone.city,
            zone.county_zh,
            confidence,
            approved,
            area,
            lead_en,
            lead_zh,
        )
        .execute(&mut *db)
        .await?;
        entry(db, zone).await?;
        // A described zone may go by another name than the lists give it.
        let listed = described.filter(|described| described.name != zone.name);
        let others = described
            .iter()
            .flat_map(|described| &described.other_names);
        for (position, name) in (0_i64..).zip(listed.map(|_| &zone.name).into_iter().chain(others))
        {
            sqlx::query!(
                "INSERT INTO zone_name (zone, position, name_en, name_zh) VALUES (?, ?, ?, ?)",
                slug,
                position,
                name.en,
                name.zh,
            )
            .execute(&mut *db)
            .await?;
        }
    }
    Ok(())
}

/// What the catalogue, or a list of new areas, says of a zone.
async fn entry(db: &mut SqliteConnection, zone: &ListedZone) -> Result<(), sqlx::Error> {
    let slug = zone.slug.as_str();
    let entry = match &zone.entry {
        Entry::Catalogue(entry) => entry,
        Entry::NewArea(entry) => {
            let approved = entry.approved.to_string();
            let land = entry.land.map(|area| area.to_string());
            let sea = entry.sea.map(|area| area.to_string());
            sqlx::query!(
                "INSERT INTO new_area_entry (zone, number, approved, land, sea, seen, address)
                 VALUES (?, ?, ?, ?, ?, ?, ?)",
                slug,
                entry.number,
                approved,
                land,
                sea,
                entry.seen,
                entry.address,
            )
            .execute(&mut *db)
            .await?;
            return Ok(());
        }
    };
    let code = entry.code.as_str();
    let (approved, area) = (entry.approved.to_string(), entry.area.to_string());
    sqlx::query!(
        "INSERT INTO catalogue_entry (zone, code, name_en, name_zh, approved, area) VALUES (?, ?, ?, ?, ?, ?)",
        slug,
        code,
        entry.name.en,
        entry.name.zh,
        approved,
        area,
    )
    .execute(&mut *db)
    .await?;
    for (position, industry) in (0_i64..).zip(&entry.industries) {
        let group = industry.group.as_str();
        sqlx::query!(
            "INSERT INTO leading_industry (zone, position, term_en, term_zh, industry_group) VALUES (?, ?, ?, ?, ?)",
            slug,
            position,
            industry.term.en,
            industry.term.zh,
            group,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn described(db: &mut SqliteConnection, zone: &ZoneFile) -> Result<(), sqlx::Error> {
    for (position, (_, fact_)) in (0_i64..).zip(&zone.facts) {
        fact(db, zone, position, fact_).await?;
    }
    for (position, (_, figure_)) in (0_i64..).zip(&zone.figures) {
        figure(db, zone, position, figure_).await?;
    }
    Ok(())
}

async fn fact(
    db: &mut SqliteConnection,
    zone: &ZoneFile,
    position: i64,
    fact: &Fact,
) -> Result<(), sqlx::Error> {
    let (id, zone, topic) = (fact.id.as_str(), zone.slug.as_str(), fact.topic.as_str());
    let about = json(&fact.about)?;
    let (text_en, text_zh) = both(fact.text.as_ref());
    let (source, place) = (fact.receipt.source.as_str(), fact.receipt.at.to_string());
    let as_stated = fact.receipt.as_stated.as_str();
    let (reading_en, reading_zh) = both(fact.receipt.reading.as_ref());
    sqlx::query!(
        "INSERT INTO fact (id, zone, position, topic, about, text_en, text_zh, source, place, as_stated, reading_en,
                           reading_zh)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        zone,
        position,
        topic,
        about,
        text_en,
        text_zh,
        source,
        place,
        as_stated,
        reading_en,
        reading_zh,
    )
    .execute(db)
    .await?;
    Ok(())
}

async fn figure(
    db: &mut SqliteConnection,
    zone: &ZoneFile,
    position: i64,
    figure: &Figure,
) -> Result<(), sqlx::Error> {
    // Derived figures are computed where they are shown; only what sources state is stored.
    let Some(statement) = figure.statement() else {
        return Ok(());
    };
    let (id, zone, indicator) = (
        figure.id.as_str(),
        zone.slug.as_str(),
        figure.indicator.as_str(),
    );
    let (subject, scope) = (json(&figure.subject)?, json(&figure.scope)?);
    let (definition, measure) = (json(&figure.definition)?, json(&figure.measure)?);
    let (period, value) = (figure.period.to_string(), statement.quantity.to_string());
    let also = statement.also.map(|quantity| quantity.to_string());
    let (hedge, status) = (statement.hedge.as_str(), statement.standing.as_str());
    let level = figure.level.as_ref().map(|level| level.as_str());
    let (note_en, note_zh) = both(figure.note.as_ref());
    let receipt = &statement.receipt;
    let (source, place) = (receipt.source.as_str(), receipt.at.to_string());
    let as_stated = receipt.as_stated.as_str();
    let (reading_en, reading_zh) = both(receipt.reading.as_ref());
    sqlx::query!(
        "INSERT INTO figure (id, zone, position, subject, indicator, definition, measure, period, scope, value, hedge,
                             also, status, level, note_en, note_zh, source, place, as_stated, reading_en, reading_zh)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        zone,
        position,
        subject,
        indicator,
        definition,
        measure,
        period,
        scope,
        value,
        hedge,
        also,
        status,
        level,
        note_en,
        note_zh,
        source,
        place,
        as_stated,
        reading_en,
        reading_zh,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// The two columns of a text that may be absent.
fn both(text: Option<&Bilingual>) -> (Option<&str>, Option<&str>) {
    text.map(|text| (text.en.as_str(), text.zh.as_str()))
        .unzip()
}

/// The JSON of a small sum type.
fn json(value: &impl serde::Serialize) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
