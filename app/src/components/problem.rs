//! Error pages, with links to other pages.

use crate::atlas::RequestReference;
use crate::components::head::Head;
use crate::locale::use_locale;
use crate::records::PageError;
use leptos::prelude::*;

/// Removes control characters from a name in a URL and shortens it, for display.
pub fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// An error page with a search form and a link to the atlas.
#[component]
pub fn Problem(
    /// The error in a few words.
    title: &'static str,
    /// The error in one sentence.
    #[prop(into)]
    text: String,
    /// The id of the failed request, for the operator of the site.
    #[prop(default = None)]
    reference: Option<RequestReference>,
) -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
    view! {
        <Head title=title description=text.clone() path="/" is_canonical=false/>
        <section class="problem">
            <h1>{title}</h1>
            <p>{text}</p>
            {reference.map(|RequestReference(id)| {
                view! { <p>{m.error_reference} <code>{id.to_string()}</code></p> }
            })}
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

/// The error page for a failed server function.
#[component]
pub fn Failure(
    /// Why the request failed.
    error: PageError,
) -> impl IntoView {
    let m = use_locale().messages();
    match error {
        PageError::NotFound => {
            view! { <Problem title=m.not_found_title text=m.not_found_text/> }.into_any()
        }
        PageError::Unavailable | PageError::Unreadable => {
            let reference = use_context::<RequestReference>();
            view! { <Problem title=m.error_title text=m.error_text reference=reference/> }
                .into_any()
        }
    }
}
