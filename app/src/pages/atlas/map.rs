//! The tile map: each province a button with its count, shaded by it.

use super::shades::Shades;
use super::state::AtlasState;
use crate::format::integer;
use crate::locale::Locale;
use domain::catalogue::Province;
use domain::filter::{Filter, Selection};
use domain::id::ProvinceSlug;
use leptos::prelude::*;

/// The filter with a province added, or removed if it is in.
fn toggled(filter: &Filter, province: &ProvinceSlug) -> Filter {
    filter.with(|filter| {
        if !filter.provinces.remove(province) {
            filter.provinces.insert(province.clone());
        }
    })
}

/// The map with its legend.
pub fn map(state: AtlasState) -> AnyView {
    let m = state.locale.messages();
    let shades = Memo::new(move |_| {
        let greatest = |selection: &Selection| selection.facets.provinces.values().copied().max();
        Shades::up_to(state.with_selection(greatest).flatten().unwrap_or(0))
    });
    let tiles = state.outline.with_value(|outline| {
        outline
            .provinces
            .iter()
            .map(|province| tile(state, shades, province))
            .collect::<Vec<_>>()
    });
    view! {
        <section class="map" aria-labelledby="map-title">
            <h2 id="map-title" class="map-title">{m.map_label}</h2>
            <p class="map-hint">{m.map_hint}</p>
            <div class="tiles">{tiles}{legend(state, shades)}</div>
        </section>
    }
    .into_any()
}

fn tile(state: AtlasState, shades: Memo<Shades>, province: &Province) -> AnyView {
    let m = state.locale.messages();
    let name = state.locale.pick(&province.name).to_owned();
    let letters = match state.locale {
        Locale::En => province.letters.clone(),
        Locale::Zh => province.short_zh.clone(),
    };
    let slug = StoredValue::new(province.slug.clone());
    let count = Memo::new(move |_| {
        let count = |slug: &ProvinceSlug| {
            state.with_selection(|selection| selection.facets.provinces.get(slug).copied())
        };
        slug.with_value(count).flatten().unwrap_or(0)
    });
    let chosen = Memo::new(move |_| {
        slug.with_value(|slug| state.filter_has(|filter| filter.provinces.contains(slug)))
    });
    let label = {
        let name = name.clone();
        move || (m.tile)(&name, &integer(count.get()))
    };
    let class = move || format!("tile shade-{}", shades.get().shade(count.get()));
    let place = format!("tile-place row-{} column-{}", province.row, province.column);
    // Without JavaScript a chosen tile sends the form that leaves it out; see `drop_forms`.
    let form = move || {
        let id = slug.with_value(|slug| format!("drop-{slug}"));
        if chosen.get() {
            id
        } else {
            "filter".to_owned()
        }
    };
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        let filter = slug.with_value(|slug| toggled(&state.filter_now(), slug));
        state.go(&filter, false);
    };
    view! {
        <div class=place>
            <button
                class=class
                type="submit"
                form=form
                name=move || (!chosen.get()).then_some("province")
                value=move || (!chosen.get()).then(|| slug.with_value(ToString::to_string))
                aria-pressed=move || chosen.get().to_string()
                on:click=toggle
            >
                <span class="tile-letters" aria-hidden="true">{letters}</span>
                <span class="tile-name" aria-hidden="true">{name}</span>
                <span class="visually-hidden">{label}</span>
                <span class="tile-count" aria-hidden="true">{move || integer(count.get())}</span>
            </button>
        </div>
    }
    .into_any()
}

fn legend(state: AtlasState, shades: Memo<Shades>) -> AnyView {
    let m = state.locale.messages();
    let steps = move || {
        let labels = std::iter::once(m.legend_none.to_owned()).chain(shades.get().labels());
        (0..)
            .zip(labels)
            .map(|(shade, text): (usize, _)| {
                let swatch = format!("legend-swatch shade-{shade}");
                view! { <li><span class=swatch></span><span>{text}</span></li> }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="map-legend">
            <span class="map-legend-title">{m.legend_title}</span>
            <ul class="map-legend-steps">{steps}</ul>
        </div>
    }
    .into_any()
}

/// A form for each chosen province that holds the state without it, so that its tile can take it
/// back without JavaScript and the address keeps its names.
pub fn drop_forms(state: AtlasState) -> AnyView {
    let forms = move || {
        let filter = state.filter();
        let forms = filter.provinces.iter().map(|province| {
            let fields: Vec<_> = toggled(&filter, province)
                .pairs()
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect();
            view! { <form id=format!("drop-{province}") method="get" action=state.locale.href("/")>{fields}</form> }
        });
        forms.collect::<Vec<_>>()
    };
    view! { <div hidden>{forms}</div> }.into_any()
}
