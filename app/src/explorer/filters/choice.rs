//! Choices of a filter: boxes with their names and the numbers of zones they would show.

use crate::explorer::view::View;
use crate::format::integer;
use domain::filter::Filter;
use maud::{Markup, html};

/// One box of a filter.
pub struct Choice {
    /// Its value in the form.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// True where the filter has it.
    pub is_chosen: bool,
    /// How many zones it would show.
    pub count: u32,
}

/// The boxes of a filter as a list; `field` is their name in the form.
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

/// The names of the chosen ones, or that any will do.
pub fn chosen(view: &View<'_>, choices: &[Choice]) -> String {
    let chosen = choices.iter().filter(|choice| choice.is_chosen);
    listed(view, chosen.map(|choice| choice.name.clone()).collect())
}

/// Names as a list, or that any will do.
pub fn listed(view: &View<'_>, names: Vec<String>) -> String {
    let m = view.m();
    if names.is_empty() {
        m.any_industry.to_owned()
    } else {
        names.join(m.listing)
    }
}

/// Boxes folded away under a title with the names of the chosen ones; unfolded where the page was
/// loaded with any.
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
