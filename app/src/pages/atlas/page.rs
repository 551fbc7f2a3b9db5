//! The page round the explorer.

use super::engine::Engine;
use super::explorer_view;
use super::location::Location;
use super::state::AtlasState;
use crate::api::{Groundwork, Outline, Shown};
use crate::atlas::use_atlas;
use crate::components::document::Head;
use crate::components::loaded::loaded;
use crate::components::problem::Failure;
use crate::format::integer;
use crate::islands::explorer::Explorer;
use crate::locale::{Locale, use_locale};
use crate::lookup::outline;
use crate::query;
use leptos::prelude::*;
use std::sync::Arc;

/// The atlas page.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    let query = query::of_request();
    let content = loaded(async move {
        match (outline().await, use_atlas()) {
            (Ok(outline), Ok(atlas)) => {
                let groundwork = atlas.groundwork().await;
                let shown = atlas.shown(&query).await;
                atlas_view(locale, outline, groundwork, (query, shown))
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
    (query, shown): (String, Shown),
) -> AnyView {
    let m = locale.messages();
    let totals = (m.totals)(&integer(outline.catalogue), &integer(outline.new_areas));
    let location = Location::of_request(query);
    let engine = Engine::of(Arc::new(shown));
    let state = AtlasState::new(outline, groundwork, engine, location);
    view! {
        <header class="hero">
            <h1>{m.atlas_title}</h1>
            <p class="totals">{totals}</p>
            <p class="hero-intro">{m.atlas_intro}</p>
        </header>
        <Explorer>{explorer_view(state)}</Explorer>
    }
    .into_any()
}
