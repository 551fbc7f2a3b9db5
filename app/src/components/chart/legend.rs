//! The legend of a chart. It lists only what the drawing contains.

use super::ChartParts;
use crate::chart::{
    ChartSeries, LegendSymbol, LegendSymbols, LineKind, line_swatch, swatch, symbol_swatch,
};
use maud::{Markup, PreEscaped, html};

/// Renders the lines, as links that hide or show them, and the symbols.
pub fn legend(parts: ChartParts<'_>, symbols: LegendSymbols) -> Markup {
    let ChartParts { locale, state, .. } = parts;
    let m = locale.chart_messages();
    let many = state.switches().count() > 1;
    html! {
        ul class="legend" aria-label=(m.legend) {
            @for line in state.switches() {
                li class=[line.hidden.then_some("legend-hidden")] {
                    span class="swatch" {
                        (PreEscaped(swatch(&line_swatch(line))))
                    }
                    span {
                        @if many { (toggle(parts, line)) } @else { bdi { (line.label) } }
                        @if line.kind == LineKind::Part {
                            " " span class="legend-note" { (m.part_of_zone) }
                        }
                    }
                }
            }
            @for legend_symbol in LegendSymbol::ALL.into_iter().filter(|legend_symbol| symbols.has(*legend_symbol)) {
                li {
                    span class="swatch" { (PreEscaped(swatch(&symbol_swatch(legend_symbol)))) }
                    span { ((locale.chart_messages().legend_symbol)(legend_symbol)) }
                }
            }
        }
    }
}

/// Renders the name of a line as a link to the chart with or without the line.
fn toggle(parts: ChartParts<'_>, line: &ChartSeries) -> Markup {
    let c = &parts.locale.chart_messages();
    let query = parts
        .view
        .toggled(&line.switch, line.shown_by_default)
        .query();
    let says = if line.hidden {
        (c.show)(&line.label)
    } else {
        (c.hide)(&line.label)
    };
    html! {
        a id=(format!("{}-line-{}", parts.address.anchor(), line.switch))
            class=(if line.shown_by_default { "legend-line" } else { "legend-line legend-extra" })
            href=(parts.address.page_with(&query)) data-noscroll="" aria-label=(says) {
            bdi { (line.label) }
        }
    }
}
