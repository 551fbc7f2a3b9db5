//! The growth charts of a zone or group: output and fiscal revenue, and whatever else is stated for
//! two years or more.

use crate::chart::{ChartState, ChartSubject};
use crate::components::chart::chart_view;
use crate::locale::Locale;
use domain::dossier::Dossier;
use domain::id::FigureId;
use domain::indicator::ChartGroup;
use leptos::prelude::*;

/// All charts, or a word on what is not known. `chosen` are figures the reader prefers.
pub fn growth(locale: Locale, dossier: &Dossier, chosen: &[FigureId]) -> AnyView {
    let m = locale.messages();
    let chart = |subject: &ChartSubject| ChartState::of(locale, dossier, subject, chosen);
    let output = chart(&ChartSubject::Group(ChartGroup::Output));
    let fiscal = chart(&ChartSubject::Group(ChartGroup::Fiscal));
    let more: Vec<AnyView> = ChartSubject::others(dossier)
        .iter()
        .filter_map(chart)
        .map(|state| chart_view(locale, dossier, &state))
        .collect();
    let unknown = |text| view! { <p class="not-known-line">{text}</p> }.into_any();
    let main = if output.is_none() && fiscal.is_none() {
        vec![unknown(m.growth_unknown)]
    } else {
        [(output, m.output_unknown), (fiscal, m.fiscal_unknown)]
            .into_iter()
            .map(|(state, text)| match state {
                Some(state) => chart_view(locale, dossier, &state),
                None => unknown(text),
            })
            .collect()
    };
    view! {
        <section class="topic" id="growth" aria-labelledby="growth-title">
            <h2 id="growth-title">{m.growth}</h2>
            {main}
            {more}
        </section>
    }
    .into_any()
}
