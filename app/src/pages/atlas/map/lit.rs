//! Which place is looked at: under the pointer or in focus, on the map or in the list.

use super::place::Place;
use leptos::prelude::*;

/// The place that is looked at. Copied freely; it only points to what it holds.
#[derive(Clone, Copy)]
pub struct Lit {
    pointed: RwSignal<Option<Place>>,
    focused: RwSignal<Option<Place>>,
}

impl Lit {
    /// None yet.
    pub fn new() -> Self {
        Self {
            pointed: RwSignal::new(None),
            focused: RwSignal::new(None),
        }
    }

    /// The place under the pointer, else that in focus.
    pub fn place(self) -> Option<Place> {
        self.pointed.get().or_else(|| self.focused.get())
    }

    /// Says what is under the pointer now.
    pub fn point(self, place: Option<Place>) {
        if self.pointed.with_untracked(|pointed| *pointed != place) {
            self.pointed.set(place);
        }
    }

    /// Says what is in focus. It stays until something else is, so that what is said of it can be
    /// gone to by the keyboard.
    pub fn focus(self, place: Place) {
        if self
            .focused
            .with_untracked(|focused| focused.as_ref() != Some(&place))
        {
            self.focused.set(Some(place));
        }
    }

    /// Says that nothing on the map is in focus any more.
    pub fn blur(self) {
        self.focused.set(None);
    }
}
