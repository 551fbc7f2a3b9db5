//! Collects attribute changes and passes them to the browser as one text, because a call that passes a text takes as
//! long as the change itself.

use web_sys::js_sys::{JsString, Object};
use web_sys::wasm_bindgen::prelude::wasm_bindgen;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// The separator of names and values. Our texts do not contain it.
const SEPARATOR: &str = "\u{1}";

/// Collected attribute changes.
#[derive(Default)]
pub struct Changes {
    elements: Vec<web_sys::Element>,
    /// The name and the value of each change, each followed by a separator.
    texts: String,
}

impl Changes {
    /// Adds a change. Returns `None` if the value contains the separator.
    #[inline(never)]
    pub fn set(&mut self, element: &web_sys::Element, name: &str, value: &str) -> Option<()> {
        if value.contains(SEPARATOR) {
            return None;
        }
        self.elements.push(element.clone());
        self.texts += name;
        self.texts += SEPARATOR;
        self.texts += value;
        self.texts += SEPARATOR;
        Some(())
    }

    /// Applies all changes.
    pub fn apply(self) {
        let texts = JsString::from(self.texts).split(SEPARATOR);
        let mut next = 0;
        for element in self.elements {
            let element: Attributed = element.unchecked_into();
            element.set(&texts.get(next), &texts.get(next + 1));
            next += 2;
        }
    }
}

#[wasm_bindgen(wasm_bindgen = web_sys::wasm_bindgen)]
extern "C" {
    /// An element whose attributes are set from texts that the browser already has.
    #[wasm_bindgen(extends = Object)]
    type Attributed;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Attributed, name: &JsValue, value: &JsValue);
}
