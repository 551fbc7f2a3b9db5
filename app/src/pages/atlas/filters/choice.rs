//! A choice of a filter: a box with its name and the number of zones it would show.

use crate::format::integer;
use crate::pages::atlas::state::AtlasState;
use domain::filter::{Filter, Selection};
use leptos::prelude::*;

/// A box among those of one filter. `chosen` and `count` say what of the filter and of what it
/// shows the box is about.
pub fn choice(
    state: AtlasState,
    (name, value): (&'static str, String),
    label: String,
    chosen: impl Fn(&Filter) -> bool + Copy + Send + Sync + 'static,
    count: impl Fn(&Selection) -> Option<u32> + Copy + Send + Sync + 'static,
) -> AnyView {
    let chosen = Memo::new(move |_| state.of_filter(chosen));
    let count = Memo::new(move |_| state.with_selection(count).flatten().unwrap_or(0));
    view! {
        <li>
            <label class="choice" class:choice-empty=move || count.get() == 0>
                <input
                    type="checkbox" name=name value=value
                    checked=chosen.get_untracked()
                    prop:checked=move || chosen.get()
                    on:change=move |event| state.changed(&event)
                />
                <span class="choice-name">{label}</span>
                <span class="choice-count">{move || integer(count.get())}</span>
            </label>
        </li>
    }
    .into_any()
}

/// Boxes under a title.
pub fn group(title: &'static str, class: &'static str, choices: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="field">
            <legend>{title}</legend>
            <ul class=class>{choices}</ul>
        </fieldset>
    }
    .into_any()
}

/// Boxes folded away under a title that says which are chosen; open where any is.
pub fn fold(
    title: &'static str,
    open: bool,
    chosen: impl Fn() -> String + Send + Sync + 'static,
    choices: impl IntoView + 'static,
) -> AnyView {
    view! {
        <details class="fold" open=open>
            <summary><span class="fold-title">{title}</span><span class="fold-value">{chosen}</span></summary>
            {choices}
        </details>
    }
    .into_any()
}
