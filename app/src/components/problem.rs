//! Pages that cannot be shown, with ways out.

use crate::api::PageError;
use crate::components::document::Head;
use crate::locale::use_locale;
use leptos::prelude::*;

/// A name from an address, cut to what can be shown.
pub fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// A page that says what went wrong and where to go from here.
#[component]
pub fn Problem(
    /// In a few words.
    title: &'static str,
    /// In a sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    view! {
        <Head title=title description=text.clone() path="/"/>
        <section class="problem">
            <h1>{title}</h1>
            <p>{text}</p>
            <form class="problem-search" method="get" action=locale.href("/") role="search">
                <label for="problem-q">{m.try_search}</label>
                <div class="field-row">
                    <input id="problem-q" class="input" type="search" name="q" maxlength="100" autocomplete="off"/>
                    <button class="button" type="submit">{m.search}</button>
                </div>
            </form>
            <p><a href=locale.href("/")>{m.to_atlas}</a></p>
        </section>
    }
}

/// What a failed server function looks like to a visitor.
#[component]
pub fn Failure(
    /// What failed.
    error: PageError,
) -> impl IntoView {
    let m = use_locale().messages();
    match error {
        PageError::NotFound => {
            view! { <Problem title=m.not_found_title text=m.not_found_text/> }.into_any()
        }
        PageError::Unavailable | PageError::Unreadable => {
            view! { <Problem title=m.error_title text=m.error_text/> }.into_any()
        }
    }
}
