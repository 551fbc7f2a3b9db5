//! The facet counts beside the list, the tiles of the map, and the number of approvals per year.

use super::choices::{AreaBand, Decade, Measure, Presence};
use crate::catalogue::{Kind, Level};
use crate::id::{CitySlug, IndustryGroupId, ProvinceSlug};

/// The number of kinds of zones.
pub const KINDS: usize = Kind::ALL.len();

/// The number of hundredths of a hectare in a square kilometre.
pub const HUNDREDTH_HECTARES_PER_KM2: u64 = 10_000;

/// The number of zones that each facet value would show. A facet ignores its own filter; all other filters apply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By level.
    pub levels: Counted<Level, u32>,
    /// By kind.
    pub kinds: Counted<Kind, u32>,
    /// By industry group; a zone counts in each of its groups.
    pub industries: Counted<IndustryGroupId, u32>,
    /// By decade of approval.
    pub decades: Counted<Decade, u32>,
    /// By area band.
    pub areas: Counted<AreaBand, u32>,
    /// With and without figures other than those in the official lists.
    pub figures: Counted<Presence, u32>,
    /// With and without cautions.
    pub cautions: Counted<Presence, u32>,
    /// By province.
    pub provinces: Counted<ProvinceSlug, Tile>,
    /// By city: the cities of the province that the map shows and of the chosen provinces, and the chosen cities. If
    /// there are none, the cities with the most zones.
    pub cities: Counted<CitySlug, Tile>,
}

/// The totals of the zones of one place, for a tile of the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tile {
    /// The number of zones of each kind, in the order of [`Kind::ALL`].
    pub kinds: [u32; KINDS],
    /// The number of national zones.
    pub national: u32,
    /// The sum of the approved areas in the catalogue, in hundredths of a hectare.
    pub hundredths: u64,
    /// The median year of approval; for an even number of zones the earlier of the two middle years. `None` if there
    /// are no zones.
    pub median_year: Option<u16>,
    /// The number of zones with figures other than those in the official lists.
    pub figures: u32,
}

impl Tile {
    /// Returns the number of zones.
    pub fn zones(&self) -> u32 {
        self.kinds.iter().sum()
    }

    /// Returns the amount for a measure of the map: a number of zones, whole square kilometres, or a year; 0 if there
    /// is none.
    pub fn amount(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Zones => self.zones(),
            Measure::Area => {
                u32::try_from(self.hundredths / HUNDREDTH_HECTARES_PER_KM2).unwrap_or(u32::MAX)
            }
            Measure::Year => self.median_year.map_or(0, u32::from),
            Measure::Figures => self.figures,
        }
    }

    /// Adds up the tiles of several places. The median year is `None`, because it cannot be computed from tiles.
    pub fn sum<'a>(tiles: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut sum = Self::default();
        for tile in tiles {
            for (all, one) in sum.kinds.iter_mut().zip(tile.kinds) {
                *all += one;
            }
            sum.national += tile.national;
            sum.figures += tile.figures;
            sum.hundredths += tile.hundredths;
        }
        sum
    }
}

/// One count for each value of a facet, in the order of the values. Values that no zone has are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<T, C>(Vec<(T, C)>);

impl<T, C> Default for Counted<T, C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq, C> Counted<T, C> {
    /// Returns the count of a value; `None` if no zone has it.
    pub fn get(&self, value: &T) -> Option<&C> {
        let found = self.0.iter().find(|(one, _)| one == value);
        found.map(|(_, count)| count)
    }

    /// Iterates over the values and their counts.
    pub fn iter(&self) -> impl Iterator<Item = (&T, &C)> {
        self.0.iter().map(|(value, count)| (value, count))
    }

    /// Iterates over the counts, in the order of the values.
    pub fn counts(&self) -> impl Iterator<Item = &C> {
        self.0.iter().map(|(_, count)| count)
    }
}

impl<T, C> FromIterator<(T, C)> for Counted<T, C> {
    fn from_iter<I: IntoIterator<Item = (T, C)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// The number of approvals per year and kind. The filter by year is ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The first year in which any zone of the atlas was approved.
    pub first: u16,
    /// The number of zones of each kind, in the order of [`Kind::ALL`], for each year from the first to the last of the
    /// atlas.
    pub years: Vec<[u32; KINDS]>,
}

impl Timeline {
    /// Returns the last year in which any zone of the atlas was approved.
    pub fn last(&self) -> u16 {
        let years = u16::try_from(self.years.len()).unwrap_or(1).max(1);
        self.first.saturating_add(years - 1)
    }

    /// Returns the median year of the approvals between two years, both included; `None` if there are none.
    pub fn median(&self, from: Option<u16>, to: Option<u16>) -> Option<u16> {
        let wanted = from.unwrap_or(0)..=to.unwrap_or(u16::MAX);
        let years = (self.first..).zip(&self.years);
        let sums: Vec<u32> = years
            .map(|(year, kinds)| {
                if wanted.contains(&year) {
                    kinds.iter().sum()
                } else {
                    0
                }
            })
            .collect();
        median(&sums, self.first)
    }

    /// Returns the largest number of zones in one year, all kinds together.
    pub fn highest(&self) -> u32 {
        let sums = self.years.iter().map(|kinds| kinds.iter().sum());
        sums.max().unwrap_or_default()
    }
}

/// The totals of a tile while zones are added.
#[derive(Debug, Clone, Default)]
pub(super) struct TileSums {
    kinds: [u32; KINDS],
    national: u32,
    hundredths: u64,
    figures: u32,
    years: Vec<u32>,
}

/// The data of one zone that a tile adds up.
#[derive(Clone, Copy)]
pub(super) struct TileZone {
    /// The index of its kind in [`Kind::ALL`].
    pub kind: usize,
    /// True if the zone is national.
    pub national: bool,
    /// Its approved area in hundredths of a hectare; 0 if it is not known or the zone is not in the catalogue.
    pub hundredths: u64,
    /// True if the zone has figures other than those in the official lists.
    pub figures: bool,
    /// The year of its approval, counted from the first year of the atlas.
    pub year: usize,
}

impl TileSums {
    /// Creates empty totals for approvals in this number of years.
    pub fn over(years: usize) -> Self {
        Self {
            years: vec![0; years],
            ..Self::default()
        }
    }

    pub fn add(&mut self, zone: TileZone) {
        if let Some(count) = self.kinds.get_mut(zone.kind) {
            *count += 1;
        }
        if let Some(count) = self.years.get_mut(zone.year) {
            *count += 1;
        }
        self.national += u32::from(zone.national);
        self.figures += u32::from(zone.figures);
        self.hundredths += zone.hundredths;
    }

    /// Returns the finished tile. `first` is the first year of the atlas.
    pub fn tile(&self, first: u16) -> Tile {
        Tile {
            kinds: self.kinds,
            national: self.national,
            hundredths: self.hundredths,
            median_year: median(&self.years, first),
            figures: self.figures,
        }
    }

    pub fn zones(&self) -> u32 {
        self.kinds.iter().sum()
    }
}

/// Returns the first year at which the cumulative count reaches half of the total; `None` if the total is 0.
fn median(years: &[u32], first: u16) -> Option<u16> {
    let total: u32 = years.iter().sum();
    let mut so_far = 0;
    let place = years.iter().position(|count| {
        so_far += count;
        total > 0 && so_far * 2 >= total
    })?;
    Some(first.saturating_add(u16::try_from(place).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_a_year_that_a_zone_was_approved_in() {
        assert_eq!(median(&[], 1984), None);
        assert_eq!(median(&[0, 0], 1984), None);
        assert_eq!(median(&[1, 0, 1], 1984), Some(1984));
        assert_eq!(median(&[1, 0, 2], 1984), Some(1986));
        assert_eq!(median(&[1, 1, 1], 1984), Some(1985));
    }

    #[test]
    fn areas_are_summed_exactly() {
        let mut sums = TileSums::over(1);
        for hundredths in [10, 20] {
            sums.add(TileZone {
                kind: 0,
                national: true,
                hundredths,
                figures: false,
                year: 0,
            });
        }
        let tile = sums.tile(1990);
        assert_eq!(tile.hundredths, 30);
        assert_eq!(
            (tile.zones(), tile.national, tile.median_year),
            (2, 2, Some(1990))
        );
    }
}
