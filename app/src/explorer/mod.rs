//! The explorer: search, list, tile map, filters and years of the atlas page.
//!
//! The same functions render its HTML on the server and in the browser. A [`View`] holds all data that the HTML
//! depends on; each [`Part`] is the content of one element of the page. In the browser, the module `live` changes the
//! view and writes the parts that have changed.

mod chips;
mod filters;
mod list;
#[cfg(feature = "hydrate")]
mod live;
mod map;
mod part;
mod search;
mod suggestions;
mod tools;
mod tray;
mod view;
mod years;

#[cfg(feature = "ssr")]
pub use chips::names as filter_names;
#[cfg(feature = "hydrate")]
pub use live::start;
#[cfg(feature = "ssr")]
pub use view::{Interaction, View};

#[cfg(feature = "ssr")]
use crate::components::help;
#[cfg(feature = "ssr")]
use crate::locale::Locale;
#[cfg(feature = "ssr")]
use crate::messages::help::HelpTerm;
#[cfg(feature = "ssr")]
use domain::filter::{Filter, FilterKind, Grouping, Presence};
#[cfg(feature = "ssr")]
use maud::{Markup, html};
#[cfg(feature = "ssr")]
use part::Part;

/// Renders the whole explorer. The list comes before map and filters, so that keyboard users reach it sooner. On wide
/// screens map and filters are beside the list; on narrow screens they are sheets that two buttons open.
#[cfg(feature = "ssr")]
pub fn explorer(view: &View<'_>) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    html! {
        div hidden data-part=(Part::DropForms) { (Part::DropForms.text(view)) }
        div class="bar" {
            (place("search", Part::Search, view))
            (place("tools", Part::Tools, view))
        }
        p class="visually-hidden" role="status" data-part=(Part::Status) { (Part::Status.text(view)) }
        section id="results" class="results" aria-label=(m.list_label) aria-busy="false" data-query=(view.filter.query()) {
            (place("results-top", Part::Head, view))
            div id="zones" role="table" aria-labelledby="count" {
                (rows("zones-head", Part::Columns, view))
                @for part in Part::rows(view) { (rows(part.class(), part, view)) }
            }
            div class="list-end" {}
            (place("list-pages", Part::Pages, view))
        }
        div class="sidebar" {
            section id="map-sheet" class="sheet map" popover aria-labelledby="map-title" {
                (close("map-sheet", locale))
                (place("map-top", Part::MapHead, view))
                (place("map-tiles", Part::Tiles, view))
                (place("map-panel", Part::Panel, view))
            }
            section id="filter-sheet" class="sheet filters" popover aria-labelledby="filters-title" {
                (close("filter-sheet", locale))
                h2 id="filters-title" class="filters-title" { (m.filters) }
                p class="filters-help" {
                    @let terms = [HelpTerm::Types, HelpTerm::FiscalRevenue, HelpTerm::Problems];
                    (locale.messages().terms_explained) " " (help::explained(locale, "help", m.filters, &terms))
                }
                // Without `autocomplete="off"` browsers restore earlier checkboxes, even if the address has changed.
                form id="filter" method="get" autocomplete="off" action=(locale.href("/")) {
                    // Enter presses the first submit button of a form. Without this button that would be the first
                    // tile.
                    button type="submit" hidden {}
                    div hidden data-part=(Part::Hidden) { (Part::Hidden.text(view)) }
                    @for part in Part::MAIN_FILTERS { (place("filter", part, view)) }
                    details class="fold more" open[is_more_set(view.filter)] {
                        summary { span class="fold-title" { (m.more_filters) } }
                        (place("filter", Part::Years, view))
                        @for part in Part::MORE_FILTERS { (place("filter", part, view)) }
                    }
                    button class="button no-js-only" type="submit" { (m.apply) }
                }
                button class="button narrow" type="button" popovertarget="filter-sheet" popovertargetaction="hide" data-part=(Part::SheetFoot) {
                    (Part::SheetFoot.text(view))
                }
            }
        }
        (place("tray-place", Part::Tray, view))
        // The marker of the years on a trend line.
        svg class="visually-hidden" aria-hidden="true" {
            marker id="year-mark" markerWidth="4" markerHeight="4" refX="2" refY="2" { circle cx="2" cy="2" r="1.6" {} }
        }
    }
}

/// Renders the button that closes a sheet.
#[cfg(feature = "ssr")]
fn close(sheet: &str, locale: Locale) -> Markup {
    let m = locale.atlas_messages();
    html! {
        button class="sheet-close narrow" type="button" popovertarget=(sheet) popovertargetaction="hide" aria-label=(m.close) { "×" }
    }
}

/// True if a filter under "More filters" is active.
#[cfg(feature = "ssr")]
fn is_more_set(filter: &Filter) -> bool {
    let has_no_set = filter.decades.is_empty()
        && filter.areas.is_empty()
        && filter.cautions.is_empty()
        && filter.known.is_empty()
        && filter.unknown.is_empty()
        && !filter.figures.contains(&Presence::Without);
    !has_no_set || filter.has_filter_of(FilterKind::Years) || filter.grouping != Grouping::None
}

/// Renders an element of the page with its part in it.
#[cfg(feature = "ssr")]
fn place(class: &str, part: Part, view: &View<'_>) -> Markup {
    html! { div class=(class) data-part=(part) { (part.text(view)) } }
}

/// Renders a row group of the list with its part in it.
#[cfg(feature = "ssr")]
fn rows(class: &str, part: Part, view: &View<'_>) -> Markup {
    html! { div class=(class) role="rowgroup" data-part=(part) { (part.text(view)) } }
}
