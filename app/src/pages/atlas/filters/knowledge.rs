//! What the atlas must have of a zone, and what it must not.

use super::choice::{fold, listed};
use super::choices::presences;
use crate::pages::atlas::state::AtlasState;
use domain::filter::{Filter, Presence};
use domain::id::IndicatorId;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// With or without figures and cautions, and the indicators that must be known or not.
pub fn knowledge(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let names = Memo::new(move |_| listed(state, state.of_filter(names(state))));
    let choices = move |later| {
        view! {
            {presences(later)}
            <div class="knowledge-pair">
                {indicator(state, "known", m.knowledge_known, |filter| &filter.known)}
                {indicator(state, "unknown", m.knowledge_unknown, |filter| &filter.unknown)}
            </div>
        }
    };
    fold(state, m.knowledge, names, choices)
}

/// What is chosen here, in words.
fn names(state: AtlasState) -> impl Fn(&Filter) -> Vec<String> + Copy {
    let m = state.locale.messages();
    move |filter| {
        let figures = filter
            .figures
            .iter()
            .map(|presence| figures_name(state, *presence).to_owned());
        let cautions = filter
            .cautions
            .iter()
            .map(|presence| cautions_name(state, *presence).to_owned());
        let known = filter
            .known
            .iter()
            .map(|id| (m.coverage.filter_known)(&indicator_name(state, id)));
        let unknown = filter
            .unknown
            .iter()
            .map(|id| (m.coverage.filter_unknown)(&indicator_name(state, id)));
        figures
            .chain(cautions)
            .chain(known)
            .chain(unknown)
            .collect()
    }
}

/// With or without figures, in words.
pub fn figures_name(state: AtlasState, presence: Presence) -> &'static str {
    let m = &state.locale.messages().atlas;
    match presence {
        Presence::With => m.figures_with,
        Presence::Without => m.figures_without,
    }
}

/// With or without cautions, in words.
pub fn cautions_name(state: AtlasState, presence: Presence) -> &'static str {
    let m = &state.locale.messages().atlas;
    match presence {
        Presence::With => m.cautions_with,
        Presence::Without => m.cautions_without,
    }
}

/// What an indicator is called.
pub fn indicator_name(state: AtlasState, id: &IndicatorId) -> String {
    state.outline.with_value(|outline| {
        let found = outline
            .indicators
            .iter()
            .find(|indicator| indicator.id == *id);
        found
            .map_or(id.as_str(), |found| state.locale.pick(&found.name))
            .to_owned()
    })
}

/// A choice among the indicators. An address may name several; the form keeps the others.
fn indicator(
    state: AtlasState,
    name: &'static str,
    label: &'static str,
    of: fn(&Filter) -> &BTreeSet<IndicatorId>,
) -> impl IntoView {
    let m = state.locale.messages();
    let options: Vec<_> = state.outline.with_value(|outline| {
        outline
            .indicators
            .iter()
            .map(|indicator| {
                let id = StoredValue::new(indicator.id.clone());
                let chosen = Memo::new(move |_| {
                    state.of_filter(move |filter| id.with_value(|id| of(filter).first() == Some(id)))
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
    let others = Memo::new(move |_| {
        state.of_filter(|filter| of(filter).iter().skip(1).cloned().collect::<Vec<_>>())
    });
    let fields = move || {
        let others = others.get().into_iter();
        others
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
            <div hidden>{fields}</div>
        </div>
    }
}
