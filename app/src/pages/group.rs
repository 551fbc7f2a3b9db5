//! A group of zones: the totals that sources state of it.

use crate::api::{PageError, group};
use crate::components::caution::cautions;
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::figure_table::figure_table;
use crate::components::growth::growth;
use crate::components::layout::OutlineResource;
use crate::components::place::restore_when;
use crate::components::problem::Failure;
use crate::components::rivals::{rivals_section, use_chosen};
use crate::components::source_list::sources;
use crate::locale::{Locale, use_locale};
use domain::group::GroupRecord;
use domain::id::FigureId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The page of a group.
#[component]
pub fn GroupPage() -> impl IntoView {
    let locale = use_locale();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let picked = use_chosen();
    let outline = expect_context::<OutlineResource>();
    let record = Resource::new(move || id.get(), group);
    restore_when(move || record.with(Option::is_some));
    view! {
        <Fetched>
            // The charts cite the dataset, which the outline names.
            {move || { outline.track(); }}
            {move || record.get().map(|record: Result<GroupRecord, PageError>| match record {
                Ok(record) => group_view(locale, &record, &picked.get()),
                Err(error) => view! { <Failure error/> }.into_any(),
            })}
        </Fetched>
    }
}

fn group_view(locale: Locale, record: &GroupRecord, chosen: &[FigureId]) -> AnyView {
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
            {growth(locale, dossier, chosen)}
            {cautions(locale, dossier)}
            {rivals_section(locale, dossier, &dossier.rivals(chosen), chosen, &path)}
            {figure_table(locale, dossier)}
            {sources(locale, dossier)}
        </article>
    }
    .into_any()
}
