//! Import: a dataset becomes a new file, which then takes the place of the old one.

use super::failed;
use super::write_figures::figures;
use super::write_zone::{both, zones};
use crate::dataset::Dataset;
use crate::error::Error;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{Connection, SqliteConnection};
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
    figures(&mut transaction, dataset).await?;
    lists(&mut transaction, dataset).await?;
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
    for (adcode, city) in &dataset.tables.cities {
        let (slug, province) = (city.slug.as_str(), city.province.as_str());
        let (latitude, longitude) = city
            .point
            .map(|point| (point.latitude, point.longitude))
            .unzip();
        sqlx::query!(
            "INSERT INTO city (adcode, slug, province, name_en, name_zh, latitude, longitude)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            adcode,
            slug,
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
            "INSERT INTO indicator (id, position, name_en, name_zh, family, growth, chart, definition_en, definition_zh,
                pitfall_en, pitfall_zh)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            position,
            indicator.name.en,
            indicator.name.zh,
            family,
            growth,
            chart,
            indicator.definition.en,
            indicator.definition.zh,
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

async fn lists(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
    let lists = &dataset.lists;
    for (_, removed) in &lists.removed {
        let id = removed.id.as_str();
        sqlx::query!(
            "INSERT INTO removed_figure (id, reason_en, reason_zh) VALUES (?, ?, ?)",
            id,
            removed.reason.en,
            removed.reason.zh,
        )
        .execute(&mut *db)
        .await?;
    }
    for rate in &lists.rates {
        let yuan_per_dollar = rate.yuan_per_dollar.to_string();
        sqlx::query!(
            "INSERT INTO exchange_rate (year, yuan_per_dollar) VALUES (?, ?)",
            rate.year,
            yuan_per_dollar,
        )
        .execute(&mut *db)
        .await?;
    }
    for (position, (_, left_out)) in (0_i64..).zip(&lists.left_out) {
        let (indicator, reason) = (left_out.indicator.as_str(), left_out.reason.as_str());
        let period = left_out.period.to_string();
        let (note_en, note_zh) = both(left_out.note.as_ref());
        sqlx::query!(
            "INSERT INTO left_out (position, subject, indicator, period, reason, note_en, note_zh)
             VALUES (?, ?, ?, ?, ?, ?, ?)",
            position,
            left_out.of,
            indicator,
            period,
            reason,
            note_en,
            note_zh,
        )
        .execute(&mut *db)
        .await?;
    }
    for (_, judgement) in &lists.judgements {
        let (caution, verdict) = (judgement.caution.to_string(), judgement.verdict.as_str());
        sqlx::query!(
            "INSERT INTO judgement (caution, verdict, why_en, why_zh) VALUES (?, ?, ?, ?)",
            caution,
            verdict,
            judgement.why.en,
            judgement.why.zh,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}
