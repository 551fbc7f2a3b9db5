//! Zones side by side: in one chart and in one table.

mod table;

use crate::api::{Comparison, Outline};
use crate::components::chart::Publication;
use crate::components::document::Head;
use crate::components::growth::drawn;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::locale::{Locale, use_locale};
use crate::lookup::{compared, outline};
use crate::page::use_request;
use crate::query;
use crate::series::compare_charts;
use domain::filter::{Filter, TRAY_SIZE};
use domain::zone::ZoneSummary;
use leptos::prelude::*;

/// The page of the zones that its address names.
#[component]
pub fn ComparePage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_request().query;
    let content = loaded(async move {
        let zones = compared(&query).await;
        match (outline().await, zones) {
            (Ok(outline), Ok(zones)) => side_by_side(locale, &outline, &query, &zones),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.league.compare_title description=m.league.compare_intro path="/compare"/>
        <h1>{m.league.compare_title}</h1>
        {content}
        <p class="compare-back"><a href=locale.href("/")>{m.league.back_to_atlas}</a></p>
    }
}

/// The atlas with these zones picked, so that others can be added.
fn atlas_with(locale: Locale, zones: &[ZoneSummary]) -> String {
    let filter = Filter {
        picks: zones.iter().map(|zone| zone.slug.clone()).collect(),
        ..Filter::default()
    };
    format!("{}?{}", locale.href("/"), filter.query())
}

fn side_by_side(
    locale: Locale,
    outline: &Outline,
    query: &str,
    comparison: &Comparison,
) -> AnyView {
    let m = locale.messages();
    let zones = &comparison.zones;
    let strange: Vec<_> = query::zones(query)
        .into_iter()
        .filter(|slug| !zones.iter().any(|zone| zone.slug.as_str() == slug))
        .take(3)
        .map(|slug| {
            let slug: String = slug.chars().take(40).collect();
            view! { <p class="notice">{(m.league.compare_unknown)(&slug)}</p> }
        })
        .collect();
    if zones.is_empty() {
        return view! { {strange}<p class="lead">{m.league.compare_none}</p> }.into_any();
    }
    let asked = query::value(query, "indicator");
    let charts = compare_charts(locale, comparison, &asked, Publication::from(outline));
    let add = (zones.len() < TRAY_SIZE).then(|| {
        view! { <p><a class="button-quiet" href=atlas_with(locale, zones)>{m.league.compare_add}</a></p> }
    });
    view! {
        {strange}
        <p class="lead">{m.league.compare_intro}</p>
        {add}
        {drawn(&charts, query)}
        <section class="topic" aria-labelledby="compare-table">
            <h2 id="compare-table">{m.league.compare_table}</h2>
            <div inner_html=table::table(locale, outline, comparison).into_string()></div>
        </section>
    }
    .into_any()
}
