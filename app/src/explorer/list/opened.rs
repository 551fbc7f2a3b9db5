//! A row that is opened: its zone in a few lines, which the server sends and the browser renders.

use crate::api::OpenedZone;
use crate::components::value::status_class;
use crate::explorer::list::row::trend_line;
use crate::explorer::view::View;
use domain::filter::{ListedZone, ValueColumn};
use maud::{Markup, html};

/// A zone in a few lines, with the line of its trend in large, and a link to its page.
pub fn opened(view: &View<'_>, row: &ListedZone, zone: &OpenedZone, page: &str) -> Markup {
    html! {
        div class="zone-summary" {
            @for sentence in &zone.sentences { p { (sentence) } }
            @if let Some(value) = row.value(ValueColumn::Trend) {
                p class="summary-trend" { (trend_line(value)) " " (view.locale.pick(&value.limits)) }
            }
            dl class="summary-figures" {
                @for figure in &zone.figures {
                    div class="summary-figure" {
                        dt { (figure.indicator) " " span class="summary-period" { (figure.period) } }
                        dd {
                            a class=(status_class(figure.status)) href=(figure.receipt) {
                                (figure.value)
                                @if !figure.remark.is_empty() { span class="figure-mark" { (figure.remark) } }
                            }
                        }
                    }
                }
            }
            p { a href=(page) { (view.m().open_page) } }
        }
    }
}
