//! The list of zones under the map.

mod head;
mod more;
mod pages;
mod rest;
mod row;
mod touch;

use super::empty::empty;
use super::map::Lit;
use super::state::AtlasState;
use domain::filter::Selection;
use leptos::prelude::*;
use more::Depth;

/// The list with its head and its pages.
pub fn list(state: AtlasState, lit: Lit) -> AnyView {
    let shown = Memo::new(move |_| {
        if state.failed() {
            Contents::Failed
        } else {
            match state.with_selection(Selection::total) {
                None => Contents::OnTheWay,
                Some(0) => Contents::Nothing,
                Some(_) => Contents::Zones,
            }
        }
    });
    let body = move || match shown.get() {
        Contents::OnTheWay => None,
        Contents::Failed => Some(failure(state)),
        Contents::Nothing => Some(nothing(state)),
        Contents::Zones => Some(zones(state, lit)),
    };
    view! { <div class="list">{body}</div> }.into_any()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Contents {
    OnTheWay,
    Failed,
    Nothing,
    Zones,
}

/// In place of the list where it could not be had; the rest of the page stays.
fn failure(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    view! {
        <div class="none" role="alert">
            <p class="none-title">{m.error_title}</p>
            <p>{m.error_text}</p>
            <p><a rel="external" href=state.href(&state.filter())>{m.retry}</a></p>
        </div>
    }
    .into_any()
}

fn nothing(state: AtlasState) -> AnyView {
    let body = move || {
        let filter = state.filter();
        state.with_selection(|selection| empty(state, &filter, selection))
    };
    view! { <div>{body}</div> }.into_any()
}

fn zones(state: AtlasState, lit: Lit) -> AnyView {
    let m = state.locale.messages();
    let corrected = Memo::new(move |_| {
        let corrected = state
            .with_selection(|selection| selection.corrected)
            .unwrap_or_default();
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
    .into_any()
}
