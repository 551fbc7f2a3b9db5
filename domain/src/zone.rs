//! A development zone, as the atlas lists it and as its page shows it.

use crate::catalogue::{CatalogueEntry, CityName, Kind, Level, NewAreaEntry, PlaceConfidence};
use crate::date::PartialDate;
use crate::dossier::Dossier;
use crate::id::{CatalogueCode, IndicatorId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::quantity::Quantity;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// What the list of zones needs of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneSummary {
    /// Its address.
    pub slug: ZoneSlug,
    /// Its code in the catalogue; national new areas have none.
    pub code: Option<CatalogueCode>,
    /// What it is called today.
    pub name: Bilingual,
    /// What else it is or was called.
    pub other_names: Vec<Bilingual>,
    /// Who approved it.
    pub level: Level,
    /// What it is for.
    pub kind: Kind,
    /// Where it lies.
    pub province: ProvinceSlug,
    /// The prefecture-level unit it lies in, where known.
    pub city: Option<CityName>,
    /// The county-level unit it lies in, where known, in Chinese.
    pub county_zh: Option<String>,
    /// When it was approved.
    pub approved: PartialDate,
    /// Its approved area, or its land area for a new area, where known.
    pub area: Option<Quantity>,
    /// The groups its leading industries belong to.
    pub industries: Vec<IndustryGroupId>,
    /// How many figures the atlas has of it beyond the catalogue's.
    pub figures: u32,
    /// The indicators of which the atlas has a figure of the zone itself.
    pub known: Vec<IndicatorId>,
    /// How many cautions question what is known of it.
    pub cautions: u32,
}

/// All that the atlas knows of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRecord {
    /// As the list shows it.
    pub summary: ZoneSummary,
    /// How sure its place is.
    pub confidence: PlaceConfidence,
    /// What the catalogue says of it.
    pub catalogue: Option<CatalogueEntry>,
    /// What lists say of it, where it is a national new area.
    pub new_area: Option<NewAreaEntry>,
    /// Our sentences on what it is.
    pub lead: Option<Bilingual>,
    /// What is known of it, with receipts.
    pub dossier: Dossier,
    /// Other zones in the same city or, where there are few, of the same kind in the province.
    pub neighbours: Vec<ZoneSummary>,
}

/// The zones nearest to `zone` among `all`, at most `most`: those in the same city, then those of
/// the same kind in the same province, then others there, each in the order of `all`.
pub fn neighbours(all: &[ZoneSummary], zone: &ZoneSummary, most: usize) -> Vec<ZoneSummary> {
    let distance = |other: &ZoneSummary| {
        if other.province != zone.province || other.slug == zone.slug {
            None
        } else if zone.city.is_some() && other.city == zone.city {
            Some(0)
        } else if other.kind == zone.kind {
            Some(1)
        } else {
            Some(2)
        }
    };
    let mut near: Vec<(u8, &ZoneSummary)> = all
        .iter()
        .filter_map(|other| Some((distance(other)?, other)))
        .collect();
    // Stable, so that zones of the same distance keep the order of `all`.
    near.sort_by_key(|(distance, _)| *distance);
    near.into_iter()
        .take(most)
        .map(|(_, other)| other.clone())
        .collect()
}
