//! The tiles of the map in their places. They are written as text once, and then what changes in them is written again; the
//! grid listens for what happens in them.

use super::arrows::Arrow;
use super::legend::{legend, shades};
use super::lit::Lit;
use super::place::{Place, PlacedTile, tiles};
use super::shades::Shades;
use super::tile::{Face, tile};
use crate::pages::atlas::state::AtlasState;
use domain::filter::{Measure, Selection, Tile};
use domain::id::ProvinceSlug;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::html::Div;
use leptos::prelude::*;
use maud::html;

/// The tiles in the order in which one reads a map.
pub fn grid(state: AtlasState, lit: Lit, zoom: Option<ProvinceSlug>) -> impl IntoView {
    let is_zoomed = zoom.is_some();
    let placed = tiles(state, zoom.as_ref());
    let columns = placed.iter().map(|tile| tile.cell.column).max();
    let kind = if is_zoomed {
        "tiles tiles-cities"
    } else {
        "tiles"
    };
    let class = format!("{kind} columns-{}", columns.unwrap_or(1));
    // Without the browser's half every tile is a stop of the Tab key; with it the map is one, and arrows move in it.
    let roving = RwSignal::new(placed.first().map(|tile| tile.place.clone()));
    let grid = Grid {
        state,
        lit,
        roving,
        is_zoomed,
        tiles: StoredValue::new(placed),
        element: NodeRef::new(),
    };
    let written = untrack(|| grid.text());
    grid.follow();
    view! {
        <div
            class=class node_ref=grid.element inner_html=written
            on:click=move |event| grid.click(&event)
            on:keydown=move |event| grid.arrow(&event)
            on:focusin=move |event| grid.focused(&event.into())
            on:pointerover=move |event| grid.pointed(&event.into())
            on:pointerleave=move |_| lit.point(None)
        ></div>
    }
}

/// The tiles and what is needed to keep them as the filter is. Copied freely; it only points to what it holds.
#[derive(Clone, Copy)]
pub struct Grid {
    pub(super) state: AtlasState,
    pub(super) lit: Lit,
    /// The tile that the Tab key comes to.
    pub(super) roving: RwSignal<Option<Place>>,
    is_zoomed: bool,
    pub(super) tiles: StoredValue<Vec<PlacedTile>>,
    pub(super) element: NodeRef<Div>,
}

/// What all tiles show, and the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faces {
    pub(super) measure: Measure,
    pub(super) shades: Shades,
    pub(super) faces: Vec<Face>,
}

impl Grid {
    /// What the tiles show.
    pub(super) fn faces(self) -> Faces {
        self.state
            .with_selection(|selection| self.faces_of(selection))
    }

    fn faces_of(self, selection: &Selection) -> Faces {
        let filter = self.state.filter();
        let measure = filter.measure;
        let shades = shades(measure, selection, self.is_zoomed);
        let nothing = Tile::default();
        let face = |placed: &PlacedTile| {
            let tile = placed.place.tile(selection).unwrap_or(&nothing);
            Face::of(self.state, placed, (&filter, tile), shades)
        };
        let faces = self
            .tiles
            .with_value(|tiles| tiles.iter().map(face).collect());
        Faces {
            measure,
            shades,
            faces,
        }
    }

    fn text(self) -> String {
        let Faces {
            measure,
            shades,
            faces,
        } = self.faces();
        self.tiles.with_value(|tiles| {
            let markup = html! {
                @for (placed, face) in tiles.iter().zip(&faces) { (tile(self.state, placed, face)) }
                div class="map-legend" { (legend(self.state, measure, shades)) }
            };
            markup.into_string()
        })
    }

    /// Chooses the place whose tile was pressed, or goes to its cities.
    fn click(self, event: &MouseEvent) {
        let is_plain =
            !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let filter = self.state.filter_now();
        if let Some(place) = self.place_of(event, ".tile") {
            event.prevent_default();
            self.state.go(&place.toggled(&filter), false);
        } else if let Some(place) = self.place_of(event, ".tile-zoom").filter(|_| is_plain) {
            // The link may be one filter behind.
            event.prevent_default();
            self.state.go(&place.zoomed(&filter), false);
        }
    }

    fn focused(self, event: &Event) {
        if let Some(place) = self.place_of(event, ".tile") {
            self.roving.set(Some(place.clone()));
            self.lit.focus(place);
        }
    }

    fn pointed(self, event: &Event) {
        if let Some(place) = self.place_of(event, ".tile-place") {
            self.lit.point(Some(place));
        }
    }

    /// Moves the focus to the next tile the way an arrow key points.
    fn arrow(self, event: &KeyboardEvent) {
        let Some(arrow) = Arrow::of_key(&event.key()) else {
            return;
        };
        let next = self.tiles.with_value(|tiles| {
            let is_here = |tile: &&PlacedTile| {
                self.roving
                    .with_untracked(|place| place.as_ref() == Some(&tile.place))
            };
            let from = tiles.iter().find(is_here)?;
            let cell = arrow.from(from.cell, tiles.iter().map(|tile| tile.cell))?;
            let next = tiles.iter().find(|tile| tile.cell == cell)?;
            Some(next.place.clone())
        });
        if let Some(place) = next {
            event.prevent_default();
            super::focus(&place.id());
            self.roving.set(Some(place));
        }
    }
}

/// On the server nothing changes and nothing happens.
#[cfg(not(feature = "hydrate"))]
impl Grid {
    fn follow(self) {}

    fn place_of(self, _: &Event, _: &str) -> Option<Place> {
        None
    }
}
