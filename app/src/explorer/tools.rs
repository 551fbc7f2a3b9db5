//! The toolbar above the list: number of zones, order, and downloads.

use super::chips;
use super::filters::{figures_name, sort};
use super::view::View;
use crate::format::integer;
use domain::filter::Presence;
use maud::{Markup, html};

/// The file formats of the list: extension and label.
const FORMS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("geojson", "GeoJSON")];

/// Renders the toolbar.
pub fn tools(view: &View<'_>) -> Markup {
    let m = view.m();
    let with = Presence::With;
    let zones_with = view.result.facets.figures.get(&with);
    let active = chips::count(view);
    html! {
        h2 id="count" class="results-count" { (view.count_in_words()) }
        label class="tool with-data" {
            input type="checkbox" form="filter" name="figures" value=(with) checked[view.filter.figures.contains(&with)];
            span { (figures_name(m, with)) }
            span class="choice-count" { (integer(zones_with.copied().unwrap_or(0))) }
        }
        (sort(view))
        // Only on narrow screens: on wide screens filters and map are beside the list.
        button class="button-quiet narrow" type="button" popovertarget="filter-sheet" {
            (m.filters) @if active > 0 { " " span class="badge" { (active) } }
        }
        button class="button-quiet narrow" type="button" popovertarget="map-sheet" { (m.map) }
        (downloads(view))
    }
}

/// Renders the menu with the list as files, as a page to print, and as an address to copy.
fn downloads(view: &View<'_>) -> Markup {
    let m = view.m();
    let query = view.filter.query();
    let mark = if query.is_empty() { "" } else { "?" };
    html! {
        div class="menu" {
            button class="button-quiet" type="button" popovertarget="menu" { span { (m.download) } }
            div id="menu" class="menu-content" popover {
                p { (m.download_list) }
                ul {
                    @for (ending, name) in FORMS {
                        li { a download href=(["/data/zones.", ending, mark, &query].concat()) { (name) } }
                    }
                }
                p { a href=([&*view.locale.href("/print"), mark, &query].concat()) { (m.print) } }
                p class="hint" { "GeoJSON" (m.colon) (m.download_note) }
                button class="button-quiet js-only copy-link" type="button" data-copy="" data-copied=(m.copied) {
                    span aria-live="polite" { (m.copy_link) }
                }
            }
        }
    }
}
