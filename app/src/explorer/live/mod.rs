//! The explorer in the browser: filters with the index of all zones, without the server.
//!
//! Data flows in one direction: an event changes the address or the [`Interaction`], these give a new [`View`], and
//! the parts of the page whose text has changed are written.

mod controls;
mod events;
mod more_pages;
mod opened;
mod page;
mod search;
mod start;
mod suggestions;
mod years;

pub use start::start;

use super::map::{Region, placed_tiles};
use super::view::{Interaction, View, href};
use crate::browser::Address;
use crate::locale::Locale;
use crate::records::ExplorerData;
use domain::filter::{Filter, Index, Notice, QueryResult, ValidValues};
use domain::id::ZoneSlug;
use leptos::prelude::{document, request_animation_frame, set_timeout};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use more_pages::PageCounts;
use page::{AffectedParts, Page};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;
use years::Years;

/// The delay before parts outside the window are written. It keeps typing fast: another change in this time starts a
/// new delay.
const PAUSE: Duration = Duration::from_millis(40);

/// The delay before the number of zones is announced to screen readers: once per word, not for each letter.
const ANNOUNCE_AFTER: Duration = Duration::from_millis(700);

/// The state of the explorer. It exists until the page is closed.
struct Live {
    island: Element,
    locale: Locale,
    data: ExplorerData,
    known: ValidValues,
    index: Rc<Index>,
    address: Address,
    page: Page,
    /// The filter that the page was loaded with.
    first: Filter,
    shown: RefCell<ShownState>,
    depths: RefCell<PageCounts>,
    years: Years,
    typing: controls::Typing,
    /// Counts changes, so that only the last of several changes writes the parts outside the window.
    turn: Cell<u32>,
    is_bringing_search: Cell<bool>,
    /// A reference to itself, for callbacks.
    this: Weak<Self>,
}

/// The state that the page shows.
struct ShownState {
    filter: Filter,
    notices: Vec<Notice>,
    result: QueryResult,
    interaction: Interaction,
}

impl Live {
    /// Returns the data that the text of the page depends on.
    fn view<'a>(&'a self, shown: &'a ShownState) -> View<'a> {
        View {
            locale: self.locale,
            data: &self.data,
            filter: &shown.filter,
            notices: &shown.notices,
            result: &shown.result,
            first: &self.first,
            interaction: &shown.interaction,
        }
    }

    /// Returns the current filter.
    fn filter(&self) -> Filter {
        self.shown.borrow().filter.clone()
    }

    /// Goes to another filter state. With `replace`, no history entry is added.
    fn go(&self, filter: &Filter, replace: bool) {
        // Enter after typing leads to the state that is already shown: no history entry is added.
        if *filter != self.filter() {
            self.address.go(&href(self.locale, filter), replace);
        }
    }

    /// Shows the result of a query string.
    fn follow(&self, query: &str) {
        let (filter, notices) = Filter::parse(query, &self.known);
        if !self.index.answers(&filter) {
            self.shown.borrow_mut().filter = filter;
            self.page.wait();
            self.bring_search();
            return;
        }
        let result = self.index.select(&filter);
        let mut shown = self.shown.borrow_mut();
        let left = std::mem::replace(&mut shown.filter, filter).zoom;
        shown.notices = notices;
        shown.result = result;
        shown.interaction.is_tray_full = false;
        self.load_more_pages(&mut shown);
        let is_other_map = left != shown.filter.zoom;
        if is_other_map {
            shown.interaction.focused = None;
            shown.interaction.hovered = None;
            shown.interaction.tab_stop = self.first_tile(&shown, left.map(Region::Province));
        }
        drop(shown);
        self.write(AffectedParts::All);
        if is_other_map {
            self.keep_focus_on_map();
        }
    }

    /// Returns the tile that the Tab key reaches first: the province that was left, or else the first tile.
    fn first_tile(&self, shown: &ShownState, left: Option<Region>) -> Option<Region> {
        let tiles = placed_tiles(&self.view(shown));
        let mut regions = tiles.into_iter().map(|tile| tile.region);
        match left {
            Some(left) if shown.filter.zoom.is_none() => Some(left),
            _ => regions.next(),
        }
    }

    /// Keeps the focus on the map when a keyboard user opens a province or leaves it: the focused element no longer
    /// exists.
    fn keep_focus_on_map(&self) {
        let this = Weak::clone(&self.this);
        request_animation_frame(move || {
            let Some(live) = this.upgrade() else { return };
            live.catch_up();
            let focused = document().active_element();
            let is_lost = focused.is_none_or(|element| element.tag_name() == "BODY");
            let stop = live.shown.borrow().interaction.tab_stop.clone();
            if let Some(region) = stop.filter(|_| is_lost) {
                focus(&region.id());
            }
        });
    }

    /// Changes the state that is not in the address.
    fn interact(&self, reach: AffectedParts, change: impl FnOnce(&mut Interaction)) {
        change(&mut self.shown.borrow_mut().interaction);
        self.write(reach);
    }

    /// Writes the changed parts in the window at once, and all other parts after the next paint.
    fn write(&self, reach: AffectedParts) {
        let shown = self.shown.borrow();
        let is_behind = self.page.write_in_window(&self.view(&shown), reach);
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        if reach == AffectedParts::All {
            let this = Weak::clone(&self.this);
            let announce = move || {
                let Some(live) = this.upgrade().filter(|live| live.turn.get() == turn) else {
                    return;
                };
                let shown = live.shown.borrow();
                // While the search index is loading, the list still shows the previous query.
                if live.index.answers(&shown.filter) {
                    live.page.announce(&live.view(&shown));
                }
            };
            set_timeout(announce, ANNOUNCE_AFTER);
        }
        if !is_behind {
            self.look_for_end();
            return;
        }
        let this = Weak::clone(&self.this);
        let catch_up = move || {
            if let Some(live) = this.upgrade().filter(|live| live.turn.get() == turn) {
                live.catch_up();
            }
        };
        request_animation_frame(move || set_timeout(catch_up, PAUSE));
    }

    /// Writes all parts that are not up to date. Call this before reading the page.
    fn catch_up(&self) {
        let shown = self.shown.borrow();
        if self.page.write_rest(&self.view(&shown)) {
            self.look_for_end();
        }
    }

    /// Adds a zone to the tray or removes it. Shows a notice if the tray is full.
    fn pick(&self, zone: &ZoneSlug) {
        let filter = self.filter();
        let picked = filter.picked(zone);
        if picked == filter {
            self.interact(AffectedParts::All, |interaction| {
                interaction.is_tray_full = true
            });
        } else {
            self.go(&picked, false);
        }
    }
}

/// Moves the focus to the element with this id.
fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An error is ignored: the focus does not move.
        let _ = element.focus();
    }
}
