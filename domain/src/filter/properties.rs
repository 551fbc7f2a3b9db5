//! The properties of zones that the filters compare, computed once from the columns: one value per zone and property.

use super::choices::{AreaBand, Decade, Presence};
use super::columns::Columns;
use super::row::ListedArea;
use crate::catalogue::{Kind, Level};
use crate::date::PartialDate;

/// The data of all zones that filters read.
#[derive(Clone, Copy)]
pub(super) struct ZoneData<'a> {
    /// The columns of the index.
    pub(super) columns: &'a Columns,
    /// The properties calculated from them.
    pub(super) properties: &'a ZoneProperties,
    /// The levels and kinds at the time that the filter compares.
    pub(super) classes: &'a Classes,
}

/// The number of a level that is not known: the one after those of [`Level::ALL`].
const NOT_KNOWN: u8 = Level::ALL.len() as u8;

/// The levels and kinds of all zones at one time.
#[derive(Debug, Default)]
pub(super) struct Classes {
    /// Levels, as indices into [`Level::ALL`]; its length if the level is not known.
    pub level: Vec<u8>,
    /// Kinds, as indices into [`Kind::ALL`].
    pub kind: Vec<u8>,
    /// True if the zone is national.
    pub national: Vec<bool>,
}

impl Classes {
    fn new(level: Vec<u8>, kind: Vec<u8>) -> Self {
        let national = position(Level::ALL, Level::National);
        Self {
            national: level.iter().map(|n| usize::from(*n) == national).collect(),
            level,
            kind,
        }
    }

    /// Returns the levels and kinds as in the catalogue. A zone that is newer than the catalogue has no level in it.
    fn of_catalogue(columns: &Columns) -> Self {
        let mut levels = columns.level.clone();
        let codes = columns.code.iter().map(|code| !code.is_empty());
        for (zone, (level, has_code)) in levels.iter_mut().zip(codes).enumerate() {
            if !has_code && columns.kind(zone) != Some(Kind::NewArea) {
                *level = NOT_KNOWN;
            }
        }
        Self::new(levels, columns.kind.clone())
    }

    /// Returns the levels and kinds today.
    fn of_today(columns: &Columns) -> Self {
        let (mut levels, mut kinds) = (columns.level.clone(), columns.kind.clone());
        for (zone, (level, kind)) in &columns.today {
            let zone = *zone as usize;
            if let (Some(old_level), Some(old_kind)) = (levels.get_mut(zone), kinds.get_mut(zone)) {
                *old_level = level.checked_sub(1).unwrap_or(NOT_KNOWN);
                *old_kind = *kind;
            }
        }
        Self::new(levels, kinds)
    }
}

/// One list per property, in the order of the zones.
#[derive(Debug, Default)]
pub(super) struct ZoneProperties {
    /// Years of approval; 0 if not known.
    pub year: Vec<u16>,
    /// Areas in hundredths of a hectare; `None` if not known.
    pub area: Vec<Option<u64>>,
    /// Decades of approval, as indices into [`Decade::ALL`].
    pub decade: Vec<u8>,
    /// Area bands, as indices into [`AreaBand::ALL`].
    pub band: Vec<u8>,
    /// Numbers of figures other than those in the official lists.
    pub figures: Vec<u32>,
    /// With or without such figures, as indices into [`Presence::ALL`].
    pub has_figures: Vec<u8>,
    /// With or without cautions, as indices into [`Presence::ALL`].
    pub has_cautions: Vec<u8>,
    /// Industry groups, one bit per group.
    pub industries: Vec<u64>,
    /// Indicators with a figure, one bit per indicator.
    pub known: Vec<u128>,
    /// The levels and kinds as in the catalogue.
    pub catalogue_classes: Classes,
    /// The levels and kinds today.
    pub today_classes: Classes,
    /// True if the zone is in the catalogue. Only then its area counts in sums.
    pub catalogue: Vec<bool>,
    /// The first year in which any zone was approved.
    pub first_year: u16,
    /// The number of years from the first to the last approval, both included.
    pub years: usize,
}

impl ZoneProperties {
    pub fn of(columns: &Columns) -> Self {
        let zones = columns.len();
        let place = |all: usize| u8::try_from(all).unwrap_or_default();
        let year: Vec<u16> = columns
            .approved
            .iter()
            .map(|text| text.parse().map_or(0, PartialDate::year))
            .collect();
        let hundredths = |text| ListedArea::parse(text)?.hundredths();
        let area: Vec<Option<u64>> = columns.area.iter().map(hundredths).collect();
        let figures = spread(&columns.figures, zones, |count| *count);
        let cautions = spread(&columns.cautions, zones, |count| *count);
        let presence = |count: &u32| place(position(Presence::ALL, Presence::of(*count)));
        let first_year = year
            .iter()
            .copied()
            .filter(|year| *year > 0)
            .min()
            .unwrap_or(0);
        let last_year = year.iter().copied().max().unwrap_or(0);
        Self {
            decade: year
                .iter()
                .map(|year| place(position(Decade::ALL, Decade::of(*year))))
                .collect(),
            band: area
                .iter()
                .map(|area| place(position(AreaBand::ALL, AreaBand::of(*area))))
                .collect(),
            has_figures: figures.iter().map(presence).collect(),
            has_cautions: cautions.iter().map(presence).collect(),
            industries: columns
                .industries
                .iter()
                .map(|groups| {
                    groups
                        .iter()
                        .fold(0, |bits, n| bits | 1_u64.wrapping_shl(u32::from(*n)))
                })
                .collect(),
            known: spread(&columns.known, zones, |known| {
                known
                    .iter()
                    .fold(0, |bits, n| bits | 1_u128.wrapping_shl(u32::from(*n)))
            }),
            catalogue_classes: Classes::of_catalogue(columns),
            today_classes: Classes::of_today(columns),
            catalogue: columns.code.iter().map(|code| !code.is_empty()).collect(),
            first_year,
            years: usize::from(last_year.saturating_sub(first_year)) + 1,
            year,
            area,
            figures,
        }
    }
}

/// Expands a sparse column to one value per zone; zones without an entry get the default value.
fn spread<T, U: Default + Clone>(
    column: &[(u32, T)],
    zones: usize,
    value: impl Fn(&T) -> U,
) -> Vec<U> {
    let mut all = vec![U::default(); zones];
    for (n, one) in column {
        if let Some(slot) = all.get_mut(*n as usize) {
            *slot = value(one);
        }
    }
    all
}

fn position<T: PartialEq>(all: &[T], value: T) -> usize {
    all.iter().position(|one| *one == value).unwrap_or_default()
}
