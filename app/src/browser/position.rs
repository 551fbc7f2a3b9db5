//! Where a visitor was in a list when they left the page. Browsers that load the page anew after Back find the list
//! shorter than it was, so we bring it back ourselves. It is kept in the entry of the history.

use super::dom::closest;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

/// Where a visitor was in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// How many pages more than the first were shown.
    pub depth: u32,
    /// How far below the top of the window the link was that the visitor followed, in whole pixels.
    pub below: i32,
    /// The address of that link.
    pub href: String,
}

impl Position {
    /// The position at which a link to a zone was clicked.
    pub fn of_click(event: &MouseEvent, depth: u32) -> Option<Self> {
        let link = closest(event.target(), "a[href*='/zones/']")?;
        Some(Self {
            depth,
            below: pixels_below(&link),
            href: link.get_attribute("href")?,
        })
    }

    /// Keeps it in the entry of the history that is shown.
    pub fn keep(&self) {
        let text = format!("{} {} {}", self.depth, self.below, self.href);
        if let Ok(history) = window().history() {
            // A position that cannot be kept is one that is not restored.
            let _ = history.replace_state(&JsValue::from_str(&text), "");
        }
    }

    /// The position to which Back has brought the visitor, where the page had to be loaded for it.
    pub fn after_back() -> Option<Self> {
        let root = document().document_element()?;
        if root.get_attribute("data-arrived").as_deref() != Some("back_forward") {
            return None;
        }
        let text = window().history().ok()?.state().ok()?.as_string()?;
        let mut parts = text.splitn(3, ' ');
        Some(Self {
            depth: parts.next()?.parse().ok()?,
            below: parts.next()?.parse().ok()?,
            href: parts.next()?.to_owned(),
        })
    }

    /// Scrolls until the link is where it was.
    pub fn restore(self) {
        request_animation_frame(move || {
            let links = document().get_elements_by_tag_name("a");
            let mut links = (0..links.length()).filter_map(|n| links.item(n));
            let is_it = |link: &Element| {
                link.get_attribute("href").as_deref() == Some(&self.href)
                    && link.closest("main").is_ok_and(|main| main.is_some())
            };
            if let Some(link) = links.find(is_it) {
                scroll_by(pixels_below(&link) - self.below);
                // What is near the window has its true height only now.
                request_animation_frame(move || {
                    scroll_by(pixels_below(&link) - self.below);
                });
            }
        });
    }
}

/// How far below the top of the window an element is.
#[expect(
    clippy::cast_possible_truncation,
    reason = "no window has so many pixels"
)]
fn pixels_below(element: &Element) -> i32 {
    element.get_bounding_client_rect().top().round() as i32
}

fn scroll_by(pixels: i32) {
    window().scroll_by_with_x_and_y(0.0, f64::from(pixels));
}
