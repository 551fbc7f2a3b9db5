//! The rows of a page in two parts: those that a window shows, and those below, which follow later.

use super::super::state::AtlasState;
use super::row::rows;
use leptos::prelude::*;

/// So many rows are written at once: as many as a window of usual height shows.
const AT_ONCE: usize = 10;

/// The rows of the page that an address names, as two lists.
pub fn lists(state: AtlasState) -> impl IntoView {
    let first = Memo::new(move |_| part(state, false));
    let rest = Memo::new(move |_| part(state.later(), true));
    view! {
        <ol class="zones zones-first" inner_html=move || first.get()></ol>
        <ol class="zones" inner_html=move || rest.get()></ol>
    }
}

fn part(state: AtlasState, is_rest: bool) -> String {
    let grouping = state.of_filter(|filter| filter.grouping);
    state.with_selection(|selection| {
        let at = selection.rows.len().min(AT_ONCE);
        let (first, rest) = selection.rows.split_at(at);
        if is_rest {
            rows(state, grouping, selection, rest, first.last())
        } else {
            rows(state, grouping, selection, first, None)
        }
    })
}
