//! The filters that are sets of choices.

use super::choice::{choice, fold, group};
use super::knowledge::{cautions_name, figures_name};
use crate::messages::terms::Named;
use crate::pages::atlas::state::AtlasState;
use domain::catalogue::{IndustryGroup, Kind, Level};
use domain::filter::{AreaBand, Decade, Facets, Filter, Presence};
use domain::id::CitySlug;
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A filter by the words of a closed vocabulary.
#[derive(Clone, Copy)]
struct Words<T: 'static> {
    /// The name of its boxes in the form.
    field: &'static str,
    /// All words, in the order of reading.
    all: &'static [T],
    /// What a word is called.
    label: fn(AtlasState, T) -> &'static str,
    /// The chosen words of a filter.
    chosen: fn(&Filter) -> &BTreeSet<T>,
    /// How many zones each word would show.
    counts: fn(&Facets) -> &BTreeMap<T, u32>,
}

impl<T: Copy + Ord + std::fmt::Display + Send + Sync + 'static> Words<T> {
    fn boxes(self, state: AtlasState) -> Vec<AnyView> {
        let boxes = self.all.iter().map(|&word| {
            choice(
                state,
                (self.field, word.to_string()),
                (self.label)(state, word).to_owned(),
                move |filter| (self.chosen)(filter).contains(&word),
                move |selection| (self.counts)(&selection.facets).get(&word).copied(),
            )
        });
        boxes.collect()
    }

    /// The boxes folded away under a title.
    fn folded(self, state: AtlasState, title: &'static str) -> AnyView {
        let chosen = Memo::new(move |_| state.of_filter(|filter| (self.chosen)(filter).clone()));
        let names = move || {
            let labels = |chosen: &BTreeSet<T>| {
                let labels = chosen.iter().map(|word| (self.label)(state, *word));
                listed(state, labels.collect())
            };
            chosen.with(labels)
        };
        let open = chosen.with_untracked(|chosen| !chosen.is_empty());
        let boxes = self.boxes(state);
        fold(
            title,
            open,
            names,
            view! { <ul class="choices">{boxes}</ul> },
        )
    }
}

/// The levels.
pub fn levels(state: AtlasState) -> AnyView {
    let words = Words {
        field: "level",
        all: Level::ALL,
        label: |state, level| level.name(state.locale),
        chosen: |filter| &filter.levels,
        counts: |facets| &facets.levels,
    };
    let title = state.locale.messages().level;
    group(title, "choices choices-level", words.boxes(state))
}

/// The kinds.
pub fn kinds(state: AtlasState) -> AnyView {
    let words = Words {
        field: "kind",
        all: Kind::ALL,
        label: |state, kind| kind.name(state.locale),
        chosen: |filter| &filter.kinds,
        counts: |facets| &facets.kinds,
    };
    group(state.locale.messages().kind, "choices", words.boxes(state))
}

/// The decades of approval.
pub fn decades(state: AtlasState) -> AnyView {
    let words = Words {
        field: "decade",
        all: Decade::ALL,
        label: |state, decade| decade.name(state.locale),
        chosen: |filter| &filter.decades,
        counts: |facets| &facets.decades,
    };
    words.folded(state, state.locale.messages().atlas.decade)
}

/// The bands of area.
pub fn areas(state: AtlasState) -> AnyView {
    let words = Words {
        field: "area",
        all: AreaBand::ALL,
        label: |state, band| (state.locale.messages().atlas.band)(band),
        chosen: |filter| &filter.areas,
        counts: |facets| &facets.areas,
    };
    words.folded(state, state.locale.messages().atlas.area)
}

/// With and without figures, with and without cautions.
pub fn presences(state: AtlasState) -> Vec<AnyView> {
    let figures = Words {
        field: "figures",
        all: Presence::ALL,
        label: figures_name,
        chosen: |filter| &filter.figures,
        counts: |facets| &facets.figures,
    };
    let cautions = Words {
        field: "cautions",
        label: cautions_name,
        chosen: |filter| &filter.cautions,
        counts: |facets| &facets.cautions,
        ..figures
    };
    let mut boxes = figures.boxes(state);
    boxes.extend(cautions.boxes(state));
    boxes
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

/// The names of what is chosen, or that anything is.
fn listed(state: AtlasState, names: Vec<&str>) -> String {
    let m = state.locale.messages();
    if names.is_empty() {
        m.any_industry.to_owned()
    } else {
        names.join(m.listing)
    }
}
