//! The controls of the form: what a visitor does with them, and that they show what the text gives.

use super::Live;
use crate::browser::elements;
use domain::filter::{Control, Filter};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// After so long without a key the next one makes a step of its own for the Back button.
const PAUSE: Duration = Duration::from_millis(1200);

/// The field of the search.
pub const SEARCH: &str = "q";

/// Runs while a visitor types.
pub type Typing = Rc<Cell<Option<TimeoutHandle>>>;

/// Sets the controls in an element to what its text gives. A browser keeps what a visitor ticked or typed, whatever
/// the attributes say.
pub fn reset(place: &Element) {
    for control in elements(place, "input, select") {
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

/// True where a field holds what its text gives. What is being typed in the search stays as it is: a space at its end is no
/// part of what is searched for.
fn is_same_text(input: &HtmlInputElement) -> bool {
    let (value, given) = (input.value(), input.default_value());
    value == given || (input.id() == SEARCH && Filter::default().searching(&value).q == given)
}

fn given_option(select: &HtmlSelectElement) -> String {
    let option = select.query_selector("option[selected]").ok().flatten();
    let value = option.and_then(|option| option.get_attribute("value"));
    value.unwrap_or_default()
}

/// What a visitor has made of a control that has a name in the form.
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

/// The controls that a visitor has changed while the page was there and the explorer had not started.
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
    /// Takes a changed control into the address.
    pub fn changed(&self, control: &Control) {
        let filter = self.filter().with_control(control, &self.known);
        self.go(&filter, false);
    }

    /// Takes a typed text into the address. The first letter after a pause makes a step for the
    /// Back button, and those that follow change that step.
    pub fn typed(&self, words: &str) {
        let before = self.filter();
        let filter = before.searching(words);
        // A space at the end changes nothing that is searched for, and makes no step.
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

    /// Ends the step that typing has made. False where nobody was typing.
    pub fn stop_typing(&self) -> bool {
        let pause = self.typing.take();
        pause.inspect(TimeoutHandle::clear).is_some()
    }
}
