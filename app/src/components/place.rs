//! The place on a page: after Back, a page whose data has to come first is too short for the
//! browser to return to where the visitor was, so we do it once the page is whole.

use leptos::ev::Event;
use leptos::prelude::*;
use std::collections::HashMap;

/// How far down visitors were on the pages of this visit.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    seen: StoredValue<HashMap<String, Spot>>,
    wanted: RwSignal<Option<Spot>>,
}

/// Where a visitor was on a page.
#[derive(Debug, Clone, PartialEq)]
struct Spot {
    /// How far down the page, in pixels.
    top: f64,
    /// The link that was used last, and how far below the top of the window it stood: what lies
    /// above it may be of another height by the time the page is shown again.
    link: Option<(String, f64)>,
}

impl Places {
    /// Begins to remember, and hands itself to everything below.
    pub fn provide() {
        let places = Self {
            seen: StoredValue::new(HashMap::new()),
            wanted: RwSignal::new(None),
        };
        provide_context(places);
        // The first two come before the click or the key that leaves the page.
        Effect::new(move || {
            let pointer = window_event_listener(leptos::ev::pointerdown, move |event| {
                places.remember(&event);
            });
            let key = window_event_listener(leptos::ev::keydown, move |event| {
                places.remember(&event);
            });
            let back = window_event_listener(leptos::ev::popstate, move |_| places.want());
            on_cleanup(move || {
                pointer.remove();
                key.remove();
                back.remove();
            });
        });
    }

    /// Whoever does something on a page is where they want to be.
    fn remember(self, event: &Event) {
        self.wanted.set(None);
        if let (Some(page), Ok(top)) = (address(), window().scroll_y()) {
            let link = link_of(event);
            self.seen
                .update_value(|seen| _ = seen.insert(page, Spot { top, link }));
        }
    }

    fn want(self) {
        let spot = address().and_then(|page| self.seen.with_value(|seen| seen.get(&page).cloned()));
        self.wanted.set(spot);
    }
}

fn address() -> Option<String> {
    window().location().href().ok()
}

/// The link that an event is in, and how far below the top of the window it stands.
#[cfg(feature = "hydrate")]
fn link_of(event: &Event) -> Option<(String, f64)> {
    use leptos::wasm_bindgen::JsCast;

    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("main a[href]").ok().flatten()?;
    Some((
        link.get_attribute("href")?,
        link.get_bounding_client_rect().top(),
    ))
}

/// On the server nothing happens.
#[cfg(not(feature = "hydrate"))]
const fn link_of(_: &Event) -> Option<(String, f64)> {
    None
}

/// Goes to a spot of the page that is shown.
fn go_to(spot: Spot) {
    request_animation_frame(move || {
        window().scroll_to_with_x_and_y(0.0, spot.top);
        // What is near the window now has its true height in the next frame.
        request_animation_frame(move || {
            if let Some((href, below)) = spot.link {
                bring_to(&href, below);
            }
        });
    });
}

/// Scrolls until a link stands so far below the top of the window.
#[cfg(feature = "hydrate")]
fn bring_to(href: &str, below: f64) {
    let links = document().get_elements_by_tag_name("a");
    let mut links = (0..links.length()).filter_map(|n| links.item(n));
    let link = links.find(|link| {
        link.get_attribute("href").as_deref() == Some(href)
            && link.closest("main").is_ok_and(|main| main.is_some())
    });
    if let Some(link) = link {
        window().scroll_by_with_x_and_y(0.0, link.get_bounding_client_rect().top() - below);
    }
}

/// On the server there is no window.
#[cfg(not(feature = "hydrate"))]
const fn bring_to(_: &str, _: f64) {}

/// Returns to the visitor's place after Back, when `whole` is true.
pub fn restore_when(whole: impl Fn() -> bool + Send + Sync + 'static) {
    let places = expect_context::<Places>();
    Effect::new(move || {
        if whole()
            && let Some(spot) = places.wanted.get()
        {
            places.wanted.set(None);
            go_to(spot);
        }
    });
}
