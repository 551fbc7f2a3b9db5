//! In place of a list without a zone: which filter to remove, and what that would give.

use crate::explorer::view::View;
use crate::format::integer;
use maud::{Markup, html};

/// What to do where no zone fits; nothing where some do.
pub fn empty(view: &View<'_>) -> Markup {
    if view.selection.total() > 0 {
        return Markup::default();
    }
    let m = view.m();
    let lifts = &view.selection.lifts;
    html! {
        div class="none" {
            p class="none-title" { (m.none_found) }
            @if lifts.is_empty() {
                p { (m.lift_none) }
            } @else {
                p { (m.lift_intro) }
                ul class="lifts" {
                    @for (dimension, zones) in lifts {
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
