//! The growth charts of a zone or group: output and fiscal revenue, and whatever else is stated for
//! two years or more.

use crate::chart::{ChartState, ChartSubject, ChartView};
use crate::components::chart::{
    ChartAddress, ChartParts, Choices, Drawn, Publication, chart, controls, is_beside, live,
    use_chart_view,
};
use crate::components::layout::use_publication;
use crate::locale::Locale;
use domain::dossier::Dossier;
use domain::id::FigureId;
use domain::indicator::ChartGroup;
use leptos::prelude::*;
use maud::html;

/// All charts, or a word on what is not known. `chosen` are figures the reader prefers.
pub fn growth(locale: Locale, dossier: &Dossier, chosen: &[FigureId]) -> AnyView {
    let m = locale.messages();
    let publication = use_publication();
    let (dossier, chosen) = (dossier.clone(), chosen.to_vec());
    let charts = live(locale, use_chart_view(), move |view| {
        draw_all(locale, &dossier, &chosen, view, &publication)
    });
    view! {
        <section class="topic" id="growth" aria-labelledby="growth-title">
            <h2 id="growth-title">{m.growth}</h2>
            {charts}
        </section>
    }
    .into_any()
}

fn draw_all(
    locale: Locale,
    dossier: &Dossier,
    chosen: &[FigureId],
    view: &ChartView,
    publication: &Publication,
) -> Drawn {
    let m = locale.messages();
    let owner = dossier.owner.path();
    let given: Vec<String> = chosen.iter().map(|id| format!("pick={id}")).collect();
    let given = given.join("&");
    let address = |name: &str| ChartAddress {
        chart: format!("{owner}/{name}"),
        page: locale.href(&owner),
        given: given.clone(),
        name: name.to_owned(),
    };
    let subjects = ChartSubject::all_of(dossier);
    let unknown: Vec<&str> = [
        (ChartGroup::Output, m.output_unknown),
        (ChartGroup::Fiscal, m.fiscal_unknown),
    ]
    .into_iter()
    .filter(|(group, _)| !subjects.contains(&ChartSubject::Group(*group)))
    .map(|(_, words)| words)
    .collect();
    let unknown = if unknown.len() == 2 {
        vec![m.growth_unknown]
    } else {
        unknown
    };
    let (subjects, states): (Vec<ChartSubject>, Vec<ChartState>) = subjects
        .into_iter()
        .filter_map(|subject| {
            let state = ChartState::of(locale, dossier, &subject, view, chosen)?;
            Some((subject, state))
        })
        .unzip();
    let html = html! {
        @if !states.is_empty() {
            (controls(locale, view, &Choices::of(&[dossier], &states), |query| {
                address("").page_with(query)
            }))
            div id="growth-charts" class=[is_beside(view).then_some("charts-beside")] {
                @for (number, (subject, state)) in subjects.iter().zip(&states).enumerate() {
                    (chart(number, ChartParts {
                        locale,
                        dossiers: &[dossier],
                        whose: locale.pick(&dossier.name),
                        state,
                        view,
                        address: &address(subject.name()),
                        publication,
                    }))
                }
            }
        }
        @for words in unknown { p class="not-known-line" { (words) } }
    };
    Drawn {
        html: html.into_string(),
        states,
    }
}
