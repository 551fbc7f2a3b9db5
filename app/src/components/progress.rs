//! The bar at the top of the window that shows that something is under way.

use crate::locale::use_locale;
use leptos::prelude::*;

/// Whether something is under way: a page change, or data on its way.
#[derive(Debug, Clone, Copy)]
pub struct Busy {
    routing: RwSignal<bool>,
    fetching: RwSignal<bool>,
}

impl Busy {
    /// Makes one and hands it to everything below.
    pub fn provide() -> Self {
        let busy = Self {
            routing: RwSignal::new(false),
            fetching: RwSignal::new(false),
        };
        provide_context(busy);
        busy
    }

    /// Set while a page changes.
    pub fn routing(self) -> SignalSetter<bool> {
        self.routing.into()
    }

    /// Set while data is on its way.
    pub fn fetching(self) -> SignalSetter<bool> {
        self.fetching.into()
    }

    fn any(self) -> bool {
        self.routing.get() || self.fetching.get()
    }
}

/// Shows [`Busy`] as a bar, and to screen readers as a status.
#[component]
pub fn ProgressBar() -> impl IntoView {
    let busy = expect_context::<Busy>();
    let label = move || busy.any().then(|| use_locale().messages().loading);
    view! {
        <div class="progress" class:progress-active=move || busy.any() role="status" aria-live="polite">
            <span class="visually-hidden">{label}</span>
        </div>
    }
}
