//! Zones side by side: in one chart and in one table.

mod table;

use crate::api::{Comparison, Outline, PageError, compared};
use crate::chart::{ChartState, ChartSubject, ChartView};
use crate::components::chart::{
    ChartAddress, ChartParts, Choices, Drawn, Publication, chart, controls, live,
};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::layout::OutlineResource;
use crate::components::problem::Failure;
use crate::locale::{Locale, use_locale};
use domain::zone::ZoneSummary;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use maud::{Markup, html};

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
    let charts = live(locale, asked, move |asked: &Asked| {
        draw(locale, &outline, &comparison, asked, &publication)
    });
    view! { {strange}<p class="lead">{m.atlas.compare_intro}</p>{charts} }.into_any()
}

/// The addresses of zones, parted by commas.
fn slugs<'a>(zones: impl IntoIterator<Item = &'a ZoneSummary>) -> String {
    let slugs: Vec<&str> = zones.into_iter().map(|zone| zone.slug.as_str()).collect();
    slugs.join(",")
}

fn draw(
    locale: Locale,
    outline: &Outline,
    comparison: &Comparison,
    asked: &Asked,
    publication: &Publication,
) -> Drawn {
    let l = &locale.messages().league;
    let parts = comparison.parts();
    let view = &asked.view;
    let found = comparison.subject(&asked.indicator).and_then(|subject| {
        let state = ChartState::of_parts(locale, &parts, &subject, view, &[])?;
        Some((subject, state))
    });
    let zones = format!("zones={}", slugs(&comparison.zones));
    let names: Vec<&str> = comparison
        .zones
        .iter()
        .map(|zone| locale.pick(&zone.name))
        .collect();
    let whose = names.join(locale.messages().listing);
    let html = html! {
        (chips(locale, comparison, asked))
        section class="topic" aria-labelledby="compare-chart" {
            h2 id="compare-chart" { (l.compare_chart) }
            @if let Some((subject, state)) = &found {
                @let address = address(locale, &zones, subject);
                (indicators(locale, comparison, subject, &zones, view))
                (controls(locale, view, &choices(comparison, state), |query| address.page_with(query)))
                p class="hint" { (l.compare_total_hint) }
                (chart(0, ChartParts {
                    locale,
                    dossiers: &parts.iter().map(|part| part.dossier).collect::<Vec<_>>(),
                    whose: &whose,
                    state,
                    view,
                    address: &address,
                    publication,
                }))
            } @else {
                p class="not-known-line" { (l.compare_no_chart) }
            }
        }
        section class="topic" aria-labelledby="compare-table" {
            h2 id="compare-table" { (l.compare_table) }
            (table::table(locale, outline, comparison))
        }
    };
    Drawn {
        html: html.into_string(),
        states: found.into_iter().map(|(_, state)| state).collect(),
    }
}

fn address(locale: Locale, zones: &str, subject: &ChartSubject) -> ChartAddress {
    ChartAddress {
        chart: format!("/compare/{}", subject.name()),
        page: locale.href("/compare"),
        given: format!("{zones}&indicator={}", subject.name()),
        name: subject.name().to_owned(),
    }
}

fn choices(comparison: &Comparison, state: &ChartState) -> Choices {
    let dossiers: Vec<_> = comparison.dossiers.iter().collect();
    Choices::of(&dossiers, std::slice::from_ref(state))
}

/// The zones, each with a way to take it out.
fn chips(locale: Locale, comparison: &Comparison, asked: &Asked) -> Markup {
    let l = &locale.messages().league;
    let given = |zone: &ZoneSummary| {
        let others = comparison
            .zones
            .iter()
            .filter(|other| other.slug != zone.slug);
        let indicator =
            (!asked.indicator.is_empty()).then(|| format!("indicator={}", asked.indicator));
        let zones = format!("zones={}", slugs(others));
        std::iter::once(zones)
            .chain(indicator)
            .collect::<Vec<_>>()
            .join("&")
    };
    let known: Vec<(&ZoneSummary, String)> = comparison
        .zones
        .iter()
        .map(|zone| {
            (
                zone,
                crate::components::chart::join(
                    &locale.href("/compare"),
                    &given(zone),
                    &asked.view.query(),
                ),
            )
        })
        .collect();
    html! {
        ul class="chips" {
            @for (zone, href) in known {
                li {
                    a class="chip" id=(format!("drop-{}", zone.slug)) data-noscroll="" href=(href)
                        aria-label=((l.compare_drop)(locale.pick(&zone.name))) {
                        (locale.pick(&zone.name)) span class="chip-x" aria-hidden="true" { "×" }
                    }
                }
            }
        }
    }
}

/// The indicators that can be charted.
fn indicators(
    locale: Locale,
    comparison: &Comparison,
    subject: &ChartSubject,
    zones: &str,
    view: &ChartView,
) -> Markup {
    let l = &locale.messages().league;
    // What a line is called in an address belongs to one indicator.
    let view = view.with(|view| {
        view.hidden.clear();
        view.added.clear();
    });
    html! {
        div class="chart-choices compare-indicators" role="group" aria-label=(l.compare_indicator) {
            span class="chart-choices-name" aria-hidden="true" { (l.compare_indicator) }
            span class="chart-choices-list" {
                @for indicator in comparison.indicators() {
                    @let of = ChartSubject::Indicator(indicator.id.clone());
                    a id=(format!("chart-of-{}", indicator.id)) data-noscroll=""
                        href=(address(locale, zones, &of).page_with(&view.query()))
                        aria-current=[(of == *subject).then_some("true")] { (locale.pick(&indicator.name)) }
                }
            }
        }
    }
}
