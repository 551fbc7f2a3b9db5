//! The index of all zones as columns: what the list, the map and the filters need of each zone,
//! small enough to be sent to a browser once.

use super::file::{self, NotAnIndex};
use super::texts::Texts;
use crate::catalogue::{CityName, Kind, Level};
use crate::date::PartialDate;
use crate::id::{CatalogueCode, CitySlug, IndicatorId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::quantity::Quantity;
use crate::spark::Spark;
use crate::text::Bilingual;
use crate::zone::ZoneSummary;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// A city as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityTile {
    /// Its address.
    pub slug: CitySlug,
    /// What it is called.
    pub name: Bilingual,
    /// Its province, as a place in [`Columns::provinces`].
    pub province: u8,
}

/// A zone's line, with its indicator as a place in [`Columns::indicators`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SparkCell {
    indicator: u8,
    points: Vec<(u16, u8)>,
}

/// All zones in the order of the catalogue, a column for each property. Columns of numbers point
/// to the lists of what they mean.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<ProvinceSlug>,
    /// The cities, in the order of their codes.
    pub cities: Vec<CityTile>,
    /// The groups of industries, in the order of the data.
    pub industry_groups: Vec<IndustryGroupId>,
    /// The indicators of which a figure is known, in the order of the data.
    pub indicators: Vec<IndicatorId>,
    /// English names.
    pub name_en: Texts,
    /// Chinese names.
    pub name_zh: Texts,
    /// Addresses; empty where it is what [`slug_of_name`] makes of the English name.
    slug: Texts,
    /// Codes of the catalogue; empty for new areas.
    pub code: Texts,
    /// Levels, as places in [`Level::ALL`].
    pub level: Vec<u8>,
    /// Kinds, as places in [`Kind::ALL`].
    pub kind: Vec<u8>,
    /// Places in [`Self::provinces`].
    pub province: Vec<u8>,
    /// Places in [`Self::cities`], counted from 1; 0 where the city is not known.
    pub city: Vec<u16>,
    /// Approvals, as dates are written; in one column, since most have only year and month.
    pub approved: Texts,
    /// Areas of the lists, as quantities are written; empty where not known.
    pub area: Texts,
    /// Of each zone the groups of its leading industries, as places in [`Self::industry_groups`].
    pub industries: Vec<Vec<u8>>,
    /// How many figures each has beyond the lists; only of those that have any.
    pub figures: Vec<(u32, u32)>,
    /// How many cautions each has; only of those that have any.
    pub cautions: Vec<(u32, u32)>,
    /// Of which indicators a figure is known, as places in [`Self::indicators`]; only of those zones that have any.
    pub known: Vec<(u32, Vec<u8>)>,
    /// The lines of those zones that have one.
    pub sparks: Vec<(u32, SparkCell)>,
}

/// What the columns refer to beside the zones.
#[derive(Debug, Clone, Default)]
pub struct References {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<ProvinceSlug>,
    /// The cities, in the order of their codes, with their provinces.
    pub cities: Vec<(CityName, ProvinceSlug)>,
    /// The groups of industries, in the order of the data.
    pub industry_groups: Vec<IndustryGroupId>,
    /// The indicators of which a figure is known, in the order of the data.
    pub indicators: Vec<IndicatorId>,
    /// The line to show for a zone.
    pub sparks: HashMap<ZoneSlug, Spark>,
}

/// A zone as a row of the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its address.
    pub slug: ZoneSlug,
    /// Its code in the catalogue; national new areas have none.
    pub code: Option<CatalogueCode>,
    /// What it is called today.
    pub name: Bilingual,
    /// Who approved it.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// Where it lies.
    pub province: ProvinceSlug,
    /// The prefecture-level unit it lies in, where known.
    pub city: Option<CityName>,
    /// When it was approved.
    pub approved: PartialDate,
    /// The area of its list, where known.
    pub area: Option<Quantity>,
    /// The groups its leading industries belong to.
    pub industries: Vec<IndustryGroupId>,
    /// How many figures the atlas has of it beyond the lists.
    pub figures: u32,
    /// How many cautions question what is known of it.
    pub cautions: u32,
    /// A line of the zone itself, where there is one.
    pub spark: Option<Spark>,
}

impl Columns {
    /// The columns of `zones`, which come in the order of the catalogue. What a zone refers to that
    /// is not among the references is left out of its row.
    pub fn new(zones: &[ZoneSummary], references: References) -> Self {
        let provinces = places(&references.provinces);
        let cities = places(references.cities.iter().map(|(city, _)| &city.slug));
        let groups = places(&references.industry_groups);
        let indicators = places(&references.indicators);
        let mut columns = Self::default();
        for (n, zone) in (0_u32..).zip(zones) {
            columns.level.push(place_in(Level::ALL, &zone.level));
            columns.kind.push(place_in(Kind::ALL, &zone.kind));
            columns
                .province
                .push(provinces.get(&zone.province).map_or(0, |n| small(*n)));
            let city = zone.city.as_ref().and_then(|city| cities.get(&city.slug));
            columns
                .city
                .push(city.map_or(0, |n| u16::try_from(n + 1).unwrap_or_default()));
            let industries = zone.industries.iter().filter_map(|id| groups.get(id));
            columns
                .industries
                .push(industries.map(|n| small(*n)).collect());
            if zone.figures > 0 {
                columns.figures.push((n, zone.figures));
            }
            if zone.cautions > 0 {
                columns.cautions.push((n, zone.cautions));
            }
            let known: Vec<u8> = zone
                .known
                .iter()
                .filter_map(|id| indicators.get(id).map(|n| small(*n)))
                .collect();
            if !known.is_empty() {
                columns.known.push((n, known));
            }
            if let Some(spark) = references.sparks.get(&zone.slug)
                && let Some(indicator) = indicators.get(&spark.indicator)
            {
                let cell = SparkCell {
                    indicator: small(*indicator),
                    points: spark.points.clone(),
                };
                columns.sparks.push((n, cell));
            }
        }
        columns.name_en = zones.iter().map(|zone| &zone.name.en).collect();
        columns.name_zh = zones.iter().map(|zone| &zone.name.zh).collect();
        columns.slug = zones
            .iter()
            .map(|zone| {
                let slug = zone.slug.as_str();
                if slug == slug_of_name(&zone.name.en) {
                    ""
                } else {
                    slug
                }
            })
            .collect();
        columns.code = zones
            .iter()
            .map(|zone| zone.code.as_ref().map_or("", CatalogueCode::as_str))
            .collect();
        columns.approved = zones.iter().map(|zone| zone.approved.to_string()).collect();
        columns.area = zones
            .iter()
            .map(|zone| zone.area.map(|area| area.to_string()).unwrap_or_default())
            .collect();
        columns.cities = references
            .cities
            .into_iter()
            .map(|(city, province)| CityTile {
                province: provinces.get(&province).map_or(0, |n| small(*n)),
                slug: city.slug,
                name: city.name,
            })
            .collect();
        columns.provinces = references.provinces;
        columns.industry_groups = references.industry_groups;
        columns.indicators = references.indicators;
        columns
    }

    /// The columns as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::to_bytes(self)
    }

    /// The columns of a file.
    ///
    /// # Errors
    /// Where the bytes are not such a file, or its columns do not fit one another.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAnIndex> {
        let columns: Self = file::from_bytes(bytes)?;
        if columns.fit() {
            Ok(columns)
        } else {
            Err(NotAnIndex)
        }
    }

    /// Whether all columns are of one length and point to what is there.
    fn fit(&self) -> bool {
        let zones = self.len();
        let texts = [
            &self.name_zh,
            &self.slug,
            &self.code,
            &self.approved,
            &self.area,
        ];
        let numbers = [&self.level, &self.kind, &self.province];
        let inside = |places: &[u8], count: usize| places.iter().all(|n| usize::from(*n) < count);
        texts.iter().all(|column| column.len() == zones)
            && numbers.iter().all(|column| column.len() == zones)
            && self.city.len() == zones
            && self.industries.len() == zones
            && inside(&self.level, Level::ALL.len())
            && inside(&self.kind, Kind::ALL.len())
            && inside(&self.province, self.provinces.len())
            && self
                .city
                .iter()
                .all(|n| usize::from(*n) <= self.cities.len())
            && self.industry_groups.len() <= 64
            && self.indicators.len() <= 128
            && self
                .industries
                .iter()
                .all(|groups| inside(groups, self.industry_groups.len()))
    }

    /// How many zones there are.
    pub fn len(&self) -> usize {
        self.name_en.len()
    }

    /// Whether there is no zone.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The address of a zone.
    pub fn slug(&self, zone: usize) -> String {
        match self.slug.get(zone) {
            "" => slug_of_name(self.name_en.get(zone)),
            slug => slug.to_owned(),
        }
    }

    /// Its kind.
    pub fn kind(&self, zone: usize) -> Option<Kind> {
        Kind::ALL.get(usize::from(*self.kind.get(zone)?)).copied()
    }

    /// The city it lies in, where known.
    pub fn city(&self, zone: usize) -> Option<&CityTile> {
        let place = usize::from(*self.city.get(zone)?);
        self.cities.get(place.checked_sub(1)?)
    }

    /// A zone as a row of the list; nothing past the end.
    pub fn row(&self, zone: usize) -> Option<Row> {
        let number = u32::try_from(zone).ok()?;
        let city = self.city(zone).map(|city| CityName {
            slug: city.slug.clone(),
            name: city.name.clone(),
        });
        let spark = of_zone(&self.sparks, number).and_then(|cell| {
            Some(Spark {
                indicator: self.indicators.get(usize::from(cell.indicator))?.clone(),
                points: cell.points.clone(),
            })
        });
        Some(Row {
            slug: self.slug(zone).parse().ok()?,
            code: self.code.get(zone).parse().ok(),
            name: Bilingual {
                en: self.name_en.get(zone).to_owned(),
                zh: self.name_zh.get(zone).to_owned(),
            },
            level: Level::ALL
                .get(usize::from(*self.level.get(zone)?))
                .copied()?,
            kind: self.kind(zone)?,
            province: self
                .provinces
                .get(usize::from(*self.province.get(zone)?))?
                .clone(),
            city,
            approved: self.approved.get(zone).parse().ok()?,
            area: self.area.get(zone).parse().ok(),
            industries: self
                .industries
                .get(zone)?
                .iter()
                .filter_map(|n| self.industry_groups.get(usize::from(*n)).cloned())
                .collect(),
            figures: of_zone(&self.figures, number).copied().unwrap_or_default(),
            cautions: of_zone(&self.cautions, number).copied().unwrap_or_default(),
            spark,
        })
    }
}

/// What a column that few zones are in says of a zone; it is in the order of the zones.
fn of_zone<T>(column: &[(u32, T)], zone: u32) -> Option<&T> {
    let at = column.binary_search_by_key(&zone, |(n, _)| *n).ok()?;
    column.get(at).map(|(_, value)| value)
}

/// The address that most zones have: the English name in small letters, with hyphens between words.
fn slug_of_name(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c != '\'' && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}

/// The place of each of these.
fn places<'a, T: Eq + Hash>(all: impl IntoIterator<Item = &'a T>) -> HashMap<&'a T, usize> {
    (0..).zip(all).map(|(n, value)| (value, n)).collect()
}

fn place_in<T: PartialEq>(all: &[T], value: &T) -> u8 {
    all.iter().position(|one| one == value).map_or(0, small)
}

/// A place in a short list.
fn small(place: usize) -> u8 {
    u8::try_from(place).unwrap_or_default()
}
