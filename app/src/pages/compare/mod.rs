//! The comparison page: zones side by side, in one chart and one table.

mod table;

use crate::components::chart::join;
use crate::components::growth::drawn;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::locale::{Locale, use_locale};
use crate::lookup::{compared, site_metadata};
use crate::page::use_request;
use crate::query;
use crate::records::Publication;
use crate::records::{Comparison, SiteMetadata};
use crate::series::compare_charts;
use domain::filter::{Filter, TRAY_SIZE};
use domain::id::CatalogueCode;
use domain::zone::ZoneSummary;
use leptos::prelude::*;

/// The page that compares the zones in its query string.
#[component]
pub fn ComparePage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_request().query;
    let content = loaded(async move {
        let zones = compared(&query).await;
        match (site_metadata().await, zones) {
            (Ok(site_metadata), Ok(zones)) => side_by_side(locale, &site_metadata, &query, &zones),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.ranking.compare_title description=m.ranking.compare_intro path="/compare"/>
        <h1>{m.ranking.compare_title}</h1>
        {content}
    }
}

/// Returns the URL of the zone list that the reader came from, with these zones selected, so that others can be added.
fn atlas_with(locale: Locale, query: &str, zones: &[ZoneSummary]) -> String {
    let filter = Filter {
        picks: zones.iter().map(|zone| zone.slug.clone()).collect(),
        ..Filter::default()
    };
    join(
        &locale.href("/"),
        &query::list_state(query),
        &filter.query(),
    )
}

/// Renders a search form for another zone. It opens the atlas, where these zones stay selected.
fn add_zone(locale: Locale, zones: &[ZoneSummary]) -> AnyView {
    let m = locale.messages();
    let picks: Vec<_> = zones
        .iter()
        .map(|zone| view! { <input type="hidden" name="pick" value=zone.slug.to_string()/> })
        .collect();
    view! {
        <form class="compare-add" method="get" action=locale.href("/") role="search">
            <label for="add-zone">{m.ranking.compare_add}</label>
            <input id="add-zone" type="search" name="q" maxlength="200" required=true/>
            {picks}
            <button class="button-quiet" type="submit">{m.ranking.add_zone_search}</button>
        </form>
    }
    .into_any()
}

fn side_by_side(
    locale: Locale,
    site_metadata: &SiteMetadata,
    query: &str,
    comparison: &Comparison,
) -> AnyView {
    let m = locale.messages();
    let zones = &comparison.zones;
    let has = |name: &String| {
        zones.iter().any(|zone| {
            let code = zone.code.as_ref().map(CatalogueCode::as_str);
            zone.slug.as_str() == name || code.is_some_and(|code| code.eq_ignore_ascii_case(name))
        })
    };
    let strange: Vec<_> = query::zones(query)
        .into_iter()
        .filter(|name| !has(name))
        .take(3)
        .map(|slug| {
            let slug: String = slug.chars().take(40).collect();
            view! { <p class="notice">{(m.ranking.compare_unknown)(&slug)}</p> }
        })
        .collect();
    let add = (zones.len() < TRAY_SIZE).then(|| add_zone(locale, zones));
    let back = view! {
        <p class="compare-back"><a href=atlas_with(locale, query, zones)>{m.ranking.back_to_atlas}</a></p>
    };
    if zones.is_empty() {
        return view! { {strange}<p class="lead">{m.ranking.compare_none}</p>{add}{back} }
            .into_any();
    }
    let charts = compare_charts(locale, comparison, query, Publication::from(site_metadata));
    view! {
        {strange}
        <p class="lead">{m.ranking.compare_intro}</p>
        {back}
        {add}
        {drawn(&charts, query)}
        <section class="topic" aria-labelledby="compare-table">
            <h2 id="compare-table">{m.ranking.compare_table}</h2>
            <div inner_html=table::table(locale, site_metadata, comparison, &query::value(query, "indicator")).into_string()></div>
        </section>
    }
    .into_any()
}
