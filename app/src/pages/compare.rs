//! Zones side by side.

use crate::api::{Outline, PageError, compared};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::figure::receipt_href;
use crate::components::layout::OutlineResource;
use crate::components::problem::Failure;
use crate::format::{self, integer};
use crate::locale::{Locale, use_locale};
use crate::messages::terms::Named;
use domain::catalogue::listed_area;
use domain::zone::ZoneSummary;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The page of the zones that its address names.
#[component]
pub fn ComparePage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_query_map();
    let wanted = Memo::new(move |_| query.with(|query| query.get("zones").unwrap_or_default()));
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
                    (Ok(outline), Ok(zones)) => side_by_side(locale, &outline, &wanted.get(), &zones),
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

fn side_by_side(locale: Locale, outline: &Outline, wanted: &str, zones: &[ZoneSummary]) -> AnyView {
    let m = locale.messages();
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
    let names: Vec<_> = zones
        .iter()
        .map(|zone| {
            let href = locale.href(&format!("/zones/{}", zone.slug));
            view! {
                <th scope="col">
                    <a href=href>{locale.pick(&zone.name).to_owned()}</a>
                    <span class="compare-other" lang=locale.other().tag()>{locale.other().pick(&zone.name).to_owned()}</span>
                </th>
            }
        })
        .collect();
    let row = |label: &'static str, cell: &dyn Fn(&ZoneSummary) -> AnyView| {
        let cells: Vec<_> = zones
            .iter()
            .map(|zone| view! { <td>{cell(zone)}</td> })
            .collect();
        view! { <tr><th scope="row">{label}</th>{cells}</tr> }
    };
    let text = |text: Option<String>| match text {
        Some(text) => text.into_any(),
        None => view! { <span class="not-known">{m.not_known}</span> }.into_any(),
    };
    let place = |zone: &ZoneSummary| {
        let province = outline
            .province(&zone.province)
            .map(|province| locale.pick(&province.name).to_owned());
        let city = zone
            .city
            .as_ref()
            .map(|city| locale.pick(&city.name).to_owned());
        let parts: Vec<String> = province.into_iter().chain(city).collect();
        text(Some(parts.join(m.listing)))
    };
    let industries = |zone: &ZoneSummary| {
        let groups = zone
            .industries
            .iter()
            .filter_map(|id| outline.industry_groups.iter().find(|group| group.id == *id));
        let names: Vec<&str> = groups.map(|group| locale.pick(&group.name)).collect();
        text((!names.is_empty()).then(|| names.join(m.listing)))
    };
    let known = |zone: &ZoneSummary| {
        let known = outline
            .indicators
            .iter()
            .filter(|indicator| zone.known.contains(&indicator.id));
        let names: Vec<&str> = known
            .map(|indicator| locale.pick(&indicator.name))
            .collect();
        text((!names.is_empty()).then(|| names.join(m.listing)))
    };
    view! {
        {strange}
        <p class="lead">{m.atlas.compare_intro}</p>
        <div class="compare-scroll" tabindex="0" role="region" aria-label=m.atlas.compare_title>
            <table class="compare">
                <thead><tr><td></td>{names}</tr></thead>
                <tbody>
                    {row(m.level, &|zone| text(Some(zone.level.name(locale).to_owned())))}
                    {row(m.kind, &|zone| text(Some(zone.kind.name(locale).to_owned())))}
                    {row(m.column_place, &place)}
                    {row(m.code, &|zone| text(zone.code.as_ref().map(ToString::to_string)))}
                    {row(m.approved, &|zone| text(Some(format::date(locale, zone.approved))))}
                    {row(m.column_area, &|zone| area(locale, zone))}
                    {row(m.leading_industries, &industries)}
                    {row(m.numbers, &|zone| text(Some(integer(zone.figures))))}
                    {row(m.knowledge_known, &known)}
                    {row(m.atlas.cautions, &|zone| text(Some(integer(zone.cautions))))}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The area of the list, leading to its receipt.
fn area(locale: Locale, zone: &ZoneSummary) -> AnyView {
    listed_area(zone).map_or_else(
        || view! { <span class="not-known">{locale.messages().not_known}</span> }.into_any(),
        |figure| {
            let value = format::value(locale, &figure);
            let label = format!(
                "{}{}{value}",
                locale.pick(&zone.name),
                locale.messages().comma
            );
            view! { <a href=receipt_href(locale, &figure.id) aria-label=label>{value}</a> }
                .into_any()
        },
    )
}
