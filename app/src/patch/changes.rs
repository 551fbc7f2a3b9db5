//! The attributes to set, which go to the browser as one text: a call that hands a text over takes as long as what it does.

use web_sys::js_sys::{JsString, Object};
use web_sys::wasm_bindgen::prelude::wasm_bindgen;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Divides the names and values. No text of ours has it.
const SEPARATOR: &str = "\u{1}";

/// Attributes to set.
#[derive(Default)]
pub struct Changes {
    elements: Vec<web_sys::Element>,
    /// Of each element a name and a value, each with a separator after it.
    texts: String,
}

impl Changes {
    /// Keeps an attribute until all are set. Nothing if its value has what divides them.
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

    /// Sets them all.
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
    /// An element whose attributes are set by texts that the browser has already.
    #[wasm_bindgen(extends = Object)]
    type Attributed;

    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Attributed, name: &JsValue, value: &JsValue);
}
