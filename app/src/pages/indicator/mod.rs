//! The page of one indicator: what it measures, its pitfalls, and a ranking of the zones by their latest values.

mod controls;
mod table;

use crate::chart::{
    DotChart, DotScale, LegendSymbol, Size, draw_dots, swatch, symbol_swatch, symbols_of,
};
use crate::components::chart::plot;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::{Failure, Problem, shown};
use crate::format::{self, integer};
use crate::islands::charts::Charts;
use crate::locale::{Locale, use_locale};
use crate::lookup::{ranking, site_metadata};
use crate::messages::terms::Named;
use crate::page::use_request;
use crate::ranking::RankingView;
use crate::records::{PageError, RankingPage, SiteMetadata};
use domain::filter::Filter;
use domain::indicator::{Family, Growth, Indicator};
use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

/// The page of an indicator.
#[component]
pub fn IndicatorPage(id: String) -> impl IntoView {
    let locale = use_locale();
    let view = RankingView::of(&use_request().query);
    loaded(async move {
        match (site_metadata().await, ranking(&id, &view).await) {
            (Ok(site_metadata), Ok(record)) => {
                indicator_view(locale, &site_metadata, &record, &view)
            }
            (_, Err(PageError::NotFound)) => missing(locale, &id),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    })
}

fn missing(locale: Locale, id: &str) -> AnyView {
    let l = &locale.messages().ranking;
    view! { <Problem title=l.not_found text=(l.not_found_text)(&shown(id))/> }.into_any()
}

fn indicator_view(
    locale: Locale,
    site_metadata: &SiteMetadata,
    record: &RankingPage,
    view: &RankingView,
) -> AnyView {
    let m = locale.messages();
    let l = &m.ranking;
    let indicator = &record.ranking.indicator;
    let name = locale.pick(&indicator.name).to_owned();
    let title = (l.title)(&name);
    let description = (l.description)(&name, &integer(record.ranking.known));
    let path = format!("/indicators/{}", indicator.id);
    let other = locale.other();
    let other_name = other.pick(&indicator.name).to_owned();
    let body = body(locale, site_metadata, record, view).into_string();
    view! {
        <Head title=title.clone() description=description picture=format!("{path}.png") path=path/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=locale.href("/data")>{m.coverage.nav}</a></li>
                <li><a href=locale.href("/indicators")>{l.all}</a></li>
                <li aria-current="page">{name.clone()}</li>
            </ol>
        </nav>
        <article class="zone-page">
            <header class="zone-header">
                <h1>{title}</h1>
                <p class="zone-header-other" lang=other.tag()>{other_name}</p>
            </header>
            <Charts><div class="charts-text" inner_html=body></div></Charts>
        </article>
    }
    .into_any()
}

fn body(
    locale: Locale,
    site_metadata: &SiteMetadata,
    record: &RankingPage,
    view: &RankingView,
) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    let ranking = &record.ranking;
    let title = (l.title)(locale.pick(&ranking.indicator.name));
    let chart = DotChart::of(locale, title, &ranking.lines, scale(site_metadata, view));
    html! {
        (meaning(locale, &ranking.indicator))
        (known(locale, record))
        (downloads(locale, record))
        (controls::controls(locale, site_metadata, record, view))
        @if let Some(chart) = &chart {
            section class="topic" aria-labelledby="chart-title" {
                h2 id="chart-title" { ((l.chart)(&integer(u32::try_from(chart.rows.len()).unwrap_or(0)))) }
                (dots(locale, chart))
                (pictures(locale, record))
            }
            section class="topic" aria-labelledby="table-title" {
                h2 id="table-title" { (l.table) }
                p class="section-intro" { (l.order) }
                (table::table(locale, site_metadata, record))
                (table::pages(locale, record, view))
            }
        } @else {
            p class="not-known-line" { @if view.has_filter() { (l.nobody_here) } @else { (l.nobody) } }
        }
        (others(locale, site_metadata, &ranking.indicator))
    }
}

/// Returns the scale of the dot chart: the kind of axis, and the first year that is not drawn paler.
fn scale(site_metadata: &SiteMetadata, view: &RankingView) -> DotScale {
    DotScale {
        log: view.log,
        recent: table::first_recent_year(site_metadata),
    }
}

/// Renders the definition, the pitfall, the unit and the price basis of growth.
fn meaning(locale: Locale, indicator: &Indicator) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    let prices = match indicator.growth {
        Growth::Nominal => l.prices_nominal,
        Growth::Assumed => l.prices_assumed,
        Growth::Real => l.prices_real,
    };
    html! {
        dl class="indicator-meaning" {
            dt { (l.measures) } dd { (locale.pick(&indicator.definition)) }
            dt { (m.pitfall) } dd { (locale.pick(&indicator.pitfall)) }
            dt { (l.unit) } dd { (indicator.family.name(locale)) }
            // Counts, areas and lengths have no prices.
            @if indicator.family == Family::Money {
                dt { (l.growth_prices) } dd { (prices) }
            }
        }
    }
}

/// Renders the number of zones with figures and of ranked zones, with links to the zones with and without figures.
fn known(locale: Locale, record: &RankingPage) -> Markup {
    let l = &locale.messages().ranking;
    let ranking = &record.ranking;
    let id = &ranking.indicator.id;
    let address = |change: &dyn Fn(&mut Filter)| {
        let filter = Filter::default().with(|filter| change(filter));
        format!("{}?{}", locale.href("/"), filter.query())
    };
    let known = address(&|filter| filter.known.insert(id.clone()));
    let unknown = address(&|filter| filter.unknown.insert(id.clone()));
    html! {
        p class="indicator-known" {
            ((l.known_of)(&integer(ranking.known), &integer(ranking.zones))) (locale.common().gap)
            // Nearly all zones have an area from an official list, so there is no filter for it.
            @if id.as_str() != "area" {
                ((l.any_of)(&integer(ranking.with_figures))) (locale.common().gap)
                a href=(known) { ((l.see_known)(&integer(ranking.with_figures))) } " · "
                a href=(unknown) { ((l.see_unknown)(&integer(ranking.zones.saturating_sub(ranking.with_figures)))) }
            }
        }
    }
}

fn dots(locale: Locale, chart: &DotChart) -> Markup {
    let m = locale.messages();
    let drawings = [Size::Large, Size::Wide, Size::Narrow].map(|size| draw_dots(chart, size));
    let symbols = symbols_of(&drawings);
    html! {
        figure class="growth-chart" data-chart="0" {
            div class="growth-body" {
                div class="growth-drawing" {
                    (plot(locale, &drawings))
                    ul class="legend" aria-label=(m.chart.legend) {
                        li { (m.ranking.chart_hint) }
                        @if chart.has_old() { li { (m.ranking.old_hint) } }
                        @for legend_symbol in LegendSymbol::ALL.into_iter().filter(|legend_symbol| symbols.has(*legend_symbol)) {
                            li {
                                span class="swatch" { (PreEscaped(swatch(&symbol_swatch(legend_symbol)))) }
                                span { ((m.chart.legend_symbol)(legend_symbol)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Renders the download links: the latest value of each zone, and all figures with their sources.
fn downloads(locale: Locale, record: &RankingPage) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    let path = locale.href(&format!("/indicators/{}", record.ranking.indicator.id));
    let all = format!("/indicators/{}/figures", record.ranking.indicator.id);
    let row = |name: &str, file: &str| {
        html! {
            p {
                (name) (m.colon)
                a download href=(format!("{file}.csv")) { "CSV" } " "
                a download href=(format!("{file}.json")) { "JSON" }
            }
        }
    };
    html! {
        section class="indicator-downloads" aria-label=(m.coverage.downloads) {
            @if record.ranking.known > 0 { (row(&(l.latest_of_each)(&integer(record.ranking.known)), &path)) }
            (row(&(l.all_figures)(&integer(record.ranking.figures)), &all))
            p { (l.all_figures_note) }
        }
    }
}

fn pictures(locale: Locale, record: &RankingPage) -> Markup {
    let m = locale.messages();
    let path = locale.href(&format!("/indicators/{}", record.ranking.indicator.id));
    html! {
        p class="indicator-downloads" {
            (m.chart.take_picture) (m.colon)
            a href=(format!("{path}.svg")) { "SVG" } " "
            a href=(format!("{path}.png")) { "PNG" }
        }
    }
}

/// Renders links to all indicators.
fn others(locale: Locale, site_metadata: &SiteMetadata, this: &Indicator) -> Markup {
    let l = &locale.messages().ranking;
    html! {
        nav class="topic" aria-labelledby="others-title" {
            h2 id="others-title" { (l.all) }
            ul class="indicator-others" {
                @for indicator in &site_metadata.indicators {
                    li {
                        a href=(locale.href(&format!("/indicators/{}", indicator.id)))
                            aria-current=[(indicator.id == this.id).then_some("page")] { (locale.pick(&indicator.name)) }
                    }
                }
            }
        }
    }
}

fn period(locale: Locale, figure: &domain::figure::Figure) -> String {
    format::period(locale, figure.period)
}
