//! Further pages under the first, there before the reader reaches the end of the list.

use super::super::engine::Engine;
use super::super::state::AtlasState;
use super::super::window;
use super::row::rows;
use domain::filter::Grouping;
use leptos::html::Div;
use leptos::prelude::*;

/// So many pages come by themselves; then the reader is asked, so that the foot of the page can be reached.
const BY_THEMSELVES: u32 = 4;

/// How many pages are shown beyond the first of the address.
#[derive(Clone, Copy)]
pub struct Depth {
    state: AtlasState,
    /// What decides the list; neither the tray nor the map begins it anew.
    list: Memo<String>,
    pages: Memo<u32>,
}

impl Depth {
    /// As many as were shown when the reader was here last, or none.
    pub fn new(state: AtlasState) -> Self {
        let list = Memo::new(move |_| state.of_filter(|filter| filter.list().query()));
        let pages = Memo::new(move |_| state.depth(&list.get()));
        Self { state, list, pages }
    }

    /// How many pages are shown beyond the first.
    pub fn pages(self) -> u32 {
        self.pages.get()
    }

    /// Shows one more.
    fn deepen(self) {
        let list = self.list.get_untracked();
        let pages = self.pages.get_untracked() + 1;
        self.state.set_depth(&list, pages);
    }

    /// Whether another page would come by itself.
    fn goes_on(self) -> bool {
        let pages = self.pages.get();
        let is_left = self
            .state
            .with_selection(|selection| selection.page + 1 + pages < selection.pages);
        let has_pages = self.state.engine.with_value(Engine::has_pages);
        has_pages && pages < BY_THEMSELVES && is_left
    }

    /// The pages beyond the first.
    pub fn further_pages(self) -> impl IntoView {
        let state = self.state;
        let page = move |n: u32| {
            let written = move || {
                let filter = state.filter();
                state.with_selection(|selection| {
                    let page = |n: u32| {
                        let page = |engine: &Engine| engine.page(&filter, selection.page + n);
                        state.engine.with_value(page)
                    };
                    // Only groups ask what stands above.
                    let grouped = filter.grouping == Grouping::Province;
                    let above = if grouped { page(n - 1).pop() } else { None };
                    rows(state, filter.grouping, selection, &page(n), above.as_ref())
                })
            };
            let written = Memo::new(move |_| written());
            view! { <ol class="zones zones-further" inner_html=move || written.get()></ol> }
        };
        view! { <For each=move || 1..=self.pages.get() key=|n| *n children=page/> }
    }

    /// The end of the list: when it comes near the window, the next page comes.
    pub fn end_of_list(self) -> impl IntoView {
        let end = NodeRef::<Div>::new();
        watch(end, self);
        view! { <div class="list-end" node_ref=end></div> }
    }
}

/// Deepens the list when its end comes near the window. Each list and each depth is looked at anew, so that one page comes at a
/// time.
fn watch(end: NodeRef<Div>, depth: Depth) {
    Effect::new(move || {
        depth.list.track();
        // A page that is written in part ends before its end.
        if !depth.state.is_behind()
            && depth.goes_on()
            && let Some(end) = end.get()
        {
            // Two windows ahead, so that the reader never waits.
            window::watch(&end, "200% 0px", move |is_near| {
                if is_near {
                    depth.deepen();
                }
            });
        }
    });
}
