//! How figures are read, in plain words.

use crate::chart::{Sign, sign_swatch, swatch};
use crate::components::document::Head;
use crate::locale::{Locale, use_locale};
use leptos::prelude::*;

/// How figures are read.
#[component]
pub fn MethodsPage() -> impl IntoView {
    let locale = use_locale();
    let m = locale.messages();
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
            {marks(locale)}
            <section id="add"><h2>{m.add_title}</h2><p>{m.add_text}</p></section>
        </article>
    }
}

/// What the marks of a chart mean, each with its drawing.
fn marks(locale: Locale) -> AnyView {
    let m = locale.chart_messages();
    let marks = Sign::ALL.into_iter().map(|sign| {
        let drawing = swatch(&sign_swatch(sign));
        view! { <li><span class="swatch" inner_html=drawing></span><span>{(m.sign)(sign)}</span></li> }
    });
    view! {
        <section id="marks">
            <h2>{locale.messages().marks_title}</h2>
            <ul class="legend legend-large">{marks.collect_view()}</ul>
        </section>
    }
    .into_any()
}
