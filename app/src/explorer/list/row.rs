//! A zone as a row of the list.

use super::opened::opened;
use super::province_name;
use crate::explorer::filters::{indicator_name, industry_name};
use crate::explorer::view::View;
use crate::format::{self, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::catalogue::area_id;
use domain::filter::{Elsewhere, ListedZone, Match};
use domain::spark::Spark;
use domain::text::Bilingual;
use maud::{Markup, html};
use std::ops::Range;

/// The bar of an area is full at so many hectares; a greater one is cut.
const FULL_BAR: u64 = 5_000;

/// A row of the list.
pub fn row(view: &View<'_>, row: &ListedZone) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    let found = row.found.as_ref();
    let other = locale.other();
    let province = province_name(view, &row.province);
    let page = locale.href(&["/zones/", row.slug.as_str()].concat());
    let in_name = |locale| found.map_or(&[][..], |found| in_name(found, locale));
    let looked_at = view.interaction.looked_at();
    let is_lit = looked_at.is_some_and(|place| place.holds(row));
    let told = view.interaction.opened(&row.slug);
    html! {
        li class=(if is_lit { "zone lit" } else { "zone" }) {
            div class="zone-main" {
                span class="zone-names-line" {
                    a class="zone-name" href=(page) { (marked(locale.pick(&row.name), in_name(locale))) }
                    span class="zone-other" lang=(other.tag()) { (marked(other.pick(&row.name), in_name(other))) }
                }
                span class="zone-tags" {
                    span class={ "zone-kind kind-" (row.kind) } { (row.kind.name(locale)) }
                    span { (row.level.name(locale)) }
                    @if row.figures > 0 { span class="zone-figures" { ((m.has_figures)(&integer(row.figures))) } }
                    @if row.cautions > 0 { span class="zone-cautions" { ((m.cautions_of)(&integer(row.cautions))) } }
                }
                @if let Some(found) = found.and_then(|found| found.elsewhere.as_ref()).and_then(|found| elsewhere(view, row, found)) {
                    span class="zone-found" { (found) }
                }
            }
            div class="zone-place" { span { (province) } (city(locale, row, province, found)) }
            div { span class="cell-label" { (m.column_approved) } (format::date(locale, row.approved)) }
            div class="zone-area" { span class="cell-label" { (m.column_area) } (area(view, row)) }
            div class="zone-industries" {
                span { (industries(view, row)) }
                @if let Some(spark) = &row.spark { (drawn(view, spark)) }
            }
            (buttons(view, row, told.is_some()))
            @if let Some(Some(told)) = told { (opened(view, told, &page)) }
        }
    }
}

/// The city, unless it is the province: a municipality is its own city.
fn city(locale: Locale, row: &ListedZone, province: &str, found: Option<&Match>) -> Markup {
    let name = row.city.as_ref().map(|city| locale.pick(&city.name));
    let ranges = found.map_or(&[][..], |found| match locale {
        Locale::En => &found.city_en,
        Locale::Zh => &found.city_zh,
    });
    html! {
        @if let Some(name) = name.filter(|name| !name.starts_with(province)) {
            span class="zone-city" { (marked(name, ranges)) }
        }
    }
}

/// The area as the list prints it, leading to its receipt, and as a bar.
fn area(view: &View<'_>, row: &ListedZone) -> Markup {
    let (m, locale) = (view.m(), view.locale);
    let Some(area) = &row.area else {
        return html! { span class="not-known" { (m.not_known) } };
    };
    let receipt = locale.href(&["/figures/", &area_id(row.code.as_ref(), &row.slug)].concat());
    // The figure is the link's text; whose it is stands in its name for those who hear it alone.
    let value = format::listed_area(locale, area);
    let label = [locale.pick(&row.name), m.comma, &value].concat();
    let hectares = area.hundredths().unwrap_or(0) / 100;
    let percent = hectares.min(FULL_BAR) * 100 / FULL_BAR;
    html! {
        a class="area-link" href=(receipt) aria-label=(label) { (value) }
        svg class=(if hectares > FULL_BAR { "area-bar area-bar-cut" } else { "area-bar" }) aria-hidden="true" {
            rect width={ (percent) "%" } height="4" {}
        }
    }
}

fn industries(view: &View<'_>, row: &ListedZone) -> String {
    let names = row.industries.iter().map(|id| industry_name(view, id));
    names.collect::<Vec<_>>().join(view.m().listing)
}

/// Where the line is drawn, in its own units.
const SPARK_WIDTH: u32 = 72;
const SPARK_HEIGHT: u32 = 20;

/// A line through what was reported, a dot for each year.
fn drawn(view: &View<'_>, spark: &Spark) -> Markup {
    let (Some((first, _)), Some((last, _))) = (spark.points.first(), spark.points.last()) else {
        return Markup::default();
    };
    let indicator = indicator_name(view, &spark.indicator);
    let label = (view.m().spark)(indicator, &first.to_string(), &last.to_string());
    let years = u32::from(last - first).max(1);
    let place = |(year, height): &(u16, u8)| {
        let x = 3 + u32::from(year - first) * (SPARK_WIDTH - 6) / years;
        let y = SPARK_HEIGHT - 3 - u32::from(*height) * (SPARK_HEIGHT - 6) / 100;
        (x, y)
    };
    html! {
        span class="spark" {
            svg viewBox={ "0 0 " (SPARK_WIDTH) " " (SPARK_HEIGHT) } role="img" aria-label=(label) {
                polyline points={ @for (x, y) in spark.points.iter().map(place) { (x) "," (y) " " } } {}
                @for (x, y) in spark.points.iter().map(place) { circle cx=(x) cy=(y) r="1.8" {} }
            }
            span class="spark-label" aria-hidden="true" { (label) }
        }
    }
}

/// A button that takes the zone into the tray, and one that opens the row. Without JavaScript the first
/// sends the form with the zone added.
fn buttons(view: &View<'_>, row: &ListedZone, is_open: bool) -> Markup {
    let m = view.m();
    let is_picked = view.filter.picks.contains(&row.slug);
    let name = view.locale.pick(&row.name);
    html! {
        div class="zone-pick" {
            button class="pick" form="filter" name="pick" value=(row.slug) aria-pressed=(is_picked)
                aria-label=((m.pick_of)(name)) { (m.pick) }
            button class="zone-open js-only" type="button" aria-expanded=(is_open) aria-label=((m.open_row)(name)) {}
        }
    }
}

/// What else matched, in words; nothing where the row shows it anyway.
fn elsewhere(view: &View<'_>, row: &ListedZone, found: &Elsewhere) -> Option<String> {
    let m = view.m();
    let pick = |text: &Bilingual| view.locale.pick(text).to_owned();
    let (what, text) = match found {
        Elsewhere::OtherName(name) => (m.found_name, pick(name)),
        Elsewhere::Company(name) => (m.found_company, pick(name)),
        Elsewhere::Industry(term) => (m.found_industry, pick(term)),
        Elsewhere::County(county) => (m.found_county, county.clone()),
        Elsewhere::Code => (m.found_code, row.code.as_ref()?.to_string()),
        Elsewhere::Province | Elsewhere::Kind => return None,
    };
    Some((m.found_in)(what, &text))
}

fn in_name(found: &Match, locale: Locale) -> &[Range<usize>] {
    match locale {
        Locale::En => &found.en,
        Locale::Zh => &found.zh,
    }
}

/// A text with some of its parts marked; a range that is none of the text marks nothing.
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
