//! The filters that are sets of choices.

use super::choice::{Boxes, fold, group};
use super::knowledge::{cautions_name, figures_name};
use crate::messages::terms::Named;
use crate::pages::atlas::map::Place;
use crate::pages::atlas::state::AtlasState;
use domain::catalogue::{Kind, Level};
use domain::filter::{AreaBand, Decade, Presence, Selection};
use domain::id::{CitySlug, IndustryGroupId};
use leptos::prelude::*;

/// A list of boxes that scrolls by itself.
const LONG: &str = "choices choices-long";

/// The levels.
pub fn levels(state: AtlasState) -> impl IntoView {
    let boxes = Boxes {
        field: "level",
        all: Signal::stored(Level::ALL.to_vec()),
        label: |state, level| level.name(state.locale).to_owned(),
        chosen: |filter, level| filter.levels.contains(level),
        count: |facets, level| facets.levels.get(level).copied(),
    };
    let title = state.locale.messages().level;
    group(title, boxes.list(state, "choices choices-level"))
}

/// The kinds.
pub fn kinds(state: AtlasState) -> impl IntoView {
    let boxes = Boxes {
        field: "kind",
        all: Signal::stored(Kind::ALL.to_vec()),
        label: |state, kind| kind.name(state.locale).to_owned(),
        chosen: |filter, kind| filter.kinds.contains(kind),
        count: |facets, kind| facets.kinds.get(kind).copied(),
    };
    let title = state.locale.messages().kind;
    group(title, boxes.list(state, "choices"))
}

/// The decades of approval.
pub fn decades(state: AtlasState) -> impl IntoView {
    let boxes = Boxes {
        field: "decade",
        all: Signal::stored(Decade::ALL.to_vec()),
        label: |state, decade| decade.name(state.locale).to_owned(),
        chosen: |filter, decade| filter.decades.contains(decade),
        count: |facets, decade| facets.decades.get(decade).copied(),
    };
    let title = state.locale.messages().atlas.decade;
    fold(state, title, boxes.names(state), move |state| {
        boxes.list(state, "choices")
    })
}

/// The bands of area.
pub fn areas(state: AtlasState) -> impl IntoView {
    let boxes = Boxes {
        field: "area",
        all: Signal::stored(AreaBand::ALL.to_vec()),
        label: |state, band| (state.locale.messages().atlas.band)(*band).to_owned(),
        chosen: |filter, band| filter.areas.contains(band),
        count: |facets, band| facets.areas.get(band).copied(),
    };
    let title = state.locale.messages().atlas.area;
    fold(state, title, boxes.names(state), move |state| {
        boxes.list(state, "choices")
    })
}

/// With and without figures, with and without cautions.
pub fn presences(state: AtlasState) -> impl IntoView {
    let figures = Boxes {
        field: "figures",
        all: Signal::stored(Presence::ALL.to_vec()),
        label: |state, presence| figures_name(state, *presence).to_owned(),
        chosen: |filter, presence| filter.figures.contains(presence),
        count: |facets, presence| facets.figures.get(presence).copied(),
    };
    let cautions = Boxes {
        field: "cautions",
        label: |state, presence| cautions_name(state, *presence).to_owned(),
        chosen: |filter, presence| filter.cautions.contains(presence),
        count: |facets, presence| facets.cautions.get(presence).copied(),
        ..figures
    };
    view! {
        {figures.list(state, "choices")}
        {cautions.list(state, "choices")}
    }
}

/// The industry groups, folded away: there are many.
pub fn industries(state: AtlasState) -> impl IntoView {
    let all: Vec<IndustryGroupId> = state.outline.with_value(|outline| {
        let groups = outline.industry_groups.iter();
        groups.map(|group| group.id.clone()).collect()
    });
    let boxes = Boxes {
        field: "industry",
        all: Signal::stored(all),
        label: |state, id| {
            state.outline.with_value(|outline| {
                let mut groups = outline.industry_groups.iter();
                let group = groups.find(|group| group.id == *id);
                group.map_or_else(
                    || id.to_string(),
                    |group| state.locale.pick(&group.name).to_owned(),
                )
            })
        },
        chosen: |filter, id| filter.industries.contains(id),
        count: |facets, id| facets.industries.get(id).copied(),
    };
    let title = state.locale.messages().industry;
    fold(state, title, boxes.names(state), move |state| {
        boxes.list(state, LONG)
    })
}

/// The cities of the chosen provinces, or those with the most zones.
pub fn cities(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let few = Memo::new(move |_| {
        state.of_filter(|filter| {
            filter.provinces.is_empty() && filter.zoom.is_none() && filter.cities.is_empty()
        })
    });
    let names = city_boxes(state).names(state);
    fold(state, m.atlas.city, names, move |state| {
        view! {
            {city_boxes(state).list(state, LONG)}
            {move || few.get().then(|| view! { <p class="hint">{m.atlas.cities_few}</p> })}
        }
    })
}

fn city_boxes(state: AtlasState) -> Boxes<CitySlug> {
    let now = state.at_once();
    let all = Memo::new(move |_| {
        // The form sends what has a box: the boxes of chosen cities must never be behind.
        let is_any = now.of_filter(|filter| filter.cities.is_empty());
        let state = if is_any { state } else { now };
        let shown = |selection: &Selection| {
            let cities = &selection.facets.cities;
            state.groundwork.with_value(|groundwork| {
                let slugs = groundwork.cities.iter().map(|city| &city.slug);
                let shown = slugs.filter(|slug| cities.contains_key(*slug));
                shown.cloned().collect()
            })
        };
        state.with_selection(shown)
    });
    Boxes {
        field: "city",
        all: all.into(),
        label: |state, slug| Place::City(slug.clone()).name(state),
        chosen: |filter, slug| filter.cities.contains(slug),
        count: |facets, slug| Some(facets.cities.get(slug)?.zones()),
    }
}
