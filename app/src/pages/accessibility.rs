//! The accessibility statement: what the site does for people with disabilities or small screens, and what is still
//! missing.

use crate::components::head::Head;
use crate::locale::use_locale;
use leptos::prelude::*;

/// The accessibility statement.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let m = &use_locale().messages().accessibility;
    let sections = m.sections.iter().map(|(title, sentences)| {
        let sentences = sentences.iter().map(|text| view! { <li>{*text}</li> });
        view! { <section><h2>{*title}</h2><ul class="bullets">{sentences.collect_view()}</ul></section> }
    });
    view! {
        <Head title=m.title description=m.intro path="/accessibility"/>
        <article class="prose">
            <h1>{m.title}</h1>
            <p class="lead">{m.intro}</p>
            {sections.collect_view()}
        </article>
    }
}
