//! The atlas page: the explorer with a head. The query string holds the whole state.

use crate::api::{ExplorerData, Groundwork, Outline, Shown};
use crate::atlas::use_atlas;
use crate::components::document::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::explorer::{Interaction, View, explorer};
use crate::format::integer;
use crate::islands::explorer::Explorer;
use crate::locale::{Locale, use_locale};
use crate::lookup::outline;
use crate::page::use_request;
use domain::filter::Filter;
use leptos::prelude::*;
use std::sync::Arc;

/// The atlas page.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_request().query;
    let content = loaded(async move {
        match (outline().await, use_atlas()) {
            (Ok(outline), Ok(atlas)) => {
                let groundwork = atlas.groundwork().await;
                let shown = atlas.shown(&query).await;
                atlas_view(locale, outline, groundwork, (&query, &shown))
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.atlas_title description=m.site_description path="/"/>
        {content}
    }
}

fn atlas_view(
    locale: Locale,
    outline: Outline,
    groundwork: Arc<Groundwork>,
    (query, shown): (&str, &Shown),
) -> AnyView {
    let m = locale.messages();
    let totals = (m.totals)(&integer(outline.catalogue), &integer(outline.new_areas));
    let (filter, notices) = Filter::parse(query, &outline.known(&groundwork.cities));
    let data = ExplorerData {
        outline,
        groundwork,
    };
    let text = explorer(&View {
        locale,
        data: &data,
        filter: &filter,
        notices: &notices,
        selection: &shown.selection,
        first: &filter,
        interaction: &Interaction::default(),
    });
    view! {
        <h1 class="visually-hidden">{m.atlas_title}</h1>
        <Explorer>
            <div class="explorer-text" data-index=data.groundwork.index.clone() data-search=data.groundwork.search.clone() inner_html=text.into_string()></div>
        </Explorer>
        <section class="about">
            <p class="totals">{totals}</p>
            <p>{m.atlas_intro}</p>
        </section>
    }
    .into_any()
}
