//! The growth charts of a zone or group.

use crate::components::chart::{live, use_chart_view};
use crate::components::layout::use_publication;
use crate::locale::Locale;
use crate::series::growth_charts;
use domain::dossier::Dossier;
use domain::id::FigureId;
use leptos::prelude::*;

/// All charts, or a sentence on what is not known. `chosen` are figures that the reader prefers.
pub fn growth(locale: Locale, dossier: &Dossier, chosen: &[FigureId]) -> AnyView {
    let m = locale.messages();
    let page = growth_charts(locale, dossier, chosen, use_publication());
    let charts = live(locale, use_chart_view(), move |view| page.draw(view));
    view! {
        <section class="topic" id="growth" aria-labelledby="growth-title">
            <h2 id="growth-title">{m.growth}</h2>
            {charts}
        </section>
    }
    .into_any()
}
