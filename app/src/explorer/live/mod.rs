//! The explorer in the browser: it follows the address by the index of all zones, without the server.
//!
//! Data flows one way: an event changes the address or the [`Interaction`], these make a new [`View`], and the
//! parts of the page whose text has changed are written.

mod controls;
mod events;
mod further;
mod opened;
mod page;
mod search;
mod start;
mod suggestions;
mod years;

pub use start::start;

use super::map::{Place, placed_tiles};
use super::view::{Interaction, View, href};
use crate::api::ExplorerData;
use crate::browser::Address;
use crate::locale::Locale;
use domain::filter::{Filter, Index, Known, Notice, Selection};
use domain::id::ZoneSlug;
use further::Depths;
use leptos::prelude::{document, request_animation_frame, set_timeout};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use page::{Page, Reach};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;
use years::Years;

/// After a change the parts outside the window wait so long for another one, so that they hold up nobody who types on.
const PAUSE: Duration = Duration::from_millis(40);

/// After so long without another change the number of zones is told to screen readers: once for a word, not for each letter.
const ANNOUNCE_AFTER: Duration = Duration::from_millis(700);

/// The explorer of a page. It lives as long as the page.
struct Live {
    island: Element,
    locale: Locale,
    data: ExplorerData,
    known: Known,
    index: Rc<Index>,
    address: Address,
    page: Page,
    /// The filter that the page was loaded with.
    first: Filter,
    shown: RefCell<Shown>,
    depths: RefCell<Depths>,
    years: Years,
    typing: controls::Typing,
    /// Counts changes, so that of several the last alone writes the parts outside the window.
    turn: Cell<u32>,
    is_bringing_search: Cell<bool>,
    /// Itself, for what happens later.
    this: Weak<Self>,
}

/// What the page shows.
struct Shown {
    filter: Filter,
    notices: Vec<Notice>,
    selection: Selection,
    interaction: Interaction,
}

impl Live {
    /// What the text of the page depends on.
    fn view<'a>(&'a self, shown: &'a Shown) -> View<'a> {
        View {
            locale: self.locale,
            data: &self.data,
            filter: &shown.filter,
            notices: &shown.notices,
            selection: &shown.selection,
            first: &self.first,
            interaction: &shown.interaction,
        }
    }

    /// The filter in the address.
    fn filter(&self) -> Filter {
        self.shown.borrow().filter.clone()
    }

    /// Goes to another state; `replace` leaves no step for the Back button.
    fn go(&self, filter: &Filter, replace: bool) {
        // Enter after typing asks for what is shown already; that is no step to go back from.
        if *filter != self.filter() {
            self.address.go(&href(self.locale, filter), replace);
        }
    }

    /// Shows what a query string asks for.
    fn follow(&self, query: &str) {
        let (filter, notices) = Filter::parse(query, &self.known);
        if !self.index.answers(&filter) {
            self.shown.borrow_mut().filter = filter;
            self.page.wait();
            self.bring_search();
            return;
        }
        let selection = self.index.select(&filter);
        let mut shown = self.shown.borrow_mut();
        let left = std::mem::replace(&mut shown.filter, filter).zoom;
        shown.notices = notices;
        shown.selection = selection;
        shown.interaction.is_refused = false;
        self.bring_further(&mut shown);
        let is_other_map = left != shown.filter.zoom;
        if is_other_map {
            shown.interaction.focused = None;
            shown.interaction.pointed = None;
            shown.interaction.tab_stop = self.first_tile(&shown, left.map(Place::Province));
        }
        drop(shown);
        self.write(Reach::All);
        if is_other_map {
            self.keep_focus_on_map();
        }
    }

    /// The tile that the Tab key comes to first: that of the province that was left, else the first.
    fn first_tile(&self, shown: &Shown, left: Option<Place>) -> Option<Place> {
        let tiles = placed_tiles(&self.view(shown));
        let mut places = tiles.into_iter().map(|tile| tile.place);
        match left {
            Some(left) if shown.filter.zoom.is_none() => Some(left),
            _ => places.next(),
        }
    }

    /// Whoever goes into a province by the keyboard, or comes back from it, finds the focus on the map: what had the focus
    /// is gone by then.
    fn keep_focus_on_map(&self) {
        let this = Weak::clone(&self.this);
        request_animation_frame(move || {
            let Some(live) = this.upgrade() else { return };
            live.catch_up();
            let focused = document().active_element();
            let is_lost = focused.is_none_or(|element| element.tag_name() == "BODY");
            let stop = live.shown.borrow().interaction.tab_stop.clone();
            if let Some(place) = stop.filter(|_| is_lost) {
                focus(&place.id());
            }
        });
    }

    /// Changes what is not in the address.
    fn interact(&self, reach: Reach, change: impl FnOnce(&mut Interaction)) {
        change(&mut self.shown.borrow_mut().interaction);
        self.write(reach);
    }

    /// Writes what has changed in the window at once, and everything else once that is painted.
    fn write(&self, reach: Reach) {
        let shown = self.shown.borrow();
        let is_behind = self.page.write_in_window(&self.view(&shown), reach);
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        if reach == Reach::All {
            let this = Weak::clone(&self.this);
            let announce = move || {
                let Some(live) = this.upgrade().filter(|live| live.turn.get() == turn) else {
                    return;
                };
                let shown = live.shown.borrow();
                // While the search is on its way, the list still shows the previous query.
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

    /// Writes what is behind. Whatever reads the page calls it first.
    fn catch_up(&self) {
        let shown = self.shown.borrow();
        if self.page.write_rest(&self.view(&shown)) {
            self.look_for_end();
        }
    }

    /// Takes a zone into the tray, or out of it; tells where the tray is full.
    fn pick(&self, zone: &ZoneSlug) {
        let filter = self.filter();
        let picked = filter.picked(zone);
        if picked == filter {
            self.interact(Reach::All, |interaction| interaction.is_refused = true);
        } else {
            self.go(&picked, false);
        }
    }
}

/// Brings the focus to an element by its id.
fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot be brought into focus leaves the focus where it is.
        let _ = element.focus();
    }
}
