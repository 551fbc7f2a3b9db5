//! The notice that an island shows if data could not be loaded. The island keeps its content and offers to try again.

use crate::browser::{closest, listen};
use crate::locale::Locale;
use leptos::prelude::{document, window};
use leptos::web_sys::Element;
use std::cell::RefCell;
use std::rc::Rc;

/// The error notice of an island.
#[derive(Clone)]
pub struct ErrorNotice {
    island: Element,
    notice: Rc<RefCell<Option<Element>>>,
}

impl ErrorNotice {
    /// Creates the notice without showing it.
    pub fn new(island: &Element) -> Self {
        Self {
            island: island.clone(),
            notice: Rc::new(RefCell::new(None)),
        }
    }

    /// Shows the notice. Its button removes the notice and calls `retry`.
    pub fn tell(&self, retry: impl Fn() + 'static) {
        self.clear();
        let Some(notice) = self.write() else {
            return;
        };
        let error_notice = self.clone();
        listen(&notice, &["click"], move |event| {
            if closest(event.target(), "button").is_some() {
                error_notice.clear();
                retry();
            }
        });
        self.notice.replace(Some(notice));
    }

    /// Removes the notice.
    pub fn clear(&self) {
        if let Some(notice) = self.notice.take() {
            notice.remove();
        }
    }

    /// Inserts the notice before the island, so that the HTML in the island stays as the server sent it.
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

/// Reloads the page if it and the server have different versions, but only once. Returns false if the page was
/// already reloaded.
pub fn reload_once() -> bool {
    const KEY: &str = "reloaded";
    let Ok(Some(storage)) = window().session_storage() else {
        return false;
    };
    let page = window().location().href().unwrap_or_default();
    let was_reloaded = storage.get_item(KEY).ok().flatten().as_deref() == Some(&page);
    // Without storage for this mark, the page could reload forever.
    if was_reloaded || storage.set_item(KEY, &page).is_err() {
        return false;
    }
    window().location().reload().is_ok()
}
