//! The printable list of zones: all zones of a query, not only one page of them.

use crate::api::explorer as explorer_data;
use crate::atlas::use_atlas;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::explorer::{Interaction, View, filter_names};
use crate::format::{hectares, integer, location};
use crate::locale::{Locale, use_locale};
use crate::messages::terms::Named;
use crate::page::use_request;
use crate::records::ExplorerData;
use domain::filter::{Filter, ListedZone, QueryResult, ValueColumn};
use leptos::prelude::*;
use maud::{Markup, html};

/// The columns with a figure value.
const VALUES: [ValueColumn; 3] = [
    ValueColumn::Output,
    ValueColumn::Revenue,
    ValueColumn::Growth,
];

/// The printable list of zones.
#[component]
pub fn PrintedListPage() -> impl IntoView {
    let locale = use_locale();
    let m = &locale.messages().print_list;
    let query = use_request().query;
    let content = loaded(async move {
        match (explorer_data().await, use_atlas()) {
            (Ok(data), Ok(atlas)) => list(locale, &data, &query, &atlas.listed(&query).await),
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.title description=m.hint path="/print"/>
        {content}
    }
}

fn list(locale: Locale, data: &ExplorerData, query: &str, zones: &[ListedZone]) -> AnyView {
    let m = locale.messages();
    let (filter, notices) = Filter::parse(
        query,
        &data.site_metadata.known(&data.index_manifest.cities),
    );
    let view = View {
        locale,
        data,
        filter: &filter,
        notices: &notices,
        result: &QueryResult::default(),
        first: &filter,
        interaction: &Interaction::default(),
    };
    let names = filter_names(&view);
    let sort = filter.order().name(locale);
    let count = (m.atlas.results)(&integer(u64::try_from(zones.len()).unwrap_or_default()));
    let back = view.href(&filter);
    view! {
        <article>
            <h1>{m.print_list.title}</h1>
            <p class="lead">{std::iter::once(count).chain(names).collect::<Vec<_>>().join(" · ")}</p>
            <p>{m.print_list.order}{m.colon}{sort}</p>
            <p class="hint screen-only">{m.print_list.hint}{m.gap}<a href=back>{m.back_to_list}</a></p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=m.print_list.title inner_html=table(&view, zones).into_string()></div>
        </article>
    }
    .into_any()
}

fn table(view: &View<'_>, zones: &[ListedZone]) -> Markup {
    let m = view.m();
    // A column with the same text in every row would only take room from the others. The filter above names the type.
    let has_types = zones
        .windows(2)
        .any(|pair| pair[0].level != pair[1].level || pair[0].kind != pair[1].kind);
    let ranked_by = view.filter.ranked_by();
    let is_ranked = |zone: &ListedZone| ranked_by.is_none_or(|column| zone.is_ranked(column));
    let unranked = zones.iter().filter(|zone| !is_ranked(zone)).count();
    let columns = VALUES.len() + 3 + usize::from(has_types);
    html! {
        table class="printed-list" {
            thead {
                tr {
                    th scope="col" { (m.column_name) }
                    th scope="col" { (m.column_place) }
                    @if has_types { th scope="col" { (m.kind) } }
                    @for column in VALUES { th scope="col" class="number" { ((m.column)(column)) (m.comma) ((m.unit)(column)) } }
                    th scope="col" class="number" { (m.column_area) (m.comma) (m.hectares) }
                }
            }
            tbody {
                @for (number, zone) in zones.iter().enumerate() {
                    @if let Some(column) = ranked_by.filter(|_| !is_ranked(zone) && number + unranked == zones.len()) {
                        tr class="zones-not-ranked" {
                            td colspan=(columns) { ((m.not_ranked)(column)) (m.colon) (integer(u64::try_from(unranked).unwrap_or_default())) }
                        }
                    }
                    (row(view, zone, has_types))
                }
            }
        }
    }
}

fn row(view: &View<'_>, zone: &ListedZone, has_types: bool) -> Markup {
    let m = view.m();
    let locale = view.locale;
    let other = locale.other();
    let province = view.data.site_metadata.province(&zone.province);
    let province = province.map_or("", |province| locale.pick(&province.name));
    let city = zone.city.as_ref().map(|city| locale.pick(&city.name));
    html! {
        tr {
            th scope="row" {
                (locale.pick(&zone.name)) br;
                span class="printed-other" lang=(other.tag()) { (other.pick(&zone.name)) }
            }
            td { (location(locale, city, province)) }
            @if has_types { td { (zone.level.name(locale)) br; (zone.kind.name(locale)) } }
            // On a phone, where the table has no head, each value has the name of its column.
            @for column in VALUES {
                td class="number" data-label={ ((m.column)(column)) (m.comma) ((m.unit)(column)) (m.colon) } {
                    @if let Some(value) = zone.value(column) {
                        (locale.pick(&value.value)) br;
                        span class="printed-other" { (locale.pick(&value.limits)) }
                    }
                }
            }
            td class="number" data-label={ (m.column_area) (m.comma) (m.hectares) (m.colon) } { @if let Some(area) = &zone.area { (hectares(area)) } }
        }
    }
}
