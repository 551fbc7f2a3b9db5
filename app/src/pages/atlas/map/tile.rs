//! A tile of the map, written as text.

use super::place::{Place, PlacedTile};
use super::shades::Shades;
use super::{joined, reading};
use crate::format::integer;
use crate::pages::atlas::state::AtlasState;
use domain::catalogue::Kind;
use domain::filter::{Filter, KINDS, Measure, Tile};
use maud::{Markup, html};

/// What a tile shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// Its shade, as a class.
    pub shade: String,
    /// Whether its place is chosen.
    pub is_chosen: bool,
    /// Its number, as the map's measure reads it.
    pub count: String,
    /// What it says to those who hear it.
    pub label: String,
    /// How many zones of each kind.
    pub kinds: [u32; KINDS],
}

impl Face {
    /// What the tile of a place shows.
    pub fn of(
        state: AtlasState,
        placed: &PlacedTile,
        (filter, tile): (&Filter, &Tile),
        shades: Shades,
    ) -> Self {
        let measure = filter.measure;
        Self {
            shade: format!("shade-{}", shades.shade(tile.amount(measure))),
            is_chosen: placed.place.is_chosen(filter),
            count: reading::written(measure, tile),
            label: spoken(state, &placed.name, measure, tile),
            kinds: tile.kinds,
        }
    }
}

/// A tile: a button that chooses its place, and for a province a link to its cities.
///
/// Until the browser's half is at work every tile is a stop of the Tab key, and a chosen one sends the form that leaves it out
/// (see `drop_forms`).
pub fn tile(state: AtlasState, placed: &PlacedTile, face: &Face) -> Markup {
    let id = placed.place.id();
    let form = if face.is_chosen {
        format!("drop-{id}")
    } else {
        "filter".to_owned()
    };
    let name = (!face.is_chosen).then(|| placed.place.field());
    let value = (!face.is_chosen).then(|| placed.place.value());
    html! {
        div class=(format!("tile-place row-{} column-{}", placed.cell.row, placed.cell.column)) {
            button id=(id) class=(format!("tile {}", face.shade)) type="submit" form=(form) name=[name] value=[value]
                aria-pressed=(face.is_chosen) tabindex="0" {
                span class="tile-letters" aria-hidden="true" { (placed.short) }
                span class="tile-name" aria-hidden="true" { (placed.name) }
                span class="visually-hidden" { (face.label) }
                span class="tile-count" aria-hidden="true" { (face.count) }
                (kinds(&face.kinds))
            }
            @if let Place::Province(_) = placed.place {
                // The keyboard finds the same link below the map.
                @let label = (state.locale.messages().atlas.zoom_in)(&placed.name);
                a class="tile-zoom" data-noscroll="" tabindex="-1" href=(zoomed(state, &state.filter_now(), &placed.place))
                    title=(label) aria-label=(label) { "⌕" }
            }
        }
    }
}

/// The address of the map of a province's cities.
pub fn zoomed(state: AtlasState, filter: &Filter, place: &Place) -> String {
    state.href(&place.zoomed(filter))
}

/// What a tile says to those who hear it.
fn spoken(state: AtlasState, name: &str, measure: Measure, tile: &Tile) -> String {
    let m = state.locale.messages();
    let zones = (m.tile)(name, &integer(tile.zones()));
    let national = (tile.national > 0).then(|| (m.atlas.national)(&integer(tile.national)));
    let measured = reading::spoken(state.locale, measure, tile);
    joined(
        state.locale,
        std::iter::once(zones).chain(national).chain(measured),
    )
}

/// How the zones of a tile divide into kinds, as a bar of parts; a part for each kind, so that they can be written again.
pub fn kinds(counts: &[u32; KINDS]) -> Markup {
    html! {
        svg class="tile-kinds" viewBox=(format!("0 0 {BAR} 1")) preserveAspectRatio="none" aria-hidden="true" {
            @for (kind, (left, width)) in Kind::ALL.iter().zip(parts(counts)) {
                rect class=(format!("fill-{kind}")) x=(left) width=(width) height="1" {}
            }
        }
    }
}

/// How long the bar of the kinds is, in its own units.
const BAR: u32 = 1000;

/// Where the part of each kind begins in the bar, and how long it is.
pub fn parts(counts: &[u32; KINDS]) -> [(u32, u32); KINDS] {
    let total = counts.iter().sum::<u32>().max(1);
    let mut before = 0;
    counts.map(|count| {
        let left = before * BAR / total;
        before += count;
        (left, before * BAR / total - left)
    })
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn the_parts_of_a_bar_fill_it_without_gaps() {
        let parts = parts(&[1, 0, 1, 1, 0, 0, 0, 0]);
        assert_eq!(parts[..4], [(0, 333), (333, 0), (333, 333), (666, 334)]);
        assert!(parts[4..].iter().all(|part| *part == (1000, 0)));
        assert_eq!(super::parts(&[0; 8]), [(0, 0); 8]);
    }
}
