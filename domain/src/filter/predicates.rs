//! Determines which filters a zone fails.

use super::choices::{AreaBand, Decade, Presence};
use super::properties::ZoneData;
use super::search::SearchResult;
use super::state::{Filter, FilterKind};
use crate::catalogue::{Kind, Level};
use crate::id::IndicatorId;
use crate::small_set::SmallSet;

/// Returns the bit of a filter in the set of filters that a zone fails.
pub(super) const fn bit(dimension: FilterKind) -> u16 {
    1 << dimension as u16
}

/// The predicates of a filter as lookup tables: for each value of each property, 0 if it passes and the bit of the
/// filter if it fails.
pub(super) struct Predicates {
    /// Indexed by level; the last entry is for zones whose level is not known.
    level: Vec<u16>,
    kind: Vec<u16>,
    province: Vec<u16>,
    /// Indexed by city number, which starts at 1; entry 0 is for zones whose city is not known.
    city: Vec<u16>,
    decade: Vec<u16>,
    band: Vec<u16>,
    figures: Vec<u16>,
    cautions: Vec<u16>,
    industries: Option<u64>,
    known: Option<u128>,
    unknown: u128,
    from: u16,
    to: u16,
}

impl Predicates {
    pub(super) fn of(zones: ZoneData<'_>, filter: &Filter) -> Self {
        let columns = zones.columns;
        let bits = |wanted: &SmallSet<IndicatorId>| {
            let places = columns.indicators.iter().enumerate();
            places
                .filter(|(_, id)| wanted.contains(id))
                .fold(0, |bits, (n, _)| bits | 1_u128 << n)
        };
        let industries = || {
            let places = columns.industry_groups.iter().enumerate();
            places
                .filter(|(_, id)| filter.industries.contains(id))
                .fold(0, |bits, (n, _)| bits | 1_u64 << n)
        };
        let cities = columns.cities.iter().map(|city| &city.slug);
        let mut city = vec![if filter.cities.is_empty() {
            0
        } else {
            bit(FilterKind::City)
        }];
        city.extend(predicates(FilterKind::City, cities, &filter.cities));
        Self {
            level: level_predicates(filter),
            kind: predicates(FilterKind::Kind, Kind::ALL, &filter.kinds),
            province: predicates(FilterKind::Province, &columns.provinces, &filter.provinces),
            city,
            decade: predicates(FilterKind::Decade, Decade::ALL, &filter.decades),
            band: predicates(FilterKind::Area, AreaBand::ALL, &filter.areas),
            figures: predicates(FilterKind::Figures, Presence::ALL, &filter.figures),
            cautions: predicates(FilterKind::Cautions, Presence::ALL, &filter.cautions),
            industries: (!filter.industries.is_empty()).then(industries),
            known: (!filter.known.is_empty()).then(|| bits(&filter.known)),
            unknown: bits(&filter.unknown),
            from: filter.from.unwrap_or(0),
            to: filter.to.unwrap_or(u16::MAX),
        }
    }

    /// Returns the filters that a zone fails, as bits; 0 if it passes all.
    pub(super) fn failed(
        &self,
        zones: ZoneData<'_>,
        found: Option<&SearchResult>,
        zone: usize,
    ) -> u16 {
        let (columns, properties, classes) = (zones.columns, zones.properties, zones.classes);
        let fails = |failed: bool, dimension| if failed { bit(dimension) } else { 0 };
        let year = properties.year[zone];
        self.level[usize::from(classes.level[zone])]
            | self.kind[usize::from(classes.kind[zone])]
            | self.province[usize::from(columns.province[zone])]
            | self.city[usize::from(columns.city[zone])]
            | self.decade[usize::from(properties.decade[zone])]
            | self.band[usize::from(properties.band[zone])]
            | self.figures[usize::from(properties.has_figures[zone])]
            | self.cautions[usize::from(properties.has_cautions[zone])]
            | fails(
                self.industries
                    .is_some_and(|wanted| wanted & properties.industries[zone] == 0),
                FilterKind::Industry,
            )
            | fails(
                self.known
                    .is_some_and(|wanted| wanted & properties.known[zone] == 0),
                FilterKind::Known,
            )
            | fails(
                self.unknown & properties.known[zone] != 0,
                FilterKind::Unknown,
            )
            | fails(year < self.from || year > self.to, FilterKind::Years)
            | fails(
                found.is_some_and(|found| found.scores[zone] == 0),
                FilterKind::Search,
            )
    }
}

fn level_predicates(filter: &Filter) -> Vec<u16> {
    let mut level = predicates(FilterKind::Level, Level::ALL, &filter.levels);
    level.push(if filter.levels.is_empty() {
        0
    } else {
        bit(FilterKind::Level)
    });
    level
}

fn predicates<'a, T: Ord + 'a>(
    dimension: FilterKind,
    all: impl IntoIterator<Item = &'a T>,
    wanted: &SmallSet<T>,
) -> Vec<u16> {
    let passes = |value: &T| wanted.is_empty() || wanted.contains(value);
    all.into_iter()
        .map(|value| if passes(value) { 0 } else { bit(dimension) })
        .collect()
}
