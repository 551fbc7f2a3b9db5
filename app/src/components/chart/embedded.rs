//! A chart as a separate page for iframes on other sites: without scripts, with its sources and a link to the original
//! page.

use super::legend::legend;
use super::{ChartParts, notes, only_value};
use crate::chart::{ChartForm, Drawing, LegendSymbols, draw};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Renders the page; `title` states what the chart shows and for which zone, `stylesheet` is the file name of the
/// site's style sheet.
pub fn embedded(parts: ChartParts<'_>, title: &str, stylesheet: &str) -> Markup {
    let ChartParts {
        locale,
        state,
        view,
        address,
        publication,
        ..
    } = parts;
    let m = locale.chart_messages();
    let drawings = parts.sizes.iter().map(|size| draw(state, *size));
    let drawings: Vec<Drawing> = drawings.collect();
    // `<base>` below has no effect on links in an SVG drawing.
    let leaving = |svg: &str| svg.replace("<a class=", "<a target=\"_top\" class=");
    let symbols = drawings
        .iter()
        .fold(LegendSymbols::default(), |symbols, drawing| {
            symbols.and(drawing.symbols)
        });
    let made = (locale.chart_messages().made_by)(&publication.date, &publication.digest);
    html! {
        (DOCTYPE)
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (title) }
                // Links open outside the iframe.
                base target="_top";
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(format!("/pkg/{stylesheet}"));
            }
            body class="embedded" {
                main {
                    figure class="growth-chart" {
                        figcaption class="growth-title" { (title) }
                        div class="growth-body" {
                            @if state.form == ChartForm::Table {
                                (super::table::table(parts, true))
                            } @else if let Some(point) = state.only_point() {
                                (only_value(parts, point))
                            } @else {
                                div class="growth-drawing" {
                                    @for drawing in &drawings { div { (PreEscaped(leaving(&drawing.svg))) } }
                                    (legend(parts, symbols))
                                }
                            }
                            (notes(state))
                        }
                    }
                    p class="embedded-made" {
                        (made) (m.stop) (m.gap)
                        a href=(address.page_with(&view.query())) { (locale.chart_messages().open_page) }
                    }
                }
            }
        }
    }
}
