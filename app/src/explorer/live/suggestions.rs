//! Keyboard control of the search suggestions, according to the combobox pattern of the ARIA Authoring Practices.

use super::Live;
use super::page::AffectedParts;
use crate::explorer::suggestions;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlElement, KeyboardEvent};

impl Live {
    /// Handles a key press in the search field.
    pub fn pressed_key_in_search(&self, event: &KeyboardEvent) {
        let shown = self.shown.borrow();
        let count = suggestions::suggestions(&self.view(&shown)).len();
        let active = shown.interaction.suggested;
        drop(shown);
        if count == 0 || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            // After the last suggestion comes the search field itself, then the first suggestion again.
            "ArrowDown" => {
                self.suggest(active.map_or(Some(0), |at| Some(at + 1).filter(|at| *at < count)))
            }
            "ArrowUp" => self.suggest(active.unwrap_or(count).checked_sub(1)),
            "Escape" => self.end_suggesting(),
            "Enter" => {
                let link = active.and_then(|at| document().get_element_by_id(&suggestions::id(at)));
                if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
                    self.end_suggesting();
                    link.click();
                } else {
                    self.end_suggesting();
                    return;
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn suggest(&self, number: Option<usize>) {
        self.interact(AffectedParts::Pointer, |interaction| {
            interaction.suggested = number
        });
    }

    /// Hides the suggestions.
    pub fn end_suggesting(&self) {
        if self.shown.borrow().interaction.is_suggesting {
            self.interact(AffectedParts::Pointer, |interaction| {
                interaction.is_suggesting = false;
                interaction.suggested = None;
            });
        }
    }
}
