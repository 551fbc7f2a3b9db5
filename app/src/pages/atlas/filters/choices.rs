//! The filters that are sets of choices.

use super::choice::{choice, fold, group};
use crate::messages::terms::Named;
use crate::pages::atlas::state::AtlasState;
use domain::catalogue::{IndustryGroup, Kind, Level};
use domain::filter::{AreaBand, Decade};
use domain::id::CitySlug;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The levels.
pub fn levels(state: AtlasState) -> AnyView {
    let choices = Level::ALL.iter().map(|&level| {
        choice(
            state,
            ("level", level.to_string()),
            level.name(state.locale).to_owned(),
            move |filter| filter.levels.contains(&level),
            move |selection| selection.facets.levels.get(&level).copied(),
        )
    });
    group(
        state.locale.messages().level,
        "choices choices-level",
        choices.collect(),
    )
}

/// The kinds.
pub fn kinds(state: AtlasState) -> AnyView {
    let choices = Kind::ALL.iter().map(|&kind| {
        choice(
            state,
            ("kind", kind.to_string()),
            kind.name(state.locale).to_owned(),
            move |filter| filter.kinds.contains(&kind),
            move |selection| selection.facets.kinds.get(&kind).copied(),
        )
    });
    group(state.locale.messages().kind, "choices", choices.collect())
}

/// The industry groups, folded away: there are many.
pub fn industries(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let choices: Vec<_> = state.outline.with_value(|outline| {
        let groups = outline.industry_groups.iter();
        groups.map(|group| industry(state, group)).collect()
    });
    let chosen = Memo::new(move |_| state.of_filter(|filter| filter.industries.clone()));
    let names = move || {
        state.outline.with_value(|outline| {
            let groups = outline.industry_groups.iter();
            let names = groups.filter(|group| chosen.with(|chosen| chosen.contains(&group.id)));
            listed(
                state,
                names.map(|group| state.locale.pick(&group.name)).collect(),
            )
        })
    };
    let open = chosen.with_untracked(|chosen| !chosen.is_empty());
    fold(
        m.industry,
        open,
        names,
        view! { <ul class="choices choices-long">{choices}</ul> },
    )
}

fn industry(state: AtlasState, group: &IndustryGroup) -> AnyView {
    let id = StoredValue::new(group.id.clone());
    choice(
        state,
        ("industry", group.id.to_string()),
        state.locale.pick(&group.name).to_owned(),
        move |filter| id.with_value(|id| filter.industries.contains(id)),
        move |selection| id.with_value(|id| selection.facets.industries.get(id).copied()),
    )
}

/// The cities of the chosen provinces, or those with the most zones.
pub fn cities(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    // The boxes are made anew only when other cities are to be shown, so that a chosen box keeps the focus.
    let shown = Memo::new(move |_| {
        let slugs = |selection: &domain::filter::Selection| {
            selection.facets.cities.keys().cloned().collect()
        };
        state
            .with_selection::<BTreeSet<CitySlug>>(slugs)
            .unwrap_or_default()
    });
    let boxes = move || {
        let shown = shown.get();
        state.groundwork.with_value(|groundwork| {
            let cities = groundwork
                .cities
                .iter()
                .filter(|city| shown.contains(&city.slug));
            let boxes = cities.map(|city| {
                let slug = StoredValue::new(city.slug.clone());
                choice(
                    state,
                    ("city", city.slug.to_string()),
                    state.locale.pick(&city.name).to_owned(),
                    move |filter| slug.with_value(|slug| filter.cities.contains(slug)),
                    move |selection| {
                        slug.with_value(|slug| Some(selection.facets.cities.get(slug)?.zones()))
                    },
                )
            });
            boxes.collect::<Vec<_>>()
        })
    };
    let chosen = Memo::new(move |_| state.of_filter(|filter| filter.cities.clone()));
    let names = move || {
        state.groundwork.with_value(|groundwork| {
            let cities = groundwork.cities.iter();
            let names = cities.filter(|city| chosen.with(|chosen| chosen.contains(&city.slug)));
            listed(
                state,
                names.map(|city| state.locale.pick(&city.name)).collect(),
            )
        })
    };
    let few = Memo::new(move |_| {
        state.of_filter(|filter| {
            filter.provinces.is_empty() && filter.zoom.is_none() && filter.cities.is_empty()
        })
    });
    let open = chosen.with_untracked(|chosen| !chosen.is_empty());
    let choices = view! {
        <ul class="choices choices-long">{boxes}</ul>
        {move || few.get().then(|| view! { <p class="hint">{m.atlas.cities_few}</p> })}
    };
    fold(m.atlas.city, open, names, choices)
}

/// The decades of approval.
pub fn decades(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let choices: Vec<_> = Decade::ALL
        .iter()
        .map(|&decade| {
            choice(
                state,
                ("decade", decade.to_string()),
                decade.name(state.locale).to_owned(),
                move |filter| filter.decades.contains(&decade),
                move |selection| selection.facets.decades.get(&decade).copied(),
            )
        })
        .collect();
    let chosen = Memo::new(move |_| state.of_filter(|filter| filter.decades.clone()));
    let names = move || {
        listed(
            state,
            chosen
                .get()
                .iter()
                .map(|decade| decade.name(state.locale))
                .collect(),
        )
    };
    let open = chosen.with_untracked(|chosen| !chosen.is_empty());
    fold(
        m.atlas.decade,
        open,
        names,
        view! { <ul class="choices">{choices}</ul> },
    )
}

/// The bands of area.
pub fn areas(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let choices: Vec<_> = AreaBand::ALL
        .iter()
        .map(|&band| {
            choice(
                state,
                ("area", band.to_string()),
                (m.atlas.band)(band).to_owned(),
                move |filter| filter.areas.contains(&band),
                move |selection| selection.facets.areas.get(&band).copied(),
            )
        })
        .collect();
    let chosen = Memo::new(move |_| state.of_filter(|filter| filter.areas.clone()));
    let names = move || {
        listed(
            state,
            chosen
                .get()
                .iter()
                .map(|band| (m.atlas.band)(*band))
                .collect(),
        )
    };
    let open = chosen.with_untracked(|chosen| !chosen.is_empty());
    fold(
        m.atlas.area,
        open,
        names,
        view! { <ul class="choices">{choices}</ul> },
    )
}

/// The names of what is chosen, or that anything is.
fn listed(state: AtlasState, names: Vec<&str>) -> String {
    let m = state.locale.messages();
    if names.is_empty() {
        m.any_industry.to_owned()
    } else {
        names.join(m.listing)
    }
}
