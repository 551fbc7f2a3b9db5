//! The search: over the map, and at the top of the window while one reads the list.

use super::view::View;
use crate::format::integer;
use maud::{Markup, html};

/// The field with the number of zones that it leaves, which leads to them.
pub fn search(view: &View<'_>) -> Markup {
    let m = view.m();
    html! {
        label class="visually-hidden" for="q" { (m.search) }
        input id="q" class="input steer-words" type="search" name="q" form="filter" maxlength="100" autocomplete="off"
            spellcheck="false" placeholder=(m.search_hint) aria-describedby="q-hint" value=(view.filter.q);
        span id="q-hint" class="visually-hidden" { (m.search_hint) }
        button class="button no-js-only" type="submit" form="filter" { (m.search) }
        // The same number is above the list, where it is told as it changes.
        a class="steer-count" href="#results" {
            ((m.results)(&integer(view.selection.total()))) span aria-hidden="true" { " ↓" }
        }
    }
}
