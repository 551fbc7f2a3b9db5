//! Choosing years by drawing across them.

use crate::pages::atlas::state::AtlasState;
use domain::filter::Filter;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

/// What the pointer is doing over the years.
#[derive(Clone, Copy)]
pub struct Brush {
    state: AtlasState,
    span: Memo<(u16, u16)>,
    /// The year it went down on, and whether it has chosen anything since.
    held: StoredValue<Option<(u16, bool)>>,
}

impl Brush {
    /// A brush over the years from the first to the last of `span`.
    pub fn new(state: AtlasState, span: Memo<(u16, u16)>) -> Self {
        Self {
            state,
            span,
            held: StoredValue::new(None),
        }
    }

    /// The pointer goes down.
    pub fn begin(self, event: &PointerEvent) {
        if event.button() != 0 {
            return;
        }
        if let Some(year) = year_under(event, self.span.get_untracked()) {
            self.held.set_value(Some((year, false)));
        }
    }

    /// It moves; nothing happens unless it is down.
    pub fn drag(self, event: &PointerEvent) {
        let Some((start, begun)) = self.held.get_value() else {
            return;
        };
        if event.buttons() == 0 {
            self.held.set_value(None);
            return;
        }
        if let Some(year) = year_under(event, self.span.get_untracked())
            && (begun || year != start)
        {
            self.choose(start, year, begun);
            self.held.set_value(Some((start, true)));
        }
    }

    /// It goes up. Where it has not moved it chooses the one year, or frees it if it was chosen alone.
    pub fn end(self, event: &PointerEvent) {
        let Some((start, begun)) = self.held.try_update_value(Option::take).flatten() else {
            return;
        };
        let over = year_under(event, self.span.get_untracked());
        if begun || over != Some(start) {
            return;
        }
        let filter = self.state.filter_now();
        if (filter.from, filter.to) == (Some(start), Some(start)) {
            let freed = filter.with(|filter| (filter.from, filter.to) = (None, None));
            self.state.go(&freed, false);
        } else {
            self.choose(start, start, false);
        }
    }

    fn choose(self, one: u16, other: u16, replace: bool) {
        let years = (one.min(other), one.max(other));
        let filter = with_years(&self.state.filter_now(), years, self.span.get_untracked());
        self.state.go(&filter, replace);
    }
}

/// The filter with these years. An end at the end of all years is no filter.
pub fn with_years(filter: &Filter, years: (u16, u16), all: (u16, u16)) -> Filter {
    filter.with(|filter| {
        filter.from = Some(years.0).filter(|year| *year > all.0);
        filter.to = Some(years.1).filter(|year| *year < all.1);
    })
}

/// The year under the pointer.
#[cfg(feature = "hydrate")]
fn year_under(event: &PointerEvent, (first, last): (u16, u16)) -> Option<u16> {
    use leptos::wasm_bindgen::JsCast;

    let target = event
        .current_target()?
        .dyn_into::<web_sys::Element>()
        .ok()?;
    let area = target.get_bounding_client_rect();
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

/// On the server there is no pointer.
#[cfg(not(feature = "hydrate"))]
const fn year_under(_: &PointerEvent, _: (u16, u16)) -> Option<u16> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_all_years_are_no_filter() {
        let with = |years| {
            let filter = with_years(&Filter::default(), years, (1984, 2018));
            (filter.from, filter.to)
        };
        assert_eq!(with((1984, 2018)), (None, None));
        assert_eq!(with((1984, 2000)), (None, Some(2000)));
        assert_eq!(with((1992, 2018)), (Some(1992), None));
        assert_eq!(with((1992, 1992)), (Some(1992), Some(1992)));
    }
}
