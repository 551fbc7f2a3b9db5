//! The search field at the top of the window.

use super::suggestions;
use super::view::View;
use maud::{Markup, html};

/// Renders the search field and its suggestions.
pub fn search(view: &View<'_>) -> Markup {
    let m = view.m();
    let active = view.interaction.suggested.map(suggestions::id);
    let suggested = suggestions::suggestions(view);
    html! {
        label class="visually-hidden" for="q" { (m.search) }
        input id="q" class="input" type="search" name="q" form="filter" maxlength="100" autocomplete="off"
            spellcheck="false" placeholder=(m.search_hint) aria-describedby="q-hint" value=(view.filter.q)
            role="combobox" aria-autocomplete="list" aria-controls="suggestions"
            aria-expanded=(!suggested.is_empty()) aria-activedescendant=[active];
        span id="q-hint" class="visually-hidden" { (m.search_hint) }
        (suggestions::list(view, &suggested))
        button class="button no-js-only" type="submit" form="filter" { (m.search) }
    }
}
