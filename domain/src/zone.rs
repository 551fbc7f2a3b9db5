//! Zones, as lists and zone pages show them.

use crate::catalogue::{CityName, Kind, LeadingIndustry, Level, NewAreaEntry};
use crate::date::PartialDate;
use crate::id::{CatalogueCode, CitySlug, FactId, IndustryGroupId, ProvinceSlug, ZoneSlug};
use crate::profile::Profile;
use crate::quantity::Quantity;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The level and the type of a zone today, where a source states a change since the catalogue of 2018.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Today {
    /// The level; `None` if sources state only that it is no longer that of the catalogue.
    pub level: Option<Level>,
    /// The type.
    pub kind: Kind,
    /// The fact on the page of the zone that states the change.
    pub fact: FactId,
}

/// The data on a zone that every list of zones shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneSummary {
    /// The name of the zone in URLs.
    pub slug: ZoneSlug,
    /// The code in the catalogue; `None` for national new areas and for zones that are newer than the catalogue.
    pub code: Option<CatalogueCode>,
    /// The present name in both languages.
    pub name: Bilingual,
    /// The level of the authority that approved it, as in the catalogue.
    pub level: Level,
    /// The type of the zone, as in the catalogue.
    pub kind: Kind,
    /// The level and the type today; `None` if no source states a change.
    pub today: Option<Today>,
    /// The province that contains it.
    pub province: ProvinceSlug,
    /// The prefecture-level unit that contains it; `None` if unknown.
    pub city: Option<CityName>,
    /// The date of approval.
    pub approved: PartialDate,
    /// The approved area, or the land area of a new area; `None` if unknown.
    pub area: Option<Quantity>,
    /// The industry groups of its leading industries and of the industries that sources name in it, without duplicates.
    pub industries: Vec<IndustryGroupId>,
    /// Number of stated figures of it, without the listed area.
    pub figures: u32,
    /// Number of cautions that question its data.
    pub cautions: u32,
}

/// All data on a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoneRecord {
    /// The data that lists show.
    pub summary: ZoneSummary,
    /// Other present and former names.
    pub other_names: Vec<Bilingual>,
    /// The county-level unit that contains it; `None` if unknown.
    pub county: Option<Bilingual>,
    /// The name in the catalogue; `None` for national new areas, which are not in the catalogue.
    pub catalogue_name: Option<Bilingual>,
    /// The leading industries, as the catalogue names them.
    pub industries: Vec<LeadingIndustry>,
    /// The entry in the lists of national new areas; `None` for other zones.
    pub new_area: Option<NewAreaEntry>,
    /// Introductory sentences in our own words.
    pub lead: Option<Bilingual>,
    /// The profile: all facts and figures with receipts.
    pub profile: Profile,
    /// Other zones in the same city; if these are few, also zones of the same kind in the province, then others in the
    /// province.
    pub neighbours: Vec<ZoneSummary>,
}

/// The properties of a zone that decide which zones are its neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The province.
    pub province: ProvinceSlug,
    /// The prefecture-level unit; `None` if unknown.
    pub city: Option<CitySlug>,
    /// The type of the zone.
    pub kind: Kind,
}

/// Returns for each zone the indexes of its nearest zones, at most `most`: those in the same city, then those of the
/// same kind in the same province, then others in the province, each in the order of `zones`.
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
