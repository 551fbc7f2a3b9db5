//! The years under the map: approvals of each year, stacked by kind; brushed to filter, and played.

mod brush;
mod drawing;
mod play;

use super::state::AtlasState;
use super::window::is_near;
use brush::Brush;
use domain::filter::Selection;
use drawing::{Width, draw};
use leptos::html::Div;
use leptos::prelude::*;
use play::play_button;

/// The years with their brush and their play button.
pub fn years(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let span = Memo::new(move |_| {
        state.with_selection(|selection| (selection.timeline.first, selection.timeline.last()))
    });
    let brush = Brush::new(state, span);
    view! {
        <section class="years-section" aria-labelledby="years-title">
            <div class="years-head">
                <h2 id="years-title" class="years-title">{m.atlas.timeline}</h2>
                {play_button(state, span)}
            </div>
            <div
                class="years-drawing"
                on:pointerdown=move |event| brush.begin(&event)
                on:pointermove=move |event| brush.drag(&event)
                on:pointerup=move |event| brush.end(&event)
                on:pointercancel=move |event| brush.end(&event)
            >
                {drawing(state, Width::Wide)}
                {drawing(state, Width::Narrow)}
            </div>
            <div class="years-ends">
                {end(state, span, End::First)}
                {end(state, span, End::Last)}
            </div>
            <p class="hint years-hint">{m.atlas.timeline_hint}</p>
        </section>
    }
}

/// The drawing of one width. The one that the style sheet hides is in no window, and follows later.
fn drawing(state: AtlasState, width: Width) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let state = state.in_window(is_near(place));
    let chosen = Memo::new(move |_| state.of_filter(|filter| (filter.from, filter.to)));
    let drawn = move || {
        let draw =
            |selection: &Selection| draw(state.locale, &selection.timeline, chosen.get(), width);
        state.with_selection(draw)
    };
    view! { <div class=width.place() node_ref=place inner_html=drawn></div> }
}

/// An end of the chosen years.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    First,
    Last,
}

/// An end as a slider, for the keyboard, for touch and for those who hear the page.
fn end(state: AtlasState, span: Memo<(u16, u16)>, end: End) -> impl IntoView {
    let m = state.locale.messages();
    let (label, class) = match end {
        End::First => (m.atlas.first_year, "years-end years-end-first"),
        End::Last => (m.atlas.last_year, "years-end years-end-last"),
    };
    let value = Memo::new(move |_| {
        let (first, last) = span.get();
        match end {
            End::First => state
                .of_filter(|filter| filter.from)
                .unwrap_or(first)
                .clamp(first, last),
            End::Last => state
                .of_filter(|filter| filter.to)
                .unwrap_or(last)
                .clamp(first, last),
        }
    });
    // Between the first movement and letting go, each movement changes one step of the Back button.
    let sliding = StoredValue::new(false);
    let slid = move |event: leptos::ev::Event| {
        let Ok(year) = event_target_value(&event).parse::<u16>() else {
            return;
        };
        let (first, last) = span.get_untracked();
        let filter = state.filter_now();
        let (from, to) = (filter.from.unwrap_or(first), filter.to.unwrap_or(last));
        let years = match end {
            End::First => (year.min(to), to),
            End::Last => (from, year.max(from)),
        };
        state.go(
            &brush::with_years(&filter, years, (first, last)),
            sliding.get_value(),
        );
        sliding.set_value(true);
    };
    view! {
        <input
            class=class type="range" step="1" aria-label=label
            min=move || span.get().0.to_string() max=move || span.get().1.to_string()
            value=value.get_untracked().to_string()
            prop:value=move || value.get().to_string()
            aria-valuetext=move || value.get().to_string()
            on:input=slid
            on:change=move |_| sliding.set_value(false)
        />
    }
}
