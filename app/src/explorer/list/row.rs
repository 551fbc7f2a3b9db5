//! One zone as a row of the list.

use super::opened::opened;
use super::province_name;
use super::trend::trend_line;
use crate::explorer::view::View;
use crate::format::{hectares, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::catalogue::Level;
use domain::filter::{ListedZone, MatchHighlights, OtherMatch, RowValue, Sort, ValueColumn};
use domain::listed_area::area_id;
use domain::text::Bilingual;
use maud::{Markup, html};
use std::ops::Range;

/// Renders the row of a zone and, if the row is opened, the summary below it.
pub fn row(view: &View<'_>, row: &ListedZone) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    let page = locale.href(&["/zones/", row.slug.as_str()].concat());
    let looked_at = view.interaction.looked_at();
    let is_lit = looked_at.is_some_and(|place| place.holds(row));
    let is_picked = view.filter.picks.contains(&row.slug);
    let told = view.interaction.opened(&row.slug);
    let name = locale.pick(&row.name);
    html! {
        div role="row" class=(if is_lit { "zone highlighted" } else { "zone" }) {
            div role="cell" {
                label class="tick" {
                    input class="pick" type="checkbox" form="filter" name="pick" value=(row.slug) checked[is_picked]
                        aria-label=((m.pick_of)(name));
                }
            }
            (main(view, row, &page))
            (amount(view, row, ValueColumn::Output))
            (amount(view, row, ValueColumn::Revenue))
            (growth(view, row, &page))
            (trend(view, row))
            (area(view, row))
            div role="cell" {
                button class="zone-open js-only" type="button" aria-expanded=(told.is_some()) aria-label=((m.open_row)(name)) {}
            }
        }
        @if let Some(Some(told)) = told {
            div role="row" class="zone-detail" {
                div role="cell" { (opened(view, row, told, &page)) }
            }
        }
    }
}

/// Renders the name of a zone, its place, and its other basic data.
fn main(view: &View<'_>, row: &ListedZone, page: &str) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    let other = locale.other();
    let found = row.found.as_ref();
    let in_name = |locale| found.map_or(&[][..], |found| in_name(found, locale));
    let province = province_name(view, &row.province);
    let elsewhere = found.and_then(|found| found.elsewhere.as_ref());
    let elsewhere = elsewhere.and_then(|found| elsewhere_in_words(view, row, found));
    html! {
        div role="rowheader" class="zone-main" {
            a class="zone-name" href=(page) { (marked(locale.pick(&row.name), in_name(locale))) }
            span class="zone-tags" {
                span class={ "zone-kind kind-" (row.kind) } title=(row.kind.name(locale)) { span class="visually-hidden" { (row.kind.name(locale)) } }
                span class="zone-other" lang=(other.tag()) { (marked(other.pick(&row.name), in_name(other))) }
                (location(locale, row, province, found))
                @if let Some(level) = level(view, row) { span class="zone-level" { (level) } }
                @if shows_approval(view) { span { ((m.approved_in)(row.approved.year())) } }
                @if row.figures > 0 { span class="zone-figures" { ((m.has_figures)(&integer(row.figures))) } }
                @if row.cautions > 0 { span class="zone-cautions" { ((m.cautions_of)(&integer(row.cautions))) } }
            }
            @if let Some(found) = elsewhere { span class="zone-found" { (found) } }
        }
    }
}

/// Returns the words on the level of a zone: only for national ones, and for those whose level changed since the catalogue.
fn level(view: &View<'_>, row: &ListedZone) -> Option<&'static str> {
    let m = view.m();
    match row.today.map(|today| today.level) {
        Some(None) => Some(m.is_no_longer_national),
        Some(Some(Level::National)) if row.level == Level::Provincial => Some(m.is_national_today),
        _ => (row.level == Level::National).then(|| row.level.name(view.locale)),
    }
}

/// True if the list is sorted or filtered by year of approval.
fn shows_approval(view: &View<'_>) -> bool {
    let filter = &view.filter;
    matches!(filter.sort, Sort::Newest | Sort::Oldest)
        || !filter.decades.is_empty()
        || filter.from.is_some()
        || filter.to.is_some()
}

/// Renders city and province in the order of the language. A municipality is its own city and is named once.
fn location(
    locale: Locale,
    row: &ListedZone,
    province: &str,
    found: Option<&MatchHighlights>,
) -> Markup {
    let name = row.city.as_ref().map(|city| locale.pick(&city.name));
    let name = name.filter(|name| !name.starts_with(province));
    let ranges = found.map_or(&[][..], |found| match locale {
        Locale::En => &found.city_en,
        Locale::Zh => &found.city_zh,
    });
    let city = name.map(|name| html! { span class="zone-city" { (marked(name, ranges)) } });
    let province = html! { span class="zone-province" { (province) } };
    html! {
        span class="zone-place" {
            @match (city, locale) {
                (Some(city), Locale::En) => { (city) (locale.common().comma) (province) }
                (Some(city), Locale::Zh) => { (province) (city) }
                (None, _) => (province)
            }
        }
    }
}

/// Renders the empty cell of a column in which the zone has no value.
fn empty_cell() -> Markup {
    html! { div role="cell" class="zone-none" {} }
}

/// Renders the latest value of an indicator, with a link to its receipt.
fn amount(view: &View<'_>, row: &ListedZone, column: ValueColumn) -> Markup {
    let receipt = |value: &RowValue| view.locale.href(&["/figures/", &value.figure].concat());
    value(view, row, column, receipt)
}

/// Renders the growth of output, with a link to its chart.
fn growth(view: &View<'_>, row: &ListedZone, page: &str) -> Markup {
    let chart = |_: &RowValue| [page, "?values=growth#growth"].concat();
    value(view, row, ValueColumn::Growth, chart)
}

/// Renders the value of a zone in a column, with a link.
fn value(
    view: &View<'_>,
    row: &ListedZone,
    column: ValueColumn,
    href: impl FnOnce(&RowValue) -> String,
) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    let Some(value) = row.value(column) else {
        return empty_cell();
    };
    cell(
        view,
        row,
        &href(value),
        [
            (m.column)(column),
            locale.pick(&value.value),
            (m.unit)(column),
            locale.pick(&value.limits),
        ],
    )
}

/// Renders the area from the list, with a link to its receipt.
fn area(view: &View<'_>, row: &ListedZone) -> Markup {
    let m = view.m();
    let Some(area) = &row.area else {
        return empty_cell();
    };
    let receipt = view
        .locale
        .href(&["/figures/", &area_id(row.code.as_ref(), &row.slug)].concat());
    cell(
        view,
        row,
        &receipt,
        [m.column_area, &hectares(area), m.hectares, ""],
    )
}

/// Renders a cell with a number. Column name and unit are shown in the cell if the list has no column headers (narrow
/// screens).
fn cell(
    view: &View<'_>,
    row: &ListedZone,
    href: &str,
    [column, number, unit, limits]: [&str; 4],
) -> Markup {
    let m = view.m();
    // A screen reader that lists only the links reads the zone, the column and the number.
    let label = [
        view.locale.pick(&row.name),
        m.comma,
        column,
        m.comma,
        number,
        " ",
        unit,
    ]
    .concat();
    html! {
        div role="cell" class="zone-cell" {
            span class="cell-label" { (column) " " }
            a href=(href) aria-label=(label) { (number) }
            span class="cell-label" { " " (unit) }
            @if !limits.is_empty() { " " span class="zone-limits" { (limits) } }
        }
    }
}

/// Renders a trend line through the reported values of one indicator.
fn trend(view: &View<'_>, row: &ListedZone) -> Markup {
    let Some(value) = row.value(ValueColumn::Trend) else {
        return empty_cell();
    };
    let words = view.locale.pick(&value.limits);
    let ends = view.locale.pick(&value.value);
    html! {
        div role="cell" class="zone-cell zone-trend" title=(ends) {
            (trend_line(value))
            span class="zone-limits" { (words) span class="visually-hidden" { " " (ends) } }
        }
    }
}

/// Returns which other text of the zone matched the search, in words; `None` if the row already shows that text.
fn elsewhere_in_words(view: &View<'_>, row: &ListedZone, found: &OtherMatch) -> Option<String> {
    let m = view.m();
    let pick = |text: &Bilingual| view.locale.pick(text).to_owned();
    let (what, text) = match found {
        OtherMatch::OtherName(name) => (m.found_name, pick(name)),
        OtherMatch::Company(name) => (m.found_company, pick(name)),
        OtherMatch::Industry(term) => (m.found_industry, pick(term)),
        OtherMatch::Fact(word) => (m.found_fact, word.clone()),
        OtherMatch::Code => (m.found_code, row.code.as_ref()?.to_string()),
        OtherMatch::Province | OtherMatch::Kind => return None,
    };
    Some((m.found_in)(what, &text))
}
fn in_name(found: &MatchHighlights, locale: Locale) -> &[Range<usize>] {
    match locale {
        Locale::En => &found.en,
        Locale::Zh => &found.zh,
    }
}

/// Renders a text with some ranges marked. Invalid ranges are ignored.
fn marked(text: &str, ranges: &[Range<usize>]) -> Markup {
    let mut pieces = Vec::new();
    let mut so_far = 0;
    for range in ranges {
        if let (Some(before), Some(found)) =
            (text.get(so_far..range.start), text.get(range.clone()))
        {
            pieces.extend([(before, false), (found, true)]);
            so_far = range.end;
        }
    }
    pieces.push((text.get(so_far..).unwrap_or_default(), false));
    html! {
        @for (piece, found) in pieces {
            @if found { mark { (piece) } } @else { (piece) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marks_stand_where_the_ranges_say() {
        assert_eq!(
            marked("Li & Yang", &[0..2, 5..9]).into_string(),
            "<mark>Li</mark> &amp; <mark>Yang</mark>"
        );
        assert_eq!(
            marked("溧阳市", &[0..3, 6..9]).into_string(),
            "<mark>溧</mark>阳<mark>市</mark>"
        );
        assert_eq!(marked("溧阳", &[1..2, 9..12]).into_string(), "溧阳");
        assert_eq!(marked("<b>", &[]).into_string(), "&lt;b&gt;");
    }
}
