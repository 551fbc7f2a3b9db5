//! The legend of the map.

use super::shades::Shades;
use crate::explorer::view::View;
use domain::filter::{Measure, QueryResult, Tile};
use maud::{Markup, html};

/// Returns the shades for the tiles of the map, which are cities or provinces.
pub fn shades(measure: Measure, result: &QueryResult, cities: bool) -> Shades {
    let facets = &result.facets;
    let amount = |tile: &Tile| tile.amount(measure);
    let amounts: Vec<u32> = if cities {
        facets.cities.counts().map(amount).collect()
    } else {
        facets.provinces.counts().map(amount).collect()
    };
    let greatest = amounts.iter().copied().max().unwrap_or(0);
    if measure == Measure::Year {
        let least = amounts.iter().copied().filter(|year| *year > 0).min();
        Shades::between(least.unwrap_or(greatest), greatest)
    } else {
        Shades::up_to(greatest)
    }
}

/// Renders the shades, each with its range of values.
pub fn legend(view: &View<'_>, shades: Shades) -> Markup {
    let m = view.m();
    let labels = std::iter::once(m.legend_none.to_owned()).chain(shades.labels());
    html! {
        span class="map-legend-title" { ((m.shaded_by)(view.filter.measure)) }
        ul class="map-legend-steps" {
            @for (shade, text) in labels.enumerate() {
                li { span class={ "legend-swatch shade-" (shade) } {} span { (text) } }
            }
        }
    }
}
