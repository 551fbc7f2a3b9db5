//! The text that replaces an empty list: which filter to remove, and how many zones that would show.

use crate::explorer::view::View;
use crate::format::integer;
use maud::{Markup, html};

/// Renders the advice for an empty list; empty if the list has zones.
pub fn empty(view: &View<'_>) -> Markup {
    if view.result.total() > 0 {
        return Markup::default();
    }
    let m = view.m();
    let removable_filters = &view.result.removable_filters;
    html! {
        div class="none" {
            p class="none-title" { (m.none_found) }
            @if removable_filters.is_empty() {
                p { (m.lift_none) }
            } @else {
                p { (m.lift_intro) }
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
            p { a data-noscroll="" href=(view.href(&view.filter.cleared())) { (m.clear_all) } }
        }
    }
}
