//! The methods page: how figures are read, in plain words.

use crate::chart::{LegendSymbol, Size, draw, example, swatch, symbol_swatch};
use crate::components::head::Head;
use crate::locale::{Locale, use_locale};
use leptos::prelude::*;

/// The methods page.
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
            let marks = (*title == m.marks_title).then(|| marks(locale));
            view! { <section><h2>{*title}</h2>{paragraphs}{marks}</section> }
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

/// Renders an example chart, and the meaning of each mark.
fn marks(locale: Locale) -> AnyView {
    let m = locale.chart_messages();
    let marks = LegendSymbol::ALL.into_iter().map(|legend_symbol| {
        let drawing = swatch(&symbol_swatch(legend_symbol));
        view! { <li><span class="swatch" inner_html=drawing></span><span>{(m.legend_symbol)(legend_symbol)}</span></li> }
    });
    let drawings = example(locale).map(|state| {
        // The marks of the example have no receipts. The list below it has the same words.
        let without_links = |svg: &str| {
            let svg = svg.replace("<a class=", "<g class=");
            svg.replace("</a>", "</g>").replace(" href=\"\"", "")
        };
        let drawing = |size| {
            let svg = without_links(&draw(&state, size).svg);
            view! { <div aria-hidden="true" inner_html=svg></div> }
        };
        [Size::Wide, Size::Narrow].map(drawing).collect_view()
    });
    view! {
        <figure id="marks" class="growth-chart">
            <figcaption class="growth-title">{locale.messages().example_chart}</figcaption>
            {drawings}
            <ul class="legend legend-large">{marks.collect_view()}</ul>
        </figure>
    }
    .into_any()
}
