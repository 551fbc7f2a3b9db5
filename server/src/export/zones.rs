//! The zones that a filter shows, as files.

use super::DatasetLine;
use crate::live::Snapshot;
use domain::catalogue::{City, listed_area};
use domain::filter::Filter;
use domain::id::CitySlug;
use domain::zone::ZoneSummary;
use serde::Serialize;
use std::collections::HashMap;

/// A zone as a line of a file.
#[derive(Debug, Serialize)]
pub struct ZoneLine<'a> {
    /// The address of its page, without language.
    pub address: String,
    /// Its code in the catalogue; empty for national new areas.
    pub code: &'a str,
    /// In English.
    pub name_en: &'a str,
    /// In Chinese.
    pub name_zh: &'a str,
    /// Who approved it.
    pub level: &'static str,
    /// What it is for.
    pub kind: &'static str,
    /// Its province.
    pub province: &'a str,
    /// Its city; empty where not known.
    pub city: &'a str,
    /// Its city in English.
    pub city_en: &'a str,
    /// Its city in Chinese.
    pub city_zh: &'a str,
    /// Its county in Chinese; empty where not known.
    pub county_zh: &'a str,
    /// When it was approved, to its precision.
    pub approved: String,
    /// The number that the list prints for its area; empty where it prints none.
    pub area: String,
    /// The unit of that number.
    pub area_unit: &'static str,
    /// The address of the receipt of that number.
    pub area_receipt: String,
    /// The groups of its leading industries, parted by spaces.
    pub industries: String,
    /// How many figures the atlas has of it beyond the lists.
    pub figures: u32,
    /// How many cautions question what is known of it.
    pub cautions: u32,
    /// The dataset this line is of.
    pub digest: &'a str,
}

/// The zones of a filter, as a file.
#[derive(Debug, Serialize)]
pub struct ZonesFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The filter, as the query string of the atlas page; empty for all zones.
    pub query: String,
    /// The zones, in its order.
    pub zones: Vec<ZoneLine<'a>>,
}

/// The zones of a filter as GeoJSON (RFC 7946).
#[derive(Debug, Serialize)]
pub struct ZonesMap<'a> {
    r#type: &'static str,
    dataset: DatasetLine<'a>,
    query: String,
    note: &'static str,
    features: Vec<Feature<'a>>,
}

#[derive(Debug, Serialize)]
struct Feature<'a> {
    r#type: &'static str,
    geometry: Option<Geometry>,
    properties: Properties<'a>,
}

#[derive(Debug, Serialize)]
struct Geometry {
    r#type: &'static str,
    /// East of Greenwich, then north of the equator.
    coordinates: [f64; 2],
}

#[derive(Debug, Serialize)]
struct Properties<'a> {
    /// What the point is of: never of the zone itself.
    point_of: &'static str,
    #[serde(flatten)]
    zone: ZoneLine<'a>,
}

impl<'a> ZonesFile<'a> {
    /// The zones that a filter shows, on all its pages.
    pub fn of(snapshot: &'a Snapshot, filter: &Filter) -> Self {
        Self {
            dataset: DatasetLine::of(snapshot),
            query: filter.list().on_page(0).query(),
            zones: shown(snapshot, filter)
                .map(|zone| line(snapshot, zone))
                .collect(),
        }
    }
}

impl<'a> ZonesMap<'a> {
    /// The zones that a filter shows, on all its pages, each at the point of its city.
    pub fn of(snapshot: &'a Snapshot, filter: &Filter) -> Self {
        let cities: HashMap<&CitySlug, &City> = snapshot
            .browse
            .cities
            .iter()
            .map(|city| (&city.slug, city))
            .collect();
        let feature = |zone: &'a ZoneSummary| {
            let city = zone.city.as_ref().and_then(|city| cities.get(&city.slug));
            let point = city.and_then(|city| city.point);
            Feature {
                r#type: "Feature",
                geometry: point.map(|point| Geometry {
                    r#type: "Point",
                    coordinates: [point.longitude, point.latitude],
                }),
                properties: Properties {
                    point_of: if point.is_some() { "city" } else { "" },
                    zone: line(snapshot, zone),
                },
            }
        };
        Self {
            r#type: "FeatureCollection",
            dataset: DatasetLine::of(snapshot),
            query: filter.list().on_page(0).query(),
            note: "Points are those of the cities in which the zones lie (GeoNames, CC BY 4.0), not of the zones.",
            features: shown(snapshot, filter).map(feature).collect(),
        }
    }
}

fn shown<'a>(snapshot: &'a Snapshot, filter: &Filter) -> impl Iterator<Item = &'a ZoneSummary> {
    let matching = snapshot.browse.index.matching(filter);
    matching
        .into_iter()
        .filter_map(|n| snapshot.zone(n as usize))
}

fn line<'a>(snapshot: &'a Snapshot, zone: &'a ZoneSummary) -> ZoneLine<'a> {
    let city = zone.city.as_ref();
    let industries: Vec<&str> = zone.industries.iter().map(|id| id.as_str()).collect();
    ZoneLine {
        address: format!("/zones/{}", zone.slug),
        code: zone.code.as_ref().map_or("", |code| code.as_str()),
        name_en: &zone.name.en,
        name_zh: &zone.name.zh,
        level: zone.level.as_str(),
        kind: zone.kind.as_str(),
        province: zone.province.as_str(),
        city: city.map_or("", |city| city.slug.as_str()),
        city_en: city.map_or("", |city| &city.name.en),
        city_zh: city.map_or("", |city| &city.name.zh),
        county_zh: zone.county_zh.as_deref().unwrap_or_default(),
        approved: zone.approved.to_string(),
        area: zone
            .area
            .map(|area| area.digits().to_string())
            .unwrap_or_default(),
        area_unit: zone.area.map_or("", |area| area.unit().as_str()),
        area_receipt: listed_area(zone)
            .map(|figure| format!("/figures/{}", figure.id))
            .unwrap_or_default(),
        industries: industries.join(" "),
        figures: zone.figures,
        cautions: zone.cautions,
        digest: &snapshot.outline.digest,
    }
}
