//! The numbers on the tiles, for each measure of the map.

use crate::format::integer;
use crate::locale::Locale;
use domain::filter::{HUNDREDTH_HECTARES_PER_KM2, Measure, Tile};

/// Returns the number that a tile shows.
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

/// Formats the total area in whole square kilometres, or with two decimals if it is less than one.
pub fn area(tile: &Tile) -> String {
    if tile.hundredths < HUNDREDTH_HECTARES_PER_KM2 {
        let hundredths = rounded(tile.hundredths, HUNDREDTH_HECTARES_PER_KM2 / 100);
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        let whole = rounded(tile.hundredths, HUNDREDTH_HECTARES_PER_KM2);
        integer(u32::try_from(whole).unwrap_or(u32::MAX))
    }
}

/// Divides and rounds half to even, like all other numbers of the site.
const fn rounded(number: u64, by: u64) -> u64 {
    let (whole, rest) = (number / by, number % by);
    let is_up = rest * 2 > by || (rest * 2 == by && whole % 2 == 1);
    if is_up { whole + 1 } else { whole }
}

/// Returns the number of a tile in words, for screen readers; `None` if the text of the tile already contains it.
pub fn spoken(locale: Locale, measure: Measure, tile: &Tile) -> Option<String> {
    let m = locale.atlas_messages();
    match measure {
        Measure::Zones => None,
        Measure::Area => Some(format!(
            "{}{}{}",
            m.area_sum,
            m.colon,
            (m.square_kilometres)(&area(tile))
        )),
        Measure::Year => tile
            .median_year
            .map(|year| format!("{}{}{year}", m.median_year, m.colon)),
        Measure::Figures => Some(format!(
            "{}{}{}",
            m.with_figures,
            m.colon,
            integer(tile.figures)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::area;
    use domain::filter::Tile;

    #[test]
    fn areas_are_rounded_where_that_changes_little() {
        for (hundredths, text) in [
            (0, "0"),
            (2_500, "0.25"),
            (5_050, "0.5"),
            (9_999, "1"),
            (10_000, "1"),
            (25_000, "2"),
            (35_000, "4"),
            (123_456_789, "12,346"),
        ] {
            let tile = Tile {
                hundredths,
                ..Tile::default()
            };
            assert_eq!(area(&tile), text, "{hundredths}");
        }
    }
}
