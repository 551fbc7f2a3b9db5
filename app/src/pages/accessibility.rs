//! What the site does for people who use it without eyes, hands or a large screen, and what it does not do yet.

use crate::components::document::Head;
use crate::locale::use_locale;
use leptos::prelude::*;

/// The statement on accessibility.
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
