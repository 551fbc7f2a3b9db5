//! The years: chosen by drawing across them, by their ends, or played.

use super::Live;
use super::page::Reach;
use crate::browser::closest;
use domain::filter::Filter;
use leptos::prelude::{IntervalHandle, set_interval_with_handle};
use leptos::web_sys::PointerEvent;
use std::cell::Cell;
use std::rc::Weak;
use std::time::Duration;

/// How long each year is shown while they are played.
const YEAR: Duration = Duration::from_millis(350);

/// What a visitor is doing with the years.
#[derive(Default)]
pub struct Years {
    /// The year that the pointer went down on, and whether it has chosen anything since.
    held: Cell<Option<(u16, bool)>>,
    /// True between the first movement of an end and letting go: the movements make one step for the Back button.
    is_sliding: Cell<bool>,
    playing: Cell<Option<IntervalHandle>>,
}

/// The first or the last of the chosen years.
#[derive(Debug, Clone, Copy)]
pub enum End {
    /// The first.
    First,
    /// The last.
    Last,
}

impl Live {
    /// The first and the last of all years.
    fn span(&self) -> (u16, u16) {
        let timeline = &self.shown.borrow().selection.timeline;
        (timeline.first, timeline.last())
    }

    /// The first and the last of the chosen years.
    fn chosen_years(&self) -> (u16, u16) {
        let (first, last) = self.span();
        let filter = self.filter();
        (filter.from.unwrap_or(first), filter.to.unwrap_or(last))
    }

    /// The pointer goes down on the years.
    pub fn brush_begins(&self, event: &PointerEvent) {
        if event.button() == 0
            && let Some(year) = year_under(event, self.span())
        {
            self.years.held.set(Some((year, false)));
            // The first chosen years make a line of filters, which may move the drawing from under the pointer.
            if let Some(drawing) = closest(event.target(), ".years-drawing") {
                let _ = drawing.set_pointer_capture(event.pointer_id());
            }
        }
    }

    /// It moves; nothing happens unless it is down.
    pub fn brush_moves(&self, event: &PointerEvent) {
        let Some((start, has_begun)) = self.years.held.get() else {
            return;
        };
        if event.buttons() == 0 {
            self.years.held.set(None);
            return;
        }
        if let Some(year) = year_under(event, self.span())
            && (has_begun || year != start)
        {
            self.choose(start, year, has_begun);
            self.years.held.set(Some((start, true)));
        }
    }

    /// It goes up. Where it has not moved it chooses the one year, or frees it if it was chosen alone.
    pub fn brush_ends(&self, event: &PointerEvent) {
        let Some((start, has_begun)) = self.years.held.take() else {
            return;
        };
        if has_begun || year_under(event, self.span()) != Some(start) {
            return;
        }
        let filter = self.filter();
        if (filter.from, filter.to) == (Some(start), Some(start)) {
            let freed = filter.with(|filter| (filter.from, filter.to) = (None, None));
            self.go(&freed, false);
        } else {
            self.choose(start, start, false);
        }
    }

    /// An end was moved to a year. The ends do not pass each other.
    pub fn slide(&self, end: End, year: u16) {
        let (from, to) = self.chosen_years();
        let (from, to) = match end {
            End::First => (year.min(to), to),
            End::Last => (from, year.max(from)),
        };
        self.choose(from, to, self.years.is_sliding.replace(true));
    }

    /// An end was let go.
    pub fn slide_ends(&self) {
        self.years.is_sliding.set(false);
    }

    fn choose(&self, one: u16, other: u16, replace: bool) {
        let years = (one.min(other), one.max(other));
        self.go(&with_years(&self.filter(), years, self.span()), replace);
    }

    /// Adds the zones year by year, or stops it.
    pub fn play(&self) {
        if self.stop_playing() {
            return;
        }
        let (from, to) = self.chosen_years();
        self.choose(from, from, false);
        let this = Weak::clone(&self.this);
        let year = Cell::new(from);
        let step = move || {
            let Some(live) = this.upgrade() else { return };
            let next = year.get().saturating_add(1);
            year.set(next);
            if next > to {
                live.stop_playing();
            } else {
                live.choose(from, next, true);
            }
        };
        let playing = set_interval_with_handle(step, YEAR).ok();
        let is_playing = playing.is_some();
        self.years.playing.set(playing);
        self.interact(Reach::All, |interaction| {
            interaction.is_playing = is_playing
        });
    }

    /// False where nothing was played.
    fn stop_playing(&self) -> bool {
        let Some(playing) = self.years.playing.take() else {
            return false;
        };
        playing.clear();
        self.interact(Reach::All, |interaction| interaction.is_playing = false);
        true
    }
}

/// The filter with these years. An end at the end of all years is no filter.
fn with_years(filter: &Filter, years: (u16, u16), all: (u16, u16)) -> Filter {
    filter.with(|filter| {
        filter.from = Some(years.0).filter(|year| *year > all.0);
        filter.to = Some(years.1).filter(|year| *year < all.1);
    })
}

/// The year under the pointer.
fn year_under(event: &PointerEvent, (first, last): (u16, u16)) -> Option<u16> {
    let drawing = closest(event.target(), ".years-drawing")?;
    let area = drawing.get_bounding_client_rect();
    let years = f64::from(last.checked_sub(first)?) + 1.0;
    let place = (f64::from(event.client_x()) - area.left()) / area.width() * years;
    if !place.is_finite() {
        return None;
    }
    (first..=last)
        .zip(0_u16..)
        .take_while(|(_, n)| *n == 0 || f64::from(*n) <= place)
        .map(|(year, _)| year)
        .last()
}
