//! The rows of zones: lists and names.

use crate::dataset::{Dataset, Entry, ListedZone};
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
        let own_name = described.and_then(|described| described.name.as_ref());
        let name = own_name.unwrap_or(&zone.name);
        let (lead_en, lead_zh) = both(described.and_then(|described| described.lead.as_ref()));
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
        let listed = own_name.filter(|name| **name != zone.name);
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

/// The two columns of a text that may be absent.
pub(super) fn both(text: Option<&Bilingual>) -> (Option<&str>, Option<&str>) {
    text.map(|text| (text.en.as_str(), text.zh.as_str()))
        .unzip()
}
