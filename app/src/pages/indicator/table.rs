//! The league table, page by page.

use super::period;
use crate::api::{LeaguePage, Outline};
use crate::components::value::{receipt_href, status_class};
use crate::format::{self, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::figure::Figure;
use domain::league::LeagueLine;
use maud::{Markup, html};

/// The zones of this page.
pub fn table(locale: Locale, outline: &Outline, record: &LeaguePage) -> Markup {
    let m = locale.messages();
    let l = &m.league;
    html! {
        div class="league-scroll" tabindex="0" role="region" aria-label=(l.table) {
            table class="data-table league" {
                thead {
                    tr {
                        th scope="col" class="number" { (l.column_place) }
                        th scope="col" { (l.column_zone) }
                        th scope="col" { (m.chart.column_value) }
                        th scope="col" { (l.column_year) }
                        th scope="col" { (m.chart.column_status) }
                        th scope="col" { (l.column_earlier) }
                    }
                }
                tbody {
                    @for line in &record.league.lines { (row(locale, outline, line)) }
                }
            }
        }
    }
}

fn row(locale: Locale, outline: &Outline, line: &LeagueLine) -> Markup {
    let m = locale.messages();
    let latest = &line.latest;
    let figure = &latest.figure;
    let zone = &line.zone;
    let limits = wording::figure_limits(locale, figure);
    let province = outline
        .province(&zone.province)
        .map(|province| locale.pick(&province.name));
    html! {
        tr {
            td class="number" {
                @if let Some(place) = line.place { (integer(place)) } @else { "–" }
            }
            th scope="row" {
                a href=(locale.href(&format!("/zones/{}", zone.slug))) { (locale.pick(&zone.name)) }
                span class="growth-what" {
                    @if let Some(province) = province { (province) (m.comma) }
                    ((m.level_and_kind)(zone.level.name(locale), zone.kind.name(locale)))
                }
            }
            td {
                (value(locale, figure))
                @if !limits.is_empty() { span class="growth-what" { (limits.join(m.comma)) } }
            }
            td { (period(locale, figure)) }
            td {
                (figure.status().name(locale))
                @if latest.questioned { span class="growth-what" { (m.chart.cautioned) } }
            }
            td {
                @if let Some(earlier) = &latest.earlier {
                    (value(locale, earlier)) span class="growth-what" { (period(locale, earlier)) }
                } @else {
                    span class="not-known" { (m.not_known) }
                }
            }
        }
    }
}

fn value(locale: Locale, figure: &Figure) -> Markup {
    html! {
        a class=(status_class(figure.status())) href=(receipt_href(locale, &figure.id)) { (format::value(locale, figure)) }
    }
}

/// Ways to the other pages; nothing where there is one.
pub fn pages(locale: Locale, record: &LeaguePage) -> Markup {
    let m = locale.messages();
    let path = locale.href(&format!("/indicators/{}", record.league.indicator.id));
    let to = |page: u32| {
        if page == 1 {
            path.clone()
        } else {
            format!("{path}?page={page}")
        }
    };
    html! {
        @if record.pages > 1 {
            nav class="pages" aria-label=(m.pages) {
                @if record.page > 1 { a rel="prev" href=(to(record.page - 1)) { (m.previous_page) } }
                span { ((m.page_of)(&integer(record.page), &integer(record.pages))) }
                @if record.page < record.pages { a rel="next" href=(to(record.page + 1)) { (m.next_page) } }
            }
        }
    }
}
