//! The column-oriented index of all zones: the data that the list, the map and the filters need. It is small enough for
//! a browser to download once.

use super::file::{self, InvalidIndexFile};
use super::row::{ListedArea, ListedToday, ListedZone};
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

/// The maximum number of industry groups in an index: a filter stores them as the bits of a `u64`.
const MOST_INDUSTRY_GROUPS: usize = 64;

/// The maximum number of indicators in an index: a filter stores them as the bits of a `u128`.
const MOST_INDICATORS: usize = 128;

/// A city, as the list and the map show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityTile {
    /// The URL slug.
    pub slug: CitySlug,
    /// The name in English and Chinese.
    pub name: Bilingual,
    /// The province, as an index into [`Columns::provinces`].
    pub province: u8,
}

/// All zones in the order of the catalogue, with one column for each property. Most numeric columns contain indices
/// into the lists of provinces, cities, industry groups and indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<ProvinceSlug>,
    /// The cities, in the order of their codes.
    pub cities: Vec<CityTile>,
    /// The industry groups, in the order of the dataset.
    pub industry_groups: Vec<IndustryGroupId>,
    /// The indicators for which at least one zone has a figure, in the order of the dataset.
    pub indicators: Vec<IndicatorId>,
    /// English names.
    pub name_en: Texts,
    /// Chinese names.
    pub name_zh: Texts,
    /// URL slugs; empty if the slug equals [`slug_of_name`] of the English name.
    slug: Texts,
    /// Catalogue codes; empty for national new areas.
    pub code: Texts,
    /// Levels, as indices into [`Level::ALL`].
    pub level: Vec<u8>,
    /// Kinds, as indices into [`Kind::ALL`].
    pub kind: Vec<u8>,
    /// Zone number, and the level and kind today; only zones with a change since the catalogue. The level is 0 if it is
    /// not known, otherwise 1 plus the index into [`Level::ALL`]; the kind is an index into [`Kind::ALL`].
    pub today: Vec<(u32, (u8, u8))>,
    /// Provinces, as indices into [`Self::provinces`].
    pub province: Vec<u8>,
    /// Cities: 0 if the city is not known, otherwise 1 plus the index into [`Self::cities`].
    pub city: Vec<u16>,
    /// Dates of approval as text, such as `2006-03`; most contain only year and month.
    pub approved: Texts,
    /// Areas in the official lists as text, such as `130.51 ha`; empty if not known.
    pub area: Texts,
    /// For each zone the groups of its leading industries, as indices into [`Self::industry_groups`].
    pub industries: Vec<Vec<u8>>,
    /// Zone number and number of figures other than those in the official lists; only zones that have any.
    pub figures: Vec<(u32, u32)>,
    /// Zone number and number of cautions; only zones that have any.
    pub cautions: Vec<(u32, u32)>,
    /// Zone number and the indicators for which the zone has a figure, as indices into [`Self::indicators`]; only zones
    /// that have any.
    pub known: Vec<(u32, Vec<u8>)>,
    /// The values in the value columns of the list (output, revenue, growth, trend); only zones that have any.
    pub(super) values: Values,
}

/// The reference lists that the columns point into.
#[derive(Debug, Clone, Default)]
pub struct IndexReferences {
    /// The provinces, in the order of their codes.
    pub provinces: Vec<ProvinceSlug>,
    /// The cities with their provinces, in the order of the city codes.
    pub cities: Vec<(CityName, ProvinceSlug)>,
    /// The industry groups, in the order of the dataset.
    pub industry_groups: Vec<IndustryGroupId>,
    /// The indicators for which at least one zone has a figure, in the order of the dataset.
    pub indicators: Vec<IndicatorId>,
}

/// The input of the index for one zone.
#[derive(Debug, Clone)]
pub struct IndexedZone {
    /// The zone as every list shows it.
    pub summary: ZoneSummary,
    /// The indicators for which there is a figure of the zone itself.
    pub known: Vec<IndicatorId>,
    /// The values in the value columns of the list.
    pub values: Vec<ZoneValue>,
}

/// The reason why an index cannot be built.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// A zone refers to an item that is not in the reference lists.
    #[error("the zone {zone} refers to {reference}, which is not in the reference lists")]
    Unknown {
        /// The slug of the zone, or the slug of the city if the province of a city is missing.
        zone: String,
        /// The missing item.
        reference: String,
    },
    /// There are more items of one type than the index can number.
    #[error("the index has room for {most} {what}, and there are more")]
    TooMany {
        /// The type of the items, such as `cities`.
        what: &'static str,
        /// The maximum number of such items.
        most: usize,
    },
}

/// The index of each item in its reference list. City numbers start at 1.
struct PlaceNames<'a> {
    provinces: HashMap<&'a ProvinceSlug, u8>,
    cities: HashMap<&'a CitySlug, u16>,
    industry_groups: HashMap<&'a IndustryGroupId, u8>,
    indicators: HashMap<&'a IndicatorId, u8>,
}

impl<'a> PlaceNames<'a> {
    fn of(references: &'a IndexReferences) -> Result<Self, IndexError> {
        let too_many = |what, most| IndexError::TooMany { what, most };
        let groups = &references.industry_groups;
        let indicators = &references.indicators;
        if groups.len() > MOST_INDUSTRY_GROUPS {
            return Err(too_many("groups of industries", MOST_INDUSTRY_GROUPS));
        }
        if indicators.len() > MOST_INDICATORS {
            return Err(too_many("indicators", MOST_INDICATORS));
        }
        // City numbers start at 1, because 0 means that the city is not known.
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
    /// Builds the columns of `zones`, which must be in the order of the catalogue.
    ///
    /// # Errors
    /// Returns an error if a zone refers to an item that is not in `references`, or if there are too many items.
    pub fn new(zones: &[IndexedZone], references: IndexReferences) -> Result<Self, IndexError> {
        let places = PlaceNames::of(&references)?;
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

    /// Appends the numeric values of one zone. The text columns are built for all zones at once.
    fn push(&mut self, n: u32, zone: &IndexedZone, to: &PlaceNames<'_>) -> Result<(), IndexError> {
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
        if let Some(today) = &summary.today {
            let level = today
                .level
                .map_or(0, |level| 1 + place_in(Level::ALL, &level));
            let kind = place_in(Kind::ALL, &today.kind);
            self.today.push((n, (level, kind)));
        }
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

    /// Serialises the columns to the content of a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        file::to_bytes(self)
    }

    /// Reads the columns from the content of a file.
    ///
    /// # Errors
    /// Returns an error if the bytes are not an index, or if the columns do not fit together.
    #[inline]
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InvalidIndexFile> {
        let columns: Self = file::from_bytes(bytes)?;
        if columns.is_consistent() {
            Ok(columns)
        } else {
            Err(InvalidIndexFile)
        }
    }

    /// True if all columns with one entry per zone have the same length, and their indices are in range.
    fn is_consistent(&self) -> bool {
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
            && self.values.is_consistent()
            && self.industries.len() == zones
            && inside(&self.level, Level::ALL.len())
            && inside(&self.kind, Kind::ALL.len())
            && self.today.iter().all(|(zone, (level, kind))| {
                (*zone as usize) < zones
                    && usize::from(*level) <= Level::ALL.len()
                    && usize::from(*kind) < Kind::ALL.len()
            })
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

    /// Returns the number of zones.
    pub fn len(&self) -> usize {
        self.name_en.len()
    }

    /// True if there are no zones.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the URL slug of a zone.
    pub fn slug(&self, zone: usize) -> String {
        match self.slug.get(zone) {
            "" => slug_of_name(self.name_en.get(zone)),
            slug => slug.to_owned(),
        }
    }

    /// Returns the kind of a zone; `None` past the end.
    pub fn kind(&self, zone: usize) -> Option<Kind> {
        Kind::ALL.get(usize::from(*self.kind.get(zone)?)).copied()
    }

    /// Returns the city of a zone; `None` if it is not known.
    pub fn city(&self, zone: usize) -> Option<&CityTile> {
        let place = usize::from(*self.city.get(zone)?);
        self.cities.get(place.checked_sub(1)?)
    }

    /// Returns a zone as a row of the list; `None` past the end.
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
            today: of_zone(&self.today, number).and_then(|(level, kind)| {
                let level = usize::from(*level).checked_sub(1);
                Some(ListedToday {
                    level: level.and_then(|level| Level::ALL.get(level).copied()),
                    kind: *Kind::ALL.get(usize::from(*kind))?,
                })
            }),
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

/// Returns the value of a zone in a sparse column; `None` if it has none. The column must be sorted by zone number.
fn of_zone<T>(column: &[(u32, T)], zone: u32) -> Option<&T> {
    let at = column.binary_search_by_key(&zone, |(n, _)| *n).ok()?;
    column.get(at).map(|(_, value)| value)
}

/// Returns the default slug, which most zones have: the English name in lower case, with hyphens between the words.
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

/// Maps each item to its index, for at most 256 items.
fn places<T: Eq + Hash>(all: &[T]) -> HashMap<&T, u8> {
    (0..=u8::MAX)
        .zip(all)
        .map(|(n, value)| (value, n))
        .collect()
}

/// Looks up the index of `value`. `of` is the zone or city that refers to it, for the error message.
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

/// Returns the index of a value in `all`, the short list of all values of its type.
fn place_in<T: PartialEq>(all: &[T], value: &T) -> u8 {
    let places = (0..=u8::MAX).zip(all);
    let mut found = places.filter(|(_, one)| *one == value);
    found.next().map_or(0, |(place, _)| place)
}
