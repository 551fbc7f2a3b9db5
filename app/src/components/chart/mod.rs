//! A growth chart on a page: drawings in several widths, a legend, a table and downloads. The server and the browser
//! render the same HTML text.

#[cfg(feature = "hydrate")]
mod announcement;
mod controls;
mod downloads;
#[cfg(feature = "ssr")]
mod embedded;
mod frame;
mod legend;
mod page;
mod table;

#[cfg(feature = "hydrate")]
pub use announcement::ViewSummary;
pub use downloads::ChartAddress;
#[cfg(feature = "ssr")]
pub use downloads::join;
#[cfg(feature = "ssr")]
pub use embedded::embedded;
#[cfg(feature = "hydrate")]
pub use page::Drawn;
pub use page::PageCharts;
#[cfg(feature = "ssr")]
pub use page::{ComparedZone, LatestValue, NamedIndicator, PageKind};

use crate::chart::{
    ChartData, ChartForm, ChartPoint, ChartState, ChartView, Drawing, LegendSymbols, Size, draw,
};
use crate::components::value::status_class;
use crate::locale::Locale;
use crate::records::Publication;
use maud::{Markup, PreEscaped, html};

/// The inputs for all parts of a chart.
#[derive(Clone, Copy)]
pub struct ChartParts<'a> {
    /// The language.
    pub locale: Locale,
    /// The names of the zones or groups that the chart shows by default.
    pub zone_names: &'a str,
    /// The figures of the chart.
    pub data: &'a ChartData,
    /// What the chart shows.
    pub state: &'a ChartState,
    /// The display options.
    pub view: &'a ChartView,
    /// The URLs of the chart.
    pub address: &'a ChartAddress,
    /// The dataset and the site.
    pub publication: &'a Publication,
    /// The sizes of the drawings; the style sheet shows the one that fits.
    pub sizes: &'a [Size],
}

/// Returns true if charts are side by side. Tables need the whole width, so they are never side by side.
pub fn is_beside(view: &ChartView) -> bool {
    view.beside && view.form != ChartForm::Table
}

/// Renders a chart with its legend, downloads and table. `number` is the index of the chart on the page.
pub fn chart(number: usize, parts: ChartParts<'_>) -> Markup {
    let ChartParts { locale, state, .. } = parts;
    let is_table = state.form == ChartForm::Table;
    let only = state.only_point().filter(|_| !is_table);
    let sizes = parts.sizes.iter().filter(|_| !is_table && only.is_none());
    let drawings: Vec<Drawing> = sizes.map(|size| draw(state, *size)).collect();
    let symbols = drawings
        .iter()
        .fold(LegendSymbols::default(), |symbols, drawing| {
            symbols.and(drawing.symbols)
        });
    html! {
        figure class="growth-chart" id=(parts.address.anchor()) data-chart=(number) {
            figcaption class="growth-title" { (state.title) }
            div class="growth-body" {
                @if !state.growth.is_empty() { p class="growth-sentence" { (state.growth) } }
                @if let Some(point) = only { (only_value(parts, point)) }
                @if !drawings.is_empty() {
                    div class="growth-drawing" {
                        (plot(locale, &drawings))
                        (legend::legend(parts, symbols))
                    }
                } @else if !is_table && state.switches().count() > 1 {
                    (legend::legend(parts, symbols))
                }
                (notes(state))
                (downloads::downloads(parts, symbols))
                (table::table(parts, is_table))
            }
        }
    }
}

/// Renders the drawings of a chart, with a tooltip for the active mark and a live region for screen readers.
pub fn plot(locale: Locale, drawings: &[Drawing]) -> Markup {
    let c = locale.chart_messages();
    html! {
        div class="chart-plot" {
            @for drawing in drawings { div { (PreEscaped(&drawing.svg)) } }
            div class="chart-tip" hidden {
                p class="chart-tip-words" aria-hidden="true" {}
                p class="chart-tip-click" aria-hidden="true" { (c.click_for_receipt) }
                a tabindex="-1" { (c.open_receipt) }
            }
        }
        p class="chart-readout visually-hidden" aria-live="polite" {}
        p class="chart-hint" { (c.hint) }
    }
}

/// Renders the only value of a chart, instead of a drawing.
fn only_value(parts: ChartParts<'_>, point: &ChartPoint) -> Markup {
    html! {
        p class="growth-number" {
            a class=(status_class(point.status)) href=(point.href) { (parts.data.value_of(point)) } " " span class="hint" { (point.words) }
        }
    }
}

/// Renders the notes on the values.
fn notes(state: &ChartState) -> Markup {
    html! {
        @if !state.notes.is_empty() {
            ul class="chart-notes" {
                @for note in &state.notes { li { (note) } }
            }
        }
    }
}
