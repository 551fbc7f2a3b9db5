//! The rows of facts and figures.

use super::write_zone::both;
use crate::dataset::Dataset;
use domain::dossier::Owner;
use domain::fact::Fact;
use domain::figure::Figure;
use domain::id::ZoneSlug;
use sqlx::SqliteConnection;

/// The groups, and the facts and figures of zones and groups.
pub(super) async fn figures(
    db: &mut SqliteConnection,
    dataset: &Dataset,
) -> Result<(), sqlx::Error> {
    let mut position = 0_i64;
    for zone in &dataset.zones {
        for (position, (_, one)) in (0_i64..).zip(&zone.facts) {
            fact(db, &zone.slug, position, one).await?;
        }
        let owner = Owner::Zone(zone.slug.clone());
        for (_, one) in &zone.figures {
            figure(db, &owner, position, one).await?;
            position += 1;
        }
    }
    for (number, file) in (0_i64..).zip(&dataset.groups) {
        let group = &file.group;
        let id = group.id.as_str();
        sqlx::query!(
            "INSERT INTO zone_group (id, position, name_en, name_zh, text_en, text_zh, national) VALUES (?, ?, ?, ?, ?, ?, ?)",
            id,
            number,
            group.name.en,
            group.name.zh,
            group.text.en,
            group.text.zh,
            group.national,
        )
        .execute(&mut *db)
        .await?;
        let owner = Owner::Group(group.id.clone());
        for (_, one) in &file.figures {
            figure(db, &owner, position, one).await?;
            position += 1;
        }
    }
    Ok(())
}

async fn fact(
    db: &mut SqliteConnection,
    zone: &ZoneSlug,
    position: i64,
    fact: &Fact,
) -> Result<(), sqlx::Error> {
    let (id, zone, topic) = (fact.id.as_str(), zone.as_str(), fact.topic.as_str());
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
    owner: &Owner,
    position: i64,
    figure: &Figure,
) -> Result<(), sqlx::Error> {
    // Derived figures are computed where they are shown; only what sources state is stored.
    let Some(statement) = figure.statement() else {
        return Ok(());
    };
    let (zone, group) = match owner {
        Owner::Zone(slug) => (Some(slug.as_str()), None),
        Owner::Group(id) => (None, Some(id.as_str())),
    };
    let (id, indicator) = (figure.id.as_str(), figure.indicator.as_str());
    let (subject, scope) = (json(&figure.subject)?, json(&figure.scope)?);
    let (definition, measure) = (json(&figure.definition)?, json(&figure.measure)?);
    let (period, value) = (figure.period.to_string(), statement.quantity.to_string());
    let to = statement.to.map(|quantity| quantity.to_string());
    let also = statement.also.map(|quantity| quantity.to_string());
    let correction = statement.correction.as_ref();
    let reads = correction.map(|correction| correction.reads.to_string());
    let (why_en, why_zh) = both(correction.map(|correction| &correction.why));
    let (hedge, status) = (statement.hedge.as_str(), statement.standing.as_str());
    let level = figure.level.as_ref().map(|level| level.as_str());
    let (note_en, note_zh) = both(figure.note.as_ref());
    let (doubt_en, doubt_zh) = both(figure.doubt.as_ref());
    let receipt = &statement.receipt;
    let (source, place) = (receipt.source.as_str(), receipt.at.to_string());
    let as_stated = receipt.as_stated.as_str();
    let (reading_en, reading_zh) = both(receipt.reading.as_ref());
    sqlx::query!(
        "INSERT INTO figure (id, position, zone, zone_group, subject, indicator, definition, measure, period, scope,
                             value, value_to, hedge, also, status, reads, reads_why_en, reads_why_zh, level, note_en,
                             note_zh, doubt_en, doubt_zh, source, place, as_stated, reading_en, reading_zh)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        position,
        zone,
        group,
        subject,
        indicator,
        definition,
        measure,
        period,
        scope,
        value,
        to,
        hedge,
        also,
        status,
        reads,
        why_en,
        why_zh,
        level,
        note_en,
        note_zh,
        doubt_en,
        doubt_zh,
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

/// The JSON of a small sum type.
fn json(value: &impl serde::Serialize) -> Result<String, sqlx::Error> {
    serde_json::to_string(value).map_err(|error| sqlx::Error::Encode(error.into()))
}
