//! The selection of years: by dragging across the bars, by two sliders, or by playing them as an animation.

use super::Live;
use super::page::AffectedParts;
use crate::browser::closest;
use domain::filter::Filter;
use leptos::prelude::{IntervalHandle, set_interval_with_handle};
use leptos::web_sys::PointerEvent;
use std::cell::Cell;
use std::rc::Weak;
use std::time::Duration;

/// The time for which the animation shows each year.
const YEAR: Duration = Duration::from_millis(350);

/// The state of the years that is not in the address.
#[derive(Default)]
pub struct Years {
    /// The year on which the pointer was pressed, and true if the drag has already changed the selection.
    held: Cell<Option<(u16, bool)>>,
    /// True while a slider is dragged: all its movements make one history entry.
    is_sliding: Cell<bool>,
    playing: Cell<Option<IntervalHandle>>,
}

/// The first or the last of the chosen years.
#[derive(Debug, Clone, Copy)]
pub enum End {
    /// The first chosen year.
    First,
    /// The last chosen year.
    Last,
}

impl Live {
    /// Returns the first and the last year of the timeline.
    fn span(&self) -> (u16, u16) {
        let timeline = &self.shown.borrow().result.timeline;
        (timeline.first, timeline.last())
    }

    /// Returns the first and the last of the chosen years.
    fn chosen_years(&self) -> (u16, u16) {
        let (first, last) = self.span();
        let filter = self.filter();
        (filter.from.unwrap_or(first), filter.to.unwrap_or(last))
    }

    /// Starts a drag across the years.
    pub fn brush_begins(&self, event: &PointerEvent) {
        if event.button() == 0
            && let Some(year) = year_under(event, self.span())
        {
            self.years.held.set(Some((year, false)));
            // The first selection adds a row of filter chips, which may move the bars away from the pointer.
            if let Some(drawing) = closest(event.target(), ".years-drawing") {
                let _ = drawing.set_pointer_capture(event.pointer_id());
            }
        }
    }

    /// Continues a drag. Does nothing if no button is pressed.
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

    /// Ends a drag. A click without movement selects that year, or clears the selection if it was the only year.
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

    /// Moves a slider to a year. The two sliders cannot pass each other.
    pub fn slide(&self, end: End, year: u16) {
        let (from, to) = self.chosen_years();
        let (from, to) = match end {
            End::First => (year.min(to), to),
            End::Last => (from, year.max(from)),
        };
        self.choose(from, to, self.years.is_sliding.replace(true));
    }

    /// Ends the movement of a slider.
    pub fn slide_ends(&self) {
        self.years.is_sliding.set(false);
    }

    fn choose(&self, one: u16, other: u16, replace: bool) {
        let years = (one.min(other), one.max(other));
        self.go(&with_years(&self.filter(), years, self.span()), replace);
    }

    /// Starts the animation, which adds the zones year by year; stops it if it is running.
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
        self.interact(AffectedParts::All, |interaction| {
            interaction.is_playing = is_playing
        });
    }

    /// Stops the animation. Returns false if it was not running.
    fn stop_playing(&self) -> bool {
        let Some(playing) = self.years.playing.take() else {
            return false;
        };
        playing.clear();
        self.interact(AffectedParts::All, |interaction| {
            interaction.is_playing = false
        });
        true
    }
}

/// Returns the filter with these years. A limit equal to the first or last year of the timeline is left out.
fn with_years(filter: &Filter, years: (u16, u16), all: (u16, u16)) -> Filter {
    filter.with(|filter| {
        filter.from = Some(years.0).filter(|year| *year > all.0);
        filter.to = Some(years.1).filter(|year| *year < all.1);
    })
}

/// Returns the year under the pointer; `None` if the pointer is not on the bars.
fn year_under(event: &PointerEvent, (first, last): (u16, u16)) -> Option<u16> {
    let drawing = closest(event.target(), ".years-drawing")?;
    let area = drawing.get_bounding_client_rect();
    let years = f64::from(last.checked_sub(first)?) + 1.0;
    let region = (f64::from(event.client_x()) - area.left()) / area.width() * years;
    if !region.is_finite() {
        return None;
    }
    (first..=last)
        .zip(0_u16..)
        .take_while(|(_, n)| *n == 0 || f64::from(*n) <= region)
        .map(|(year, _)| year)
        .last()
}
