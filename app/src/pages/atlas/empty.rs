//! In place of a list without a zone: which filter to lift, and what that would give.

use super::state::AtlasState;
use crate::format::integer;
use domain::filter::{Filter, Selection};
use leptos::either::Either;
use leptos::prelude::*;

/// What to do where no zone fits.
pub fn empty(state: AtlasState, filter: &Filter, selection: &Selection) -> impl IntoView + use<> {
    let m = state.locale.messages();
    let lifts: Vec<_> = selection
        .lifts
        .iter()
        .map(|(dimension, zones)| {
            let text = (m.atlas.lift)((m.atlas.dimension)(*dimension), &integer(*zones));
            let href = state.href(&filter.without(*dimension));
            view! { <li><a data-noscroll="" href=href>{text}</a></li> }
        })
        .collect();
    let advice = if lifts.is_empty() {
        Either::Left(view! { <p>{m.atlas.lift_none}</p> })
    } else {
        Either::Right(view! { <p>{m.atlas.lift_intro}</p><ul class="lifts">{lifts}</ul> })
    };
    view! {
        <div class="none" role="status">
            <p class="none-title">{m.none_found}</p>
            {advice}
            <p><a data-noscroll="" href=state.href(&filter.cleared())>{m.clear_all}</a></p>
        </div>
    }
}
