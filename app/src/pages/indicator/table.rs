//! The ranking table, page by page.

use super::period;
use crate::components::chart::join;
use crate::components::value::status_class;
use crate::format::{self, ScaleWord, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::ranking::RankingView;
use crate::records::{RankingPage, SiteMetadata};
use crate::wording;
use domain::Decimal;
use domain::figure::Figure;
use domain::quantity::Unit;
use domain::ranking::RankingRow;
use maud::{Markup, html};

/// A value is recent if it is at most this many years older than the dataset.
const RECENT_YEARS: u16 = 5;

/// Returns the first year whose values are recent at the date of the dataset.
pub fn first_recent_year(site_metadata: &SiteMetadata) -> u16 {
    let year = site_metadata
        .date
        .get(..4)
        .and_then(|year| year.parse().ok());
    year.map_or(0, |year: u16| year.saturating_sub(RECENT_YEARS))
}

/// The id of the form that compares the ticked zones of the table.
const COMPARE: &str = "compare-ticked";

/// Renders the zones of this page, each with a checkbox for the comparison.
pub fn table(locale: Locale, site_metadata: &SiteMetadata, record: &RankingPage) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    let recent = first_recent_year(site_metadata);
    let scale = common_scale(locale, &record.ranking.lines);
    html! {
        form id=(COMPARE) class="ranking-compare" method="get" action=(locale.href("/compare")) {
            input type="hidden" name="indicator" value=(record.ranking.indicator.id);
            button class="button-quiet" type="submit" { (l.compare_ticked) }
            span class="hint" { (l.compare_ticked_hint) }
        }
        div class="table-scroll" tabindex="0" role="region" aria-label=(l.table) {
            table class="data-table ranking" {
                thead {
                    tr {
                        td {}
                        th scope="col" class="number" { (l.column_place) }
                        th scope="col" { (l.column_zone) }
                        th scope="col" { (m.chart.column_value) }
                        th scope="col" { (l.column_year) }
                        th scope="col" { (m.chart.column_status) }
                        th scope="col" { (l.column_earlier) }
                    }
                }
                tbody {
                    @for line in &record.ranking.lines { (row(locale, site_metadata, line, recent, scale)) }
                }
            }
        }
    }
}

fn row(
    locale: Locale,
    site_metadata: &SiteMetadata,
    line: &RankingRow,
    recent: u16,
    scale: Option<ScaleWord>,
) -> Markup {
    let m = locale.messages();
    let latest = &line.latest;
    let figure = &latest.figure;
    let zone = &line.zone;
    let limits = wording::figure_limits(locale, figure);
    let province = site_metadata
        .province(&zone.province)
        .map(|province| locale.pick(&province.name));
    let is_old = figure.period.chart_year().is_some_and(|year| year < recent);
    let label = (m.ranking.compare_tick)(locale.pick(&zone.name));
    html! {
        tr class=[is_old.then_some("old")] {
            td { input type="checkbox" name="zones" value=(zone.slug) form=(COMPARE) aria-label=(label); }
            td class="number" {
                @if let Some(place) = line.place { (integer(place)) } @else { "–" }
            }
            th scope="row" {
                a href=(locale.href(&format!("/zones/{}", zone.slug))) { (locale.pick(&zone.name)) }
                span class="growth-what" {
                    @if let Some(province) = province { (province) (m.comma) }
                    (wording::level_and_kind(locale, zone))
                }
            }
            td {
                (value(locale, figure, scale))
                @if !limits.is_empty() { span class="growth-what" { (limits.join(m.comma)) } }
            }
            td { (period(locale, figure)) }
            td {
                (figure.status().name(locale))
                @if latest.questioned {
                    a class="growth-what" href=(locale.href(&format!("/zones/{}#cautions", zone.slug))) { (m.chart.cautioned) }
                }
            }
            td data-label=([m.ranking.column_earlier, m.colon].concat()) {
                @if let Some(earlier) = latest.comparable_earlier() {
                    (value(locale, earlier, scale)) span class="growth-what" { (period(locale, earlier)) }
                } @else {
                    "–"
                }
            }
        }
    }
}

fn value(locale: Locale, figure: &Figure, scale: Option<ScaleWord>) -> Markup {
    let words = format::value_in(locale, figure, scale);
    html! {
        a class=(status_class(figure.status())) href=(locale.receipt_href(&figure.id)) { (words) }
    }
}

/// The smallest amount that a table in billions (亿 in Chinese) must contain. With smaller amounts alone, most digits
/// would be zeros.
const GREAT: u32 = 100_000_000;

/// Returns the scale in which all values of the table are written, so that they can be compared at a glance. `None` if
/// the values are not amounts of money or all of them are small.
fn common_scale(locale: Locale, lines: &[RankingRow]) -> Option<ScaleWord> {
    let figures = || lines.iter().map(|line| &line.latest.figure);
    let is_money = figures().all(|figure| matches!(figure.unit(), Unit::Yuan | Unit::Dollar));
    let is_great = |figure: &Figure| {
        let interval = figure.interval();
        let end = interval.high().number().or(interval.low().number());
        end.is_some_and(|end| end >= Decimal::from(GREAT))
    };
    (is_money && figures().any(is_great)).then(|| format::large_scale(locale))
}

/// Renders links to the previous and the next page; empty if there is only one page.
pub fn pages(locale: Locale, record: &RankingPage, view: &RankingView) -> Markup {
    let m = locale.messages();
    let path = locale.href(&format!("/indicators/{}", record.ranking.indicator.id));
    let to = |page: u32| join(&path, &view.query_of_page(page), "");
    let (page, pages) = (view.page, record.pages);
    html! {
        @if pages > 1 {
            nav class="pages" aria-label=(m.pages) {
                @if page > 1 { a rel="prev" href=(to(page - 1)) { (m.previous_page) } }
                span { ((m.page_of)(&integer(page), &integer(pages))) }
                @if page < pages { a rel="next" href=(to(page + 1)) { (m.next_page) } }
            }
        }
    }
}
