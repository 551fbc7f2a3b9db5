//! The filters: a form that works by itself, and at once where the browser's half is there.

use super::state::AtlasState;
use crate::format::integer;
use crate::messages::terms::Named;
use domain::catalogue::{IndustryGroup, Kind, Level};
use domain::filter::{Filter, Selection, Sort};
use domain::id::IndicatorId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// All filters but the map.
pub fn filters(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    view! {
        <section class="filters" aria-labelledby="filters-title">
            <h2 id="filters-title" class="visually-hidden">{m.filters}</h2>
            {chosen_provinces(state)}
            <div class="field field-search">
                <label for="q">{m.search}</label>
                <input
                    id="q" class="input" type="search" name="q" maxlength="100" autocomplete="off" spellcheck="false"
                    aria-describedby="q-hint"
                    value=state.filter_now().q
                    prop:value=move || state.filter().q
                    on:input=move |event| state.typed(&event)
                />
                <p id="q-hint" class="hint">{m.search_hint}</p>
            </div>
            {levels(state)}
            {kinds(state)}
            {industries(state)}
            {years(state)}
            {knowledge(state)}
            {sort(state)}
            <button class="button no-js-only" type="submit">{m.apply}</button>
        </section>
    }
    .into_any()
}

/// The provinces chosen on the map, so that the form sends them along.
fn chosen_provinces(state: AtlasState) -> AnyView {
    let fields = move || {
        let provinces = state.filter().provinces;
        provinces
            .into_iter()
            .map(|province| view! { <input type="hidden" name="province" value=province.to_string()/> })
            .collect::<Vec<_>>()
    };
    view! { <div hidden>{fields}</div> }.into_any()
}

/// A choice among some: a box with its name and its count.
fn choice(
    state: AtlasState,
    name: &'static str,
    value: String,
    label: String,
    chosen: impl Fn(&Filter) -> bool + Copy + Send + Sync + 'static,
    count: impl Fn(&Selection) -> Option<u32> + Copy + Send + Sync + 'static,
) -> AnyView {
    let chosen = Memo::new(move |_| state.filter_has(chosen));
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

fn levels(state: AtlasState) -> AnyView {
    let choices: Vec<_> = Level::ALL
        .iter()
        .map(|&level| {
            choice(
                state,
                "level",
                level.to_string(),
                level.name(state.locale).to_owned(),
                move |filter| filter.levels.contains(&level),
                move |selection| selection.facets.levels.get(&level).copied(),
            )
        })
        .collect();
    group(
        state.locale.messages().level,
        "choices choices-level",
        choices,
    )
}

fn kinds(state: AtlasState) -> AnyView {
    let choices: Vec<_> = Kind::ALL
        .iter()
        .map(|&kind| {
            choice(
                state,
                "kind",
                kind.to_string(),
                kind.name(state.locale).to_owned(),
                move |filter| filter.kinds.contains(&kind),
                move |selection| selection.facets.kinds.get(&kind).copied(),
            )
        })
        .collect();
    group(state.locale.messages().kind, "choices", choices)
}

/// The industry groups, folded away: there are many.
fn industries(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let choices: Vec<_> = state.outline.with_value(|outline| {
        outline
            .industry_groups
            .iter()
            .map(|group| industry(state, group))
            .collect()
    });
    let open = !state.filter_now().industries.is_empty();
    let chosen = move || {
        let industries = state.filter().industries;
        if industries.is_empty() {
            return m.any_industry.to_owned();
        }
        state.outline.with_value(|outline| {
            let names = outline
                .industry_groups
                .iter()
                .filter(|group| industries.contains(&group.id));
            let names: Vec<_> = names.map(|group| state.locale.pick(&group.name)).collect();
            names.join(m.listing)
        })
    };
    view! {
        <details class="fold" open=open>
            <summary><span class="fold-title">{m.industry}</span><span class="fold-value">{chosen}</span></summary>
            <ul class="choices choices-long">{choices}</ul>
        </details>
    }
    .into_any()
}

fn industry(state: AtlasState, group: &IndustryGroup) -> AnyView {
    let id = StoredValue::new(group.id.clone());
    choice(
        state,
        "industry",
        group.id.to_string(),
        state.locale.pick(&group.name).to_owned(),
        move |filter| id.with_value(|id| filter.industries.contains(id)),
        move |selection| id.with_value(|id| selection.facets.industries.get(id).copied()),
    )
}

fn group(title: &'static str, class: &'static str, choices: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset class="field">
            <legend>{title}</legend>
            <ul class=class>{choices}</ul>
        </fieldset>
    }
    .into_any()
}

fn years(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    view! {
        <fieldset class="field">
            <legend>{m.approved}</legend>
            <div class="years">
                <input
                    class="input" type="number" name="from" min="1900" max="2199" step="1" inputmode="numeric"
                    aria-label=m.year_from placeholder="1984"
                    value=year(state.filter_now().from)
                    prop:value=move || year(state.filter().from)
                    on:change=move |event| state.changed(&event)
                />
                <span aria-hidden="true">"–"</span>
                <input
                    class="input" type="number" name="to" min="1900" max="2199" step="1" inputmode="numeric"
                    aria-label=m.year_to placeholder="2018"
                    value=year(state.filter_now().to)
                    prop:value=move || year(state.filter().to)
                    on:change=move |event| state.changed(&event)
                />
            </div>
            <p class="hint">{m.years_hint}</p>
        </fieldset>
    }
    .into_any()
}

/// What must be known of a zone, and what must not.
fn knowledge(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    view! {
        <fieldset class="field">
            <legend>{m.knowledge}</legend>
            <div class="knowledge-pair">
                {indicator(state, "known", m.knowledge_known, |filter| &filter.known)}
                {indicator(state, "unknown", m.knowledge_unknown, |filter| &filter.unknown)}
            </div>
        </fieldset>
    }
    .into_any()
}

/// A choice among the indicators. An address may name several; the form keeps the others.
fn indicator(
    state: AtlasState,
    name: &'static str,
    label: &'static str,
    of: fn(&Filter) -> &BTreeSet<IndicatorId>,
) -> AnyView {
    let m = state.locale.messages();
    let options: Vec<_> = state.outline.with_value(|outline| {
        outline
            .indicators
            .iter()
            .map(|indicator| {
                let id = StoredValue::new(indicator.id.clone());
                let chosen = Memo::new(move |_| {
                    state.filter_has(move |filter| id.with_value(|id| of(filter).first() == Some(id)))
                });
                let value = indicator.id.to_string();
                let label = state.locale.pick(&indicator.name).to_owned();
                view! {
                    <option value=value selected=chosen.get_untracked() prop:selected=move || chosen.get()>
                        {label}
                    </option>
                }
            })
            .collect()
    });
    let others = move || {
        let filter = state.filter();
        of(&filter)
            .iter()
            .skip(1)
            .map(|id| view! { <input type="hidden" name=name value=id.to_string()/> })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="knowledge">
            <label class="knowledge-label" for=name>{label}</label>
            <select id=name class="input" name=name on:change=move |event| state.changed(&event)>
                <option value="">{m.any_industry}</option>
                {options}
            </select>
            <div hidden>{others}</div>
        </div>
    }
    .into_any()
}

fn sort(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let options: Vec<_> = Sort::ALL
        .iter()
        .map(|&sort| {
            let chosen = Memo::new(move |_| state.filter_has(|filter| filter.sort == sort));
            view! {
                <option value=sort.as_str() selected=chosen.get_untracked() prop:selected=move || chosen.get()>
                    {sort.name(state.locale)}
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
    .into_any()
}
