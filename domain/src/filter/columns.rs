//! The index of all zones as columns: what the list, the map and the filters need of each zone,
//! small enough to be sent to a browser once.

use super::file::{self, NotAnIndex};
use super::row::{ListedArea, ListedZone};
use super::texts::Texts;
use super::values::{Values, ZoneValue};
use crate::catalogue::{CityName, Kind, Level};
use crate::id::{CatalogueCode, CitySlug, IndicatorId, IndustryGroupId, ProvinceSlug};
use crate::text::Bilingual;
use crate::zone::ZoneSummary;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;

/// How many groups of industries an index can hold: a filter keeps them as the bits of a `u64`.
const MOST_INDUSTRY_GROUPS: usize = 64;

/// How many indicators an index can hold: a filter keeps them as the bits of a `u128`.
const MOST_INDICATORS: usize = 128;

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
    /// The values in the columns of the list, of those zones that have any.
    pub(super) values: Values,
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
}

/// A zone for the index.
#[derive(Debug, Clone)]
pub struct IndexedZone {
    /// As a list shows it.
    pub summary: ZoneSummary,
    /// The indicators of which there is a figure of the zone itself.
    pub known: Vec<IndicatorId>,
    /// Its values in the columns of the list.
    pub values: Vec<ZoneValue>,
}

/// Why zones cannot be put into an index.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// A zone refers to something that is not among the references.
    #[error("the zone {zone} refers to {reference}, which is not in the reference lists")]
    Unknown {
        /// The zone.
        zone: String,
        /// To what.
        reference: String,
    },
    /// There are more of something than the numbers of the index can tell apart.
    #[error("the index has room for {most} {what}, and there are more")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many it can hold.
        most: usize,
    },
}

/// The places of the reference lists.
struct Places<'a> {
    provinces: HashMap<&'a ProvinceSlug, u8>,
    cities: HashMap<&'a CitySlug, u16>,
    industry_groups: HashMap<&'a IndustryGroupId, u8>,
    indicators: HashMap<&'a IndicatorId, u8>,
}

impl<'a> Places<'a> {
    fn of(references: &'a References) -> Result<Self, IndexError> {
        let too_many = |what, most| IndexError::TooMany { what, most };
        let groups = &references.industry_groups;
        let indicators = &references.indicators;
        if groups.len() > MOST_INDUSTRY_GROUPS {
            return Err(too_many("groups of industries", MOST_INDUSTRY_GROUPS));
        }
        if indicators.len() > MOST_INDICATORS {
            return Err(too_many("indicators", MOST_INDICATORS));
        }
        // Cities are counted from 1: 0 is a city that is not known.
        let cities = references.cities.iter().map(|(city, _)| &city.slug);
        let cities: HashMap<_, _> = (1..=u16::MAX).zip(cities).map(|(n, id)| (id, n)).collect();
        if cities.len() < references.cities.len() {
            return Err(too_many("cities", u16::MAX.into()));
        }
        let provinces = places(&references.provinces);
        if provinces.len() < references.provinces.len() {
            return Err(too_many("provinces", usize::from(u8::MAX) + 1));
        }
        Ok(Self {
            provinces,
            cities,
            industry_groups: places(groups),
            indicators: places(indicators),
        })
    }
}

impl Columns {
    /// The columns of `zones`, which come in the order of the lists.
    ///
    /// # Errors
    /// When a zone refers to something that is not among the references, or there are too many of
    /// those.
    pub fn new(zones: &[IndexedZone], references: References) -> Result<Self, IndexError> {
        let places = Places::of(&references)?;
        let mut columns = Self::default();
        for (n, zone) in (0_u32..).zip(zones) {
            columns.push(n, zone, &places)?;
        }
        let of_city = |(city, province): &(CityName, ProvinceSlug)| {
            Ok(CityTile {
                province: place_of(&places.provinces, province, &city.slug)?,
                slug: city.slug.clone(),
                name: city.name.clone(),
            })
        };
        columns.cities = references
            .cities
            .iter()
            .map(of_city)
            .collect::<Result<_, IndexError>>()?;
        let summaries = || zones.iter().map(|zone| &zone.summary);
        columns.name_en = summaries().map(|zone| &zone.name.en).collect();
        columns.name_zh = summaries().map(|zone| &zone.name.zh).collect();
        columns.slug = summaries()
            .map(|zone| {
                let slug = zone.slug.as_str();
                if slug == slug_of_name(&zone.name.en) {
                    ""
                } else {
                    slug
                }
            })
            .collect();
        columns.code = summaries()
            .map(|zone| zone.code.as_ref().map_or("", CatalogueCode::as_str))
            .collect();
        columns.approved = summaries().map(|zone| zone.approved.to_string()).collect();
        columns.area = summaries()
            .map(|zone| zone.area.map(|area| area.to_string()).unwrap_or_default())
            .collect();
        let values: Vec<&[ZoneValue]> = zones.iter().map(|zone| &zone.values[..]).collect();
        columns.values = Values::new(&values);
        columns.provinces = references.provinces;
        columns.industry_groups = references.industry_groups;
        columns.indicators = references.indicators;
        Ok(columns)
    }

    /// Adds the numbers of a zone; its texts are added with those of all others.
    fn push(&mut self, n: u32, zone: &IndexedZone, to: &Places<'_>) -> Result<(), IndexError> {
        let summary = &zone.summary;
        let slug = &summary.slug;
        self.level.push(place_in(Level::ALL, &summary.level));
        self.kind.push(place_in(Kind::ALL, &summary.kind));
        self.province
            .push(place_of(&to.provinces, &summary.province, slug)?);
        self.city.push(match &summary.city {
            Some(city) => place_of(&to.cities, &city.slug, slug)?,
            None => 0,
        });
        let groups = summary.industries.iter();
        self.industries.push(
            groups
                .map(|id| place_of(&to.industry_groups, id, slug))
                .collect::<Result<_, _>>()?,
        );
        if summary.figures > 0 {
            self.figures.push((n, summary.figures));
        }
        if summary.cautions > 0 {
            self.cautions.push((n, summary.cautions));
        }
        if !zone.known.is_empty() {
            let known = zone.known.iter();
            let known = known.map(|id| place_of(&to.indicators, id, slug));
            self.known.push((n, known.collect::<Result<_, _>>()?));
        }
        Ok(())
    }

    /// The columns as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::to_bytes(self)
    }

    /// The columns of a file.
    ///
    /// # Errors
    /// Where the bytes are not such a file, or its columns do not fit one another.
    #[inline]
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
            && self.values.fit()
            && self.industries.len() == zones
            && inside(&self.level, Level::ALL.len())
            && inside(&self.kind, Kind::ALL.len())
            && inside(&self.province, self.provinces.len())
            && self
                .city
                .iter()
                .all(|n| usize::from(*n) <= self.cities.len())
            && self.industry_groups.len() <= MOST_INDUSTRY_GROUPS
            && self.indicators.len() <= MOST_INDICATORS
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
    pub fn row(&self, zone: usize) -> Option<ListedZone> {
        let number = u32::try_from(zone).ok()?;
        let city = self.city(zone).map(|city| CityName {
            slug: city.slug.clone(),
            name: city.name.clone(),
        });
        Some(ListedZone {
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
            area: ListedArea::parse(self.area.get(zone)),
            figures: of_zone(&self.figures, number).copied().unwrap_or_default(),
            cautions: of_zone(&self.cautions, number).copied().unwrap_or_default(),
            values: self.values.of_zone(number),
            found: None,
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

/// The place of each of these, as far as a `u8` can count.
fn places<T: Eq + Hash>(all: &[T]) -> HashMap<&T, u8> {
    (0..=u8::MAX)
        .zip(all)
        .map(|(n, value)| (value, n))
        .collect()
}

/// The place of what `of` refers to.
fn place_of<T: Eq + Hash + Display, N: Copy>(
    places: &HashMap<&T, N>,
    value: &T,
    of: &impl Display,
) -> Result<N, IndexError> {
    places
        .get(value)
        .copied()
        .ok_or_else(|| IndexError::Unknown {
            zone: of.to_string(),
            reference: value.to_string(),
        })
}

/// The place of a value among all values of its type, of which there are few.
fn place_in<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let places = (0..=u8::MAX).zip(all);
    let mut found = places.filter(|(_, one)| *one == value);
    found.next().map_or(0, |(place, _)| place)
}
