//! The data page: coverage, quality of the checks, and downloads.

mod checks;
mod columns;
mod heat_map;
mod indicators;
mod left_out;

use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{coverage, site_metadata};
use crate::records::{Coverage, SiteMetadata};
use leptos::prelude::*;

pub use columns::ColumnsPage;
pub use indicators::IndicatorsPage;

/// The page on the data.
#[component]
pub fn DataPage() -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().coverage;
    let content = loaded(async move {
        match (site_metadata().await, coverage().await) {
            (Ok(site_metadata), Ok(coverage)) => data_view(locale, &coverage, &site_metadata),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.title description=m.intro path="/data"/>
        <article class="wide-page">
            <h1>{m.title}</h1>
            <p class="lead">{m.intro}</p>
            {content}
        </article>
    }
}

fn data_view(locale: Locale, coverage: &Coverage, site_metadata: &SiteMetadata) -> AnyView {
    let m = &locale.messages().coverage;
    let zones = site_metadata.zones();
    let digest = site_metadata.digest.clone();
    let totals = (m.totals)(
        &format::integer(zones),
        &format::integer(coverage.with_figures),
        &format::integer(coverage.with_history),
    );
    let series = (m.series)(
        &format::integer(coverage.series.reported),
        &format::integer(coverage.series.two_years),
        &format::integer(coverage.series.four_years),
    );
    let groups: Vec<_> = coverage
        .groups
        .iter()
        .map(|group| {
            let href = locale.href(&format!("/groups/{}", group.id));
            view! { <li><a href=href>{locale.pick(&group.name).to_owned()}</a></li> }
        })
        .collect();
    view! {
        <p>{[&totals, locale.common().gap, &series].concat()}</p>
        <section class="topic" id="coverage" aria-labelledby="coverage-title">
            <h2 id="coverage-title">{m.coverage}</h2>
            <p class="section-intro">{m.coverage_intro}</p>
            <p><a href=locale.href("/indicators")>{locale.messages().ranking.all}</a></p>
            {heat_map::heat_map(locale, &coverage.indicators)}
            {indicators::indicators(locale, &coverage.indicators, zones)}
        </section>
        <section class="topic" id="groups" aria-labelledby="groups-title">
            <h2 id="groups-title">{m.groups}</h2>
            <p class="section-intro">{m.groups_intro}</p>
            <ul class="plain-list">{groups}</ul>
        </section>
        {left_out::left_out(locale, coverage)}
        {checks::checks(locale, coverage)}
        <section class="topic" id="downloads" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{m.downloads}</h2>
            <p class="section-intro">{m.downloads_intro}</p>
            <ul class="plain-list">
                <li><a href="/data/figures.csv">{m.download_figures_csv}</a></li>
                <li><a href="/data/figures.json">{m.download_figures_json}</a></li>
                <li><a href="/data/cautions.json">{m.download_cautions_json}</a></li>
                <li>{m.download_zone}</li>
                <li><a href=locale.href("/data/columns")>{m.columns_link}</a></li>
            </ul>
            <p>{m.digest}{locale.messages().colon}<code class="hash">{digest}</code></p>
        </section>
    }
    .into_any()
}
