//! The page of a group of zones, with the totals that sources state for it.

use crate::components::caution::cautions;
use crate::components::competing::competing_section;
use crate::components::figure_table::figure_table;
use crate::components::growth::growth;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::components::source_list::sources;
use crate::locale::{Locale, use_locale};
use crate::lookup::{group, site_metadata};
use crate::page::use_request;
use crate::query;
use crate::records::SiteMetadata;
use domain::group::GroupRecord;
use domain::id::FigureId;
use leptos::prelude::*;

/// The page of a group.
#[component]
pub fn GroupPage(id: String) -> impl IntoView {
    let locale = use_locale();
    let query = use_request().query;
    loaded(async move {
        match (site_metadata().await, group(&id).await) {
            (Ok(site_metadata), Ok(group)) => {
                group_view(locale, &group, &site_metadata, &query::chosen(&query))
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    })
}

fn group_view(
    locale: Locale,
    record: &GroupRecord,
    site_metadata: &SiteMetadata,
    chosen: &[FigureId],
) -> AnyView {
    let m = locale.messages();
    let other = locale.other();
    let name = locale.pick(&record.group.name).to_owned();
    let text = locale.pick(&record.group.text).to_owned();
    let profile = &record.profile;
    let path = profile.owner.path();
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
            {growth(locale, profile, chosen, site_metadata)}
            {cautions(locale, profile)}
            {competing_section(locale, profile, &profile.competing_figures(chosen), chosen, &path)}
            {figure_table(locale, profile)}
            {sources(locale, profile)}
        </article>
    }
    .into_any()
}
