//! The place on a page: after Back, a page whose data has to come first is too short for the
//! browser to return to where the visitor was, so we do it once the page is whole.

use leptos::prelude::*;
use std::collections::HashMap;

/// How far down visitors were on the pages of this visit.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    seen: StoredValue<HashMap<String, f64>>,
    wanted: StoredValue<Option<f64>>,
}

impl Places {
    /// Begins to remember, and hands itself to everything below.
    pub fn provide() {
        let places = Self {
            seen: StoredValue::new(HashMap::new()),
            wanted: StoredValue::new(None),
        };
        provide_context(places);
        // Both come before the click or the key that leaves the page.
        Effect::new(move || {
            let pointer =
                window_event_listener(leptos::ev::pointerdown, move |_| places.remember());
            let key = window_event_listener(leptos::ev::keydown, move |_| places.remember());
            let back = window_event_listener(leptos::ev::popstate, move |_| places.want());
            on_cleanup(move || {
                pointer.remove();
                key.remove();
                back.remove();
            });
        });
    }

    /// Returns to the place, if the visitor came back to this page; to be called when it is whole.
    pub fn restore(self) {
        if let Some(top) = self.wanted.try_update_value(Option::take).flatten() {
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
        }
    }

    fn remember(self) {
        if let (Some(page), Ok(top)) = (address(), window().scroll_y()) {
            self.seen.update_value(|seen| _ = seen.insert(page, top));
        }
    }

    fn want(self) {
        let top = address().and_then(|page| self.seen.with_value(|seen| seen.get(&page).copied()));
        self.wanted.set_value(top);
    }
}

fn address() -> Option<String> {
    window().location().href().ok()
}

/// Returns to the visitor's place whenever `whole` becomes true.
pub fn restore_when(whole: impl Fn() -> bool + Send + Sync + 'static) {
    let places = expect_context::<Places>();
    Effect::new(move || {
        if whole() {
            places.restore();
        }
    });
}
