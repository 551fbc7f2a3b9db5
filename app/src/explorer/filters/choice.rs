//! The checkboxes of a filter, each with the number of zones it would show.

use crate::explorer::view::View;
use crate::format::integer;
use domain::filter::Filter;
use maud::{Markup, html};

/// One checkbox of a filter.
pub struct Choice {
    /// The value in the form.
    pub value: String,
    /// The label, in the language of the page.
    pub name: String,
    /// True if the filter contains this value.
    pub is_chosen: bool,
    /// The number of zones that the value would show.
    pub count: u32,
}

/// Renders the checkboxes of a filter as a list; `field` is their name in the form.
pub fn boxes(field: &str, class: &str, choices: &[Choice]) -> Markup {
    html! {
        ul class=(class) {
            @for choice in choices {
                li {
                    label class=(if choice.count == 0 { "choice choice-empty" } else { "choice" }) {
                        input type="checkbox" name=(field) value=(choice.value) checked[choice.is_chosen];
                        span class="choice-name" { (choice.name) }
                        span class="choice-count" { (integer(choice.count)) }
                    }
                }
            }
        }
    }
}

/// Returns the names of the checked values, or "Any" if none is checked.
pub fn chosen(view: &View<'_>, choices: &[Choice]) -> String {
    let chosen = choices.iter().filter(|choice| choice.is_chosen);
    listed(view, chosen.map(|choice| choice.name.clone()).collect())
}

/// Joins names to a list; returns "Any" if there are none.
pub fn listed(view: &View<'_>, names: Vec<String>) -> String {
    let m = view.m();
    if names.is_empty() {
        m.any_industry.to_owned()
    } else {
        names.join(m.listing)
    }
}

/// Renders a collapsible block with a title and the names of the chosen values. It is open at first if the page was
/// loaded with a chosen value.
pub fn fold(
    view: &View<'_>,
    title: &str,
    chosen: &str,
    is_set: &dyn Fn(&Filter) -> bool,
    content: &Markup,
) -> Markup {
    html! {
        details class="fold" open[is_set(view.first)] {
            summary { span class="fold-title" { (title) } span class="fold-value" { (chosen) } }
            div { (content) }
        }
    }
}
