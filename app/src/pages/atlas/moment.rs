//! When the parts of the page follow the filter: what the window shows at once, everything else once that is painted, so that
//! a key or a click is answered before what nobody sees yet is made.

use crate::api::Shown;
use domain::filter::{Filter, Notice};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The filter that an address asks for, and what was cleaned in it.
pub type Read = (Filter, Vec<Notice>);

/// After a change the later parts wait so long for another one: whoever types on is not held up by them.
const PAUSE: Duration = Duration::from_millis(40);

/// The filter and what it shows, as some parts of the page have it.
#[derive(Clone, Copy)]
pub struct Moment {
    /// The filter.
    pub read: Signal<Read>,
    /// What it shows.
    pub shown: Signal<Arc<Shown>>,
}

impl Moment {
    /// This moment while `is_near` says that a part is in the window, else another one.
    pub fn or(self, is_near: Signal<bool>, other: Self) -> Self {
        let read = move |_: Option<&Read>| {
            let moment = if is_near.get() { self } else { other };
            moment.read.get()
        };
        let shown = move |_: Option<&Arc<Shown>>| {
            let moment = if is_near.get() { self } else { other };
            moment.shown.get()
        };
        Self {
            read: Memo::new(read).into(),
            shown: Memo::new(shown).into(),
        }
    }
}

/// The moment that follows another once that one is painted.
#[derive(Clone, Copy)]
pub struct Later {
    /// The filter and what it shows, as the parts that wait have it.
    pub moment: Moment,
    is_behind: RwSignal<bool>,
}

impl Later {
    /// What follows `now`. At first both are the same.
    pub fn after(now: Moment) -> Self {
        let read = RwSignal::new(now.read.get_untracked());
        let shown = RwSignal::new(now.shown.get_untracked());
        let is_behind = RwSignal::new(false);
        let change = StoredValue::new(0_u32);
        // The visitor may have left the page by then, and its signals with it.
        let catch_up = move |mine: u32| {
            if change.try_get_value() == Some(mine) {
                read.set(now.read.get_untracked());
                shown.set(now.shown.get_untracked());
                is_behind.set(false);
            }
        };
        Effect::new(move |before: Option<()>| {
            now.read.track();
            now.shown.track();
            if before.is_some() {
                is_behind.set(true);
                change.update_value(|change| *change = change.wrapping_add(1));
                let mine = change.get_value();
                request_animation_frame(move || set_timeout(move || catch_up(mine), PAUSE));
            }
        });
        Self {
            moment: Moment {
                read: read.into(),
                shown: shown.into(),
            },
            is_behind,
        }
    }

    /// Whether some parts have still to follow.
    pub fn is_behind(self) -> bool {
        self.is_behind.get()
    }
}
