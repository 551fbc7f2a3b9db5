//! The play button: adds the zones year by year.

use super::brush::with_years;
use crate::pages::atlas::state::AtlasState;
use leptos::prelude::*;
use std::time::Duration;

/// How long each year stands.
const YEAR: Duration = Duration::from_millis(350);

/// The button. Those who asked for less motion do not see it.
pub fn play_button(state: AtlasState, span: Memo<(u16, u16)>) -> impl IntoView {
    let m = state.locale.messages();
    let playing = RwSignal::new(None::<IntervalHandle>);
    let stop = move || {
        if let Some(interval) = playing.try_update(Option::take).flatten() {
            interval.clear();
        }
    };
    on_cleanup(stop);
    let press = move |_| {
        if playing.with_untracked(Option::is_some) {
            stop();
            return;
        }
        let (first, last) = span.get_untracked();
        let filter = state.filter_now();
        let (from, to) = (filter.from.unwrap_or(first), filter.to.unwrap_or(last));
        let year = StoredValue::new(from);
        state.go(&with_years(&filter, (from, from), (first, last)), false);
        let step = move || {
            let next = year.get_value() + 1;
            if next > to {
                stop();
                return;
            }
            year.set_value(next);
            state.go(
                &with_years(&state.filter_now(), (from, next), (first, last)),
                true,
            );
        };
        playing.set(set_interval_with_handle(step, YEAR).ok());
    };
    let is_playing = move || playing.with(Option::is_some);
    view! {
        <button class="button-quiet js-only play" type="button" aria-pressed=move || is_playing().to_string() on:click=press>
            <span aria-hidden="true">{move || if is_playing() { "■ " } else { "▶ " }}</span>
            {move || if is_playing() { m.atlas.stop_playing } else { m.atlas.play }}
        </button>
    }
}
