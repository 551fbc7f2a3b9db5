//! A button beside a term that explains it. It works by keyboard, touch and without JavaScript: the browser opens a popover.

use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use leptos::prelude::*;
use maud::{Markup, html};

/// The button and the explanation of a term. A page has it once for each term.
pub fn help(locale: Locale, term: HelpTerm) -> AnyView {
    let button = explained(locale, term.id(), term.name(locale), &[term]);
    view! { <span class="help" inner_html=button.into_string()></span> }.into_any()
}

/// A button, named by what it explains, and the explanations that it opens.
pub fn explained(locale: Locale, id: &str, name: &str, terms: &[HelpTerm]) -> Markup {
    let m = locale.messages();
    html! {
        button class="help-button" type="button" popovertarget=(id) aria-label=((m.what_is)(name)) { "?" }
        span id=(id) class="help-text" popover role="note" {
            @for term in terms {
                strong { (term.name(locale)) }
                @for sentence in term.text(locale) { span { (sentence) } }
            }
            a href=(locale.href("/methods")) { (m.nav_methods) }
        }
    }
}
