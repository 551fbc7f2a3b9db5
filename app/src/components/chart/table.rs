//! The points of a chart as a table, each linked to its receipt.

use super::{ChartParts, is_beside};
use crate::chart::{ChartPoint, ChartSeries, ChartState, FigureData};
use crate::components::value::status_class;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use maud::{Markup, html};

/// The maximum number of rows of an open table. Longer tables are closed, because the chart and the table of all
/// figures contain the same values.
const MOST_OPEN_ROWS: usize = 8;

/// Renders the table. `alone` is true if there is no drawing; then the table is open and has a source column.
pub fn table(parts: ChartParts<'_>, alone: bool) -> Markup {
    let ChartParts { locale, state, .. } = parts;
    let m = locale.chart_messages();
    let rows: Vec<(&ChartSeries, &ChartPoint)> = rows_of(state).collect();
    if rows.is_empty() {
        return html! { @if alone { p class="not-known-line" { (state.nothing) } } };
    }
    let transformed = rows.iter().any(|(_, point)| point.value.is_some());
    let body = html! {
        table class="growth-table" {
            caption class="visually-hidden" { (m.chart_table) }
            thead {
                tr {
                    th scope="col" { (m.column_period) }
                    @if transformed { th scope="col" { (locale.chart_messages().column_shown) } }
                    th scope="col" { (m.column_value) }
                    th scope="col" { (m.column_status) }
                    @if alone { th scope="col" { (locale.chart_messages().column_source) } }
                }
            }
            tbody {
                @for (line, point) in &rows { (row(parts, line, point, transformed, alone)) }
            }
        }
    };
    if alone || (rows.len() <= MOST_OPEN_ROWS && !is_beside(parts.view)) {
        return html! { div class="growth-scroll" tabindex="0" role="region" aria-label=(m.chart_table) { (body) } };
    }
    let count = format::integer(u64::try_from(rows.len()).unwrap_or(0));
    html! {
        details class="growth-fold" id=(format!("{}-table", parts.address.anchor())) {
            summary { ((m.chart_table_rows)(&count)) }
            div class="growth-scroll" tabindex="0" role="region" aria-label=(m.chart_table) { (body) }
        }
    }
}

/// Returns the points of the lines that are not hidden, each with its line.
fn rows_of(state: &ChartState) -> impl Iterator<Item = (&ChartSeries, &ChartPoint)> {
    let lines = state.drawn();
    lines.flat_map(|(_, line)| line.points.iter().map(move |point| (line, point)))
}

/// Returns the number of rows in the table.
pub fn row_count(state: &ChartState) -> u32 {
    u32::try_from(rows_of(state).count()).unwrap_or(u32::MAX)
}

fn row(
    parts: ChartParts<'_>,
    line: &ChartSeries,
    point: &ChartPoint,
    transformed: bool,
    alone: bool,
) -> Markup {
    let ChartParts { locale, data, .. } = parts;
    let m = locale.chart_messages();
    let Some(figure) = data.figure(&point.figure) else {
        return html! {};
    };
    let with = point
        .with
        .as_ref()
        .filter(|with| **with != point.figure)
        .and_then(|with| data.figure(with));
    html! {
        tr {
            th scope="row" { (figure.period) }
            @if transformed {
                td { (point.value.as_deref().unwrap_or("–")) }
            }
            td {
                (figure_link(locale, figure))
                @if let Some(with) = with {
                    br; (figure_link(locale, with))
                    " (" (with.period) ")"
                }
                span class="growth-what" { bdi { (line.label) } }
            }
            td class="growth-status" {
                (point.status.name(locale))
                @if point.is_superseded { span class="growth-what" { ((locale.chart_messages().legend_symbol)(crate::chart::LegendSymbol::Superseded)) } }
                @if point.questioned { span class="growth-what" { (m.cautioned) } }
            }
            @if alone { td { (point.source) } }
        }
    }
}

/// Renders a figure's value as a link to its receipt.
fn figure_link(locale: Locale, figure: &FigureData) -> Markup {
    let what = (locale.chart_messages().to_receipt)(&figure.title);
    html! {
        a class=(status_class(figure.status)) href=(locale.receipt_href(&figure.id)) title=(what) { (figure.value) }
    }
}
