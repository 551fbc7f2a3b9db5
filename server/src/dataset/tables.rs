//! The tables of the dataset: provinces, cities, industries, synonyms, the catalogue, the new areas.

use super::cells::{known_province, name};
use super::files::Files;
use super::problem::Problems;
use super::table::Table;
use super::zone_tables::{ZoneEntry, catalogue, new_areas, new_zones, unique};
use domain::catalogue::{City, IndustryGroup, LeadingIndustry, Point, Province, Synonyms};
use domain::id::{CitySlug, IndustryGroupId, ProvinceSlug};
use domain::text::Bilingual;
use std::collections::{BTreeMap, HashMap, HashSet};

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
    /// The zones: first the new areas, then the catalogue, then the zones that are newer than the catalogue.
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
        zones.extend(new_zones(files, &known, &cities, problems));
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

fn provinces(files: &Files, problems: &mut Problems) -> Vec<Province> {
    let columns = [
        "slug", "code", "letters", "name_en", "name_zh", "short_zh", "tile_row", "tile_col",
    ];
    let table = Table::read(files, "provinces.tsv", &columns, problems);
    let mut slugs = HashSet::new();
    let rows = table.parse(problems, |row| {
        let slug = row.value("slug")?;
        row.once("slug", "slug", &slug, &mut slugs);
        Some(Province {
            slug,
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
        row.once("slug", "slug", &slug, &mut slugs);
        let adcode = row.filled("adcode")?;
        row.once("adcode", "code", &adcode, &mut codes);
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
    let mut ids = HashSet::new();
    let rows = table.parse(problems, |row| {
        let id = row.value("id")?;
        row.once("id", "id", &id, &mut ids);
        Some(IndustryGroup {
            id,
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
    let mut terms = HashSet::new();
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
        row.once("term_zh", "term", &zh, &mut terms);
        Some(LeadingIndustry {
            term: Bilingual { en, zh },
            group,
        })
    });
    rows.into_iter()
        .map(|(_, term)| (term.term.zh.clone(), term))
        .collect()
}
