//! What the shades of the map mean.

use super::shades::Shades;
use crate::explorer::view::View;
use domain::filter::{Measure, Selection, Tile};
use maud::{Markup, html};

/// The shades that suit the tiles shown: cities or provinces.
pub fn shades(measure: Measure, selection: &Selection, cities: bool) -> Shades {
    let facets = &selection.facets;
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

/// The shades with what each stands for.
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
