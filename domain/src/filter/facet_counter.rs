//! Counts the facets in one pass over the zones.

use super::choices::{AreaBand, Decade, Presence};
use super::columns::CityTile;
use super::facets::Counted;
use super::facets::{Facets, Tile, TileSums, TileZone, Timeline};
use super::predicates::bit;
use super::properties::ZoneData;
use super::state::{Filter, FilterKind};
use crate::catalogue::{Kind, Level};
use crate::id::CitySlug;
use crate::order::{by, sort_indexes, sorted_indexes_by};
use std::cmp::Reverse;

/// The number of cities among the facet values if no place is chosen.
const FEW_CITIES: usize = 12;

/// The facet counts during the pass. A zone counts in a facet if it fails no filter, or only the filter of that facet.
pub(super) struct FacetCounter {
    levels: [u32; Level::ALL.len()],
    kinds: [u32; Kind::ALL.len()],
    decades: [u32; Decade::ALL.len()],
    bands: [u32; AreaBand::ALL.len()],
    figures: [u32; Presence::ALL.len()],
    cautions: [u32; Presence::ALL.len()],
    industries: Vec<u32>,
    provinces: Vec<TileSums>,
    /// Indexed by city number, which starts at 1; entry 0 is for zones whose city is not known.
    cities: Vec<TileSums>,
    years: Vec<[u32; Kind::ALL.len()]>,
    removable_filters: [u32; FilterKind::ALL.len()],
}

impl FacetCounter {
    pub(super) fn over(zones: ZoneData<'_>, filter: &Filter) -> Self {
        let columns = zones.columns;
        let years = zones.properties.years;
        // Without a map of cities, only the number of zones of each city is shown, so no years are counted.
        let city_years = if filter.zoom.is_some() { years } else { 0 };
        Self {
            levels: [0; _],
            kinds: [0; _],
            decades: [0; _],
            bands: [0; _],
            figures: [0; _],
            cautions: [0; _],
            industries: vec![0; columns.industry_groups.len()],
            provinces: vec![TileSums::over(years); columns.provinces.len()],
            cities: vec![TileSums::over(city_years); columns.cities.len() + 1],
            years: vec![[0; _]; years],
            removable_filters: [0; _],
        }
    }

    pub(super) fn count(&mut self, zones: ZoneData<'_>, zone: usize, failed: u16) {
        if failed != 0 && !failed.is_power_of_two() {
            return;
        }
        let (columns, properties, classes) = (zones.columns, zones.properties, zones.classes);
        let counts_in = |dimension| failed == 0 || failed == bit(dimension);
        let kind = usize::from(classes.kind[zone]);
        let year = usize::from(properties.year[zone].saturating_sub(properties.first_year));
        let of_tile = TileZone {
            kind,
            national: classes.national[zone],
            hundredths: if properties.catalogue[zone] {
                properties.area[zone].unwrap_or(0)
            } else {
                0
            },
            figures: properties.figures[zone] > 0,
            year,
        };
        if counts_in(FilterKind::Level) {
            // A level that is not known has no counter.
            if let Some(count) = self.levels.get_mut(usize::from(classes.level[zone])) {
                *count += 1;
            }
        }
        if counts_in(FilterKind::Kind) {
            self.kinds[kind] += 1;
        }
        if counts_in(FilterKind::Province) {
            self.provinces[usize::from(columns.province[zone])].add(of_tile);
        }
        if counts_in(FilterKind::City) {
            self.cities[usize::from(columns.city[zone])].add(of_tile);
        }
        if counts_in(FilterKind::Industry) {
            for group in &columns.industries[zone] {
                self.industries[usize::from(*group)] += 1;
            }
        }
        if counts_in(FilterKind::Decade) {
            self.decades[usize::from(properties.decade[zone])] += 1;
        }
        if counts_in(FilterKind::Area) {
            self.bands[usize::from(properties.band[zone])] += 1;
        }
        if counts_in(FilterKind::Figures) {
            self.figures[usize::from(properties.has_figures[zone])] += 1;
        }
        if counts_in(FilterKind::Cautions) {
            self.cautions[usize::from(properties.has_cautions[zone])] += 1;
        }
        if counts_in(FilterKind::Years) {
            self.years[year][kind] += 1;
        }
        if failed != 0 {
            self.removable_filters[failed.trailing_zeros() as usize] += 1;
        }
    }

    pub(super) fn removable_filters(&self) -> Vec<(FilterKind, u32)> {
        let removable_filters = FilterKind::ALL.into_iter().zip(self.removable_filters);
        let removable_filters: Vec<_> = removable_filters.filter(|(_, zones)| *zones > 0).collect();
        let order = sorted_indexes_by(&removable_filters, |(_, zones)| Reverse(*zones));
        order
            .into_iter()
            .map(|place| removable_filters[place])
            .collect()
    }

    pub(super) fn timeline(&self, zones: ZoneData<'_>) -> Timeline {
        Timeline {
            first: zones.properties.first_year,
            years: self.years.clone(),
        }
    }

    pub(super) fn facets(self, zones: ZoneData<'_>, filter: &Filter) -> Facets {
        let columns = zones.columns;
        let first = zones.properties.first_year;
        Facets {
            cities: self.city_facets(zones, filter),
            levels: counted(Level::ALL, &self.levels),
            kinds: counted(Kind::ALL, &self.kinds),
            decades: counted(Decade::ALL, &self.decades),
            areas: counted(AreaBand::ALL, &self.bands),
            figures: counted(Presence::ALL, &self.figures),
            cautions: counted(Presence::ALL, &self.cautions),
            industries: counted(&columns.industry_groups, &self.industries),
            provinces: columns
                .provinces
                .iter()
                .zip(&self.provinces)
                .filter(|(_, sums)| sums.zones() > 0)
                .map(|(slug, sums)| (slug.clone(), sums.tile(first)))
                .collect(),
        }
    }

    fn city_facets(&self, zones: ZoneData<'_>, filter: &Filter) -> Counted<CitySlug, Tile> {
        let columns = zones.columns;
        let placed = |city: &CityTile| {
            let province = columns.provinces.get(usize::from(city.province));
            let in_view = |province| {
                filter.zoom.as_ref() == Some(province) || filter.provinces.contains(province)
            };
            filter.cities.contains(&city.slug) || province.is_some_and(in_view)
        };
        // Entry 0 is for zones whose city is not known.
        let sums = |n: u32| &self.cities[n as usize + 1];
        let all = || (0_u32..).zip(&columns.cities);
        let mut shown: Vec<u32> = all()
            .filter(|(_, city)| placed(city))
            .map(|(n, _)| n)
            .collect();
        if shown.is_empty() {
            shown = all()
                .map(|(n, _)| n)
                .filter(|n| sums(*n).zones() > 0)
                .collect();
            sort_indexes(&mut shown, &by(|n| Reverse(sums(n).zones())));
            shown.truncate(FEW_CITIES);
        }
        let first = zones.properties.first_year;
        let slug = |n: u32| columns.cities[n as usize].slug.clone();
        let tiles = shown.into_iter().map(|n| (slug(n), sums(n).tile(first)));
        tiles.collect()
    }
}

/// Pairs the values with their counts and leaves out the values that no zone has.
fn counted<T: Clone>(all: &[T], counts: &[u32]) -> Counted<T, u32> {
    let pairs = all.iter().cloned().zip(counts.iter().copied());
    pairs.filter(|(_, zones)| *zones > 0).collect()
}
