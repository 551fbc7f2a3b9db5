//! The tile map: each place is a button with its number, shaded by that number.

#[cfg(feature = "hydrate")]
mod arrows;
mod legend;
mod panel;
mod reading;
mod region;
mod shades;
mod tile;

#[cfg(feature = "hydrate")]
pub use arrows::Arrow;
pub use panel::panel;
pub use region::{Region, placed_tiles};

use super::view::View;
use crate::format::integer;
use crate::messages::terms::Named;
use domain::filter::{Basis, Measure};
use legend::{legend, shades};
use maud::{Markup, html};
use tile::tile;

/// Renders the title of the map and the select box for the measure.
pub fn head(view: &View<'_>) -> Markup {
    let m = view.m();
    let zoom = view.filter.zoom.clone().map(Region::Province);
    let title = match &zoom {
        None => m.map_label.to_owned(),
        Some(province) => (m.map_cities)(&province.name(view)),
    };
    let hint = if zoom.is_some() {
        m.map_cities_hint
    } else {
        m.map_hint
    };
    html! {
        h2 id="map-title" class="map-title" title=(hint) { (title) }
        @if zoom.is_some() {
            a class="zoom" data-noscroll="" href=(view.href(&view.filter.with(|filter| filter.zoom = None))) {
                span aria-hidden="true" { "← " } (m.zoom_out)
            }
        }
        label class="tool" {
            span class="tool-name" { (m.measure) }
            select class="input" name="map" form="filter" {
                @for &measure in Measure::ALL {
                    option value=(measure) selected[view.filter.measure == measure] { (measure.name(view.locale)) }
                }
            }
        }
    }
}

/// Renders the tiles in reading order, and the legend.
pub fn tiles(view: &View<'_>) -> Markup {
    let is_zoomed = view.filter.zoom.is_some();
    let placed = placed_tiles(view);
    let columns = placed
        .iter()
        .map(|tile| tile.cell.column)
        .max()
        .unwrap_or(1);
    let shades = shades(view.filter.measure, view.result, is_zoomed);
    html! {
        div class={ @if is_zoomed { "tiles tiles-cities" } @else { "tiles" } " columns-" (columns) } {
            @for placed in &placed { (tile(view, placed, shades)) }
            div class="map-legend" { (legend(view, shades)) }
        }
    }
}

/// Renders a form for each chosen place, with the state without that place. Its tile submits this form, so that
/// visitors without JavaScript can remove the place and get an address with the usual parameters.
pub fn drop_forms(view: &View<'_>) -> Markup {
    html! {
        @for region in Region::chosen(view.filter) {
            form id={ "drop-" (region.id()) } method="get" action=(view.locale.href("/")) {
                @for (name, value) in view.filter.with(|filter| region.toggle(filter)).pairs() {
                    input type="hidden" name=(name) value=(value);
                }
            }
        }
    }
}

/// Returns the number of national zones, in words that state the time that the counts are of.
fn national(view: &View<'_>, zones: u32) -> String {
    let words = match view.filter.basis {
        Basis::Catalogue => view.m().national,
        Basis::Today => view.m().national_today,
    };
    words(&integer(zones))
}
