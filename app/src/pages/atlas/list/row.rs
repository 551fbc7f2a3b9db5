//! A zone as a row of the list, written as text.

use super::super::state::AtlasState;
use crate::components::value::receipt_href;
use crate::format::{self, integer};
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::Decimal;
use domain::catalogue::area_of_list;
use domain::filter::{Elsewhere, Grouping, ListedZone, Match, Selection};
use domain::id::{ProvinceSlug, ZoneSlug};
use domain::quantity::Quantity;
use domain::spark::Spark;
use domain::text::Bilingual;
use domain::zone::ZoneSummary;
use leptos::prelude::WithValue;
use maud::{Markup, html};
use std::ops::Range;

/// The bar of an area is full at so many hectares; a greater one is cut.
const FULL_BAR: u32 = 5_000;

/// Rows of the list, as the content of a list element. Where they are grouped by province, each
/// province begins with its name and the number of its zones; `above` is the zone before the first.
pub fn rows(
    state: AtlasState,
    grouping: Grouping,
    selection: &Selection,
    zones: &[ListedZone],
    above: Option<&ListedZone>,
) -> String {
    // In the browser the buttons follow the tray by themselves: rows written anew would lose the focus.
    let picks = if cfg!(feature = "ssr") {
        state.filter_now().picks
    } else {
        Vec::new()
    };
    let markup = html! {
        @for (n, zone) in zones.iter().enumerate() {
            @let province = &zone.zone.province;
            @let before = n.checked_sub(1).map_or(above, |n| zones.get(n)).map(|zone| &zone.zone.province);
            @if grouping == Grouping::Province && before != Some(province) {
                (heading(state, selection, province))
            }
            (row(state, &picks, zone))
        }
    };
    markup.into_string()
}

fn heading(state: AtlasState, selection: &Selection, province: &ProvinceSlug) -> Markup {
    let zones = selection
        .facets
        .provinces
        .get(province)
        .map_or(0, domain::filter::Tile::zones);
    html! {
        li class="zone-group" {
            h3 { (province_name(state, province)) }
            span { ((state.locale.messages().results)(&integer(zones))) }
        }
    }
}

fn province_name(state: AtlasState, slug: &ProvinceSlug) -> String {
    state.outline.with_value(|outline| {
        let province = outline.province(slug);
        province
            .map_or(slug.as_str(), |province| state.locale.pick(&province.name))
            .to_owned()
    })
}

fn row(state: AtlasState, picks: &[ZoneSlug], zone: &ListedZone) -> Markup {
    let locale = state.locale;
    let m = locale.messages();
    let (row, found) = (&zone.zone, zone.found.as_ref());
    let other = locale.other();
    let name = locale.pick(&row.name);
    let province = province_name(state, &row.province);
    html! {
        li class="zone" data-province=(row.province) data-city=[row.city.as_ref().map(|city| &city.slug)] {
            div class="zone-main" {
                span class="zone-names-line" {
                    a class="zone-name" href=(locale.href(&format!("/zones/{}", row.slug))) {
                        (marked(name, found.map_or(&[], |found| in_name(found, locale))))
                    }
                    span class="zone-other" lang=(other.tag()) {
                        (marked(other.pick(&row.name), found.map_or(&[], |found| in_name(found, other))))
                    }
                }
                span class="zone-tags" {
                    span class=(format!("zone-kind kind-{}", row.kind)) { (row.kind.name(locale)) }
                    span class="zone-level" { (row.level.name(locale)) }
                    @if row.figures > 0 {
                        span class="zone-figures" { ((m.has_figures)(&integer(row.figures))) }
                    }
                    @if row.cautions > 0 {
                        span class="zone-cautions" { ((m.atlas.cautions_of)(&integer(row.cautions))) }
                    }
                }
                @if let Some(found) = found.and_then(|found| found.elsewhere.as_ref()).and_then(|found| elsewhere(state, row, found)) {
                    span class="zone-found" { (found) }
                }
            }
            div class="zone-place" {
                span { (province) }
                (city(locale, row, &province, found))
            }
            div class="zone-approved" {
                span class="cell-label" { (m.column_approved) }
                (format::date(locale, row.approved))
            }
            div class="zone-area" {
                span class="cell-label" { (m.column_area) }
                (area(locale, row))
            }
            div class="zone-industries" {
                span { (industries(state, row)) }
                @if let Some(spark) = &zone.spark { (drawn(state, spark)) }
            }
            (pick(locale, picks, row))
        }
    }
}

/// The city, unless it is the province: a municipality is its own city.
fn city(locale: Locale, row: &ZoneSummary, province: &str, found: Option<&Match>) -> Markup {
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
fn area(locale: Locale, row: &ZoneSummary) -> Markup {
    let m = locale.messages();
    let Some(figure) = area_of_list(row.code.as_ref(), &row.slug, row.area) else {
        return html! { span class="not-known" { (m.not_known) } };
    };
    // The figure is the link's text; whose it is stands in its name for those who hear it alone.
    let value = format::value(locale, &figure);
    let label = format!("{}{}{value}", locale.pick(&row.name), m.comma);
    let hectares = row.area.and_then(Quantity::hectares).unwrap_or_default();
    let full = Decimal::from(FULL_BAR);
    let length = (hectares.min(full) * Decimal::ONE_HUNDRED / full)
        .round_dp(1)
        .normalize();
    html! {
        a class="area-link" href=(receipt_href(locale, &figure.id)) aria-label=(label) { (value) }
        svg class="area-bar" viewBox="0 0 106 4" preserveAspectRatio="none" aria-hidden="true" {
            rect class="area-bar-length" width=(length) height="4" {}
            @if hectares > full { path class="area-bar-length" d="M102 0h1.5l2.5 2-2.5 2H102l2.5-2z" {} }
        }
    }
}

fn industries(state: AtlasState, row: &ZoneSummary) -> String {
    state.outline.with_value(|outline| {
        let groups = row
            .industries
            .iter()
            .filter_map(|id| outline.industry_groups.iter().find(|group| group.id == *id));
        let names: Vec<&str> = groups.map(|group| state.locale.pick(&group.name)).collect();
        names.join(state.locale.messages().listing)
    })
}

/// Where the line is drawn, in its own units.
const SPARK_WIDTH: u32 = 72;
const SPARK_HEIGHT: u32 = 20;

/// A line through what was reported, a dot for each year.
fn drawn(state: AtlasState, spark: &Spark) -> Markup {
    let m = state.locale.messages();
    let (Some((first, _)), Some((last, _))) = (spark.points.first(), spark.points.last()) else {
        return Markup::default();
    };
    let indicator = state.outline.with_value(|outline| {
        let found = outline
            .indicators
            .iter()
            .find(|indicator| indicator.id == spark.indicator);
        found
            .map_or(spark.indicator.as_str(), |found| {
                state.locale.pick(&found.name)
            })
            .to_owned()
    });
    let label = (m.atlas.spark)(&indicator, &first.to_string(), &last.to_string());
    let years = u32::from(last - first).max(1);
    let place = |(year, height): &(u16, u8)| {
        let x = 3 + u32::from(year - first) * (SPARK_WIDTH - 6) / years;
        let y = SPARK_HEIGHT - 3 - u32::from(*height) * (SPARK_HEIGHT - 6) / 100;
        (x, y)
    };
    let line: Vec<String> = spark
        .points
        .iter()
        .map(place)
        .map(|(x, y)| format!("{x},{y}"))
        .collect();
    html! {
        span class="spark" {
            svg viewBox=(format!("0 0 {SPARK_WIDTH} {SPARK_HEIGHT}")) role="img" aria-label=(label) {
                polyline points=(line.join(" ")) {}
                @for (x, y) in spark.points.iter().map(place) { circle cx=(x) cy=(y) r="1.8" {} }
            }
            span class="spark-label" aria-hidden="true" { (label) }
        }
    }
}

/// A button that takes the zone into the tray. Without JavaScript it sends the form with the zone added.
fn pick(locale: Locale, picks: &[ZoneSlug], row: &ZoneSummary) -> Markup {
    let m = &locale.messages().atlas;
    let picked = picks.contains(&row.slug);
    html! {
        div class="zone-pick" {
            button class="pick" type="submit" form="filter" name="pick" value=(row.slug) aria-pressed=(picked)
                aria-label=((m.pick_of)(locale.pick(&row.name))) { (m.pick) }
            button class="zone-open js-only" type="button" aria-expanded="false"
                aria-label=((m.open_row)(locale.pick(&row.name))) { span aria-hidden="true" { "▾" } }
        }
    }
}

/// What else matched, in words; nothing where the row shows it anyway.
fn elsewhere(state: AtlasState, row: &ZoneSummary, found: &Elsewhere) -> Option<String> {
    let m = &state.locale.messages().atlas;
    let pick = |text: &Bilingual| state.locale.pick(text).to_owned();
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
