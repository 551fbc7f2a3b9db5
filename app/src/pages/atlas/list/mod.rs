//! The list of zones under the map.

mod head;
mod more;
#[cfg(feature = "hydrate")]
mod opened;
mod pages;
mod rest;
mod row;
mod touch;

use super::empty::empty;
use super::map::Lit;
use super::state::AtlasState;
use leptos::either::Either;
use leptos::prelude::*;
use more::Depth;

/// The list with its head and its pages.
pub fn list(state: AtlasState, lit: Lit) -> impl IntoView {
    let is_empty = Memo::new(move |_| state.with_selection(|selection| selection.total() == 0));
    let body = move || {
        if is_empty.get() {
            Either::Left(nothing(state))
        } else {
            Either::Right(zones(state, lit))
        }
    };
    view! { <div class="list">{body}</div> }
}

fn nothing(state: AtlasState) -> impl IntoView {
    let body = move || {
        let filter = state.filter();
        state.with_selection(|selection| empty(state, &filter, selection))
    };
    view! { <div>{body}</div> }
}

fn zones(state: AtlasState, lit: Lit) -> impl IntoView {
    let m = state.locale.messages();
    let corrected = Memo::new(move |_| {
        let corrected = state.with_selection(|selection| selection.corrected);
        corrected.then(|| state.of_filter(|filter| filter.q.clone()))
    });
    let depth = Depth::new(state);
    touch::follow_picks(state, depth);
    touch::follow_light(lit);
    view! {
        {head::head(state, depth)}
        {move || corrected.get().map(|q| view! { <p class="corrected" role="status">{(m.atlas.corrected)(&q)}</p> })}
        {head::columns(state)}
        <div
            id="zones"
            on:click=move |event| touch::pressed(state, &event)
            on:pointerover=move |event| touch::pointed(lit, &event)
            on:pointerleave=move |_| lit.point(None)
        >
            {rest::lists(state)}
            {depth.further_pages()}
        </div>
        {depth.end_of_list()}
        {pages::pages(state, depth)}
    }
}
