//! Above the list: how many zones, in which order, and what can be done with them.

use super::super::state::AtlasState;
use super::more::Depth;
use crate::format::integer;
use domain::filter::{Grouping, PAGE_SIZE, Sort};
use leptos::prelude::*;
use std::time::Duration;

/// How long it is said that the link was copied.
const COPIED: Duration = Duration::from_secs(2);

/// How many zones there are, of which kind, which of them are on this page, and what can be done
/// with them.
pub fn head(state: AtlasState, depth: Depth) -> impl IntoView {
    let m = state.locale.messages();
    let total = Memo::new(move |_| state.with_selection(domain::filter::Selection::total));
    let parts = move || {
        let filter = state.filter();
        state.with_selection(|selection| {
            let parts = [
                (selection.catalogue, m.catalogue_zones),
                (selection.new_areas, m.new_areas),
            ];
            let parts = parts.into_iter().filter(|(number, _)| *number > 0);
            let parts: Vec<String> = parts
                .map(|(number, words)| words(&integer(number)))
                .collect();
            let of_all = filter.narrows().then(|| {
                let all = state
                    .outline
                    .with_value(|outline| outline.catalogue + outline.new_areas);
                format!(" {}", (m.totals_filtered)(&integer(all)))
            });
            format!("{}{}", parts.join(m.listing), of_all.unwrap_or_default())
        })
    };
    let range = move || {
        state.with_selection(|selection| {
            let size = u32::try_from(PAGE_SIZE).unwrap_or(1);
            let first = selection.page * size + 1;
            let last = ((selection.page + 1 + depth.pages()) * size).min(selection.total());
            (m.showing)(&integer(first), &integer(last), &integer(selection.total()))
        })
    };
    view! {
        <div class="results-head">
            <h2 class="results-count" role="status">{move || (m.results)(&integer(total.get()))}</h2>
            <p class="results-parts">{parts}</p>
            <p class="results-range">{range}</p>
            <div class="results-tools">
                {grouping(state)}
                {copy_link(state)}
            </div>
        </div>
    }
}

fn grouping(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let chosen = Memo::new(move |_| {
        state
            .at_once()
            .of_filter(|filter| filter.grouping == Grouping::Province)
    });
    view! {
        <label class="tool">
            <input
                type="checkbox" form="filter" name="group" value=Grouping::Province.as_str()
                checked=chosen.get_untracked() prop:checked=move || chosen.get()
                on:change=move |event| state.changed(&event)
            />
            <span>{m.atlas.group_by_province}</span>
        </label>
    }
}

/// Copies the address of what is shown.
fn copy_link(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        copy_address();
        copied.set(true);
        set_timeout(move || copied.set(false), COPIED);
    };
    view! {
        <button class="button-quiet js-only" type="button" on:click=copy>
            <span aria-live="polite">{move || if copied.get() { m.atlas.copied } else { m.atlas.copy_link }}</span>
        </button>
    }
}

#[cfg(feature = "hydrate")]
fn copy_address() {
    if let Ok(address) = window().location().href() {
        // What the browser does not allow to be copied can still be taken from its own line of the address.
        drop(window().navigator().clipboard().write_text(&address));
    }
}

/// On the server nothing is copied.
#[cfg(not(feature = "hydrate"))]
const fn copy_address() {}

/// The heads of the columns, each leading to the list in its order, or in the reverse of it.
pub fn columns(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let column = |label: &'static str, one: Sort, other: Sort| {
        let href = move || {
            let filter = state.filter();
            let sort = if filter.sort == one { other } else { one };
            state.href(&filter.with(|filter| filter.sort = sort))
        };
        let mark = move || {
            state.of_filter(|filter| {
                if filter.sort == one {
                    "▲"
                } else if filter.sort == other {
                    "▼"
                } else {
                    ""
                }
            })
        };
        let current = move || (!mark().is_empty()).then_some("true");
        view! {
            <a class="column" data-noscroll="" href=href aria-current=current aria-label=(m.atlas.sort_by)(label)>
                {label}" "<span class="column-mark" aria-hidden="true">{mark}</span>
            </a>
        }
    };
    view! {
        <div class="columns">
            <span>
                {column(m.column_name, Sort::Name, Sort::NameReversed)}
                {column(m.kind, Sort::Kind, Sort::KindReversed)}
            </span>
            <span>{column(m.column_place, Sort::Place, Sort::PlaceReversed)}</span>
            <span>{column(m.column_approved, Sort::Newest, Sort::Oldest)}</span>
            <span class="columns-number">{column(m.column_area, Sort::Largest, Sort::Smallest)}</span>
            <span>{column(m.column_industries, Sort::Industry, Sort::IndustryReversed)}</span>
        </div>
    }
}
