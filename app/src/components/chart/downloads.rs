//! The downloads of a chart: pictures, data, embed code and citation.

use super::{ChartParts, frame};
use crate::chart::{Escaped, LegendSymbols};
use crate::components::citation::{citation, copy};
use crate::locale::Locale;
use maud::{Markup, html};

/// The URLs of a chart: on its page, and as separate files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartAddress {
    /// The path of the chart's files, without language and file extension: `/zones/x/output`.
    pub chart: String,
    /// The path of its page, with language.
    pub page: String,
    /// The part of the query string of the page and the files that is not a display option: `zones=a,b`.
    pub given: String,
    /// The part of the query string that only the page has: `from=province%3Dhunan`.
    pub kept: String,
    /// The name of the chart in URLs: `output`.
    pub name: String,
}

impl ChartAddress {
    /// Returns the id of the chart's element on its page.
    pub fn anchor(&self) -> String {
        format!("chart-{}", self.name)
    }

    /// Returns the URL of the page with the query string of a view.
    pub fn page_with(&self, view: &str) -> String {
        join(&join(&self.page, &self.given, ""), &self.kept, view)
    }

    /// Returns the path of a file of the chart with the query string of a view; `ending` is `.svg` or `/embed`, for
    /// example.
    fn file(&self, locale: Locale, ending: &str, view: &str) -> String {
        let path = locale.href(&format!("{}{ending}", self.chart));
        join(&path, &self.given, view)
    }
}

/// Appends two parts of a query string to a path; either part may be empty.
pub fn join(path: &str, one: &str, other: &str) -> String {
    let mut address = path.to_owned();
    for part in [one, other].into_iter().filter(|part| !part.is_empty()) {
        address.push(if address.contains('?') { '&' } else { '?' });
        address.push_str(part);
    }
    address
}

/// The file formats of pictures and of data.
const PICTURES: [(&str, &str); 2] = [(".svg", "SVG"), (".png", "PNG")];
const DATA: [(&str, &str); 2] = [(".csv", "CSV"), (".json", "JSON")];

/// Renders all downloads in a closed `<details>` element.
pub fn downloads(parts: ChartParts<'_>, symbols: LegendSymbols) -> Markup {
    let ChartParts {
        locale,
        state,
        view,
        address,
        publication,
        zone_names,
        ..
    } = parts;
    let c = locale.chart_messages();
    let view = view.query();
    let whole = |path: String| format!("{}{path}", publication.origin);
    let embedded = whole(address.file(locale, "/embed", &view));
    let title = (c.of)(&state.title, zone_names);
    let line = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{}\" height=\"{}\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>",
        Escaped(&embedded),
        Escaped(&title),
        frame::WIDTH,
        frame::height(parts, symbols, &title),
    );
    let page = whole(address.page_with(&view));
    let cite_id = format!("{}-cite", address.anchor());
    let name = |what: &str| format!("{}-{what}", address.anchor());
    let links = |forms: [(&str, &str); 2]| {
        html! {
            @for (ending, form) in forms {
                a href=(address.file(locale, ending, &view)) { (form) } " "
            }
        }
    };
    html! {
        details class="chart-downloads" id=(name("take")) {
            summary { (c.download) }
            dl {
                dt { (c.take_picture) }
                dd { (links(PICTURES)) }
                dt { (c.take_data) }
                dd { (links(DATA)) }
                dt { label for=(name("embed")) { (c.embed) } }
                dd {
                    input id=(name("embed")) class="chart-snippet" readonly value=(line) aria-describedby=(name("hint"));
                    (copy(locale, &name("embed")))
                    span class="hint" id=(name("hint")) { (c.embed_hint) (c.gap) a href=(address.file(locale, "/embed", &view)) { (address.file(locale, "/embed", &view)) } }
                }
                dt { (c.cite) }
                dd {
                    (citation(locale, &cite_id, &address.chart, &title, &page, publication))
                }
            }
        }
    }
}
