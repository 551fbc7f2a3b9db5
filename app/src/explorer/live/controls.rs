//! The form controls in the browser: applies what a visitor changes, and sets the controls to the values in the HTML.

use super::Live;
use crate::browser::elements;
use domain::filter::{Control, Filter};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// The pause in typing after which the next key press adds a new history entry.
const PAUSE: Duration = Duration::from_millis(1200);

/// The id of the search field.
pub const SEARCH: &str = "q";

/// The timer that runs while a visitor types.
pub type Typing = Rc<Cell<Option<TimeoutHandle>>>;

/// Sets the controls in an element to the values in its HTML. Browsers otherwise keep what a visitor checked or
/// typed, even if the attributes change.
pub fn reset(region: &Element) {
    for control in elements(region, "input, select") {
        if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            let given = given_option(select);
            if select.value() != given {
                select.set_value(&given);
            }
        } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            if is_box(input) {
                if input.checked() != input.default_checked() {
                    input.set_checked(input.default_checked());
                }
            } else if !is_same_text(input) {
                input.set_value(&input.default_value());
            }
        }
    }
}

fn is_box(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "checkbox" | "radio")
}

/// True if a field has the value in its HTML. In the search field, differences that do not change the search, such as
/// a space at the end, are ignored: the visitor is still typing.
fn is_same_text(input: &HtmlInputElement) -> bool {
    let (value, given) = (input.value(), input.default_value());
    value == given || (input.id() == SEARCH && Filter::default().searching(&value).q == given)
}

fn given_option(select: &HtmlSelectElement) -> String {
    let option = select.query_selector("option[selected]").ok().flatten();
    let value = option.and_then(|option| option.get_attribute("value"));
    value.unwrap_or_default()
}

/// Returns the current value of a form control; `None` if the control has no name.
pub fn control_of(element: &Element) -> Option<Control> {
    let input = element.dyn_ref::<HtmlInputElement>();
    let (name, value) = match element.dyn_ref::<HtmlSelectElement>() {
        Some(select) => (select.name(), select.value()),
        None => (input?.name(), input?.value()),
    };
    let is_checkbox = input.is_some_and(|input| input.type_() == "checkbox");
    let is_ticked = is_checkbox.then(|| input.is_some_and(HtmlInputElement::checked));
    (!name.is_empty()).then_some(Control {
        name,
        value,
        is_ticked,
    })
}

/// Returns the controls that a visitor changed before the explorer started.
pub fn changed_early(island: &Element) -> Vec<Control> {
    let is_changed = |element: &Element| match element.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value() != given_option(select),
        None => element.dyn_ref::<HtmlInputElement>().is_some_and(|input| {
            match input.type_().as_str() {
                "checkbox" => input.checked() != input.default_checked(),
                "radio" => input.checked() && !input.default_checked(),
                "hidden" => false,
                _ => !is_same_text(input),
            }
        }),
    };
    let changed = elements(island, "input, select").filter(is_changed);
    changed.filter_map(|element| control_of(&element)).collect()
}

impl Live {
    /// Applies a changed control to the address.
    pub fn changed(&self, control: &Control) {
        let filter = self.filter().with_control(control, &self.known);
        self.go(&filter, false);
    }

    /// Applies typed search text to the address. The first letter after a pause adds a history entry; the following
    /// letters replace that entry.
    pub fn typed(&self, words: &str) {
        let before = self.filter();
        let filter = before.searching(words);
        // A space at the end does not change the search, so it adds no history entry.
        if filter.q == before.q {
            return;
        }
        let mut shown = self.shown.borrow_mut();
        shown.interaction.is_suggesting = true;
        shown.interaction.suggested = None;
        drop(shown);
        let is_going_on = self.stop_typing();
        let typing = Rc::clone(&self.typing);
        let pause = set_timeout_with_handle(move || typing.set(None), PAUSE);
        self.typing.set(pause.ok());
        self.go(&filter, is_going_on);
    }

    /// Ends the current typing, so that the next key press adds a history entry. Returns false if nobody was typing.
    pub fn stop_typing(&self) -> bool {
        let pause = self.typing.take();
        pause.inspect(TimeoutHandle::clear).is_some()
    }
}
