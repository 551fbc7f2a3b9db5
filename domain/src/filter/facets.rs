//! What is counted beside the list: how many zones each choice would show, the tiles of the map,
//! the approvals of each year.

use super::choices::{AreaBand, Decade, Measure, Presence};
use crate::catalogue::{Kind, Level};
use crate::id::{CitySlug, IndustryGroupId, ProvinceSlug};

/// How many kinds there are.
pub const KINDS: usize = Kind::ALL.len();

/// How many hundredths of a hectare a square kilometre has.
pub const HUNDREDTHS: u64 = 10_000;

/// How many zones each choice would show, with the choices of the other filters kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facets {
    /// By level.
    pub levels: Counted<Level, u32>,
    /// By kind.
    pub kinds: Counted<Kind, u32>,
    /// By group of industries; a zone counts in each of its groups.
    pub industries: Counted<IndustryGroupId, u32>,
    /// By decade of approval.
    pub decades: Counted<Decade, u32>,
    /// By band of area.
    pub areas: Counted<AreaBand, u32>,
    /// With and without figures beyond the lists.
    pub figures: Counted<Presence, u32>,
    /// With and without cautions.
    pub cautions: Counted<Presence, u32>,
    /// By province.
    pub provinces: Counted<ProvinceSlug, Tile>,
    /// By city: those of the province that the map shows and of the chosen provinces, and the chosen ones; where none is
    /// chosen, those with the most zones.
    pub cities: Counted<CitySlug, Tile>,
}

/// The zones of a place, as a tile of the map sums them up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tile {
    /// How many zones of each kind, in the order of [`Kind::ALL`].
    pub kinds: [u32; KINDS],
    /// How many of them are national.
    pub national: u32,
    /// The sum of the approved areas of the catalogue, in hundredths of a hectare.
    pub hundredths: u64,
    /// The median year of approval; of an even number the earlier of the two in the middle.
    pub median_year: Option<u16>,
    /// How many have figures beyond the lists.
    pub figures: u32,
}

impl Tile {
    /// How many zones.
    pub fn zones(&self) -> u32 {
        self.kinds.iter().sum()
    }

    /// What a measure of the map makes of it: a number of zones, whole square kilometres, or a
    /// year; 0 where there is none.
    pub fn amount(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Zones => self.zones(),
            Measure::Area => u32::try_from(self.hundredths / HUNDREDTHS).unwrap_or(u32::MAX),
            Measure::Year => self.median_year.map_or(0, u32::from),
            Measure::Figures => self.figures,
        }
    }

    /// The zones of several places together; their median year cannot be had from them.
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

/// What is counted for each value of a filter that any zone has, in the order of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<T, C>(Vec<(T, C)>);

impl<T, C> Default for Counted<T, C> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq, C> Counted<T, C> {
    /// What is counted for a value; nothing where no zone has it.
    pub fn get(&self, value: &T) -> Option<&C> {
        let found = self.0.iter().find(|(one, _)| one == value);
        found.map(|(_, count)| count)
    }

    /// The values with what is counted for each.
    pub fn iter(&self) -> impl Iterator<Item = (&T, &C)> {
        self.0.iter().map(|(value, count)| (value, count))
    }

    /// What is counted, in the order of the values.
    pub fn counts(&self) -> impl Iterator<Item = &C> {
        self.0.iter().map(|(_, count)| count)
    }
}

impl<T, C> FromIterator<(T, C)> for Counted<T, C> {
    fn from_iter<I: IntoIterator<Item = (T, C)>>(pairs: I) -> Self {
        Self(pairs.into_iter().collect())
    }
}

/// The approvals of each year by kind, without the filter of the years.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The first year in which any zone of the atlas was approved.
    pub first: u16,
    /// From the first year to the last of the atlas: how many zones of each kind, in the order of [`Kind::ALL`].
    pub years: Vec<[u32; KINDS]>,
}

impl Timeline {
    /// The last year in which any zone of the atlas was approved.
    pub fn last(&self) -> u16 {
        let years = u16::try_from(self.years.len()).unwrap_or(1).max(1);
        self.first.saturating_add(years - 1)
    }

    /// The median year of those approved from one year to another.
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

    /// The most zones in one year, over all kinds.
    pub fn highest(&self) -> u32 {
        let sums = self.years.iter().map(|kinds| kinds.iter().sum());
        sums.max().unwrap_or_default()
    }
}

/// The sums of a tile while they are made.
#[derive(Debug, Clone, Default)]
pub(super) struct TileSums {
    kinds: [u32; KINDS],
    national: u32,
    hundredths: u64,
    figures: u32,
    years: Vec<u32>,
}

/// What a tile sums of one zone.
#[derive(Clone, Copy)]
pub(super) struct TileZone {
    /// Place of its kind in [`Kind::ALL`].
    pub kind: usize,
    /// Whether it is national.
    pub national: bool,
    /// Its approved area in hundredths of a hectare; nought where it has none.
    pub hundredths: u64,
    /// Whether it has figures.
    pub figures: bool,
    /// The year of its approval, counted from the first of the atlas.
    pub year: usize,
}

impl TileSums {
    /// Nothing yet, for approvals in so many years.
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

    /// The tile, its years counted from `first`.
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

/// The year below which less than half lie and at which half are reached.
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
