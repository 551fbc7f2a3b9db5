//! The numbers of a tile, as the map's measure reads them.

use crate::format::{grouped, integer};
use crate::locale::Locale;
use domain::Decimal;
use domain::filter::{Measure, Tile};

/// The number that stands on a tile.
pub fn written(measure: Measure, tile: &Tile) -> String {
    match measure {
        Measure::Zones => integer(tile.zones()),
        Measure::Area => area(tile),
        Measure::Year => tile
            .median_year
            .map_or_else(|| "–".to_owned(), |year| year.to_string()),
        Measure::Figures => integer(tile.figures),
    }
}

/// The sum of the areas in whole square kilometres, or to a hundredth where it is less than one.
pub fn area(tile: &Tile) -> String {
    let exact = tile.square_kilometres();
    let rounded = exact.round_dp(if exact < Decimal::ONE { 2 } else { 0 });
    grouped(&rounded.normalize().to_string())
}

/// The number of a tile in words, for those who hear it.
pub fn spoken(locale: Locale, measure: Measure, tile: &Tile) -> Option<String> {
    let m = locale.messages();
    match measure {
        Measure::Zones => None,
        Measure::Area => Some(format!(
            "{}{}{}",
            m.atlas.area_sum,
            m.colon,
            (m.atlas.square_kilometres)(&area(tile))
        )),
        Measure::Year => tile
            .median_year
            .map(|year| format!("{}{}{year}", m.atlas.median_year, m.colon)),
        Measure::Figures => Some(format!(
            "{}{}{}",
            m.atlas.with_figures,
            m.colon,
            integer(tile.figures)
        )),
    }
}
