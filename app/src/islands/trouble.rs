//! What an island tells a visitor when data does not come: it keeps what it shows and offers to try
//! again.

use crate::browser::{closest, listen};
use crate::locale::Locale;
use leptos::prelude::{document, window};
use leptos::web_sys::Element;
use std::cell::RefCell;
use std::rc::Rc;

/// The place in an island where it says that data did not come.
#[derive(Clone)]
pub struct Trouble {
    island: Element,
    notice: Rc<RefCell<Option<Element>>>,
}

impl Trouble {
    /// Nothing to tell yet.
    pub fn new(island: &Element) -> Self {
        Self {
            island: island.clone(),
            notice: Rc::new(RefCell::new(None)),
        }
    }

    /// Says that data did not come; a button takes the notice away and calls `retry`.
    pub fn tell(&self, retry: impl Fn() + 'static) {
        self.clear();
        let Some(notice) = self.write() else {
            return;
        };
        let trouble = self.clone();
        listen(&notice, &["click"], move |event| {
            if closest(event.target(), "button").is_some() {
                trouble.clear();
                retry();
            }
        });
        self.notice.replace(Some(notice));
    }

    /// Takes the notice away.
    pub fn clear(&self) {
        if let Some(notice) = self.notice.take() {
            notice.remove();
        }
    }

    /// Writes the notice in front of the island: what is in it stays as the server sent it.
    fn write(&self) -> Option<Element> {
        let m = Locale::of_page().common();
        let element = |tag: &str, class: &str, text: &str| {
            let element = document().create_element(tag).ok()?;
            element.set_class_name(class);
            element.set_text_content(Some(text));
            Some(element)
        };
        let notice = element("div", "notice island-notice", "")?;
        notice.set_attribute("role", "alert").ok()?;
        let words = element("p", "", m.data_did_not_come)?;
        let button = element("button", "button-quiet", m.retry)?;
        button.set_attribute("type", "button").ok()?;
        notice.append_child(&words).ok()?;
        notice.append_child(&button).ok()?;
        let island = self.island.closest("leptos-island").ok()??;
        let parent = island.parent_node()?;
        parent.insert_before(&notice, Some(&island)).ok()?;
        Some(notice)
    }
}

/// Where the page and the server are of different versions: loads the page again, once. False where
/// that was done already.
pub fn reload_once() -> bool {
    const KEY: &str = "reloaded";
    let Ok(Some(storage)) = window().session_storage() else {
        return false;
    };
    let page = window().location().href().unwrap_or_default();
    let was_reloaded = storage.get_item(KEY).ok().flatten().as_deref() == Some(&page);
    // Where nothing can be remembered, the page could be loaded again for ever.
    if was_reloaded || storage.set_item(KEY, &page).is_err() {
        return false;
    }
    window().location().reload().is_ok()
}
