//! The tables of zones: the catalogue and the new areas.

use super::cells::{known_province, measured, name};
use super::files::Files;
use super::problem::Problems;
use super::table::{Row, Table};
use domain::catalogue::{City, CityName, Kind, LeadingIndustry, Level, NewAreaEntry};
use domain::id::{IndustryGroupId, ProvinceSlug};
use domain::quantity::Quantity;
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The file with the zones that are newer than the catalogue.
pub(super) const NEW_ZONES: &str = "new_zones.tsv";

/// A zone as a row of its table.
#[derive(Debug, Clone)]
pub struct ZoneEntry {
    /// The file of the table.
    pub file: &'static str,
    /// The line in the file.
    pub line: usize,
    /// The summary; its numbers of figures and cautions are still 0.
    pub summary: ZoneSummary,
    /// The county-level unit that contains the zone, if known.
    pub county: Option<Bilingual>,
    /// The leading industries, with the terms of the catalogue.
    pub industries: Vec<LeadingIndustry>,
    /// The entry in the lists of national new areas; `None` for other zones.
    pub new_area: Option<NewAreaEntry>,
}

/// Returns the leading industries of a zone. The catalogue separates their terms by `、`.
fn leading_industries(
    row: &mut Row<'_>,
    terms: &HashMap<String, LeadingIndustry>,
) -> Option<Vec<LeadingIndustry>> {
    let mut found = Vec::new();
    for term in row.text("industries_zh").split('、') {
        let Some(industry) = terms.get(term) else {
            row.problem(
                "industries_zh",
                format_args!("`{term}` is not in industry_terms.tsv"),
            );
            return None;
        };
        if !found.contains(industry) {
            found.push(industry.clone());
        }
    }
    Some(found)
}

/// Reads the catalogue.
pub(super) fn catalogue(
    files: &Files,
    provinces: &HashSet<ProvinceSlug>,
    cities: &BTreeMap<String, City>,
    terms: &HashMap<String, LeadingIndustry>,
    problems: &mut Problems,
) -> Vec<ZoneEntry> {
    const FILE: &str = "catalogue.tsv";
    let columns = [
        "slug",
        "code",
        "level",
        "kind",
        "province",
        "name_en",
        "name_zh",
        "county_en",
        "county_zh",
        "city",
        "approved",
        "area_ha",
        "industries_zh",
    ];
    let table = Table::read(files, FILE, &columns, problems);
    let rows = table.parse(problems, |row| {
        let name = name(row)?;
        let city = known_city(row, cities)?;
        let area = hectares(row)?;
        let slug = row.value("slug")?;
        let (level, kind) = (row.value("level")?, row.value("kind")?);
        let province = known_province(row, provinces)?;
        let county = county(row)?;
        let (code, approved) = (row.value("code")?, row.value("approved")?);
        let industries = leading_industries(row, terms)?;
        Some(ZoneEntry {
            file: FILE,
            line: 0,
            summary: ZoneSummary {
                slug,
                code: Some(code),
                name,
                level,
                kind,
                today: None,
                province,
                city,
                approved,
                area: Some(area),
                industries: groups(&industries),
                figures: 0,
                cautions: 0,
            },
            county,
            industries,
            new_area: None,
        })
    });
    with_lines(rows)
}

/// Returns the city of a row. The inner `None` means no city, the outer `None` means a reported problem.
fn known_city(row: &mut Row<'_>, cities: &BTreeMap<String, City>) -> Option<Option<CityName>> {
    let Some(adcode) = row.optional::<String>("city")? else {
        return Some(None);
    };
    let Some(city) = cities.get(&adcode) else {
        row.problem("city", format_args!("`{adcode}` is not in cities.tsv"));
        return None;
    };
    Some(Some(CityName {
        slug: city.slug.clone(),
        name: city.name.clone(),
    }))
}

/// Returns the county of a row. It has a name in both languages or in none. The outer `None` means a reported problem.
fn county(row: &mut Row<'_>) -> Option<Option<Bilingual>> {
    match (row.optional("county_en")?, row.optional("county_zh")?) {
        (Some(en), Some(zh)) => Some(Some(Bilingual { en, zh })),
        (None, None) => Some(None),
        _ => {
            row.problem("county_en", "a county has a name in both languages");
            None
        }
    }
}

/// Returns the groups of leading industries, each once.
fn groups(industries: &[LeadingIndustry]) -> Vec<IndustryGroupId> {
    let mut groups: Vec<IndustryGroupId> = Vec::new();
    for industry in industries {
        if !groups.contains(&industry.group) {
            groups.push(industry.group.clone());
        }
    }
    groups
}

fn hectares(row: &mut Row<'_>) -> Option<Quantity> {
    measured(row, "area_ha", "ha")?.or_else(|| {
        row.problem("area_ha", "`area_ha` should be filled");
        None
    })
}

/// Reads the list of national new areas.
pub(super) fn new_areas(
    files: &Files,
    provinces: &HashSet<ProvinceSlug>,
    problems: &mut Problems,
) -> Vec<ZoneEntry> {
    const FILE: &str = "new_areas.tsv";
    let columns = [
        "no",
        "slug",
        "name_en",
        "name_zh",
        "province",
        "approved",
        "land_area_km2",
        "sea_area_km2",
        "seen",
        "address",
    ];
    let table = Table::read(files, FILE, &columns, problems);
    let rows = table.parse(problems, |row| {
        let slug = row.value("slug")?;
        let name = name(row)?;
        let province = known_province(row, provinces)?;
        let number = row.value("no")?;
        let approved = row.value("approved")?;
        let area = measured(row, "land_area_km2", "km2")?;
        let sea = measured(row, "sea_area_km2", "km2")?;
        let (seen, address) = (row.filled("seen")?, row.filled("address")?);
        Some(ZoneEntry {
            file: FILE,
            line: 0,
            summary: ZoneSummary {
                slug,
                code: None,
                name,
                level: Level::National,
                kind: Kind::NewArea,
                today: None,
                province,
                city: None,
                approved,
                area,
                industries: Vec::new(),
                figures: 0,
                cautions: 0,
            },
            county: None,
            industries: Vec::new(),
            new_area: Some(NewAreaEntry {
                number,
                sea,
                seen,
                address,
            }),
        })
    });
    with_lines(rows)
}

/// Reads the list of zones that are newer than the catalogue.
pub(super) fn new_zones(
    files: &Files,
    provinces: &HashSet<ProvinceSlug>,
    cities: &BTreeMap<String, City>,
    problems: &mut Problems,
) -> Vec<ZoneEntry> {
    let columns = [
        "slug", "level", "kind", "province", "name_en", "name_zh", "city", "approved",
    ];
    let table = Table::read(files, NEW_ZONES, &columns, problems);
    let rows = table.parse(problems, |row| {
        let name = name(row)?;
        let city = known_city(row, cities)?;
        Some(ZoneEntry {
            file: NEW_ZONES,
            line: 0,
            summary: ZoneSummary {
                slug: row.value("slug")?,
                code: None,
                name,
                level: row.value("level")?,
                kind: row.value("kind")?,
                today: None,
                province: known_province(row, provinces)?,
                city,
                approved: row.value("approved")?,
                area: None,
                industries: Vec::new(),
                figures: 0,
                cautions: 0,
            },
            county: None,
            industries: Vec::new(),
            new_area: None,
        })
    });
    with_lines(rows)
}

fn with_lines(rows: Vec<(usize, ZoneEntry)>) -> Vec<ZoneEntry> {
    rows.into_iter()
        .map(|(line, zone)| ZoneEntry { line, ..zone })
        .collect()
}

/// Reports slugs and codes that are used twice.
pub(super) fn unique(zones: &[ZoneEntry], problems: &mut Problems) {
    let mut slugs = HashSet::new();
    let mut codes = HashSet::new();
    for zone in zones {
        if !slugs.insert(&zone.summary.slug) {
            problems.add(
                zone.file,
                zone.line,
                1,
                format_args!("the slug `{}` occurs twice", zone.summary.slug),
            );
        }
        if let Some(code) = &zone.summary.code
            && !codes.insert(code)
        {
            problems.add(
                zone.file,
                zone.line,
                0,
                format_args!("the code `{code}` occurs twice"),
            );
        }
    }
}
