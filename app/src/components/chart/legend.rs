//! The legend of a chart. It lists only what the drawing contains.

use super::ChartParts;
use crate::chart::{ChartSeries, LineKind, Sign, Signs, line_swatch, sign_swatch, swatch};
use maud::{Markup, PreEscaped, html};

/// Renders the lines, as links that hide or show them, and the symbols.
pub fn legend(parts: ChartParts<'_>, signs: Signs) -> Markup {
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
            @for sign in Sign::ALL.into_iter().filter(|sign| signs.has(*sign)) {
                li {
                    span class="swatch" { (PreEscaped(swatch(&sign_swatch(sign)))) }
                    span { ((locale.chart_messages().sign)(sign)) }
                }
            }
        }
    }
}

/// Renders the name of a line as a link to the chart with or without the line.
fn toggle(parts: ChartParts<'_>, line: &ChartSeries) -> Markup {
    let c = &parts.locale.chart_messages();
    let query = parts.view.toggled(&line.switch, line.by_itself).query();
    let says = if line.hidden {
        (c.show)(&line.label)
    } else {
        (c.hide)(&line.label)
    };
    html! {
        a id=(format!("{}-line-{}", parts.address.anchor(), line.switch))
            class=(if line.by_itself { "legend-line" } else { "legend-line legend-extra" })
            href=(parts.address.page_with(&query)) data-noscroll="" aria-label=(says) {
            bdi { (line.label) }
        }
    }
}
