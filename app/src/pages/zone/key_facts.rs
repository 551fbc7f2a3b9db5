//! What the official catalogue, or a list of new areas, states about a zone.

use crate::components::figure::figure_link;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::catalogue::{CATALOGUE_SOURCE, NewAreaEntry, Province};
use domain::filter::Filter;
use domain::listed_area::is_listed_area;
use domain::source::host;
use domain::text::Bilingual;
use domain::zone::{Today, ZoneRecord};
use leptos::prelude::*;

/// Renders a panel of names and values.
pub fn key_facts(locale: Locale, zone: &ZoneRecord, province: Option<&Province>) -> AnyView {
    let m = locale.messages();
    let mut rows = Vec::new();
    if let Some(code) = &zone.summary.code {
        rows.push(row(m.code, code.to_string().into_any()));
    }
    if let Some(entry) = &zone.new_area {
        rows.push(row(
            m.new_area_number,
            (m.new_area_number_value)(entry.number).into_any(),
        ));
    }
    rows.push(row(m.level, zone.summary.level.name(locale).into_any()));
    rows.push(row(m.kind, zone.summary.kind.name(locale).into_any()));
    if let Some(today) = &zone.summary.today {
        rows.extend(rows_of_today(locale, today));
    }
    places(locale, zone, province, &mut rows);
    rows.push(row(
        m.approved,
        format::date(locale, zone.summary.approved).into_any(),
    ));
    let source = match (&zone.catalogue_name, &zone.new_area) {
        (Some(name), _) => catalogue(locale, zone, name, &mut rows),
        (None, Some(entry)) => new_area(locale, zone, entry, &mut rows),
        (None, None) => new_zone(locale, zone),
    };
    view! {
        <section class="panel" aria-labelledby="key-facts-title">
            <h2 id="key-facts-title">{m.key_facts}</h2>
            <dl class="facts">{rows}</dl>
            {source}
        </section>
    }
    .into_any()
}

/// Renders the level and type of today, linked to the fact that states the change.
fn rows_of_today(locale: Locale, today: &Today) -> [AnyView; 2] {
    let m = locale.messages();
    let level = today.level.map_or(m.not_known, |level| level.name(locale));
    let link = |text: &'static str| {
        view! { <a href=format!("#fact-{}", today.fact)>{text}</a> }.into_any()
    };
    [
        row(m.level_today, link(level)),
        row(m.kind_today, link(today.kind.name(locale))),
    ]
}

fn row(name: &'static str, value: AnyView) -> AnyView {
    view! { <div class="facts-row"><dt>{name}</dt><dd>{value}</dd></div> }.into_any()
}

fn places(locale: Locale, zone: &ZoneRecord, province: Option<&Province>, rows: &mut Vec<AnyView>) {
    let m = locale.messages();
    if let Some(province) = province {
        let filter = Filter::default().with(|f| f.provinces.insert(province.slug.clone()));
        let href = format!("{}?{}", locale.href("/"), filter.query());
        let link = view! { <a href=href>{locale.pick(&province.name).to_owned()}</a> };
        rows.push(row(m.province, link.into_any()));
    }
    if let Some(city) = &zone.summary.city {
        rows.push(row(m.city, locale.pick(&city.name).to_owned().into_any()));
    } else if zone.new_area.is_none() && zone.county.is_none() {
        rows.push(row(m.city, unknown(locale)));
    }
    if let Some(county) = &zone.county {
        let name = locale.pick(county).to_owned();
        // The name of the zone states the county, or else a document does.
        let fact = zone.profile.facts.iter().find(|fact| fact.is_seat(county));
        let value = match fact {
            Some(fact) => view! { <a href=format!("#fact-{}", fact.id)>{name}</a> }.into_any(),
            None => name.into_any(),
        };
        rows.push(row(m.county, value));
    }
}

fn unknown(locale: Locale) -> AnyView {
    view! { <span class="not-known">{locale.messages().not_known}</span> }.into_any()
}

/// Renders the area from the official list, linked to its receipt.
fn area(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let listed = zone.profile.figures.iter().find(|f| is_listed_area(f));
    listed.map_or_else(
        || unknown(locale),
        |figure| figure_link(locale, &zone.profile, figure),
    )
}

fn catalogue(
    locale: Locale,
    zone: &ZoneRecord,
    listed_name: &Bilingual,
    rows: &mut Vec<AnyView>,
) -> AnyView {
    let m = locale.messages();
    rows.push(row(m.approved_area, area(locale, zone)));
    let industries: Vec<&str> = zone
        .industries
        .iter()
        .map(|i| locale.pick(&i.term))
        .collect();
    rows.push(row(
        m.leading_industries,
        industries.join(m.listing).into_any(),
    ));
    if listed_name.zh != zone.summary.name.zh {
        let name = view! { <span lang="zh-Hans">{listed_name.zh.clone()}</span> };
        rows.push(row(m.catalogue_name, name.into_any()));
    }
    view! {
        <p class="facts-source">{m.source_of}{m.colon}{catalogue_link(locale)}</p>
        <p class="facts-source">{m.english_name_note}</p>
    }
    .into_any()
}

/// Renders that the zone is not in the catalogue, with a link to the first fact, which states its approval.
fn new_zone(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let words = locale.messages().newer_than_catalogue;
    let fact = zone.profile.facts.first();
    let href = fact.map(|fact| format!("#fact-{}", fact.id));
    view! { <p class="facts-source"><a href=href>{words}</a></p> }.into_any()
}

fn new_area(
    locale: Locale,
    zone: &ZoneRecord,
    entry: &NewAreaEntry,
    rows: &mut Vec<AnyView>,
) -> AnyView {
    let m = locale.messages();
    rows.push(row(m.land_area, area(locale, zone)));
    if let Some(sea) = entry.sea {
        rows.push(row(m.sea_area, format::quantity(locale, sea).into_any()));
    }
    view! {
        <p class="facts-source">
            {m.new_area_source}
            <a href=entry.address.clone() rel="nofollow noopener">{(m.in_brackets)(host(&entry.address))}</a>
        </p>
        <p class="facts-source">{m.new_area_note}{m.colon}<span lang="en">{entry.seen.clone()}</span></p>
    }
    .into_any()
}

/// Renders the name of the catalogue, linked to its page among the sources.
pub fn catalogue_link(locale: Locale) -> AnyView {
    let href = locale.href(&format!("/sources/{CATALOGUE_SOURCE}"));
    view! { <a href=href>{locale.messages().catalogue_source}</a> }.into_any()
}
