//! The tile map: each place a button with its number, shaded by it.

mod arrows;
#[cfg(feature = "hydrate")]
mod follow;
mod grid;
mod legend;
mod lit;
mod panel;
mod place;
mod reading;
mod shades;
mod tile;

use super::state::AtlasState;
use super::window::is_near;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::filter::Measure;
use domain::id::ProvinceSlug;
use grid::grid;
use leptos::html::Section;
use leptos::prelude::*;
use place::tiles;

pub use lit::Lit;
pub use place::Place;

/// The map with its measure, its legend and what is said of the place that is looked at.
pub fn map(state: AtlasState, lit: Lit) -> impl IntoView {
    let m = state.locale.messages();
    let place = NodeRef::<Section>::new();
    let state = state.in_window(is_near(place));
    let zoom = Memo::new(move |_| state.of_filter(|filter| filter.zoom.clone()));
    keep_focus(state, zoom);
    let title = move || {
        zoom.with(|zoom| match zoom {
            None => m.map_label.to_owned(),
            Some(slug) => (m.atlas.map_cities)(&province_name(state, slug)),
        })
    };
    let hint = move || {
        if zoom.with(Option::is_some) {
            m.atlas.map_cities_hint
        } else {
            m.map_hint
        }
    };
    view! {
        <section class="map" aria-labelledby="map-title" node_ref=place>
            <div class="map-head">
                <h2 id="map-title" class="map-title">{title}</h2>
                {move || zoom.get().map(|_| zoom_out(state))}
            </div>
            <p class="map-hint">{hint}</p>
            {measures(state)}
            {move || grid(state, lit, zoom.get())}
            {panel::panel(state, lit)}
        </section>
    }
}

/// Whoever goes into a province by the keyboard, or comes back from it, finds the focus on the map: on its first city, or
/// on its own tile. What had the focus is gone by then.
fn keep_focus(state: AtlasState, zoom: Memo<Option<ProvinceSlug>>) {
    Effect::new(move |before: Option<Option<ProvinceSlug>>| {
        let now = zoom.get();
        if let Some(before) = before.filter(|before| *before != now) {
            let tile = match (&now, before) {
                (None, Some(left)) => Some(Place::Province(left)),
                _ => tiles(state, now.as_ref())
                    .into_iter()
                    .next()
                    .map(|tile| tile.place),
            };
            request_animation_frame(move || {
                if let Some(tile) = tile
                    && nothing_has_focus()
                {
                    focus(&tile.id());
                }
            });
        }
        now
    });
}

fn nothing_has_focus() -> bool {
    let focused = document().active_element();
    focused.is_none_or(|element| element.tag_name() == "BODY")
}

fn province_name(state: AtlasState, slug: &ProvinceSlug) -> String {
    Place::Province(slug.clone()).name(state)
}

/// Back from the cities to the provinces.
fn zoom_out(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let href = move || state.href(&state.filter().with(|filter| filter.zoom = None));
    view! { <a class="zoom zoom-out" data-noscroll="" href=href><span aria-hidden="true">"← "</span>{m.atlas.zoom_out}</a> }
}

/// What the tiles are shaded by.
fn measures(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let choices: Vec<_> = Measure::ALL
        .iter()
        .map(|&measure| {
            let chosen = Memo::new(move |_| {
                state
                    .at_once()
                    .of_filter(|filter| filter.measure == measure)
            });
            view! {
                <label class="segment">
                    <input
                        type="radio" name="map" value=measure.as_str()
                        checked=chosen.get_untracked() prop:checked=move || chosen.get()
                        on:change=move |event| state.changed(&event)
                    />
                    <span>{measure.name(state.locale)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="segments">
            <legend>{m.atlas.measure}</legend>
            {choices}
        </fieldset>
    }
}

/// Brings the focus to a tile.
#[cfg(feature = "hydrate")]
fn focus(id: &str) {
    use leptos::wasm_bindgen::JsCast;

    let tile = document()
        .get_element_by_id(id)
        .and_then(|tile| tile.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(tile) = tile {
        // A tile that cannot be brought into focus leaves the focus where it is.
        let _ = tile.focus();
    }
}

/// On the server nothing has the focus.
#[cfg(not(feature = "hydrate"))]
const fn focus(_: &str) {}

/// A form for each chosen place that holds the state without it, so that its tile can take it back
/// without JavaScript and the address keeps its names.
pub fn drop_forms(state: AtlasState) -> impl IntoView {
    let forms = move || {
        let filter = state.filter();
        let forms = Place::chosen(&filter).map(|place| {
            let fields: Vec<_> = place
                .toggled(&filter)
                .pairs()
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect();
            let id = format!("drop-{}", place.id());
            view! { <form id=id method="get" action=state.locale.href("/")>{fields}</form> }
        });
        forms.collect::<Vec<_>>()
    };
    view! { <div hidden>{forms}</div> }
}

/// The words between parts of a sentence.
fn joined(locale: Locale, parts: impl IntoIterator<Item = String>) -> String {
    parts
        .into_iter()
        .collect::<Vec<_>>()
        .join(locale.messages().comma)
}
