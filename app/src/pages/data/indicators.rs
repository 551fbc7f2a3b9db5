//! The coverage table, and the page that contains only this table.

use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::format;
use crate::locale::{Locale, use_locale};
use crate::lookup::{coverage, site_metadata};
use domain::coverage::IndicatorCoverage;
use domain::filter::Filter;
use leptos::prelude::*;

/// The page of all indicators.
#[component]
pub fn IndicatorsPage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let c = &m.coverage;
    let content = loaded(async move {
        match (site_metadata().await, coverage().await) {
            (Ok(site_metadata), Ok(coverage)) => {
                let zones = site_metadata.zones();
                indicators(locale, &coverage.indicators, zones)
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.ranking.all description=c.coverage_intro path="/indicators"/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=locale.href("/data")>{c.nav}</a></li>
                <li aria-current="page">{m.ranking.all}</li>
            </ol>
        </nav>
        <article class="wide-page">
            <h1>{m.ranking.all}</h1>
            <p class="section-intro">{c.coverage_intro}</p>
            {content}
        </article>
    }
}

/// Renders one row per indicator: the number of zones with and without figures, each with a link to these zones.
pub fn indicators(locale: Locale, indicators: &[IndicatorCoverage], zones: u32) -> AnyView {
    let m = &locale.messages().coverage;
    let rows: Vec<_> = indicators
        .iter()
        .map(|indicator| row(locale, indicator, zones))
        .collect();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=m.coverage>
        <table class="data-table indicator-table">
            <thead>
                <tr>
                    <th scope="col">{m.column_indicator}</th>
                    <th scope="col" class="number">{m.column_zones}</th>
                    <th scope="col" class="number">{m.column_history}</th>
                    <th scope="col" class="number">{m.column_figures}</th>
                    <th scope="col" class="years-column">{m.column_years}</th>
                    <th scope="col" class="number">{m.column_unknown}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        </div>
    }
    .into_any()
}

fn row(locale: Locale, coverage: &IndicatorCoverage, zones: u32) -> AnyView {
    let m = &locale.messages().coverage;
    let id = &coverage.indicator.id;
    let name = locale.pick(&coverage.indicator.name).to_owned();
    let page = locale.href(&format!("/indicators/{id}"));
    let years = match (
        coverage.counts.years.keys().next(),
        coverage.counts.years.keys().last(),
    ) {
        (Some(first), Some(last)) => (m.years)(&first.to_string(), &last.to_string()),
        _ => m.no_years.to_owned(),
    };
    let address = |change: &dyn Fn(&mut Filter)| {
        let filter = Filter::default().with(|filter| change(filter));
        format!("{}?{}", locale.href("/"), filter.query())
    };
    let known = address(&|filter| filter.known.insert(id.clone()));
    let unknown = address(&|filter| filter.unknown.insert(id.clone()));
    let missing = format::integer(zones.saturating_sub(coverage.counts.zones));
    let label = [&(m.unknown_of)(&missing), locale.messages().colon, &name].concat();
    // On a phone the row is one line without column heads.
    let zones_unit = (m.zones_unit)(coverage.counts.zones);
    let figures_unit = (m.figures_unit)(coverage.counts.figures);
    view! {
        <tr>
            <th scope="row"><a href=page>{name}</a></th>
            <td class="number"><a href=known>{format::integer(coverage.counts.zones)}</a><span class="unit">{zones_unit}</span></td>
            <td class="number more-counts">{format::integer(coverage.counts.with_history)}</td>
            <td class="number">{format::integer(coverage.counts.figures)}<span class="unit">{figures_unit}</span></td>
            <td class="unbroken years-column">{years}</td>
            <td class="number more-counts"><a href=unknown aria-label=label>{missing}</a></td>
        </tr>
    }
    .into_any()
}
