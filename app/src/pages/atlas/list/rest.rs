//! The rows of a page below those that fit a window: written after the first ones are painted, so that a key or a click
//! is answered before what nobody sees yet is made.

use super::super::state::AtlasState;
use super::row::rows;
use domain::filter::Selection;
use leptos::prelude::*;
use std::time::Duration;

/// So many rows are written at once; more than a tall window shows.
const AT_ONCE: usize = 16;

/// The rows of the page that an address names, in two parts.
#[derive(Clone, Copy)]
pub struct Page {
    first: Memo<String>,
    rest: RwSignal<String>,
    /// How many times the first part was written, and the rest.
    written: RwSignal<(u32, u32)>,
}

impl Page {
    /// The page of the zones that are shown. At first both parts are there.
    pub fn new(state: AtlasState) -> Self {
        let part = move |is_rest: bool| {
            let grouping = state.of_filter(|filter| filter.grouping);
            let write = |selection: &Selection| {
                let at = selection.rows.len().min(AT_ONCE);
                let (first, rest) = selection.rows.split_at(at);
                if is_rest {
                    rows(state, grouping, selection, rest, first.last())
                } else {
                    rows(state, grouping, selection, first, None)
                }
            };
            state.with_selection(write).unwrap_or_default()
        };
        let first = Memo::new(move |_| part(false));
        let rest = move || part(true);
        let page = Self {
            first,
            rest: RwSignal::new(untrack(rest)),
            written: RwSignal::new((0, 0)),
        };
        Effect::new(move |before: Option<()>| {
            state.track_shown();
            if before.is_some() {
                page.write_later(rest);
            }
        });
        page
    }

    /// Writes the rest once the first part is painted, unless another one has come by then.
    fn write_later(self, rest: impl Fn() -> String + Copy + Send + 'static) {
        self.written.update(|(first, _)| *first += 1);
        let (now, _) = self.written.get_untracked();
        request_animation_frame(move || {
            set_timeout(
                move || {
                    // Whoever has left the page by then has taken its signals along.
                    let written = self.written.try_get_untracked();
                    if written.is_some_and(|(first, _)| first == now) {
                        let rest = untrack(rest);
                        if self.rest.with_untracked(|written| *written != rest) {
                            self.rest.set(rest);
                        }
                        self.written.update(|(first, written)| *written = *first);
                    }
                },
                Duration::ZERO,
            );
        });
    }

    /// Whether the rest is still to come.
    pub fn is_busy(self) -> bool {
        self.written.with(|(first, rest)| first != rest)
    }

    /// The two parts of the list.
    pub fn lists(self) -> AnyView {
        view! {
            <ol class="zones" inner_html=move || self.first.get()></ol>
            <ol class="zones" inner_html=move || self.rest.get()></ol>
        }
        .into_any()
    }
}
