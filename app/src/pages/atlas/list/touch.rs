//! What rows do under the pointer and the keyboard. They are written as text, so the list listens for them.

use super::super::map::Lit;
use super::super::state::AtlasState;
use super::more::Depth;
use domain::id::ZoneSlug;
use leptos::ev::{MouseEvent, PointerEvent};

/// Opens the row whose button was pressed, or takes its zone into the tray or out of it.
pub fn pressed(state: AtlasState, event: &MouseEvent) {
    #[cfg(feature = "hydrate")]
    super::opened::pressed(state, event);
    if let Some(zone) = zone_of_button(event) {
        event.prevent_default();
        state.pick(&zone);
    }
}

/// The zone whose button was pressed.
#[cfg(feature = "hydrate")]
fn zone_of_button(event: &MouseEvent) -> Option<ZoneSlug> {
    closest(event, "button.pick")?
        .get_attribute("value")?
        .parse()
        .ok()
}

/// Lights the tile of the row under the pointer.
#[cfg(feature = "hydrate")]
pub fn pointed(lit: Lit, event: &PointerEvent) {
    use super::super::map::Place;
    use leptos::prelude::document;

    let Some(row) = closest(event, "li.zone") else {
        return;
    };
    let value = |name| row.get_attribute(name);
    // The map shows either provinces or the cities of one: whichever of the two has a tile.
    let city = value("data-city")
        .and_then(|city| city.parse().ok())
        .map(Place::City);
    let province = value("data-province")
        .and_then(|province| province.parse().ok())
        .map(Place::Province);
    let has_tile = |place: &Place| document().get_element_by_id(&place.id()).is_some();
    lit.point(city.into_iter().chain(province).find(has_tile));
}

/// Keeps the buttons of the rows as the tray is, whenever it or the rows change.
#[cfg(feature = "hydrate")]
pub fn follow_picks(state: AtlasState, depth: Depth) {
    use leptos::prelude::{Effect, request_animation_frame};

    Effect::new(move || {
        let picks = state.of_filter(|filter| filter.picks.clone());
        state.shown_query();
        depth.pages();
        state.is_behind();
        // The rows are written by then, and nothing was painted yet.
        request_animation_frame(move || {
            let picks: Vec<&str> = picks.iter().map(|slug| slug.as_str()).collect();
            for button in elements("#zones button.pick") {
                let picked = button
                    .get_attribute("value")
                    .is_some_and(|slug| picks.contains(&slug.as_str()));
                // An attribute that cannot be set leaves the look of a button behind its meaning, nothing worse.
                let _ = button.set_attribute("aria-pressed", if picked { "true" } else { "false" });
            }
        });
    });
}

/// Lights the rows of the place that is looked at on the map.
#[cfg(feature = "hydrate")]
pub fn follow_light(lit: Lit) {
    use leptos::prelude::{Effect, document};

    Effect::new(move || {
        let Some(zones) = document().get_element_by_id("zones") else {
            return;
        };
        for row in elements("#zones li.lit") {
            let _ = row.class_list().remove_1("lit");
        }
        if let Some(place) = lit.place() {
            let rows = zones.query_selector_all(&format!(
                "li[data-{}=\"{}\"]",
                place.field(),
                place.value()
            ));
            for row in rows.into_iter().flat_map(each) {
                let _ = row.class_list().add_1("lit");
            }
        }
    });
}

#[cfg(feature = "hydrate")]
fn closest(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    use leptos::wasm_bindgen::JsCast;

    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest(selector).ok().flatten()
}

#[cfg(feature = "hydrate")]
fn elements(selector: &str) -> impl Iterator<Item = web_sys::Element> {
    leptos::prelude::document()
        .query_selector_all(selector)
        .into_iter()
        .flat_map(each)
}

#[cfg(feature = "hydrate")]
fn each(list: web_sys::NodeList) -> impl Iterator<Item = web_sys::Element> {
    use leptos::wasm_bindgen::JsCast;

    (0..list.length()).filter_map(move |n| list.get(n)?.dyn_into().ok())
}

/// On the server nothing is pressed.
#[cfg(not(feature = "hydrate"))]
const fn zone_of_button(_: &MouseEvent) -> Option<ZoneSlug> {
    None
}

/// On the server nothing is pointed at.
#[cfg(not(feature = "hydrate"))]
pub const fn pointed(_: Lit, _: &PointerEvent) {}

/// On the server the rows are written as the tray is.
#[cfg(not(feature = "hydrate"))]
pub const fn follow_picks(_: AtlasState, _: Depth) {}

/// On the server nothing is looked at.
#[cfg(not(feature = "hydrate"))]
pub const fn follow_light(_: Lit) {}
