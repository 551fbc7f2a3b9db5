//! The progress bar at the top of the window, shown while data is loading.

use leptos::prelude::document;
use leptos::web_sys::Element;
use std::cell::Cell;

thread_local! {
    /// The number of requests in progress.
    static WAITING: Cell<u32> = const { Cell::new(0) };
}

/// Shows the progress bar, also to screen readers, until it is dropped.
#[derive(Debug)]
pub struct Busy(());

impl Busy {
    /// Shows the progress bar.
    pub fn start() -> Self {
        WAITING.set(WAITING.get() + 1);
        show(true);
        Self(())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        WAITING.set(WAITING.get().saturating_sub(1));
        if WAITING.get() == 0 {
            show(false);
        }
    }
}

fn show(is_busy: bool) {
    let Some(bar) = document().query_selector(".progress").ok().flatten() else {
        return;
    };
    // An error is ignored: only the progress bar would be missing.
    let _ = bar
        .class_list()
        .toggle_with_force("progress-active", is_busy);
    if let Some(label) = bar.first_element_child() {
        let words = |label: &Element| label.get_attribute("data-words");
        let text = if is_busy { words(&label) } else { None };
        label.set_text_content(Some(&text.unwrap_or_default()));
    }
}
