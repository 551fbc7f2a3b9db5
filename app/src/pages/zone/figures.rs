//! Every figure of a zone as a table, by indicator, each with its receipt.

use super::receipt::receipt;
use crate::components::figure::{anchor, figure_link, status_class};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::derivation::{Derivation, Rule};
use domain::figure::{Evidence, Figure};
use domain::indicator::Indicator;
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// All figures, or nothing where there are none.
pub fn figures(locale: Locale, zone: &ZoneRecord) -> Option<AnyView> {
    if zone.figures.is_empty() {
        return None;
    }
    let m = locale.messages();
    let groups: Vec<_> = zone
        .indicators
        .iter()
        .map(|indicator| group(locale, zone, indicator))
        .collect();
    Some(
        view! {
            <section class="topic figures" id="figures" aria-labelledby="figures-title">
                <h2 id="figures-title">{m.numbers}</h2>
                <p class="figures-intro">{m.numbers_intro}</p>
                <table class="figure-table">
                    <thead>
                        <tr>
                            <th scope="col">{m.column_what}</th>
                            <th scope="col">{m.column_period}</th>
                            <th scope="col">{m.column_value}</th>
                            <th scope="col">{m.column_status}</th>
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

fn group(locale: Locale, zone: &ZoneRecord, indicator: &Indicator) -> AnyView {
    let m = locale.messages();
    let rows: Vec<_> = zone
        .figures
        .iter()
        .filter(|figure| figure.indicator == indicator.id)
        .map(|figure| row(locale, zone, figure))
        .collect();
    view! {
        <tbody>
            <tr class="indicator-row">
                <th colspan="5" scope="rowgroup">
                    <span class="indicator-name">{locale.pick(&indicator.name).to_owned()}</span>
                    <span class="indicator-pitfall">{m.pitfall}{m.colon}{locale.pick(&indicator.pitfall).to_owned()}</span>
                </th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(locale: Locale, zone: &ZoneRecord, figure: &Figure) -> AnyView {
    let m = locale.messages();
    let limits = wording::figure_limits(locale, figure);
    let limits = (!limits.is_empty()).then(|| {
        view! { <span class="figure-limits">{limits.join(m.comma)}</span> }
    });
    let note = figure.note.as_ref().map(|note| {
        view! { <span class="figure-note">{m.note}{m.colon}{locale.pick(note).to_owned()}</span> }
    });
    let reading = format::reading(locale, figure)
        .map(|reading| view! { <span class="figure-reading">{reading}</span> });
    let evidence = match &figure.evidence {
        Evidence::Stated(statement) => receipt(locale, zone, &statement.receipt),
        Evidence::Derived(derivation) => derived(locale, zone, derivation),
    };
    let status = figure.status();
    view! {
        <tr id=anchor(&figure.id) class="figure-row">
            <th scope="row" data-label=m.column_what>
                {wording::figure_measure(locale, zone, figure)}
                {limits}
                {note}
            </th>
            <td data-label=m.column_period>{format::period(locale, figure.period)}</td>
            <td data-label=m.column_value>
                <span class=status_class(status)>{format::value(locale, figure)}</span>
                {reading}
            </td>
            <td data-label=m.column_status>{status.name(locale)}</td>
            <td data-label=m.column_receipt>{evidence}</td>
        </tr>
    }
    .into_any()
}

/// The rule and its inputs, each leading to its own receipt.
fn derived(locale: Locale, zone: &ZoneRecord, derivation: &Derivation) -> AnyView {
    let m = locale.messages();
    let rule = match derivation.rule {
        Rule::LevelBeforeGrowth => m.rule_level_before_growth,
    };
    let inputs: Vec<_> = derivation
        .inputs
        .iter()
        .filter_map(|id| zone.figure(id))
        .map(|input| view! { <li>{figure_link(locale, zone, input)}</li> })
        .collect();
    let assumption = derivation
        .assumes_nominal
        .then(|| view! { <span class="receipt-reading">{m.assumes_nominal}</span> });
    view! {
        <div class="receipt-text">
            <span>{rule}</span>
            <div class="derived-inputs"><span>{m.derived_from}{m.colon}</span><ul>{inputs}</ul></div>
            {assumption}
        </div>
    }
    .into_any()
}
