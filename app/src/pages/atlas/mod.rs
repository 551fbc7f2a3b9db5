//! The atlas page: tile map, filters, years, list. The query string holds the whole state.

mod chips;
mod empty;
mod engine;
mod filters;
mod list;
mod location;
mod map;
mod moment;
#[cfg(feature = "ssr")]
mod page;
mod search;
mod state;
mod take_away;
mod tray;
mod window;
mod years;

#[cfg(feature = "hydrate")]
pub use engine::Engine;
#[cfg(feature = "ssr")]
pub use page::AtlasPage;
pub use state::AtlasState;

use leptos::html::Section;
use leptos::prelude::*;
use window::is_near;

/// The part of the page that follows the address: on the server as a request asks for it, in the
/// browser from then on.
pub fn explorer_view(state: AtlasState) -> impl IntoView {
    let m = state.locale.messages();
    let lit = map::Lit::new();
    let (index, search) = state
        .groundwork
        .with_value(|groundwork| (groundwork.index.clone(), groundwork.search.clone()));
    let results = NodeRef::<Section>::new();
    let of_results = state.in_window(is_near(results));
    view! {
        <div data-index=index data-search=search on:click=move |event| state.clicked(&event)>
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
        </div>
    }
}
