//! The list as files.

use super::view::View;
use maud::{Markup, html};

/// The forms, and what they are called.
const FORMS: [(&str, &str); 3] = [("csv", "CSV"), ("json", "JSON"), ("geojson", "GeoJSON")];

/// Links to the list as files.
pub fn downloads(view: &View<'_>) -> Markup {
    let m = view.m();
    let query = view.filter.query();
    let mark = if query.is_empty() { "" } else { "?" };
    html! {
        p class="take-away-title" { (m.take_away) }
        ul class="take-away-forms" {
            @for (ending, name) in FORMS {
                li { a download href=(format!("/data/zones.{ending}{mark}{query}")) { (name) } }
            }
        }
        p class="hint" { "GeoJSON" (m.colon) (m.take_away_note) }
    }
}
