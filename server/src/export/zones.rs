//! The zones that a filter shows, as files.

use super::DatasetLine;
use crate::error::Error;
use crate::live::OpenAtlas;
use crate::store::ZoneWithCounty;
use domain::catalogue::{City, listed_area};
use domain::filter::Filter;
use domain::id::CitySlug;
use serde::Serialize;
use std::collections::HashMap;

/// A zone as a line of a file.
#[derive(Debug, Serialize)]
pub struct ZoneLine {
    /// The address of its page, without language.
    pub address: String,
    /// Its code in the catalogue; empty for national new areas.
    pub code: String,
    /// In English.
    pub name_en: String,
    /// In Chinese.
    pub name_zh: String,
    /// Who approved it.
    pub level: &'static str,
    /// What it is for.
    pub kind: &'static str,
    /// Its province.
    pub province: String,
    /// Its city; empty where not known.
    pub city: String,
    /// Its city in English.
    pub city_en: String,
    /// Its city in Chinese.
    pub city_zh: String,
    /// Its county in Chinese; empty where not known.
    pub county_zh: String,
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
    pub digest: String,
}

/// The zones of a filter, as a file.
#[derive(Debug, Serialize)]
pub struct ZonesFile<'a> {
    /// The dataset.
    pub dataset: DatasetLine<'a>,
    /// The filter, as the query string of the atlas page; empty for all zones.
    pub query: String,
    /// The zones, in its order.
    pub zones: Vec<ZoneLine>,
}

/// The zones of a filter as GeoJSON (RFC 7946).
#[derive(Debug, Serialize)]
pub struct ZonesMap<'a> {
    r#type: &'static str,
    dataset: DatasetLine<'a>,
    query: String,
    note: &'static str,
    features: Vec<Feature>,
}

#[derive(Debug, Serialize)]
struct Feature {
    r#type: &'static str,
    geometry: Option<Geometry>,
    properties: Properties,
}

#[derive(Debug, Serialize)]
struct Geometry {
    r#type: &'static str,
    /// East of Greenwich, then north of the equator.
    coordinates: [f64; 2],
}

#[derive(Debug, Serialize)]
struct Properties {
    /// What the point is of: never of the zone itself.
    point_of: &'static str,
    #[serde(flatten)]
    zone: ZoneLine,
}

impl<'a> ZonesFile<'a> {
    /// The zones that a filter shows, on all its pages.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, filter: &Filter) -> Result<Self, Error> {
        let zones = shown(atlas, filter).await?;
        Ok(Self {
            dataset: DatasetLine::of(atlas),
            query: filter.list().on_page(0).query(),
            zones: zones.iter().map(|zone| line(atlas, zone)).collect(),
        })
    }
}

impl<'a> ZonesMap<'a> {
    /// The zones that a filter shows, on all its pages, each at the point of its city.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn of(atlas: &'a OpenAtlas, filter: &Filter) -> Result<Self, Error> {
        let cities: HashMap<&CitySlug, &City> = atlas
            .reference
            .cities
            .iter()
            .map(|city| (&city.slug, city))
            .collect();
        let feature = |zone: &ZoneWithCounty| {
            let city = zone.0.city.as_ref();
            let city = city.and_then(|city| cities.get(&city.slug));
            let point = city.and_then(|city| city.point);
            Feature {
                r#type: "Feature",
                geometry: point.map(|point| Geometry {
                    r#type: "Point",
                    coordinates: [point.longitude, point.latitude],
                }),
                properties: Properties {
                    point_of: if point.is_some() { "city" } else { "" },
                    zone: line(atlas, zone),
                },
            }
        };
        let zones = shown(atlas, filter).await?;
        Ok(Self {
            r#type: "FeatureCollection",
            dataset: DatasetLine::of(atlas),
            query: filter.list().on_page(0).query(),
            note: "Points are those of the cities in which the zones lie (GeoNames, CC BY 4.0), not of the zones.",
            features: zones.iter().map(feature).collect(),
        })
    }
}

async fn shown(atlas: &OpenAtlas, filter: &Filter) -> Result<Vec<ZoneWithCounty>, Error> {
    let numbers = atlas.index.matching(filter);
    atlas.store.zones_by_number(&numbers).await
}

fn line(atlas: &OpenAtlas, (zone, county_zh): &ZoneWithCounty) -> ZoneLine {
    let city = zone.city.as_ref();
    let industries: Vec<&str> = zone.industries.iter().map(|id| id.as_str()).collect();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    ZoneLine {
        address: format!("/zones/{}", zone.slug),
        code: text(zone.code.as_ref().map(|code| code.as_str())),
        name_en: zone.name.en.clone(),
        name_zh: zone.name.zh.clone(),
        level: zone.level.as_str(),
        kind: zone.kind.as_str(),
        province: zone.province.to_string(),
        city: text(city.map(|city| city.slug.as_str())),
        city_en: text(city.map(|city| city.name.en.as_str())),
        city_zh: text(city.map(|city| city.name.zh.as_str())),
        county_zh: text(county_zh.as_deref()),
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
        digest: atlas.outline.digest.clone(),
    }
}
