//! Loads further pages of the list before the reader reaches its end.

use super::{Live, ShownState};
use crate::explorer::live::page::AffectedParts;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::js_sys::Array;
use leptos::web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use std::rc::{Rc, Weak};

/// The number of pages that are loaded automatically. After that the reader follows a link, so that the footer can be
/// reached.
const AUTOMATIC_PAGES: u32 = 4;

/// The distance from the window at which the next page is loaded: two window heights, so that readers do not wait.
const PRELOAD_MARGIN: &str = "200% 0px";

/// The number of further pages shown of each list, by query string.
#[derive(Default)]
pub struct PageCounts {
    depths: Vec<(String, u32)>,
    observer: Option<IntersectionObserver>,
}

impl PageCounts {
    fn of(&self, list: &str) -> u32 {
        let found = self.depths.iter().find(|(known, _)| known == list);
        found.map_or(0, |(_, depth)| *depth)
    }

    fn set(&mut self, list: String, depth: u32) {
        self.depths.retain(|(known, _)| *known != list);
        self.depths.push((list, depth));
    }
}

impl Live {
    /// Loads the further pages that were shown when the reader last saw this list.
    pub fn load_more_pages(&self, shown: &mut ShownState) {
        let list = shown.filter.list().query();
        let depth = self.depths.borrow().of(&list);
        let page = |n: u32| self.index.page(&shown.filter, shown.result.page + n);
        shown.interaction.more_rows = (1..=depth).flat_map(page).collect();
        shown.interaction.depth = depth;
    }

    /// Shows this number of further pages.
    pub fn show_pages(&self, depth: u32) {
        let mut shown = self.shown.borrow_mut();
        let list = shown.filter.list().query();
        self.depths.borrow_mut().set(list, depth);
        self.load_more_pages(&mut shown);
        drop(shown);
        self.write(AffectedParts::All);
    }

    /// Checks whether the end of the list is near the window, now and after each scroll.
    pub fn look_for_end(&self) {
        let depths = self.depths.borrow();
        let end = self.island.query_selector(".list-end").ok().flatten();
        if let (Some(observer), Some(end)) = (&depths.observer, end) {
            // Observing an element again triggers a new check.
            observer.unobserve(&end);
            observer.observe(&end);
        }
    }

    /// Shows the next page each time the end of the list comes near the window.
    pub fn watch_end(self: &Rc<Self>) {
        let this = Rc::downgrade(self);
        let seen = move |entries: Array| {
            // The last entry is the newest.
            let entry = entries.pop().dyn_into::<IntersectionObserverEntry>();
            let is_near = entry.is_ok_and(|entry| entry.is_intersecting());
            if let Some(live) = Weak::upgrade(&this).filter(|_| is_near) {
                live.end_is_near();
            }
        };
        let seen = Closure::<dyn Fn(Array)>::new(seen).into_js_value();
        let options = IntersectionObserverInit::new();
        options.set_root_margin(PRELOAD_MARGIN);
        let observer = IntersectionObserver::new_with_options(seen.unchecked_ref(), &options);
        self.depths.borrow_mut().observer = observer.ok();
        self.look_for_end();
    }

    fn end_is_near(&self) {
        // A list that is only partly written ends too early.
        self.catch_up();
        let shown = self.shown.borrow();
        let depth = shown.interaction.depth;
        let is_left = shown.result.page + 1 + depth < shown.result.pages;
        drop(shown);
        if depth < AUTOMATIC_PAGES && is_left {
            self.show_pages(depth + 1);
        }
    }
}
