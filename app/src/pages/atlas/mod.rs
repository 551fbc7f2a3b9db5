//! The atlas page: tile map, filters, list. The query string holds the whole state.

mod chips;
mod filters;
mod list;
mod map;
mod shades;
mod state;

use crate::api::{Outline, PageError, selection};
use crate::components::document::Head;
use crate::components::layout::{OutlineResource, use_fetching};
use crate::components::place::restore_when;
use crate::components::problem::Failure;
use crate::format::integer;
use crate::locale::use_locale;
use domain::filter::Selection;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use state::AtlasState;

/// The zones on their way or there.
pub(super) type SelectionResource = Resource<Result<Selection, PageError>>;

/// The atlas page.
#[component]
pub fn AtlasPage() -> impl IntoView {
    let m = use_locale().messages();
    let outline = expect_context::<OutlineResource>();
    let search = use_location().search;
    let query = Memo::new(move |_| search.get().trim_start_matches('?').to_owned());
    let selection: SelectionResource = Resource::new(move || query.get(), selection);
    restore_when(move || selection.with(Option::is_some));
    view! {
        <Head title=m.atlas_title description=m.site_description path="/"/>
        <Transition fallback=Waiting set_pending=use_fetching()>
            // Both must be asked for before either has come, so that neither waits for the other.
            {move || { selection.track(); }}
            {move || outline.get().map(|outline| match outline {
                Ok(outline) => view! { <Atlas outline query selection/> }.into_any(),
                Err(error) => view! { <Failure error/> }.into_any(),
            })}
        </Transition>
    }
}

/// Shown until the first data has come; only a browser that navigates here ever sees it.
#[component]
fn Waiting() -> impl IntoView {
    view! { <p class="waiting">{use_locale().messages().loading}</p> }
}

#[component]
fn Atlas(outline: Outline, query: Memo<String>, selection: SelectionResource) -> impl IntoView {
    let m = use_locale().messages();
    let totals = (m.totals)(&integer(outline.catalogue), &integer(outline.new_areas));
    let state = AtlasState::new(outline, query, selection);
    view! {
        <header class="hero">
            <h1>{m.atlas_title}</h1>
            <p class="totals">{totals}</p>
            <p class="hero-intro">{m.atlas_intro}</p>
        </header>
        {map::drop_forms(state)}
        // Without `autocomplete="off"` browsers bring back boxes that were ticked, over what the address says.
        <form
            id="filter" class="atlas" method="get" autocomplete="off" action=state.locale.href("/")
            on:submit=move |event| state.submit(&event)
        >
            // The button that Enter presses; it would be the first tile otherwise.
            <button type="submit" hidden></button>
            {map::map(state)}
            {filters::filters(state)}
        </form>
        <section class="results" aria-label=m.list_label>
            {chips::chips(state)}
            {list::list(state)}
        </section>
    }
}
