//! The official catalogue of development zones, and the divisions and industries it speaks of.

use crate::date::PartialDate;
use crate::id::{CatalogueCode, IndustryGroupId, ProvinceSlug};
use crate::quantity::Quantity;
use crate::text::Bilingual;
use crate::textual::vocabulary;
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

vocabulary! {
    /// How sure the place of a zone is; the catalogue gives names only.
    PlaceConfidence, "a confidence: A, B or C" {
        /// Sure.
        Sure = "A",
        /// The county is partly from memory.
        Partly = "B",
        /// Not known.
        Unknown = "C",
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

/// A leading industry as the catalogue names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadingIndustry {
    /// The catalogue's term and ours for it.
    pub term: Bilingual,
    /// The group we put it in.
    pub group: IndustryGroupId,
}

/// What the catalogue says of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueEntry {
    /// Its code.
    pub code: CatalogueCode,
    /// Its name in the catalogue, and ours for it in English.
    pub name: Bilingual,
    /// The month of its approval.
    pub approved: PartialDate,
    /// Its approved area, in hectares.
    pub area: Quantity,
    /// Its leading industries.
    pub industries: Vec<LeadingIndustry>,
}

/// What lists say of a national new area. The lists are weak sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewAreaEntry {
    /// Its place in the order of approval, from 1.
    pub number: u32,
    /// The month of its approval.
    pub approved: PartialDate,
    /// Its land area, where a list gives one.
    pub land: Option<Quantity>,
    /// Its sea area, where a list gives one.
    pub sea: Option<Quantity>,
    /// Where this was seen, and what other pages say.
    pub seen: String,
    /// The address of the list.
    pub address: String,
}
