//! The official catalogue of development zones: levels, kinds, provinces, cities and industries, and the areas that it
//! lists.

use crate::definition::Term;
use crate::figure::Figure;
use crate::id::{CatalogueCode, CitySlug, FigureId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::period::Period;
use crate::quantity::Quantity;
use crate::receipt::{Receipt, SourcePlace};
use crate::text::Bilingual;
use crate::textual::vocabulary;
use crate::zone::ZoneSummary;
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

/// The ending of the id of a figure for a listed area.
const AREA_ENDING: &str = "-area";

/// Returns the area of a zone that a list states, as a figure with its receipt. For a zone with a code, this is the
/// approved area from the catalogue; for a new area, its land area.
///
/// `None` if the list states no area.
pub fn listed_area(zone: &ZoneSummary) -> Option<Figure> {
    area_of_list(zone.code.as_ref(), &zone.slug, zone.area)
}

/// Returns the id of the figure for the listed area of a zone: `s328119-area`.
pub fn area_id(code: Option<&CatalogueCode>, slug: &ZoneSlug) -> String {
    let name = code.map_or(slug.as_str(), CatalogueCode::as_str);
    [&name.to_ascii_lowercase(), AREA_ENDING].concat()
}

/// Like [`listed_area`], for callers that have only these three values.
pub fn area_of_list(
    code: Option<&CatalogueCode>,
    slug: &ZoneSlug,
    area: Option<Quantity>,
) -> Option<Figure> {
    let area = area?;
    let (source, period, definition) = match code {
        Some(_) => (
            CATALOGUE_SOURCE,
            Period::AsOf("2018".parse().ok()?),
            Term::Approved,
        ),
        None => (NEW_AREAS_SOURCE, Period::Undated, Term::Land),
    };
    let receipt = Receipt {
        source: source.parse().ok()?,
        at: SourcePlace::Page,
        as_stated: area.digits().to_string().parse().ok()?,
        reading: None,
    };
    let id = area_id(code, slug);
    Some(Figure {
        definition: vec![definition].into(),
        ..Figure::level(
            id.parse().ok()?,
            "area".parse().ok()?,
            period,
            area,
            receipt,
        )
    })
}

/// Returns the id of a listed area without its ending: a catalogue code in lower case, or a slug. `None` if it is not
/// the id of a listed area.
pub fn name_of_listed_area(id: &FigureId) -> Option<&str> {
    id.as_str().strip_suffix(AREA_ENDING)
}

/// True if the source of a figure is the catalogue, which states only approved areas.
pub fn is_catalogue_area(figure: &Figure) -> bool {
    figure
        .receipt()
        .is_some_and(|receipt| receipt.source.as_str() == CATALOGUE_SOURCE)
}

/// True if a figure is the listed area of a zone, from the catalogue or from a list of new areas.
pub fn is_listed_area(figure: &Figure) -> bool {
    figure.id.as_str().ends_with(AREA_ENDING)
}

/// Data on a national new area that [`ZoneSummary`] does not contain. It comes from list pages, which are weak sources.
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
