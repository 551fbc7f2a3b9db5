//! A row that is opened: its zone in a few lines, which the server sends as text.

use crate::explorer::list::row::trend_line;
use crate::explorer::view::View;
use domain::filter::{ListedZone, ValueColumn};
use maud::{Markup, PreEscaped, html};

/// What the server tells of a zone, with the line of its trend in large, and a link to its page.
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
