//! The address of the page, which islands read and change by `history`: the router has no part in
//! the browser.

use super::dom::{closest, is_plain};
use super::listen::listen;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlAnchorElement, MouseEvent};
use std::cell::RefCell;
use std::rc::Rc;

/// What an island does when the query string changes.
type Follow = Box<dyn Fn(&str)>;

/// The address of the page. Clones share it.
#[derive(Clone)]
pub struct Address {
    query: Rc<RefCell<String>>,
    follow: Rc<RefCell<Option<Follow>>>,
}

impl Address {
    /// The address as it is now, followed from now on through Back and Forward.
    pub fn of_page() -> Self {
        let address = Self {
            query: Rc::new(RefCell::new(current_query())),
            follow: Rc::new(RefCell::new(None)),
        };
        let back = address.clone();
        listen(&window(), &["popstate"], move |_| back.read());
        address
    }

    /// The query string, without its question mark.
    pub fn query(&self) -> String {
        self.query.borrow().clone()
    }

    /// Calls `follow` with the query string whenever that changes.
    pub fn on_change(&self, follow: impl Fn(&str) + 'static) {
        self.follow.replace(Some(Box::new(follow)));
    }

    /// Goes to another query string of the same page. `replace` leaves no step for the Back button.
    pub fn go(&self, href: &str, replace: bool) {
        let Ok(history) = window().history() else {
            return;
        };
        let moved = if replace {
            history.replace_state_with_url(&JsValue::NULL, "", Some(href))
        } else {
            history.push_state_with_url(&JsValue::NULL, "", Some(href))
        };
        // Browsers refuse more than some hundred steps in a short time; then the address stays behind.
        if moved.is_ok() {
            self.read();
        }
    }

    /// Follows a click on a link that leads to another state of the same page. Other links, and
    /// clicks that open a new tab, are left to the browser; then it gives back false.
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

/// The link to the other language leads to the same state of the page.
fn keep_language_link(query: &str) {
    let link = document().query_selector("a.language").ok().flatten();
    if let Some(link) = link.and_then(|link: Element| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_search(query);
    }
}
