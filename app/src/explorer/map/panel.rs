//! The panel under the map, with the numbers of one place, of the chosen places, or of all zones.

use super::region::Region;
use super::{national, reading, tile};
use crate::explorer::view::View;
use crate::format::integer;
use crate::messages::terms::Named;
use domain::catalogue::Kind;
use domain::filter::Tile;
use maud::{Markup, html};

/// Renders the panel: for the place under the pointer or in focus, else for the chosen places, else for the whole
/// map.
pub fn panel(view: &View<'_>) -> Markup {
    let (m, filter, result) = (view.m(), view.filter, view.result);
    let regions: Vec<Region> = match view.interaction.looked_at() {
        Some(region) => vec![region.clone()],
        None => Region::chosen(filter).collect(),
    };
    let zoom = filter.zoom.clone().map(Region::Province);
    let regions = if regions.is_empty() {
        zoom.into_iter().collect()
    } else {
        regions
    };
    let names: Vec<String> = regions.iter().map(|region| region.name(view)).collect();
    let (name, tile) = match &regions[..] {
        [] => (m.everywhere.to_owned(), everywhere(view)),
        [region] => (
            names.concat(),
            region.tile(result).cloned().unwrap_or_default(),
        ),
        several => (
            names.join(m.listing),
            Tile::sum(several.iter().filter_map(|region| region.tile(result))),
        ),
    };
    // The link to the cities of a province, unless the map already shows them.
    let zoom_in = match &regions[..] {
        [region @ Region::Province(slug)] if filter.zoom.as_ref() != Some(slug) => Some(region),
        _ => None,
    };
    let kinds = Kind::ALL.iter().zip(tile.kinds);
    let elsewhere = elsewhere(view);
    html! {
        p class="panel-name" { (name) }
        p class="panel-count" { ((m.results)(&integer(tile.zones()))) (m.comma) (national(view, tile.national)) }
        @if let Some(region) = zoom_in {
            a class="zoom" data-noscroll="" href=(view.href(&region.zoomed(filter))) {
                ((m.zoom_in)(&name)) span aria-hidden="true" { " →" }
            }
        }
        div class="panel-bar" { (tile::kinds(&tile.kinds)) }
        details class="panel-more" {
            summary { (m.kinds_and_areas) }
            ul class="panel-kinds" {
                @for (kind, zones) in kinds.filter(|(_, zones)| *zones > 0) {
                    li { span class={ "zone-kind kind-" (kind) } { (kind.name(view.locale)) } " " (integer(zones)) }
                }
            }
            dl class="panel-sums" {
                div { dt { (m.area_sum) } dd { ((m.square_kilometres)(&reading::area(&tile))) } }
                @if let Some(year) = tile.median_year { div { dt { (m.median_year) } dd { (year) } } }
                div { dt { (m.with_figures) } dd { (integer(tile.figures)) } }
            }
            p class="panel-note" { (m.area_sum) (m.colon) (m.area_sum_note) }
            @if elsewhere > 0 { p class="panel-note" { ((m.elsewhere_in)(&integer(elsewhere))) } }
        }
    }
}

/// Returns the counts of all zones in the query result. A sum of places has no median year, so that comes from the
/// timeline.
fn everywhere(view: &View<'_>) -> Tile {
    let result = view.result;
    Tile {
        median_year: result.timeline.median(view.filter.from, view.filter.to),
        ..Tile::sum(result.facets.provinces.counts())
    }
}

/// Returns the number of zones in the province of the map that are on none of its tiles.
fn elsewhere(view: &View<'_>) -> u32 {
    let (filter, facets) = (view.filter, &view.result.facets);
    let Some(slug) = filter.zoom.as_ref().filter(|_| filter.cities.is_empty()) else {
        return 0;
    };
    let cities = view.data.index_manifest.cities.iter();
    let cities = cities.filter(|city| &city.province == slug);
    let tiles = cities.filter_map(|city| facets.cities.get(&city.slug));
    let on_tiles: u32 = tiles.map(Tile::zones).sum();
    let all = facets.provinces.get(slug).map_or(0, Tile::zones);
    all.saturating_sub(on_tiles)
}
