//! The text that replaces an empty list: which filter to remove, and how many zones that would show.

use crate::explorer::view::View;
use crate::format::integer;
use domain::filter::FilterKind;
use maud::{Markup, html};

/// Renders the advice for an empty list; empty if the list has zones.
pub fn empty(view: &View<'_>) -> Markup {
    if view.result.total() > 0 {
        return Markup::default();
    }
    let m = view.m();
    let removable_filters = &view.result.removable_filters;
    let is_search_only = !view.filter.without(FilterKind::Search).has_filter();
    html! {
        div class="none" {
            p class="none-title" {
                @if is_search_only { ((m.none_named)(&view.filter.q)) } @else { (m.none_found) }
            }
            @if removable_filters.is_empty() {
                p { (m.lift_none) }
            } @else {
                @if !is_search_only { p { (m.lift_intro) } }
                ul class="lifts" {
                    @for (dimension, zones) in removable_filters {
                        li {
                            a data-noscroll="" href=(view.href(&view.filter.without(*dimension))) {
                                ((m.lift)((m.dimension)(*dimension), &integer(*zones)))
                            }
                        }
                    }
                }
            }
        }
    }
}
