//! One tile of the map.

use super::region::{PlacedTile, Region};
use super::shades::Shades;
use super::{national, reading};
use crate::explorer::view::View;
use crate::format::integer;
use domain::catalogue::Kind;
use domain::filter::{KINDS, Tile};
use maud::{Markup, html};

/// Renders a tile: a button that selects its place and, for a province, a link to its cities.
///
/// Without JavaScript the Tab key stops at every tile. The button of a chosen place submits the form that removes the
/// place.
pub fn tile(view: &View<'_>, placed: &PlacedTile, shades: Shades) -> Markup {
    let (filter, region) = (view.filter, &placed.region);
    let nothing = Tile::default();
    let counts = region.tile(view.result).unwrap_or(&nothing);
    let id = region.id();
    let is_chosen = region.is_chosen(filter);
    let name = (!is_chosen).then(|| region.field());
    let value = (!is_chosen).then(|| region.value());
    let lit = if view.interaction.looked_at() == Some(region) {
        " highlighted"
    } else {
        ""
    };
    let stop = view
        .interaction
        .tab_stop
        .as_ref()
        .map(|stop| if stop == region { "0" } else { "-1" });
    html! {
        div class={ "tile-place row-" (placed.cell.row) " column-" (placed.cell.column) } {
            button id=(id) class={ "tile shade-" (shades.shade(counts.amount(filter.measure))) (lit) }
                form={ @if is_chosen { "drop-" (id) } @else { "filter" } } name=[name] value=[value]
                aria-pressed=(is_chosen) tabindex=[stop] {
                span class="tile-letters" aria-hidden="true" { (placed.short) }
                span class="visually-hidden" { (spoken(view, &placed.name, counts)) }
                span class="tile-count" aria-hidden="true" { (reading::written(filter.measure, counts)) }
                (kinds(&counts.kinds))
            }
            @if let Region::Province(_) = region {
                // Not in the Tab order: keyboard users find the same link in the panel below the map.
                @let label = (view.m().zoom_in)(&placed.name);
                a class="tile-zoom" data-noscroll="" tabindex="-1" href=(view.href(&region.zoomed(filter))) aria-label=(label) { "⌕" }
            }
        }
    }
}

/// Returns the text of a tile for screen readers.
fn spoken(view: &View<'_>, name: &str, tile: &Tile) -> String {
    let m = view.m();
    let zones = (m.tile)(name, &integer(tile.zones()));
    let national = (tile.national > 0).then(|| national(view, tile.national));
    let measured = reading::spoken(view.locale, view.filter.measure, tile);
    let parts = std::iter::once(zones).chain(national).chain(measured);
    parts.collect::<Vec<_>>().join(m.comma)
}

/// Renders a bar that shows how many zones of a tile are of each kind.
pub fn kinds(counts: &[u32; KINDS]) -> Markup {
    html! {
        svg class="tile-kinds" viewBox={ "0 0 " (BAR) " 1" } preserveAspectRatio="none" aria-hidden="true" {
            @for (kind, (left, width)) in Kind::ALL.iter().zip(parts(counts)).filter(|(_, (_, width))| *width > 0) {
                rect class={ "fill-" (kind) } x=(left) width=(width) height="1" {}
            }
        }
    }
}

/// The length of the bar, in units of its `viewBox`.
const BAR: u32 = 100;

/// Returns where the section of each kind begins in the bar, and how long it is.
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
        assert_eq!(parts[..4], [(0, 33), (33, 0), (33, 33), (66, 34)]);
        assert!(parts[4..].iter().all(|part| *part == (100, 0)));
        assert_eq!(super::parts(&[0; 8]), [(0, 0); 8]);
    }
}
