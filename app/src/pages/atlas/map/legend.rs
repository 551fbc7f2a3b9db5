//! What the shades of the map mean, written as text.

use super::shades::Shades;
use crate::pages::atlas::state::AtlasState;
use domain::filter::{Measure, Selection, Tile};
use maud::{Markup, html};

/// The shades that suit the tiles shown: cities or provinces.
pub fn shades(measure: Measure, selection: &Selection, cities: bool) -> Shades {
    let facets = &selection.facets;
    let amount = |tile: &Tile| tile.amount(measure);
    let amounts: Vec<u32> = if cities {
        facets.cities.values().map(amount).collect()
    } else {
        facets.provinces.values().map(amount).collect()
    };
    let greatest = amounts.iter().copied().max().unwrap_or(0);
    if measure == Measure::Year {
        let least = amounts.iter().copied().filter(|year| *year > 0).min();
        Shades::between(least.unwrap_or(greatest), greatest)
    } else {
        Shades::up_to(greatest)
    }
}

/// The shades with what each stands for.
pub fn legend(state: AtlasState, measure: Measure, shades: Shades) -> Markup {
    let m = &state.locale.messages().atlas;
    let labels = std::iter::once(m.legend_none.to_owned()).chain(shades.labels());
    html! {
        span class="map-legend-title" { ((m.legend)(measure)) }
        ul class="map-legend-steps" {
            @for (shade, text) in labels.enumerate() {
                li { span class=(format!("legend-swatch shade-{shade}")) {} span { (text) } }
            }
        }
    }
}
