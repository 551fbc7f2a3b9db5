//! A button that explains the term beside it. The browser opens a popover, so the button works by keyboard, by touch
//! and without JavaScript.

use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use leptos::prelude::*;
use maud::{Markup, html};

/// Renders the button and the explanation of a term. A page may contain it only once per term.
pub fn help(locale: Locale, term: HelpTerm) -> AnyView {
    let button = explained(locale, term.id(), term.name(locale), &[term]);
    view! { <span class="help" inner_html=button.into_string()></span> }.into_any()
}

/// Renders a button with the name of what it explains, and the explanations that it opens.
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
