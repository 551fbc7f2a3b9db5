//! What the filters compare, worked out of the columns once: a number for each zone and trait.

use super::choices::{AreaBand, Decade, Presence};
use super::columns::Columns;
use super::row::ListedArea;
use crate::catalogue::{Kind, Level};
use crate::date::PartialDate;

/// A list for each trait, in the order of the zones.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// Years of approval.
    pub year: Vec<u16>,
    /// Areas in hundredths of a hectare, where known.
    pub area: Vec<Option<u64>>,
    /// Places in [`Decade::ALL`].
    pub decade: Vec<u8>,
    /// Places in [`AreaBand::ALL`].
    pub band: Vec<u8>,
    /// How many figures beyond the lists.
    pub figures: Vec<u32>,
    /// Places in [`Presence::ALL`] of the figures.
    pub has_figures: Vec<u8>,
    /// Places in [`Presence::ALL`] of the cautions.
    pub has_cautions: Vec<u8>,
    /// The groups of industries as bits.
    pub industries: Vec<u64>,
    /// The known indicators as bits.
    pub known: Vec<u128>,
    /// Whether it is national.
    pub national: Vec<bool>,
    /// Whether it is of the catalogue, so that its area counts in sums.
    pub catalogue: Vec<bool>,
    /// The first year of any.
    pub first_year: u16,
    /// How many years there are from the first to the last.
    pub years: usize,
}

impl Traits {
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
        let is = |column: &[u8], at: usize| {
            column
                .iter()
                .map(|n| usize::from(*n) == at)
                .collect::<Vec<_>>()
        };
        let new_area = is(&columns.kind, position(Kind::ALL, Kind::NewArea));
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
            national: is(&columns.level, position(Level::ALL, Level::National)),
            catalogue: new_area.into_iter().map(|new_area| !new_area).collect(),
            first_year,
            years: usize::from(last_year.saturating_sub(first_year)) + 1,
            year,
            area,
            figures,
        }
    }
}

/// A column that few zones are in, as one of all.
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
