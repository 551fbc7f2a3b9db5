//! The growth charts of a zone: output and fiscal revenue.

use crate::chart::ChartState;
use crate::components::chart::chart_view;
use crate::locale::Locale;
use domain::indicator::ChartGroup;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// Both charts, or a word on what is not known.
pub fn growth(locale: Locale, zone: &ZoneRecord) -> AnyView {
    let m = locale.messages();
    let chart = |group| ChartState::of_zone(locale, zone, group);
    let body = match (chart(ChartGroup::Output), chart(ChartGroup::Fiscal)) {
        (None, None) => view! { <p class="not-known-line">{m.growth_unknown}</p> }.into_any(),
        (output, fiscal) => [(output, m.output_unknown), (fiscal, m.fiscal_unknown)]
            .into_iter()
            .map(|(state, unknown)| match state {
                Some(state) => chart_view(locale, zone, &state),
                None => view! { <p class="not-known-line">{unknown}</p> }.into_any(),
            })
            .collect::<Vec<_>>()
            .into_any(),
    };
    view! {
        <section class="topic" id="growth" aria-labelledby="growth-title">
            <h2 id="growth-title">{m.growth}</h2>
            {body}
        </section>
    }
    .into_any()
}
