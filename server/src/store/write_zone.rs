//! The rows of zones: lists, names, facts, figures.

use crate::dataset::{Dataset, Entry, ListedZone, ZoneFile};
use domain::fact::Fact;
use domain::figure::Figure;
use domain::text::Bilingual;
use sqlx::SqliteConnection;
use std::collections::HashMap;

/// Every zone of the lists, with its names and what the lists say of it.
pub(super) async fn zones(db: &mut SqliteConnection, dataset: &Dataset) -> Result<(), sqlx::Error> {
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

/// The facts and figures of a described zone.
pub(super) async fn described(
    db: &mut SqliteConnection,
    zone: &ZoneFile,
) -> Result<(), sqlx::Error> {
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
pub(super) fn both(text: Option<&Bilingual>) -> (Option<&str>, Option<&str>) {
    text.map(|text| (text.en.as_str(), text.zh.as_str()))
        .unzip()
}

/// The JSON of a small sum type.
fn json(value: &impl serde::Serialize) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
