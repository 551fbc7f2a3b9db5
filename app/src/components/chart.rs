//! A growth chart on a page: the drawing in two widths, its legend, and the same as a table.

use crate::chart::{ChartState, Size, draw, marked_swatch, swatch};
use crate::components::figure::figure_link;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::dossier::Dossier;
use domain::figure::Status;
use leptos::prelude::*;

/// A chart with its legend and table.
pub fn chart_view(locale: Locale, dossier: &Dossier, state: &ChartState) -> AnyView {
    view! {
        <figure class="growth-chart">
            <figcaption class="growth-title">{state.title.clone()}</figcaption>
            <div class="growth-body">
                <div class="growth-drawing">
                    <div inner_html=draw(state, Size::Wide)></div>
                    <div inner_html=draw(state, Size::Narrow)></div>
                    {legend(locale, state)}
                </div>
                {table(locale, dossier, state)}
            </div>
        </figure>
    }
    .into_any()
}

/// What the marks mean; only those that are there.
fn legend(locale: Locale, state: &ChartState) -> AnyView {
    let m = locale.messages();
    let lines: Vec<_> = (0_u8..)
        .zip(&state.series)
        .map(|(shape, line)| {
            let label = line.label.clone();
            let partial = line.partial.then(|| view! { <span class="legend-note">{m.part_of_zone}</span> });
            view! { <li><span class="swatch" inner_html=swatch(shape, Status::Reported)></span><span>{label}" "{partial}</span></li> }
        })
        .collect();
    let statuses: Vec<_> = state
        .statuses()
        .into_iter()
        .filter(|status| *status != Status::Reported)
        .map(|status| {
            let label = match status {
                Status::Derived => m.mark_derived,
                Status::Target | Status::Planned => m.mark_target,
                other => other.name(locale),
            };
            view! { <li><span class="swatch" inner_html=swatch(0, status)></span><span>{label}</span></li> }
        })
        .collect();
    let bound = state
        .has_bounds()
        .then(|| view! { <li><span class="swatch swatch-arrow" aria-hidden="true">"↑"</span><span>{m.mark_bound}</span></li> });
    let aside = state
        .points()
        .any(|point| point.aside)
        .then(|| view! { <li><span class="swatch" inner_html=marked_swatch("aside")></span><span>{m.mark_aside}</span></li> });
    let questioned = state
        .points()
        .any(|point| point.questioned)
        .then(|| view! { <li><span class="swatch" inner_html=marked_swatch("questioned")></span><span>{m.mark_questioned}</span></li> });
    view! { <ul class="legend" aria-label=m.legend>{lines}{statuses}{bound}{aside}{questioned}</ul> }.into_any()
}

/// Longer tables are folded away: the chart and the table of all figures say the same.
const MOST_OPEN_ROWS: usize = 8;

/// The points as a table, each leading to its receipt.
fn table(locale: Locale, dossier: &Dossier, state: &ChartState) -> AnyView {
    let m = locale.messages();
    let rows: Vec<_> = state
        .series
        .iter()
        .flat_map(|line| line.points.iter().map(move |point| (line, point)))
        .filter_map(|(line, point)| Some((line, point, dossier.figure(&point.figure)?)))
        .map(|(line, point, figure)| {
            let status = figure.status();
            let aside = point
                .aside
                .then(|| view! { <span class="growth-what">{m.mark_aside}</span> });
            view! {
                <tr>
                    <th scope="row">{format::period(locale, figure.period)}</th>
                    <td>
                        {figure_link(locale, dossier, figure)}
                        <span class="growth-what">{line.label.clone()}</span>
                    </td>
                    <td class="growth-status">{status.name(locale)}{aside}</td>
                </tr>
            }
        })
        .collect();
    let count = rows.len();
    let table = view! {
        <table class="growth-table">
            <caption class="visually-hidden">{m.chart_table}</caption>
            <thead>
                <tr>
                    <th scope="col">{m.column_period}</th>
                    <th scope="col">{m.column_value}</th>
                    <th scope="col">{m.column_status}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    if count <= MOST_OPEN_ROWS {
        return table.into_any();
    }
    let title = (m.chart_table_rows)(&format::integer(u64::try_from(count).unwrap_or(0)));
    view! { <details class="growth-fold"><summary>{title}</summary>{table}</details> }.into_any()
}
