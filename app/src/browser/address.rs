//! The address of the page. Islands read it and change it through `window.history`: there is no router in the
//! browser.

use super::dom::{closest, is_plain};
use super::listen::listen;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlAnchorElement, MouseEvent};
use std::cell::RefCell;
use std::rc::Rc;

/// The function that an island runs when the query string changes.
type Follow = Box<dyn Fn(&str)>;

/// The address of the page. Clones share the same state.
#[derive(Clone)]
pub struct Address {
    query: Rc<RefCell<String>>,
    follow: Rc<RefCell<Option<Follow>>>,
}

impl Address {
    /// Reads the current address, and listens for Back and Forward from now on.
    pub fn of_page() -> Self {
        let address = Self {
            query: Rc::new(RefCell::new(current_query())),
            follow: Rc::new(RefCell::new(None)),
        };
        let back = address.clone();
        listen(&window(), &["popstate"], move |_| back.read());
        address
    }

    /// Returns the query string, without its question mark.
    pub fn query(&self) -> String {
        self.query.borrow().clone()
    }

    /// Calls `follow` with the query string each time it changes.
    pub fn on_change(&self, follow: impl Fn(&str) + 'static) {
        self.follow.replace(Some(Box::new(follow)));
    }

    /// Goes to another query string of the same page. With `replace`, no history entry is added.
    pub fn go(&self, href: &str, replace: bool) {
        let Ok(history) = window().history() else {
            return;
        };
        let moved = if replace {
            history.replace_state_with_url(&JsValue::NULL, "", Some(href))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(href))
        };
        // Browsers refuse more than a few hundred history entries in a short time. Then the address does not change.
        if moved.is_ok() {
            self.read();
        }
    }

    /// Handles a click on a link to another state of the same page, and returns true. Returns false for other links
    /// and for clicks that open a new tab: the browser handles those.
    pub fn follow(&self, event: &MouseEvent) -> bool {
        let link = closest(event.target(), "a[data-noscroll]");
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
            return false;
        };
        if !is_plain(event) {
            return false;
        }
        event.prevent_default();
        self.go(&href, false);
        true
    }

    fn read(&self) {
        let query = current_query();
        keep_language_link(&query);
        if *self.query.borrow() == query {
            return;
        }
        self.query.replace(query.clone());
        if let Some(follow) = &*self.follow.borrow() {
            follow(&query);
        }
    }
}

fn current_query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Copies the query string to the link to the other language, so that it leads to the same state of the page.
fn keep_language_link(query: &str) {
    let link = document().query_selector("a.language").ok().flatten();
    if let Some(link) = link.and_then(|link: Element| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_search(query);
    }
}
