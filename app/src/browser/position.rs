//! The position of a visitor in the list of zones. If Back reloads the page, the list is shorter than before and the
//! browser cannot restore the scroll position, so this module restores it. The position is stored in the history
//! entry.

use super::dom::closest;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use leptos::web_sys::Element;

/// The position of a visitor in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    /// The number of pages that were shown after the first.
    pub depth: u32,
    /// The distance of the clicked link from the top of the window, in pixels.
    pub below: i32,
    /// The address of the clicked link.
    pub href: String,
}

impl Position {
    /// Returns the position of a click on a link to a zone; `None` if the click is not on such a link.
    pub fn of_click(event: &MouseEvent, depth: u32) -> Option<Self> {
        let link = closest(event.target(), "a[href*='/zones/']")?;
        Some(Self {
            depth,
            below: pixels_below(&link),
            href: link.get_attribute("href")?,
        })
    }

    /// Stores the position in the current history entry.
    pub fn keep(&self) {
        let text = format!("{} {} {}", self.depth, self.below, self.href);
        if let Ok(history) = window().history() {
            // An error is ignored: the position is then not restored.
            let _ = history.replace_state(&JsValue::from_str(&text), "");
        }
    }

    /// Returns the stored position if Back or Forward loaded this page; `None` in all other cases.
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

    /// Scrolls until the link is at its earlier distance from the top of the window.
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
                // Elements near the window get their final height only after the first scroll.
                request_animation_frame(move || {
                    scroll_by(pixels_below(&link) - self.below);
                });
            }
        });
    }
}

/// Returns the distance of an element from the top of the window, in pixels.
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
