//! A table of all figures of a zone or group, by indicator, each with its receipt.

use crate::components::derivation::in_short;
use crate::components::figure::{anchor, figure_link};
use crate::components::help::help;
use crate::components::receipt::receipt;
use crate::format;
use crate::locale::Locale;
use crate::messages::help::HelpTerm;
use crate::messages::terms::Named;
use crate::wording;
use domain::figure::{Evidence, Figure};
use domain::indicator::Indicator;
use domain::listed_area::is_listed_area;
use domain::profile::Profile;
use domain::text::Bilingual;
use leptos::prelude::*;

/// Renders the table of all figures; `None` if there are none.
pub fn figure_table(locale: Locale, profile: &Profile) -> Option<AnyView> {
    if profile.figures.is_empty() {
        return None;
    }
    let m = locale.messages();
    let groups: Vec<_> = profile
        .indicators
        .iter()
        .filter_map(|indicator| group(locale, profile, indicator))
        .collect();
    Some(
        view! {
            <section class="topic figures" id="figures" aria-labelledby="figures-title">
                <h2 id="figures-title">{m.numbers}{help(locale, HelpTerm::Derived)}</h2>
                <p class="section-intro">{m.numbers_intro}</p>
                <table class="figure-table">
                    <thead>
                        <tr>
                            <th scope="col">{m.column_what}</th>
                            <th scope="col">{m.chart.column_period}</th>
                            <th scope="col">{m.chart.column_value}</th>
                            <th scope="col">{m.chart.column_status}</th>
                            <th scope="col">{m.column_receipt}</th>
                        </tr>
                    </thead>
                    {groups}
                </table>
            </section>
        }
        .into_any(),
    )
}

fn group(locale: Locale, profile: &Profile, indicator: &Indicator) -> Option<AnyView> {
    let m = locale.messages();
    let rows: Vec<_> = profile
        .figures
        .iter()
        .filter(|figure| figure.indicator == indicator.id)
        .map(|figure| row(locale, profile, figure))
        .collect();
    let page = locale.href(&format!("/indicators/{}", indicator.id));
    (!rows.is_empty()).then(|| view! {
        <tbody>
            <tr class="indicator-row">
                <th colspan="5" scope="rowgroup">
                    <a class="indicator-name" href=page>{locale.pick(&indicator.name).to_owned()}</a>
                    <span class="indicator-pitfall">{m.pitfall}{m.colon}{locale.pick(&indicator.pitfall).to_owned()}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any())
}

fn row(locale: Locale, profile: &Profile, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let limits = wording::figure_limits(locale, figure);
    let limits = (!limits.is_empty()).then(|| {
        view! { <span class="figure-limits">{limits.join(m.comma)}</span> }
    });
    let remark = |name: &'static str, text: Option<&Bilingual>| {
        text.map(|text| {
            view! { <span class="figure-note">{name}{m.colon}{locale.pick(text).to_owned()}</span> }
        })
    };
    let reading = format::reading(locale, figure)
        .filter(|_| !is_listed_area(figure))
        .map(|reading| view! { <span class="figure-reading">{m.read_interval}" "{reading}</span> });
    let printed = format::printed(locale, figure).map(|printed| {
        view! { <span class="figure-reading">{m.figure_page.as_printed}{m.colon}{printed}</span> }
    });
    let evidence = match &figure.evidence {
        Evidence::Stated(statement) => receipt(locale, profile, &statement.receipt),
        Evidence::Derived(derivation) => in_short(locale, profile, derivation),
    };
    view! {
        <tr id=anchor(&figure.id) class="figure-row">
            <th scope="row" data-label=m.column_what>
                {wording::figure_measure(locale, profile, figure)}
                {limits}
                {remark(m.note, figure.note.as_ref())}
                {remark(m.figure_page.doubt, figure.doubt.as_ref())}
            </th>
            <td data-label=m.chart.column_period>{format::period(locale, figure.period)}</td>
            <td data-label=m.chart.column_value>
                {figure_link(locale, profile, figure)}
                {printed}
                {reading}
            </td>
            <td data-label=m.chart.column_status>{figure.status().name(locale)}</td>
            <td data-label=m.column_receipt>{evidence}</td>
        </tr>
    }
    .into_any()
}
