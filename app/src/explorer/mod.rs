//! The explorer: tile map, filters, years and list of the atlas page.
//!
//! It is text, written by the same functions on the server and in the browser. A [`View`] holds all that the text depends
//! on; each [`Part`] of the page is the text of one element. In the browser, `live` changes the view and writes the
//! parts that have changed.

mod chips;
mod downloads;
mod filters;
mod list;
#[cfg(feature = "hydrate")]
mod live;
mod map;
mod part;
mod search;
mod tray;
mod view;
mod years;

#[cfg(feature = "hydrate")]
pub use live::start;
#[cfg(feature = "ssr")]
pub use view::{Interaction, View};

#[cfg(feature = "ssr")]
use maud::{Markup, html};
#[cfg(feature = "ssr")]
use part::Part;

/// The explorer as a whole.
#[cfg(feature = "ssr")]
pub fn explorer(view: &View<'_>) -> Markup {
    let m = view.m();
    html! {
        (place("steer", Part::Search, view))
        div hidden data-part=(Part::DropForms) { (Part::DropForms.text(view)) }
        // Without `autocomplete="off"` browsers bring back boxes that were ticked, over what the address says.
        form id="filter" class="atlas" method="get" autocomplete="off" action=(view.locale.href("/")) {
            // The button that Enter presses; it would be the first tile otherwise.
            button type="submit" hidden {}
            div class="atlas-main" {
                section class="map" aria-labelledby="map-title" {
                    (place("map-top", Part::MapHead, view))
                    (place("map-tiles", Part::Tiles, view))
                    (place("map-panel", Part::Panel, view))
                }
                section class="years-section" aria-labelledby="years-title" data-part=(Part::Years) {
                    (Part::Years.text(view))
                }
            }
            section class="filters" aria-labelledby="filters-title" {
                h2 id="filters-title" class="visually-hidden" { (m.filters) }
                div hidden data-part=(Part::Hidden) { (Part::Hidden.text(view)) }
                @for part in Part::FIELDS { (place("filter", part, view)) }
                button class="button no-js-only" type="submit" { (m.apply) }
            }
        }
        section id="results" class="results" aria-label=(m.list_label) aria-busy="false" data-query=(view.filter.query()) {
            (place("results-top", Part::Head, view))
            div id="zones" { @for part in Part::rows(view) { (place(list::class(part), part, view)) } }
            div class="list-end" {}
            (place("list-pages", Part::Pages, view))
            (place("take-away", Part::Downloads, view))
        }
        (place("tray-place", Part::Tray, view))
    }
}

/// An element of the page that holds a part.
#[cfg(feature = "ssr")]
fn place(class: &str, part: Part, view: &View<'_>) -> Markup {
    html! { div class=(class) data-part=(part) { (part.text(view)) } }
}
