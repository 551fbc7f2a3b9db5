//! What the shades of the map mean.

use super::shades::Shades;
use crate::pages::atlas::state::AtlasState;
use domain::filter::{Measure, Selection};
use leptos::prelude::*;

/// The shades that suit the tiles shown.
pub fn shades(state: AtlasState, cities: bool) -> Memo<Shades> {
    Memo::new(move |_| {
        let measure = state.of_filter(|filter| filter.measure);
        let amounts = move |selection: &Selection| -> Vec<u32> {
            let facets = &selection.facets;
            if cities {
                facets
                    .cities
                    .values()
                    .map(|tile| tile.amount(measure))
                    .collect()
            } else {
                facets
                    .provinces
                    .values()
                    .map(|tile| tile.amount(measure))
                    .collect()
            }
        };
        let amounts = state.with_selection(amounts).unwrap_or_default();
        let greatest = amounts.iter().copied().max().unwrap_or(0);
        if measure == Measure::Year {
            let least = amounts.iter().copied().filter(|year| *year > 0).min();
            Shades::between(least.unwrap_or(greatest), greatest)
        } else {
            Shades::up_to(greatest)
        }
    })
}

/// The shades with what each stands for.
pub fn legend(state: AtlasState, shades: Memo<Shades>) -> AnyView {
    let m = state.locale.messages();
    let title = move || (m.atlas.legend)(state.of_filter(|filter| filter.measure));
    let steps = move || {
        let labels = std::iter::once(m.atlas.legend_none.to_owned()).chain(shades.get().labels());
        (0..)
            .zip(labels)
            .map(|(shade, text): (usize, _)| {
                let swatch = format!("legend-swatch shade-{shade}");
                view! { <li><span class=swatch></span><span>{text}</span></li> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="map-legend">
            <span class="map-legend-title">{title}</span>
            <ul class="map-legend-steps">{steps}</ul>
        </div>
    }
    .into_any()
}
