//! What is shown, as files.

use super::state::AtlasState;
use leptos::prelude::*;

/// The forms, and what they are called.
const FORMS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("geojson", "GeoJSON")];

/// Links to what is shown as files.
pub fn take_away(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let links: Vec<_> = FORMS
        .iter()
        .map(|(ending, name)| {
            let href = move || {
                let query = state.filter().query();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("/data/zones.{ending}{mark}{query}")
            };
            view! { <li><a download href=href>{*name}</a></li> }
        })
        .collect();
    view! {
        <div class="take-away">
            <p class="take-away-title">{m.atlas.take_away}</p>
            <ul class="take-away-forms">{links}</ul>
            <p class="hint">"GeoJSON"{m.colon}{m.atlas.take_away_note}</p>
        </div>
    }
}
