//! A development zone, as lists and as its page show it.

use crate::catalogue::{CityName, Kind, LeadingIndustry, Level, NewAreaEntry};
use crate::date::PartialDate;
use crate::dossier::Dossier;
use crate::id::{CatalogueCode, CitySlug, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::quantity::Quantity;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A zone as every list of zones shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneSummary {
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
    /// Its approved area, or its land area for a new area, where known.
    pub area: Option<Quantity>,
    /// The groups its leading industries belong to, each once.
    pub industries: Vec<IndustryGroupId>,
    /// How many stated figures the atlas has of it, without the area that its list gives.
    pub figures: u32,
    /// How many cautions question what is known of it.
    pub cautions: u32,
}

/// All that the atlas knows of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRecord {
    /// As a list shows it.
    pub summary: ZoneSummary,
    /// What else it is or was called.
    pub other_names: Vec<Bilingual>,
    /// The county-level unit it lies in, where known.
    pub county: Option<Bilingual>,
    /// What the catalogue calls it; national new areas are not in the catalogue.
    pub catalogue_name: Option<Bilingual>,
    /// Its leading industries, as the catalogue names them.
    pub industries: Vec<LeadingIndustry>,
    /// What lists say of it, where it is a national new area.
    pub new_area: Option<NewAreaEntry>,
    /// Our sentences on what it is.
    pub lead: Option<Bilingual>,
    /// What is known of it, with receipts.
    pub dossier: Dossier,
    /// Other zones in the same city or, where there are few, of the same kind in the province.
    pub neighbours: Vec<ZoneSummary>,
}

/// What decides which zones are near a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The province.
    pub province: ProvinceSlug,
    /// The prefecture-level unit, where known.
    pub city: Option<CitySlug>,
    /// What the zone is for.
    pub kind: Kind,
}

/// Of each of `zones` the places in `zones` of those nearest to it, at most `most`: those in the
/// same city, then those of the same kind in the same province, then others there, each in the
/// order of `zones`.
pub fn neighbours(zones: &[Location], most: usize) -> Vec<Vec<usize>> {
    let mut in_city: HashMap<(&ProvinceSlug, &CitySlug), Vec<usize>> = HashMap::new();
    let mut of_kind: HashMap<(&ProvinceSlug, Kind), Vec<usize>> = HashMap::new();
    let mut in_province: HashMap<&ProvinceSlug, Vec<usize>> = HashMap::new();
    for (n, zone) in zones.iter().enumerate() {
        if let Some(city) = &zone.city {
            in_city.entry((&zone.province, city)).or_default().push(n);
        }
        let key = (&zone.province, zone.kind);
        of_kind.entry(key).or_default().push(n);
        in_province.entry(&zone.province).or_default().push(n);
    }
    let near = |(n, zone): (usize, &Location)| {
        let city = zone
            .city
            .as_ref()
            .and_then(|city| in_city.get(&(&zone.province, city)));
        let kind = of_kind.get(&(&zone.province, zone.kind));
        let province = in_province.get(&zone.province);
        let mut found: Vec<usize> = Vec::with_capacity(most);
        for other in [city, kind, province].into_iter().flatten().flatten() {
            if found.len() == most {
                break;
            }
            if *other != n && !found.contains(other) {
                found.push(*other);
            }
        }
        found
    };
    zones.iter().enumerate().map(near).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_zones_are_of_the_city_then_of_the_kind_then_of_the_province() {
        let zone = |province: &str, city: Option<&str>, kind| Location {
            province: province.parse().unwrap(),
            city: city.map(|city| city.parse().unwrap()),
            kind,
        };
        let zones = [
            zone("jiangsu", Some("suzhou"), Kind::Etdz),
            zone("jiangsu", None, Kind::Border),
            zone("jiangsu", Some("changzhou"), Kind::Etdz),
            zone("jiangsu", Some("suzhou"), Kind::HighTech),
            zone("anhui", Some("suzhou"), Kind::Etdz),
            zone("jiangsu", None, Kind::Border),
        ];
        assert_eq!(
            neighbours(&zones, 3),
            [
                vec![3, 2, 1],
                vec![5, 0, 2],
                vec![0, 1, 3],
                vec![0, 1, 2],
                vec![],
                vec![1, 0, 2],
            ]
        );
    }
}
