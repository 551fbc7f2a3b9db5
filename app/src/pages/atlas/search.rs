//! The search: over the map, and at the top of the window while one reads the list.

use super::state::AtlasState;
use crate::format::integer;
use domain::filter::{Filter, Selection};
use leptos::html::Input;
use leptos::prelude::*;

/// The field with the number of zones that it leaves, which leads to them.
pub fn search(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let words = Memo::new(move |_| state.of_filter(|filter| filter.q.clone()));
    let field = NodeRef::<Input>::new();
    // What is being typed stays as it is: a space at its end is no part of what is searched for.
    Effect::new(move || {
        let words = words.get();
        if let Some(field) = field.get()
            && Filter::default().searching(&field.value()).q != words
        {
            field.set_value(&words);
        }
    });
    let total = Memo::new(move |_| state.with_selection(Selection::total));
    let count = move || (m.results)(&integer(total.get()));
    view! {
        <div class="steer">
            <label class="visually-hidden" for="q">{m.search}</label>
            <input
                id="q" class="input steer-words" type="search" name="q" form="filter" maxlength="100" autocomplete="off"
                spellcheck="false" placeholder=m.search_hint aria-describedby="q-hint"
                value=words.get_untracked()
                node_ref=field
                on:input=move |event| state.typed(&event)
                on:blur=move |_| state.stop_typing()
            />
            <span id="q-hint" class="visually-hidden">{m.search_hint}</span>
            <button class="button no-js-only" type="submit" form="filter">{m.search}</button>
            // What it says is said in full above the list, where it is told as it changes.
            <a class="steer-count" href="#results">{count}<span aria-hidden="true">" ↓"</span></a>
        </div>
    }
}
