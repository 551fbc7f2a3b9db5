//! The atlas page: the explorer of all zones. The query string contains the whole state.

use crate::api::explorer as explorer_data;
use crate::atlas::use_atlas;
use crate::components::head::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::explorer::{Interaction, View, explorer};
use crate::format::integer;
use crate::islands::explorer::Explorer;
use crate::locale::{Locale, use_locale};
use crate::page::use_request;
use crate::records::{ExplorerData, Shown};
use domain::filter::Filter;
use leptos::prelude::*;

/// The atlas page.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = use_request().query;
    let content = loaded(async move {
        match (explorer_data().await, use_atlas()) {
            (Ok(data), Ok(atlas)) => {
                let shown = atlas.shown(&query).await;
                atlas_view(locale, &data, &query, &shown)
            }
            (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
        }
    });
    view! {
        <Head title=m.atlas_title description=m.site_description path="/"/>
        {content}
    }
}

fn atlas_view(locale: Locale, data: &ExplorerData, query: &str, shown: &Shown) -> AnyView {
    let m = locale.messages();
    let site_metadata = &data.site_metadata;
    let totals = (m.totals)(
        &integer(site_metadata.catalogue),
        &integer(site_metadata.new_areas),
        &integer(site_metadata.new_zones),
    );
    let (filter, notices) = Filter::parse(query, &site_metadata.known(&data.index_manifest.cities));
    let text = explorer(&View {
        locale,
        data,
        filter: &filter,
        notices: &notices,
        result: &shown.result,
        first: &filter,
        interaction: &Interaction::default(),
    });
    let index = data.index_manifest.index.clone();
    view! {
        <h1 class="visually-hidden">{m.atlas_title}</h1>
        <Explorer>
            <div class="explorer-text" data-index=index inner_html=text.into_string()></div>
        </Explorer>
        <section class="about">
            <p class="totals">{totals}</p>
            <p>{m.atlas_intro}</p>
        </section>
    }
    .into_any()
}
