//! The numbers of the place that is looked at, or of the chosen ones, or of all.

use super::lit::Lit;
use super::place::Place;
use super::{reading, tile};
use crate::format::integer;
use crate::messages::terms::Named;
use crate::pages::atlas::state::AtlasState;
use crate::pages::atlas::window::is_near;
use domain::catalogue::Kind;
use domain::filter::{Filter, Selection, Tile};
use domain::id::ProvinceSlug;
use leptos::html::Div;
use leptos::prelude::*;

/// What is said, and of what.
#[derive(Clone, PartialEq)]
struct Told {
    name: String,
    tile: Tile,
    /// The one place it is, if it is one.
    place: Option<Place>,
    /// How many zones of the zoomed province lie in none of its tiles.
    elsewhere: u32,
}

/// The panel under the map.
pub fn panel(state: AtlasState, lit: Lit) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let state = state.in_window(is_near(place));
    let told = Memo::new(move |_| {
        let filter = state.filter();
        state.with_selection(|selection| tell(state, lit.place(), &filter, selection))
    });
    let body = move || told.with(|told| body(state, told));
    view! { <div class="map-panel" node_ref=place on:focusout=move |_| lit.blur()>{body}</div> }
}

fn tell(state: AtlasState, lit: Option<Place>, filter: &Filter, selection: &Selection) -> Told {
    let m = state.locale.messages();
    let mut chosen: Vec<Place> = match lit {
        Some(place) => vec![place],
        None => Place::chosen(filter).collect(),
    };
    if chosen.is_empty() {
        chosen.extend(filter.zoom.clone().map(Place::Province));
    }
    let names: Vec<String> = chosen.iter().map(|place| place.name(state)).collect();
    let (name, tile, place) = match &chosen[..] {
        [] => (
            m.atlas.everywhere.to_owned(),
            everywhere(filter, selection),
            None,
        ),
        [place] => (
            names.join(m.listing),
            place.tile(selection).cloned().unwrap_or_default(),
            Some(place.clone()),
        ),
        several => (
            names.join(m.listing),
            Tile::sum(several.iter().filter_map(|place| place.tile(selection))),
            None,
        ),
    };
    Told {
        name,
        tile,
        place,
        elsewhere: elsewhere(state, filter, selection),
    }
}

/// All zones that are shown; their median year from the years, which hold each zone once.
fn everywhere(filter: &Filter, selection: &Selection) -> Tile {
    Tile {
        median_year: selection.timeline.median(filter.from, filter.to),
        ..Tile::sum(selection.facets.provinces.values())
    }
}

/// How many zones of the province that the map shows stand on none of its tiles.
fn elsewhere(state: AtlasState, filter: &Filter, selection: &Selection) -> u32 {
    let Some(slug) = filter.zoom.as_ref().filter(|_| filter.cities.is_empty()) else {
        return 0;
    };
    let on_tiles: u32 = state.groundwork.with_value(|groundwork| {
        let cities = groundwork
            .cities
            .iter()
            .filter(|city| &city.province == slug);
        let tiles = cities.filter_map(|city| selection.facets.cities.get(&city.slug));
        tiles.map(Tile::zones).sum()
    });
    let all = selection.facets.provinces.get(slug).map_or(0, Tile::zones);
    all.saturating_sub(on_tiles)
}

fn body(state: AtlasState, told: &Told) -> impl IntoView + use<> {
    let m = state.locale.messages();
    let tile = &told.tile;
    let kinds: Vec<_> = Kind::ALL
        .iter()
        .zip(tile.kinds)
        .filter(|(_, zones)| *zones > 0)
        .map(|(kind, zones)| {
            let class = format!("zone-kind kind-{kind}");
            view! { <li><span class=class>{kind.name(state.locale)}</span>" "{integer(zones)}</li> }
        })
        .collect();
    let zoom = match &told.place {
        Some(Place::Province(slug)) => Some(zoom_in(state, slug.clone(), &told.name)),
        _ => None,
    };
    let median = tile.median_year.map(|year| {
        view! { <div><dt>{m.atlas.median_year}</dt><dd>{year.to_string()}</dd></div> }
    });
    let elsewhere = (told.elsewhere > 0).then(
        || view! { <p class="panel-note">{(m.atlas.elsewhere_in)(&integer(told.elsewhere))}</p> },
    );
    view! {
        <div class="panel-head">
            <p class="panel-name">{told.name.clone()}</p>
            <p class="panel-count">{(m.results)(&integer(tile.zones()))}{m.comma}{(m.atlas.national)(&integer(tile.national))}</p>
            {zoom}
        </div>
        <div class="panel-bar" inner_html=tile::kinds(&tile.kinds).into_string()></div>
        <ul class="panel-kinds">{kinds}</ul>
        <dl class="panel-sums">
            <div><dt title=m.atlas.area_sum_note>{m.atlas.area_sum}</dt><dd>{(m.atlas.square_kilometres)(&reading::area(tile))}</dd></div>
            {median}
            <div><dt>{m.atlas.with_figures}</dt><dd>{integer(tile.figures)}</dd></div>
        </dl>
        <p class="panel-note">{m.atlas.area_sum}{m.colon}{m.atlas.area_sum_note}</p>
        {elsewhere}
    }
}

/// The way to the cities of a province, unless the map shows them.
fn zoom_in(state: AtlasState, slug: ProvinceSlug, name: &str) -> impl IntoView + use<> {
    let label = (state.locale.messages().atlas.zoom_in)(name);
    let slug = StoredValue::new(slug);
    let is_there = Memo::new(move |_| {
        // At once: the focus goes from here into the map when the link has gone.
        let is_zoom = |slug: &ProvinceSlug| {
            let now = state.at_once();
            now.of_filter(|filter| filter.zoom.as_ref() == Some(slug))
        };
        slug.with_value(is_zoom)
    });
    let href = move || {
        state.href(
            &state
                .filter()
                .with(|filter| filter.zoom = Some(slug.get_value())),
        )
    };
    let link = move || {
        (!is_there.get()).then(|| {
            view! {
                <a class="zoom" data-noscroll="" href=href>
                    {label.clone()}<span aria-hidden="true">" →"</span>
                </a>
            }
        })
    };
    view! { {link} }
}
