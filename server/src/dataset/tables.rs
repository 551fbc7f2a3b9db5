//! The tables of the dataset: provinces, cities, industries, synonyms, the catalogue, the new areas.

use super::files::Files;
use super::problem::Problems;
use super::table::{Row, Table};
use domain::catalogue::{
    City, CityName, IndustryGroup, Kind, LeadingIndustry, Level, NewAreaEntry, Point, Province,
    Synonyms,
};
use domain::id::{CitySlug, IndustryGroupId, ProvinceSlug};
use domain::quantity::Quantity;
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use std::collections::{BTreeMap, HashMap, HashSet};

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

/// The content of all tables.
#[derive(Debug, Default)]
pub struct Tables {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<Province>,
    /// The cities, by their codes in GB/T 2260.
    pub cities: BTreeMap<String, City>,
    /// The groups of industries, in the order of the file.
    pub industry_groups: Vec<IndustryGroup>,
    /// Synonyms for the industries and other things that zones are known for.
    pub synonyms: Vec<Synonyms>,
    /// The zones: first the new areas, then the catalogue.
    pub zones: Vec<ZoneEntry>,
}

impl Tables {
    /// Reads all tables.
    pub fn read(files: &Files, problems: &mut Problems) -> Self {
        let provinces = provinces(files, problems);
        let known: HashSet<ProvinceSlug> = provinces.iter().map(|p| p.slug.clone()).collect();
        let cities = cities(files, &known, problems);
        let industry_groups = industry_groups(files, problems);
        let terms = industry_terms(files, &industry_groups, problems);
        let synonyms = synonyms(files, &industry_groups, problems);
        let mut zones = new_areas(files, &known, problems);
        zones.extend(catalogue(files, &known, &cities, &terms, problems));
        unique(&zones, problems);
        Self {
            provinces,
            cities,
            industry_groups,
            synonyms,
            zones,
        }
    }
}

fn name(row: &mut Row<'_>) -> Option<Bilingual> {
    let (en, zh) = (row.filled("name_en"), row.filled("name_zh"));
    Some(Bilingual { en: en?, zh: zh? })
}

fn known_province(row: &mut Row<'_>, known: &HashSet<ProvinceSlug>) -> Option<ProvinceSlug> {
    let province = row.value::<ProvinceSlug>("province")?;
    if !known.contains(&province) {
        row.problem(
            "province",
            format_args!("`{province}` is not in provinces.tsv"),
        );
        return None;
    }
    Some(province)
}

fn provinces(files: &Files, problems: &mut Problems) -> Vec<Province> {
    let columns = [
        "slug", "code", "letters", "name_en", "name_zh", "short_zh", "tile_row", "tile_col",
    ];
    let table = Table::read(files, "provinces.tsv", &columns, problems);
    let rows = table.parse(problems, |row| {
        Some(Province {
            slug: row.value("slug")?,
            code: row.filled("code")?,
            letters: row.filled("letters")?,
            name: name(row)?,
            short_zh: row.filled("short_zh")?,
            row: row.value("tile_row")?,
            column: row.value("tile_col")?,
        })
    });
    rows.into_iter().map(|(_, province)| province).collect()
}

fn cities(
    files: &Files,
    provinces: &HashSet<ProvinceSlug>,
    problems: &mut Problems,
) -> BTreeMap<String, City> {
    let columns = [
        "slug",
        "adcode",
        "province",
        "name_en",
        "name_zh",
        "geonames_id",
        "lat",
        "lon",
    ];
    let table = Table::read(files, "cities.tsv", &columns, problems);
    let (mut slugs, mut codes) = (HashSet::new(), HashSet::new());
    let rows = table.parse(problems, |row| {
        let slug: CitySlug = row.value("slug")?;
        if !slugs.insert(slug.clone()) {
            row.problem("slug", format_args!("the slug `{slug}` occurs twice"));
        }
        let adcode = row.filled("adcode")?;
        if !codes.insert(adcode.clone()) {
            row.problem("adcode", format_args!("the code `{adcode}` occurs twice"));
        }
        let latitude: Option<f64> = row.optional("lat")?;
        let longitude: Option<f64> = row.optional("lon")?;
        let city = City {
            slug,
            province: known_province(row, provinces)?,
            name: name(row)?,
            point: latitude.zip(longitude).map(|(latitude, longitude)| Point {
                latitude,
                longitude,
            }),
        };
        Some((adcode, city))
    });
    rows.into_iter().map(|(_, city)| city).collect()
}

fn industry_groups(files: &Files, problems: &mut Problems) -> Vec<IndustryGroup> {
    let columns = ["id", "name_en", "name_zh", "scope"];
    let table = Table::read(files, "industry_groups.tsv", &columns, problems);
    let rows = table.parse(problems, |row| {
        Some(IndustryGroup {
            id: row.value("id")?,
            name: name(row)?,
            scope: row.filled("scope")?,
        })
    });
    rows.into_iter().map(|(_, group)| group).collect()
}

fn is_group(groups: &[IndustryGroup], id: &IndustryGroupId) -> bool {
    groups.iter().any(|group| group.id == *id)
}

fn synonyms(files: &Files, groups: &[IndustryGroup], problems: &mut Problems) -> Vec<Synonyms> {
    let table = Table::read(files, "synonyms.tsv", &["en", "zh", "group"], problems);
    let rows = table.parse(problems, |row| {
        let (en, zh) = (row.filled("en")?, row.filled("zh")?);
        let group = row.optional("group")?;
        if group.as_ref().is_some_and(|group| !is_group(groups, group)) {
            row.problem("group", "the group is not in industry_groups.tsv");
            return None;
        }
        Some(Synonyms {
            words: Bilingual {
                en: en.replace("; ", ";"),
                zh: zh.replace('、', ";"),
            },
            group,
        })
    });
    rows.into_iter().map(|(_, words)| words).collect()
}

fn industry_terms(
    files: &Files,
    groups: &[IndustryGroup],
    problems: &mut Problems,
) -> HashMap<String, LeadingIndustry> {
    let table = Table::read(
        files,
        "industry_terms.tsv",
        &["term_zh", "term_en", "group"],
        problems,
    );
    let rows = table.parse(problems, |row| {
        let group: IndustryGroupId = row.value("group")?;
        if !is_group(groups, &group) {
            row.problem(
                "group",
                format_args!("`{group}` is not in industry_groups.tsv"),
            );
            return None;
        }
        let (en, zh) = (row.filled("term_en")?, row.filled("term_zh")?);
        Some(LeadingIndustry {
            term: Bilingual { en, zh },
            group,
        })
    });
    rows.into_iter()
        .map(|(_, term)| (term.term.zh.clone(), term))
        .collect()
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

fn catalogue(
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

/// Parses a number whose unit is part of the column name. The inner `None` means empty, the outer `None` means a
/// reported problem.
fn measured(row: &mut Row<'_>, column: &str, unit: &str) -> Option<Option<Quantity>> {
    let text = row.text(column);
    if text.is_empty() {
        return Some(None);
    }
    match format!("{text} {unit}").parse() {
        Ok(quantity) => Some(Some(quantity)),
        Err(error) => {
            row.problem(column, error);
            None
        }
    }
}

fn new_areas(
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

fn with_lines(rows: Vec<(usize, ZoneEntry)>) -> Vec<ZoneEntry> {
    rows.into_iter()
        .map(|(line, zone)| ZoneEntry { line, ..zone })
        .collect()
}

/// Reports slugs and codes that are used twice.
fn unique(zones: &[ZoneEntry], problems: &mut Problems) {
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
