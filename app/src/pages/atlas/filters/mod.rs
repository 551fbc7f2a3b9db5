//! The filters: a form that works by itself, and at once where the browser's half is there.

mod choice;
mod choices;
mod knowledge;

use super::state::AtlasState;
use crate::messages::terms::Named;
use domain::filter::{Filter, Sort};
use leptos::prelude::*;

pub use knowledge::{cautions_name, figures_name, indicator_name};

/// All filters but the search, the map and the years.
pub fn filters(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    view! {
        <section class="filters" aria-labelledby="filters-title">
            <h2 id="filters-title" class="visually-hidden">{m.filters}</h2>
            {hidden_fields(state)}
            {choices::levels(state)}
            {choices::kinds(state)}
            {choices::industries(state)}
            {choices::cities(state)}
            {choices::decades(state)}
            {years(state)}
            {choices::areas(state)}
            {knowledge::knowledge(state)}
            {sort(state)}
            <button class="button no-js-only" type="submit">{m.apply}</button>
        </section>
    }
}

/// What the form sends along of the state that has no control of its own in it.
fn hidden_fields(state: AtlasState) -> impl IntoView {
    let kept = Memo::new(move |_| {
        let filter = state.filter();
        let provinces = filter
            .provinces
            .iter()
            .map(|province| ("province", province.to_string()));
        let zoom = filter.zoom.iter().map(|zoom| ("zoom", zoom.to_string()));
        let picks = filter.picks.iter().map(|pick| ("pick", pick.to_string()));
        provinces.chain(zoom).chain(picks).collect::<Vec<_>>()
    });
    let fields = move || {
        let fields = kept.get().into_iter();
        fields
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect::<Vec<_>>()
    };
    view! { <div hidden>{fields}</div> }
}

fn years(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let field = |name: &'static str,
                 label: &'static str,
                 example: &'static str,
                 of: fn(&Filter) -> Option<u16>| {
        let year = Memo::new(move |_| {
            state
                .of_filter(of)
                .map(|year| year.to_string())
                .unwrap_or_default()
        });
        view! {
            <input
                class="input" type="number" name=name min="1900" max="2199" step="1" inputmode="numeric"
                aria-label=label placeholder=example
                value=year.get_untracked()
                prop:value=move || year.get()
                on:change=move |event| state.changed(&event)
            />
        }
    };
    view! {
        <fieldset class="field">
            <legend>{m.approved}</legend>
            <div class="years">
                {field("from", m.year_from, "1984", |filter| filter.from)}
                <span aria-hidden="true">"–"</span>
                {field("to", m.year_to, "2018", |filter| filter.to)}
            </div>
            <p class="hint">{m.years_hint}</p>
        </fieldset>
    }
}

fn sort(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let searching = Memo::new(move |_| state.of_filter(|filter| !filter.q.is_empty()));
    let options: Vec<_> = Sort::ALL
        .iter()
        .map(|&sort| {
            let chosen = Memo::new(move |_| state.of_filter(|filter| filter.sort == sort));
            let name = move || match sort {
                Sort::Catalogue if searching.get() => m.atlas.best_first,
                sort => sort.name(state.locale),
            };
            view! {
                <option value=sort.as_str() selected=chosen.get_untracked() prop:selected=move || chosen.get()>
                    {name}
                </option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for="sort">{m.sort}</label>
            <select id="sort" class="input" name="sort" on:change=move |event| state.changed(&event)>{options}</select>
        </div>
    }
}
