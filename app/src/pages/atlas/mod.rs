//! The atlas page: tile map, filters, years, list. The query string holds the whole state.

mod chips;
mod empty;
mod filters;
mod list;
mod local;
mod map;
mod moment;
mod search;
mod state;
mod take_away;
mod tray;
mod window;
mod years;

use crate::api::{Groundwork, Outline, groundwork, shown};
use crate::components::document::Head;
use crate::components::fetched::Fetched;
use crate::components::layout::OutlineResource;
use crate::components::place::restore_when;
use crate::components::problem::Failure;
use crate::format::integer;
use crate::locale::use_locale;
use leptos::html::Section;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use state::{AtlasState, ShownResource};
use std::sync::Arc;
use window::is_near;

pub use local::LocalIndex;

/// The atlas page.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let m = use_locale().messages();
    let outline = expect_context::<OutlineResource>();
    let local = expect_context::<LocalIndex>();
    let groundwork = Resource::new(
        || (),
        move |()| async move {
            match local.groundwork() {
                Some(held) => Ok(held),
                None => groundwork().await,
            }
        },
    );
    let search = use_location().search;
    let query = Memo::new(move |_| search.get().trim_start_matches('?').to_owned());
    // The query string to ask the server for: that of the address, until this browser answers itself. Then the last one
    // stays, so that nothing is asked again.
    let asked = Memo::new(move |last: Option<&Option<String>>| {
        if local.is_there() {
            last.cloned().flatten()
        } else {
            Some(query.get())
        }
    });
    let answered: ShownResource = Resource::new(
        move || asked.get(),
        |query| async move {
            match query {
                Some(query) => Some(shown(query).await),
                None => None,
            }
        },
    );
    restore_when(move || answered.with(Option::is_some));
    view! {
        <Head title=m.atlas_title description=m.site_description path="/"/>
        <Fetched>
            // All must be asked for before any has come, so that none waits for another.
            {move || { answered.track(); groundwork.track(); }}
            {move || {
                let (outline, groundwork) = (outline.get()?, groundwork.get()?);
                Some(match (outline, groundwork) {
                    (Ok(outline), Ok(groundwork)) => view! { <Atlas outline groundwork query answered/> }.into_any(),
                    (Err(error), _) | (_, Err(error)) => view! { <Failure error/> }.into_any(),
                })
            }}
        </Fetched>
    }
}

#[component]
fn Atlas(
    outline: Outline,
    groundwork: Arc<Groundwork>,
    query: Memo<String>,
    answered: ShownResource,
) -> impl IntoView {
    let m = use_locale().messages();
    let totals = (m.totals)(&integer(outline.catalogue), &integer(outline.new_areas));
    let state = AtlasState::new(outline, groundwork, query, answered);
    Effect::new(move || {
        let provinces = state.outline.with_value(|outline| outline.province_names());
        state.local.fetch(state.groundwork.get_value(), provinces);
    });
    state.take_over();
    let lit = map::Lit::new();
    let results = NodeRef::<Section>::new();
    let of_results = state.in_window(is_near(results));
    view! {
        <header class="hero">
            <h1>{m.atlas_title}</h1>
            <p class="totals">{totals}</p>
            <p class="hero-intro">{m.atlas_intro}</p>
        </header>
        {search::search(state)}
        {map::drop_forms(state)}
        // Without `autocomplete="off"` browsers bring back boxes that were ticked, over what the address says.
        <form
            id="filter" class="atlas" method="get" autocomplete="off" action=state.locale.href("/")
            on:submit=move |event| state.submit(&event)
        >
            // The button that Enter presses; it would be the first tile otherwise.
            <button type="submit" hidden></button>
            <div class="atlas-main">
                {map::map(state, lit)}
                {years::years(state)}
            </div>
            {filters::filters(state)}
        </form>
        <section
            id="results" class="results" aria-label=m.list_label node_ref=results
            aria-busy=move || state.is_behind().to_string() data-query=move || state.shown_query()
        >
            {chips::chips(of_results)}
            {list::list(of_results, lit)}
            {take_away::take_away(of_results)}
        </section>
        {tray::tray(state)}
    }
}
