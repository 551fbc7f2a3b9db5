//! Choices of a filter: boxes with their names and the numbers of zones they would show.

use crate::format::integer;
use crate::pages::atlas::state::AtlasState;
use crate::pages::atlas::window::is_near;
use domain::filter::{Facets, Filter};
use leptos::html::{Div, Ul};
use leptos::prelude::*;
use maud::html;
use std::fmt::Display;

/// The boxes of one filter.
pub struct Boxes<T: Send + Sync + 'static> {
    /// What they are called in the form.
    pub field: &'static str,
    /// What each stands for, in the order of reading.
    pub all: Signal<Vec<T>>,
    /// What it is called.
    pub label: fn(AtlasState, &T) -> String,
    /// Whether a filter has it.
    pub chosen: fn(&Filter, &T) -> bool,
    /// How many zones it would show.
    pub count: fn(&Facets, &T) -> Option<u32>,
}

impl<T: Send + Sync> Clone for Boxes<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Boxes<T> {}

impl<T: Clone + PartialEq + Display + Send + Sync + 'static> Boxes<T> {
    /// The boxes as a list. They are written as text, and then only what changes is written again: there are many, and each
    /// key and click changes most of their numbers.
    pub fn list(self, state: AtlasState, class: &'static str) -> impl IntoView {
        let list = NodeRef::<Ul>::new();
        let written = untrack(move || self.text(state, &self.all.get()));
        self.follow(state, list);
        view! {
            <ul class=class node_ref=list inner_html=written on:change=move |event| state.changed(&event)></ul>
        }
    }

    /// What the chosen ones are called, or that any will do.
    pub fn names(self, state: AtlasState) -> Memo<String> {
        Memo::new(move |_| {
            let chosen: Vec<T> = state.of_filter(|filter| {
                let all = self.all.get();
                all.into_iter()
                    .filter(|one| (self.chosen)(filter, one))
                    .collect()
            });
            let names = chosen.iter().map(|one| (self.label)(state, one));
            listed(state, names.collect())
        })
    }

    fn chosen(self, state: AtlasState, all: &[T]) -> Vec<bool> {
        // What the form sends must never be behind.
        state.at_once().of_filter(|filter| {
            let chosen = all.iter().map(|one| (self.chosen)(filter, one));
            chosen.collect()
        })
    }

    /// How many zones each would show.
    fn counts(self, state: AtlasState, all: &[T]) -> Vec<u32> {
        state.with_selection(|selection| {
            let count = |one| (self.count)(&selection.facets, one).unwrap_or(0);
            all.iter().map(count).collect()
        })
    }

    fn text(self, state: AtlasState, all: &[T]) -> String {
        let states = self
            .chosen(state, all)
            .into_iter()
            .zip(self.counts(state, all));
        let markup = html! {
            @for (one, (chosen, count)) in all.iter().zip(states) {
                li {
                    label class=(class(count)) {
                        input type="checkbox" name=(self.field) value=(one) checked[chosen];
                        span class="choice-name" { ((self.label)(state, one)) }
                        span class="choice-count" { (integer(count)) }
                    }
                }
            }
        };
        markup.into_string()
    }

    /// Keeps the boxes as the filter and what it shows are. They are written anew only where there are others, so that one that
    /// is pressed keeps the focus.
    #[cfg(feature = "hydrate")]
    fn follow(self, state: AtlasState, list: NodeRef<Ul>) {
        use leptos::wasm_bindgen::JsCast;
        use web_sys::HtmlInputElement;

        Effect::new(move |before: Option<(Vec<T>, Vec<u32>)>| {
            let all = self.all.get();
            let (chosen, counts) = (self.chosen(state, &all), self.counts(state, &all));
            let Some(list) = list.get() else {
                return (all, counts);
            };
            match before {
                Some((former, _)) if former != all => {
                    list.set_inner_html(&untrack(|| self.text(state, &all)));
                }
                before => {
                    let boxes = list.children();
                    let boxes =
                        (0..boxes.length()).filter_map(|n| boxes.item(n)?.first_element_child());
                    for (n, label) in boxes.enumerate() {
                        let input = label.first_element_child();
                        if let Some(input) =
                            input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
                            && let Some(chosen) = chosen.get(n)
                            && input.checked() != *chosen
                        {
                            input.set_checked(*chosen);
                        }
                        let former = before.as_ref().and_then(|(_, counts)| counts.get(n));
                        if let Some(count) = counts.get(n).filter(|count| Some(*count) != former) {
                            label.set_class_name(class(*count));
                            if let Some(number) = label.last_element_child() {
                                number.set_text_content(Some(&integer(*count)));
                            }
                        }
                    }
                }
            }
            (all, counts)
        });
    }

    /// On the server nothing changes.
    #[cfg(not(feature = "hydrate"))]
    #[expect(clippy::unused_self, reason = "the browser's half needs it")]
    const fn follow(self, _: AtlasState, _: NodeRef<Ul>) {}
}

const fn class(count: u32) -> &'static str {
    match count {
        0 => "choice choice-empty",
        _ => "choice",
    }
}

/// The names of what is chosen, or that any will do.
pub fn listed(state: AtlasState, names: Vec<String>) -> String {
    let m = state.locale.messages();
    if names.is_empty() {
        m.any_industry.to_owned()
    } else {
        names.join(m.listing)
    }
}

/// Boxes under a title.
pub fn group(title: &'static str, choices: impl IntoView) -> impl IntoView {
    view! {
        <fieldset class="field">
            <legend>{title}</legend>
            {choices}
        </fieldset>
    }
}

/// Boxes folded away under a title that says which are chosen; open where any is. They get the state as what is folded away
/// has it.
pub fn fold<V: IntoView>(
    state: AtlasState,
    title: &'static str,
    names: Memo<String>,
    choices: impl FnOnce(AtlasState) -> V,
) -> impl IntoView {
    // What is folded away is in no window.
    let content = NodeRef::<Div>::new();
    let choices = choices(state.in_window(is_near(content)));
    let open = names.with_untracked(|names| *names != listed(state, Vec::new()));
    view! {
        <details class="fold" open=open>
            <summary><span class="fold-title">{title}</span><span class="fold-value">{names}</span></summary>
            <div node_ref=content>{choices}</div>
        </details>
    }
}
