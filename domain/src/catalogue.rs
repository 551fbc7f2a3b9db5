//! The official catalogue of development zones: levels, kinds, provinces, cities and industries, and the areas that it
//! lists.

use crate::id::{CitySlug, IndustryGroupId, ProvinceSlug};
use crate::quantity::Quantity;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The level of the authority that approved a zone.
    Level, "a level: national or provincial" {
        /// Approved by the State Council.
        National = "national",
        /// Approved by a provincial government.
        Provincial = "provincial",
    }
}

vocabulary! {
    /// The type of a zone, independent of its level.
    Kind, "a kind such as `etdz`, `economic`, `high-tech` or `new-area`" {
        /// National economic and technological development zone.
        Etdz = "etdz",
        /// Provincial economic development zone.
        Economic = "economic",
        /// High-tech zone, national or provincial.
        HighTech = "high-tech",
        /// Provincial industrial park.
        IndustrialPark = "industrial-park",
        /// Customs-supervised (bonded) zone.
        Customs = "customs",
        /// Border economic cooperation zone.
        Border = "border",
        /// National new area. New areas are not in the catalogue.
        NewArea = "new-area",
        /// Other national zone.
        Other = "other",
    }
}

/// A provincial-level division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// The name of the province in URLs: `jiangsu`.
    pub slug: ProvinceSlug,
    /// Two-digit code of GB/T 2260: `32`.
    pub code: String,
    /// Letters of ISO 3166-2 without the country prefix: `JS`.
    pub letters: String,
    /// The name in both languages.
    pub name: Bilingual,
    /// The one-character Chinese abbreviation: `苏`.
    pub short_zh: String,
    /// Row on the tile map, counted from 1.
    pub row: u8,
    /// Column on the tile map, counted from 1.
    pub column: u8,
}

/// A point on the earth, in degrees, from GeoNames.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Latitude, positive north of the equator.
    pub latitude: f64,
    /// Longitude, positive east of Greenwich.
    pub longitude: f64,
}

/// A prefecture-level unit, called a city here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City {
    /// The name of the city in URLs: `suzhou-anhui`.
    pub slug: CitySlug,
    /// The province of the city.
    pub province: ProvinceSlug,
    /// The name in both languages.
    pub name: Bilingual,
    /// The position of the city; `None` if unknown.
    pub point: Option<Point>,
}

/// A reference to a city: its slug and its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityName {
    /// The name of the city in URLs.
    pub slug: CitySlug,
    /// The name in both languages.
    pub name: Bilingual,
}

/// A group of industries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryGroup {
    /// The id in the dataset: `electronics-and-ict`.
    pub id: IndustryGroupId,
    /// The name in both languages.
    pub name: Bilingual,
    /// The industries that belong to the group, in English.
    pub scope: String,
}

/// Synonyms for one thing that zones are known for, such as batteries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonyms {
    /// The words of each language, separated by `;`. The first word is the one shown to readers.
    pub words: Bilingual,
    /// The industry group of the thing; `None` if it is not an industry.
    pub group: Option<IndustryGroupId>,
}

impl Synonyms {
    /// True if a Chinese text contains one of the Chinese words.
    pub fn are_in(&self, text: &str) -> bool {
        self.words.zh.split(';').any(|word| text.contains(word))
    }
}

/// A leading industry of a zone, as the catalogue names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadingIndustry {
    /// The Chinese term of the catalogue and our English translation.
    pub term: Bilingual,
    /// The industry group to which we assigned the term.
    pub group: IndustryGroupId,
}

/// The source id of the catalogue.
pub const CATALOGUE_SOURCE: &str = "catalogue-2018";

/// The source id of the lists of national new areas.
pub const NEW_AREAS_SOURCE: &str = "new-area-lists";

/// Data on a national new area that [`ZoneSummary`](crate::zone::ZoneSummary) does not contain. It comes from list pages, which are weak sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAreaEntry {
    /// The number in the order of approval, from 1.
    pub number: u32,
    /// The sea area; `None` if the list states none.
    pub sea: Option<Quantity>,
    /// A note in English: the page that contains the entry, and different statements of other pages.
    pub seen: String,
    /// The URL of the list.
    pub address: String,
}
