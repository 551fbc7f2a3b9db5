//! How figures are read, in plain words.

use crate::components::document::Head;
use crate::locale::use_locale;
use leptos::prelude::*;

/// How figures are read.
#[component]
pub fn MethodsPage() -> impl IntoView {
    let m = use_locale().messages();
    let sections: Vec<_> = m
        .methods
        .iter()
        .map(|(title, paragraphs)| {
            let paragraphs: Vec<_> = paragraphs
                .iter()
                .map(|text| view! { <p>{*text}</p> })
                .collect();
            view! { <section><h2>{*title}</h2>{paragraphs}</section> }
        })
        .collect();
    view! {
        <Head title=m.methods_title description=m.methods_intro path="/methods"/>
        <article class="prose">
            <h1>{m.methods_title}</h1>
            <p class="lead">{m.methods_intro}</p>
            {sections}
            <section id="add"><h2>{m.add_title}</h2><p>{m.add_text}</p></section>
        </article>
    }
}
