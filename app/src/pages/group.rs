//! The page of a group of zones, with the totals that sources state for it.

use crate::api::Outline;
use crate::components::caution::cautions;
use crate::components::document::Head;
use crate::components::figure_table::figure_table;
use crate::components::growth::growth;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::components::rivals::rivals_section;
use crate::components::source_list::sources;
use crate::locale::{Locale, use_locale};
use crate::lookup::{group, outline};
use crate::page::use_request;
use crate::query;
use domain::group::GroupRecord;
use domain::id::FigureId;
use leptos::prelude::*;

/// The page of a group.
#[component]
pub fn GroupPage(id: String) -> impl IntoView {
    let locale = use_locale();
    let query = use_request().query;
    loaded(async move {
        match (outline().await, group(&id).await) {
            (Ok(outline), Ok(group)) => {
                group_view(locale, &group, &outline, &query::chosen(&query))
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    })
}

fn group_view(
    locale: Locale,
    record: &GroupRecord,
    outline: &Outline,
    chosen: &[FigureId],
) -> AnyView {
    let m = locale.messages();
    let other = locale.other();
    let name = locale.pick(&record.group.name).to_owned();
    let text = locale.pick(&record.group.text).to_owned();
    let dossier = &record.dossier;
    let path = dossier.owner.path();
    view! {
        <Head title=name.clone() description=text.clone() path=path.clone()/>
        <nav class="breadcrumb" aria-label=m.breadcrumb>
            <ol>
                <li><a href=locale.href("/")>{m.nav_atlas}</a></li>
                <li><a href=locale.href("/data")>{m.coverage.nav}</a></li>
                <li aria-current="page">{name.clone()}</li>
            </ol>
        </nav>
        <article class="zone-page">
            <header class="zone-header">
                <h1>{name}</h1>
                <p class="zone-header-other" lang=other.tag()>{other.pick(&record.group.name).to_owned()}</p>
                <p class="lead">{text}</p>
            </header>
            {growth(locale, dossier, chosen, outline)}
            {cautions(locale, dossier)}
            {rivals_section(locale, dossier, &dossier.rivals(chosen), chosen, &path)}
            {figure_table(locale, dossier)}
            {sources(locale, dossier)}
        </article>
    }
    .into_any()
}
