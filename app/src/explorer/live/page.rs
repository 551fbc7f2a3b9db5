//! The page elements that hold the parts of the explorer, with the text that each one shows.

use super::controls;
use crate::browser::{elements, next_task};
use crate::explorer::part::Part;
use crate::explorer::view::View;
use crate::patch::patch;
use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::js_sys::Array;
use leptos::web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The number of parts rendered in one task when the explorer starts.
const AT_ONCE: usize = 4;

/// The parts that a change may affect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AffectedParts {
    /// All parts.
    All,
    /// Only parts that depend on the pointer, the focus or the arrow keys.
    Pointer,
}

/// All parts on the page.
pub struct Page {
    results: Element,
    zones: Element,
    parts: Rc<RefCell<Vec<PartOnPage>>>,
    /// Observes which parts are in the window; `None` if the browser does not support it: then all parts count as in
    /// the window.
    observer: Option<IntersectionObserver>,
    is_writing: Cell<bool>,
}

/// A part on the page.
struct PartOnPage {
    part: Part,
    element: Element,
    text: String,
    is_in_window: bool,
    is_behind: bool,
}

impl Page {
    /// Finds the parts in an island, with the text that the server rendered for a view; `None` if the list is
    /// missing.
    pub async fn of(island: &Element, view: &View<'_>) -> Option<Self> {
        let find = |selector| island.query_selector(selector).ok().flatten();
        let mut parts = Vec::new();
        for element in elements(island, "[data-part]") {
            let name = element.get_attribute("data-part");
            if let Some(part) = name.and_then(|name| Part::named(&name)) {
                let text = part.text(view).into_string();
                parts.push(PartOnPage::new(part, element, text));
            }
            if parts.len() % AT_ONCE == 0 {
                next_task().await;
            }
        }
        let parts = Rc::new(RefCell::new(parts));
        let observer = observer(&parts);
        for held in parts.borrow().iter() {
            if let Some(observer) = &observer {
                observer.observe(&held.element);
            }
        }
        Some(Self {
            results: find("#results")?,
            zones: find("#zones")?,
            parts,
            observer,
            is_writing: Cell::new(false),
        })
    }

    /// True while parts are written. Events caused by this are ignored.
    pub fn is_writing(&self) -> bool {
        self.is_writing.get()
    }

    /// Writes the changed parts in the window. Returns true if other parts are not up to date now.
    pub fn write_in_window(&self, view: &View<'_>, reach: AffectedParts) -> bool {
        self.is_writing.set(true);
        self.fit_rows(view);
        let mut is_behind = false;
        for held in self.parts.borrow_mut().iter_mut() {
            let is_concerned = reach == AffectedParts::All || held.part.follows_pointer();
            held.is_behind |= is_concerned && held.part != Part::Status;
            // The panel is written before the next Tab key press, which may move the focus into it.
            let is_next = reach == AffectedParts::Pointer && held.part == Part::Panel;
            if held.is_behind && (held.is_in_window || is_next) {
                held.write(view);
            }
            is_behind |= held.is_behind;
        }
        self.tell_query(view, is_behind);
        self.is_writing.set(false);
        is_behind
    }

    /// Writes the parts that are not up to date. Returns false if there were none.
    pub fn write_rest(&self, view: &View<'_>) -> bool {
        self.is_writing.set(true);
        let mut was_behind = false;
        for held in self.parts.borrow_mut().iter_mut() {
            if held.is_behind {
                was_behind = true;
                held.write(view);
            }
        }
        self.tell_query(view, false);
        self.is_writing.set(false);
        was_behind
    }

    /// Announces the number of zones to screen readers.
    pub fn announce(&self, view: &View<'_>) {
        let mut parts = self.parts.borrow_mut();
        if let Some(status) = parts.iter_mut().find(|held| held.part == Part::Status) {
            status.write(view);
        }
    }

    /// Adds or removes elements until there is one for each block of rows.
    fn fit_rows(&self, view: &View<'_>) {
        let mut parts = self.parts.borrow_mut();
        let needed = Part::rows(view).count();
        for part in Part::rows(view) {
            if parts.iter().all(|held| held.part != part)
                && let Some(element) = self.add_rows(part)
            {
                let mut held = PartOnPage::new(part, element, String::new());
                held.is_in_window = matches!(part, Part::Rows(0 | 1));
                parts.push(held);
            }
        }
        parts.retain(|held| {
            let is_needed = !matches!(held.part, Part::Rows(number) if number >= needed);
            if !is_needed {
                if let Some(observer) = &self.observer {
                    observer.unobserve(&held.element);
                }
                held.element.remove();
            }
            is_needed
        });
    }

    fn add_rows(&self, part: Part) -> Option<Element> {
        let element = document().create_element("div").ok()?;
        element.set_class_name(part.class());
        element.set_attribute("role", "rowgroup").ok()?;
        element.set_attribute("data-part", &part.to_string()).ok()?;
        self.zones.append_child(&element).ok()?;
        if let Some(observer) = &self.observer {
            observer.observe(&element);
        }
        Some(element)
    }

    /// Marks the list as busy: it still shows the previous query.
    pub fn wait(&self) {
        // An error is ignored: it changes nothing visible.
        let _ = self.results.set_attribute("aria-busy", "true");
    }

    /// Sets attributes with the query string of the list and with its busy state, for screen readers, tests and
    /// measurements.
    fn tell_query(&self, view: &View<'_>, is_behind: bool) {
        // Errors are ignored: they change nothing visible.
        let _ = self
            .results
            .set_attribute("data-query", &view.filter.query());
        let _ = self
            .results
            .set_attribute("aria-busy", if is_behind { "true" } else { "false" });
    }
}

impl PartOnPage {
    const fn new(part: Part, element: Element, text: String) -> Self {
        Self {
            part,
            element,
            text,
            is_in_window: true,
            is_behind: false,
        }
    }

    fn write(&mut self, view: &View<'_>) {
        let text = self.part.text(view).into_string();
        if text != self.text {
            patch(&self.element, &self.text, &text);
            self.text = text;
        }
        controls::reset(&self.element);
        self.is_behind = false;
    }
}

/// Returns an observer that records for each part whether it is in the window; `None` if the browser has no such
/// observer.
fn observer(parts: &Rc<RefCell<Vec<PartOnPage>>>) -> Option<IntersectionObserver> {
    let parts = Rc::clone(parts);
    let seen = move |entries: Array| {
        for entry in entries {
            let Ok(entry) = entry.dyn_into::<IntersectionObserverEntry>() else {
                continue;
            };
            let name = entry.target().get_attribute("data-part");
            if let Some(part) = name.and_then(|name| Part::named(&name))
                && let Some(held) = parts.borrow_mut().iter_mut().find(|held| held.part == part)
            {
                held.is_in_window = entry.is_intersecting();
            }
        }
    };
    let seen = Closure::<dyn Fn(Array)>::new(seen).into_js_value();
    IntersectionObserver::new(seen.unchecked_ref()).ok()
}
