//! The address that the explorer follows.

use leptos::prelude::*;

/// The address of the page: in the browser it changes, on the server it is that of the request.
#[derive(Clone, Copy)]
pub struct Location {
    query: Signal<String>,
    #[cfg(feature = "hydrate")]
    address: crate::browser::Address,
}

#[cfg(feature = "hydrate")]
impl From<crate::browser::Address> for Location {
    fn from(address: crate::browser::Address) -> Self {
        Self {
            query: address.query(),
            address,
        }
    }
}

impl Location {
    /// The address of a request, by its query string.
    #[cfg(not(feature = "hydrate"))]
    pub fn of_request(query: String) -> Self {
        Self {
            query: Signal::stored(query),
        }
    }

    /// The query string, without its question mark.
    pub const fn query(self) -> Signal<String> {
        self.query
    }

    /// Goes to another state of the page; `replace` leaves no step for the Back button.
    #[cfg(feature = "hydrate")]
    pub fn go(self, href: &str, replace: bool) {
        self.address.go(href, replace);
    }

    /// On the server nobody goes anywhere.
    #[cfg(not(feature = "hydrate"))]
    #[expect(clippy::unused_self, reason = "the browser's half needs it")]
    pub const fn go(self, _: &str, _: bool) {}

    /// Follows a click on a link to another state of the page. `depth` is how many pages more than the first are
    /// shown, to which Back leads again.
    #[cfg(feature = "hydrate")]
    pub fn follow(self, event: &leptos::ev::MouseEvent, depth: u32) {
        if !self.address.follow(event)
            && let Some(position) = crate::browser::Position::of_click(event, depth)
        {
            position.keep();
        }
    }
}
