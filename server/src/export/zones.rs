//! The zones of a filter as files. Import writes each zone once as a row ([`ZoneRow`]); a file joins the rows of its
//! zones.

use super::DatasetLine;
use super::table::{Number, header, records};
use crate::error::Error;
use crate::live::OpenAtlas;
use crate::store::{RowWithPoint, ZoneInput, ZoneRow};
use app::messages::columns::{Column, ZONES};
use domain::filter::Filter;
use domain::listed_area::listed_area;
use domain::quantity::Quantity;
use serde::Serialize;

/// A zone as one row; `app::messages::columns::ZONES` describes the columns. The last column, the digest of the
/// dataset, is left out because it is the same in all rows.
#[derive(Debug, Serialize)]
struct ZoneLine {
    page: String,
    code: String,
    slug: String,
    name_en: String,
    name_zh: String,
    level: &'static str,
    kind: &'static str,
    level_today: &'static str,
    kind_today: &'static str,
    province: String,
    city: String,
    city_en: String,
    city_zh: String,
    county_en: String,
    county_zh: String,
    approved: String,
    area_ha: Option<Number>,
    area_printed: String,
    area_receipt: String,
    industries: String,
    figures: u32,
    cautions: u32,
}

impl ZoneLine {
    fn of(zone: &ZoneInput) -> Self {
        let summary = &zone.summary;
        let city = summary.city.as_ref();
        let county = zone.county.as_ref();
        let industries: Vec<&str> = summary.industries.iter().map(|id| id.as_str()).collect();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        Self {
            page: format!("/zones/{}", summary.slug),
            code: text(summary.code.as_ref().map(|code| code.as_str())),
            slug: summary.slug.to_string(),
            name_en: summary.name.en.clone(),
            name_zh: summary.name.zh.clone(),
            level: summary.level.as_str(),
            kind: summary.kind.as_str(),
            level_today: match &summary.today {
                Some(today) => today.level.map_or("", |level| level.as_str()),
                None => summary.level.as_str(),
            },
            kind_today: summary
                .today
                .as_ref()
                .map_or(summary.kind, |today| today.kind)
                .as_str(),
            province: summary.province.to_string(),
            city: text(city.map(|city| city.slug.as_str())),
            city_en: text(city.map(|city| city.name.en.as_str())),
            city_zh: text(city.map(|city| city.name.zh.as_str())),
            county_en: text(county.map(|county| county.en.as_str())),
            county_zh: text(county.map(|county| county.zh.as_str())),
            approved: summary.approved.to_string(),
            area_ha: summary.area.and_then(Quantity::hectares).map(Number),
            area_printed: summary
                .area
                .map(|area| area.to_string())
                .unwrap_or_default(),
            area_receipt: listed_area(summary)
                .map(|figure| format!("/figures/{}", figure.id))
                .unwrap_or_default(),
            industries: industries.join(" "),
            figures: summary.figures,
            cautions: summary.cautions,
        }
    }
}

/// Converts a zone into a CSV record and a JSON object.
///
/// # Errors
/// When the row and the table have different columns.
pub fn zone_row(zone: &ZoneInput) -> Result<ZoneRow, Error> {
    let line = ZoneLine::of(zone);
    let csv = records(&columns(ZONES.len() - 1), [&line])?;
    Ok(ZoneRow {
        csv: String::from_utf8_lossy(csv.trim_ascii_end()).into_owned(),
        json: serde_json::to_string(&line).map_err(Error::Json)?,
    })
}

/// Returns the first `most` columns of the table of zones.
fn columns(most: usize) -> Vec<&'static Column> {
    ZONES.iter().take(most).collect()
}

/// Returns all zones of a filter, on all its pages, as CSV.
///
/// # Errors
/// When the database cannot be read.
pub async fn zones_csv(atlas: &OpenAtlas, filter: &Filter) -> Result<Vec<u8>, Error> {
    let numbers = atlas.index.matching(filter);
    let mut table = header(&columns(ZONES.len()))?;
    for row in atlas.store.csv_rows(&numbers).await? {
        table.extend_from_slice(row.as_bytes());
        table.push(b',');
        table.extend_from_slice(atlas.site_metadata.digest.as_bytes());
        table.push(b'\n');
    }
    Ok(table)
}

/// The fields of a JSON file before its list of zones.
#[derive(Debug, Serialize)]
struct Head<'a> {
    /// `FeatureCollection` for GeoJSON; absent otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<&'static str>,
    dataset: DatasetLine<'a>,
    /// The filter, as the query string of the atlas page; empty for all zones.
    query: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

/// Returns all zones of a filter as JSON, one zone per line.
///
/// # Errors
/// When the database cannot be read.
pub async fn zones_json(atlas: &OpenAtlas, filter: &Filter) -> Result<Vec<u8>, Error> {
    let head = Head {
        r#type: None,
        dataset: DatasetLine::of(atlas),
        query: filter.list().on_page(0).query(),
        note: None,
    };
    let numbers = atlas.index.matching(filter);
    let rows = atlas.store.json_rows(&numbers).await?;
    let dataset = dataset_field(atlas);
    object_with_list(&head, "zones", &rows, |row, file| {
        file.extend_from_slice(without_end(&row.json).as_bytes());
        file.extend_from_slice(dataset.as_bytes());
    })
}

/// Returns all zones of a filter as GeoJSON (RFC 7946), each zone at the point of its city.
///
/// # Errors
/// When the database cannot be read.
pub async fn zones_geojson(atlas: &OpenAtlas, filter: &Filter) -> Result<Vec<u8>, Error> {
    let head = Head {
        r#type: Some("FeatureCollection"),
        dataset: DatasetLine::of(atlas),
        query: filter.list().on_page(0).query(),
        note: Some(
            "Coordinates are city centres (GeoNames, CC BY 4.0), not the positions of the zones.",
        ),
    };
    let numbers = atlas.index.matching(filter);
    let rows = atlas.store.json_rows(&numbers).await?;
    let dataset = dataset_field(atlas);
    object_with_list(&head, "features", &rows, |row, file| {
        // `point_of` states what the point belongs to: the city, never the zone itself.
        let (geometry, point_of) = match row.point {
            Some([longitude, latitude]) => (
                format!(r#"{{"type":"Point","coordinates":[{longitude:?},{latitude:?}]}}"#),
                "city",
            ),
            None => ("null".to_owned(), ""),
        };
        let feature = format!(
            r#"{{"type":"Feature","geometry":{geometry},"properties":{{"point_of":"{point_of}","#
        );
        file.extend_from_slice(feature.as_bytes());
        let fields = without_end(&row.json);
        file.extend_from_slice(fields.strip_prefix('{').unwrap_or(fields).as_bytes());
        file.extend_from_slice(dataset.as_bytes());
        file.push(b'}');
    })
}

/// Returns a JSON object without its closing brace, so that a field can be added.
fn without_end(object: &str) -> &str {
    object.strip_suffix('}').unwrap_or(object)
}

/// Returns the last field of each row, with the closing brace.
fn dataset_field(atlas: &OpenAtlas) -> String {
    format!(r#","dataset":"{}"}}"#, atlas.site_metadata.digest)
}

/// Writes a JSON object whose last field is a list of rows, one per line.
fn object_with_list(
    head: &Head<'_>,
    name: &str,
    rows: &[RowWithPoint],
    write: impl Fn(&RowWithPoint, &mut Vec<u8>),
) -> Result<Vec<u8>, Error> {
    let mut file = serde_json::to_vec(head).map_err(Error::Json)?;
    // The list is added before the closing brace.
    file.pop();
    file.extend_from_slice(format!(",\"{name}\":[").as_bytes());
    for (n, row) in rows.iter().enumerate() {
        file.extend_from_slice(if n == 0 { b"\n" } else { b",\n" });
        write(row, &mut file);
    }
    file.extend_from_slice(b"\n]}\n");
    Ok(file)
}
