//! The summary of a zone in an opened row. The server sends it as HTML.

use super::trend::trend_line;
use crate::explorer::view::View;
use domain::filter::{ListedZone, ValueColumn};
use maud::{Markup, PreEscaped, html};

/// Renders the summary from the server, with an enlarged trend line and a link to the page of the zone.
pub fn opened(view: &View<'_>, row: &ListedZone, told: &str, page: &str) -> Markup {
    html! {
        div class="zone-summary" {
            (PreEscaped(told))
            @if let Some(value) = row.value(ValueColumn::Trend) {
                p class="summary-trend" { (trend_line(value)) " " (view.locale.pick(&value.limits)) (view.m().colon) (view.locale.pick(&value.value)) }
            }
            p { a href=(page) { (view.m().open_page) } }
        }
    }
}
