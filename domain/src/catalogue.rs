//! The official catalogue of development zones, and the divisions and industries it speaks of.

use crate::definition::Term;
use crate::figure::Figure;
use crate::id::{CatalogueCode, CitySlug, FigureId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::period::Period;
use crate::quantity::Quantity;
use crate::receipt::{Place, Receipt};
use crate::text::Bilingual;
use crate::textual::vocabulary;
use crate::zone::ZoneSummary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Who approved a zone.
    Level, "a level: national or provincial" {
        /// The State Council.
        National = "national",
        /// A provincial government.
        Provincial = "provincial",
    }
}

vocabulary! {
    /// What a zone is for, free of its level.
    Kind, "a kind such as `etdz`, `economic`, `high-tech` or `new-area`" {
        /// Economic and technological development zone, national.
        Etdz = "etdz",
        /// Provincial economic development zone.
        Economic = "economic",
        /// High-tech zone, national or provincial.
        HighTech = "high-tech",
        /// Provincial industrial park.
        IndustrialPark = "industrial-park",
        /// Customs-supervised, bonded.
        Customs = "customs",
        /// Border cooperation.
        Border = "border",
        /// National new area; not in the catalogue.
        NewArea = "new-area",
        /// Other national zones.
        Other = "other",
    }
}

/// A provincial-level division.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Province {
    /// Its address.
    pub slug: ProvinceSlug,
    /// Its code in GB/T 2260.
    pub code: String,
    /// Its letters in ISO 3166-2, without the country.
    pub letters: String,
    /// What it is called.
    pub name: Bilingual,
    /// Its one-character abbreviation in Chinese.
    pub short_zh: String,
    /// Its row on the tile map, from 1.
    pub row: u8,
    /// Its column on the tile map, from 1.
    pub column: u8,
}

/// A point on the earth, in degrees, as GeoNames gives it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

/// A prefecture-level unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct City {
    /// Its address.
    pub slug: CitySlug,
    /// The province it belongs to.
    pub province: ProvinceSlug,
    /// What it is called.
    pub name: Bilingual,
    /// Where it lies, where known.
    pub point: Option<Point>,
}

/// A prefecture-level unit as something in it names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityName {
    /// Its address.
    pub slug: CitySlug,
    /// What it is called.
    pub name: Bilingual,
}

/// A group of industries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndustryGroup {
    /// Its name in the dataset.
    pub id: IndustryGroupId,
    /// What it is called.
    pub name: Bilingual,
    /// What belongs to it, in English.
    pub scope: String,
}

/// Words that people use for one thing that zones are known for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonyms {
    /// The words of each language, with `;` between them. The first is shown.
    pub words: Bilingual,
    /// The group of industries that the thing belongs to, where it is an industry.
    pub group: Option<IndustryGroupId>,
}

impl Synonyms {
    /// True where a Chinese text has one of the words.
    pub fn are_in(&self, text: &str) -> bool {
        self.words.zh.split(';').any(|word| text.contains(word))
    }
}

/// A leading industry as the catalogue names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadingIndustry {
    /// The catalogue's term and ours for it.
    pub term: Bilingual,
    /// The group we put it in.
    pub group: IndustryGroupId,
}

/// The document that the catalogue is, among the sources.
pub const CATALOGUE_SOURCE: &str = "catalogue-2018";

/// The lists of national new areas, among the sources.
pub const NEW_AREAS_SOURCE: &str = "new-area-lists";

/// How the id of the area that a list gives of a zone ends.
const AREA_ENDING: &str = "-area";

/// The area of a zone as a list prints it, as a figure with its receipt: the catalogue's approved
/// area of a zone with a code, the land area of a new area.
///
/// Nothing where the list gives none.
pub fn listed_area(zone: &ZoneSummary) -> Option<Figure> {
    area_of_list(zone.code.as_ref(), &zone.slug, zone.area)
}

/// The id of the figure that is the area of a zone as a list prints it.
pub fn area_id(code: Option<&CatalogueCode>, slug: &ZoneSlug) -> String {
    let name = code.map_or(slug.as_str(), CatalogueCode::as_str);
    [&name.to_ascii_lowercase(), AREA_ENDING].concat()
}

/// The same, of a zone of which only these are at hand.
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
        at: Place::Page,
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

/// What the id of a listed area begins with: a catalogue code in small letters, or a slug.
pub fn name_of_listed_area(id: &FigureId) -> Option<&str> {
    id.as_str().strip_suffix(AREA_ENDING)
}

/// Whether a figure is the approved area that the catalogue gives.
pub fn is_catalogue_area(figure: &Figure) -> bool {
    figure
        .receipt()
        .is_some_and(|receipt| receipt.source.as_str() == CATALOGUE_SOURCE)
}

/// Whether a figure is an area that a list of zones gives, the catalogue's or another.
pub fn is_listed_area(figure: &Figure) -> bool {
    figure.id.as_str().ends_with(AREA_ENDING)
}

/// What lists say of a national new area beyond what [`ZoneSummary`] holds. The lists are weak sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAreaEntry {
    /// Its place in the order of approval, from 1.
    pub number: u32,
    /// Its sea area, where a list gives one.
    pub sea: Option<Quantity>,
    /// Where this was seen, and what other pages say.
    pub seen: String,
    /// The address of the list.
    pub address: String,
}
