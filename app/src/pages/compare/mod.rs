//! Zones side by side: in one chart and in one table.

mod table;

use crate::api::{Comparison, Outline, PageError, compared};
use crate::chart::ChartView;
use crate::components::chart::{Publication, live};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::layout::OutlineResource;
use crate::components::problem::Failure;
use crate::locale::{Locale, use_locale};
use crate::series::compare_charts;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// What of an address the charts and links of the page are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    indicator: String,
    view: ChartView,
}

/// The page of the zones that its address names.
#[component]
pub fn ComparePage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_query_map();
    let wanted = Memo::new(move |_| query.with(|query| query.get("zones").unwrap_or_default()));
    let asked = Memo::new(move |_| {
        query.with(|query| Asked {
            indicator: query.get("indicator").unwrap_or_default(),
            view: ChartView::of_pairs(query.clone()),
        })
    });
    let zones = Resource::new(move || wanted.get(), compared);
    let outline = expect_context::<OutlineResource>();
    view! {
        <Head title=m.atlas.compare_title description=m.atlas.compare_intro path="/compare"/>
        <h1>{m.atlas.compare_title}</h1>
        <Fetched>
            {move || { zones.track(); }}
            {move || {
                let (outline, zones) = (outline.get()?, zones.get()?);
                Some(match (outline, zones) {
                    (Ok(outline), Ok(zones)) => side_by_side(locale, outline, &wanted.get(), zones, asked),
                    (Err(error), _) | (_, Err(error)) => failure(error),
                })
            }}
        </Fetched>
        <p class="compare-back"><a href=locale.href("/")>{m.atlas.back_to_atlas}</a></p>
    }
}

fn failure(error: PageError) -> AnyView {
    view! { <Failure error/> }.into_any()
}

fn side_by_side(
    locale: Locale,
    outline: Outline,
    wanted: &str,
    comparison: Comparison,
    asked: Memo<Asked>,
) -> AnyView {
    let m = locale.messages();
    let zones = &comparison.zones;
    let strange: Vec<_> = wanted
        .split(',')
        .filter(|slug| !slug.is_empty() && !zones.iter().any(|zone| zone.slug.as_str() == *slug))
        .take(3)
        .map(|slug| {
            let slug: String = slug.chars().take(40).collect();
            view! { <p class="notice">{(m.atlas.compare_unknown)(&slug)}</p> }
        })
        .collect();
    if zones.is_empty() {
        return view! { {strange}<p class="lead">{m.atlas.compare_none}</p> }.into_any();
    }
    let publication = Publication::from(&outline);
    let all = table::table(locale, &outline, &comparison).into_string();
    let charts = live(locale, asked, move |asked: &Asked| {
        compare_charts(locale, &comparison, &asked.indicator, publication.clone()).draw(&asked.view)
    });
    view! {
        {strange}<p class="lead">{m.atlas.compare_intro}</p>
        {charts}
        <section class="topic" aria-labelledby="compare-table">
            <h2 id="compare-table">{m.league.compare_table}</h2>
            <div inner_html=all></div>
        </section>
    }
    .into_any()
}
