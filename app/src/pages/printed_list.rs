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
    let count = (m.atlas.results)(&integer(u64::try_from(zones.len()).unwrap_or_default()));
    let back = view.href(&filter);
    view! {
        <article>
            <h1>{m.print_list.title}</h1>
            <p class="lead">{count}{(!names.is_empty()).then_some(m.colon)}{names.join(m.listing)}</p>
            <p class="hint screen-only">{m.print_list.hint}{m.gap}<a href=back>{m.back_to_list}</a></p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=m.print_list.title inner_html=table(&view, zones).into_string()></div>
        </article>
    }
    .into_any()
}

fn table(view: &View<'_>, zones: &[ListedZone]) -> Markup {
    let m = view.m();
    html! {
        table class="printed-list" {
            thead {
                tr {
                    th scope="col" { (m.column_name) }
                    th scope="col" { (m.column_place) }
                    th scope="col" { (m.kind) }
                    @for column in VALUES { th scope="col" { ((m.column)(column)) (m.comma) ((m.unit)(column)) } }
                    th scope="col" { (m.column_area) (m.comma) (m.hectares) }
                }
            }
            tbody { @for zone in zones { (row(view, zone)) } }
        }
    }
}

fn row(view: &View<'_>, zone: &ListedZone) -> Markup {
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
            td { (zone.level.name(locale)) br; (zone.kind.name(locale)) }
            @for column in VALUES {
                td {
                    @if let Some(value) = zone.value(column) {
                        (locale.pick(&value.value)) br;
                        span class="printed-other" { (locale.pick(&value.limits)) }
                    }
                }
            }
            td { @if let Some(area) = &zone.area { (hectares(area)) } }
        }
    }
}
