//! A tile of the map.

use super::lit::Lit;
use super::place::{Place, PlacedTile};
use super::shades::Shades;
use super::{joined, reading};
use crate::format::integer;
use crate::pages::atlas::state::AtlasState;
use domain::catalogue::Kind;
use domain::filter::{KINDS, Measure, Tile};
use leptos::prelude::*;
use maud::html;

/// A tile: a button that chooses its place, and for a province a link to its cities.
pub fn tile(
    state: AtlasState,
    lit: Lit,
    shades: Memo<Shades>,
    roving: RwSignal<Option<Place>>,
    placed: &PlacedTile,
) -> AnyView {
    let name = placed.name.clone();
    let place = StoredValue::new(placed.place.clone());
    let sums = Memo::new(move |_| {
        let tile = state
            .with_selection(|selection| place.with_value(|place| place.tile(selection).cloned()));
        tile.flatten().unwrap_or_default()
    });
    let measure = Memo::new(move |_| state.of_filter(|filter| filter.measure));
    let chosen = Memo::new(move |_| {
        place.with_value(|place| state.of_filter(|filter| place.is_chosen(filter)))
    });
    let is_lit = Memo::new(move |_| {
        lit.place()
            .is_some_and(|lit| place.with_value(|place| *place == lit))
    });
    let label = {
        let name = name.clone();
        move || sums.with(|tile| spoken(state, &name, measure.get(), tile))
    };
    let class = move || {
        format!(
            "tile shade-{}",
            shades
                .get()
                .shade(sums.with(|tile| tile.amount(measure.get())))
        )
    };
    let stand = format!(
        "tile-place row-{} column-{}",
        placed.cell.row, placed.cell.column
    );
    // Without JavaScript a chosen tile sends the form that leaves it out; see `drop_forms`.
    let form = move || {
        if chosen.get() {
            place.with_value(|place| format!("drop-{}", place.id()))
        } else {
            "filter".to_owned()
        }
    };
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let filter = place.with_value(|place| place.toggled(&state.filter_now()));
        state.go(&filter, false);
    };
    let looked_at = move |_| {
        let place = place.get_value();
        roving.set(Some(place.clone()));
        lit.focus(place);
    };
    // Until the browser's half is at work, no tile has the only place in the order of the Tab key.
    let tab = move || {
        roving.with(|roving| match roving {
            Some(roving) if place.with_value(|place| place != roving) => "-1",
            _ => "0",
        })
    };
    view! {
        <div class=stand on:pointerenter=move |_| lit.point(Some(place.get_value()))>
            <button
                id=placed.place.id()
                class=class
                class:lit=move || is_lit.get()
                type="submit"
                form=form
                name=move || (!chosen.get()).then(|| place.with_value(Place::field))
                value=move || (!chosen.get()).then(|| place.with_value(|place| place.value().to_owned()))
                aria-pressed=move || chosen.get().to_string()
                tabindex=tab
                on:click=toggle
                on:focus=looked_at
            >
                <span class="tile-letters" aria-hidden="true">{placed.short.clone()}</span>
                <span class="tile-name" aria-hidden="true">{name}</span>
                <span class="visually-hidden">{label}</span>
                <span class="tile-count" aria-hidden="true">{move || sums.with(|tile| reading::written(measure.get(), tile))}</span>
                <span class="tile-kinds" inner_html=move || sums.with(|tile| kinds(&tile.kinds))></span>
            </button>
            {zoom_in(state, &placed.place, &placed.name)}
        </div>
    }
    .into_any()
}

/// A link from a province to its cities, in the corner of its tile. The keyboard finds the same
/// link below the map.
fn zoom_in(state: AtlasState, place: &Place, name: &str) -> Option<AnyView> {
    let Place::Province(slug) = place else {
        return None;
    };
    let slug = slug.clone();
    let label = (state.locale.messages().atlas.zoom_in)(name);
    let href = move || {
        state.href(
            &state
                .filter()
                .with(|filter| filter.zoom = Some(slug.clone())),
        )
    };
    Some(
        view! { <a class="tile-zoom" data-noscroll="" tabindex="-1" href=href title=label.clone() aria-label=label>"⌕"</a> }
            .into_any(),
    )
}

/// What a tile says to those who hear it.
fn spoken(state: AtlasState, name: &str, measure: Measure, tile: &Tile) -> String {
    let m = state.locale.messages();
    let zones = (m.tile)(name, &integer(tile.zones()));
    let national = (tile.national > 0).then(|| (m.atlas.national)(&integer(tile.national)));
    let measured = reading::spoken(state.locale, measure, tile);
    joined(
        state.locale,
        std::iter::once(zones).chain(national).chain(measured),
    )
}

/// How the zones of a tile divide into kinds, as a bar of parts.
pub fn kinds(counts: &[u32; KINDS]) -> String {
    let total: u32 = counts.iter().sum();
    let parts = Kind::ALL
        .iter()
        .zip(counts)
        .scan(0, |before, (kind, count)| {
            let from = *before;
            *before += count;
            Some((kind, from, *count))
        });
    html! {
        svg viewBox=(format!("0 0 {} 1", total.max(1))) preserveAspectRatio="none" aria-hidden="true" {
            @for (kind, from, count) in parts.filter(|(_, _, count)| *count > 0) {
                rect class=(format!("fill-{kind}")) x=(from) width=(count) height="1" {}
            }
        }
    }
    .into_string()
}
