//! The zones that a filter shows, as files.

use super::DatasetLine;
use super::table::Number;
use crate::error::Error;
use crate::live::OpenAtlas;
use crate::store::ZoneWithCounty;
use domain::catalogue::{City, listed_area};
use domain::filter::Filter;
use domain::id::CitySlug;
use domain::quantity::Quantity;
use serde::Serialize;
use std::collections::HashMap;

/// A zone as one row.
#[derive(Debug, Serialize)]
#[expect(
    missing_docs,
    reason = "the columns are described in app::messages::columns::ZONES"
)]
pub struct ZoneLine {
    pub page: String,
    pub code: String,
    pub slug: String,
    pub name_en: String,
    pub name_zh: String,
    pub level: &'static str,
    pub kind: &'static str,
    pub province: String,
    pub city: String,
    pub city_en: String,
    pub city_zh: String,
    pub county_zh: String,
    pub approved: String,
    pub area_ha: Option<Number>,
    pub area_printed: String,
    pub area_receipt: String,
    pub industries: String,
    pub figures: u32,
    pub cautions: u32,
    pub dataset: String,
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
        page: format!("/zones/{}", zone.slug),
        code: text(zone.code.as_ref().map(|code| code.as_str())),
        slug: zone.slug.to_string(),
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
        area_ha: zone.area.and_then(Quantity::hectares).map(Number),
        area_printed: zone.area.map(|area| area.to_string()).unwrap_or_default(),
        area_receipt: listed_area(zone)
            .map(|figure| format!("/figures/{}", figure.id))
            .unwrap_or_default(),
        industries: industries.join(" "),
        figures: zone.figures,
        cautions: zone.cautions,
        dataset: atlas.outline.digest.clone(),
    }
}
