//! Further pages under the first, there before the reader reaches the end of the list.

use super::super::state::AtlasState;
use super::row::rows;
use leptos::html::Div;
use leptos::prelude::*;

/// So many pages come by themselves; then the reader is asked, so that the foot of the page can be reached.
const BY_THEMSELVES: u32 = 4;

/// How many pages are shown beyond the first of the address.
#[derive(Clone, Copy)]
pub struct Depth {
    state: AtlasState,
    pages: Memo<u32>,
    more: RwSignal<(String, u32)>,
}

impl Depth {
    /// As many as were shown when the reader was here last, or none.
    pub fn new(state: AtlasState) -> Self {
        let more = RwSignal::new((String::new(), 0));
        let pages = Memo::new(move |_| {
            let query = state.shown_query().unwrap_or_default();
            let here = state.local.is_there();
            more.with(|(of, more)| match here {
                true if *of == query => *more,
                true => state.local.depth(&query),
                false => 0,
            })
        });
        Self { state, pages, more }
    }

    /// How many pages are shown beyond the first.
    pub fn pages(self) -> u32 {
        self.pages.get()
    }

    /// Shows one more.
    fn deepen(self) {
        let query = self.state.shown_query().unwrap_or_default();
        let pages = self.pages.get_untracked() + 1;
        self.state.local.set_depth(&query, pages);
        self.more.set((query, pages));
    }

    /// Whether another page would come by itself.
    fn goes_on(self) -> bool {
        let pages = self.pages.get();
        let here = self.state.local.is_there();
        let left = self
            .state
            .with_selection(|selection| selection.page + 1 + pages < selection.pages);
        here && pages < BY_THEMSELVES && left == Some(true)
    }

    /// The pages beyond the first.
    pub fn further_pages(self) -> AnyView {
        let state = self.state;
        let page = move |n: u32| {
            let written = move || {
                let filter = state.filter();
                state
                    .with_selection(|selection| {
                        let zones = state
                            .local
                            .with(|index| index.page(&filter, selection.page + n));
                        rows(
                            state,
                            filter.grouping,
                            selection,
                            &zones.unwrap_or_default(),
                        )
                    })
                    .unwrap_or_default()
            };
            let written = Memo::new(move |_| written());
            view! { <ol class="zones zones-further" inner_html=move || written.get()></ol> }
        };
        view! { <For each=move || 1..=self.pages.get() key=|n| *n children=page/> }.into_any()
    }

    /// The end of the list: when it comes near the window, the next page comes.
    pub fn end_of_list(self) -> AnyView {
        let end = NodeRef::<Div>::new();
        watch(end, self);
        view! { <div class="list-end" node_ref=end></div> }.into_any()
    }
}

/// Deepens the list whenever its end is near the window.
fn watch(end: NodeRef<Div>, depth: Depth) {
    let near = RwSignal::new(false);
    Effect::new(move || {
        if let Some(end) = end.get() {
            observe(&end, near);
        }
    });
    Effect::new(move || {
        if near.get() && depth.goes_on() {
            depth.deepen();
        }
    });
}

/// Says whether an element is in the window or not far from it, until whoever asked is gone.
#[cfg(feature = "hydrate")]
fn observe(element: &web_sys::Element, near: RwSignal<bool>) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::wasm_bindgen::closure::Closure;
    use web_sys::{
        IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, js_sys::Array,
    };

    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        let last = entries.iter().last();
        if let Some(entry) =
            last.and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
        {
            near.set(entry.is_intersecting());
        }
    });
    let options = IntersectionObserverInit::new();
    // Two windows ahead, so that the reader never waits.
    options.set_root_margin("200% 0px");
    let Ok(observer) =
        IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options)
    else {
        return;
    };
    observer.observe(element);
    let observer = StoredValue::new_local((observer, seen));
    on_cleanup(move || observer.with_value(|(observer, _)| observer.disconnect()));
}

/// On the server there is no window.
#[cfg(not(feature = "hydrate"))]
const fn observe(_: &impl Sized, _: RwSignal<bool>) {}
