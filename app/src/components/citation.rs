//! The citation of a zone, a figure or a chart: in words, as BibTeX and as RIS, each with a copy button.

use crate::locale::Locale;
use crate::messages::chart::Cited;
use crate::records::Publication;
use maud::{Markup, html};

/// Renders a citation. `id` is the prefix of its element ids; `path` is its path without language, from which the
/// BibTeX key is made; `address` is its full URL.
pub fn citation(
    locale: Locale,
    id: &str,
    path: &str,
    title: &str,
    address: &str,
    publication: &Publication,
) -> Markup {
    let m = locale.chart_messages();
    let cited = Cited {
        title,
        date: &publication.date,
        digest: &publication.digest,
        address,
    };
    let forms = [
        ("BibTeX", bibtex(locale, path, &cited)),
        ("RIS", ris(locale, &cited)),
    ];
    html! {
        @let text = [id, "-text"].concat();
        p id=(text) class="citation" { ((m.cite_text)(&cited)) }
        (copy(locale, &text))
        @for (form, text) in forms {
            @let id = [id, "-", form].concat();
            details class="citation-form" {
                summary { (form) }
                pre id=(id) class="citation-code" tabindex="0" role="region" aria-label=(form) { (text) }
                (copy(locale, &id))
            }
        }
    }
}

/// Renders a button that copies the text of an element; the loader script of the page handles the click.
pub fn copy(locale: Locale, id: &str) -> Markup {
    let m = locale.chart_messages();
    html! {
        button class="button-quiet js-only" type="button" data-copy=(id) data-copied=(m.copied) { span aria-live="polite" { (m.copy) } }
    }
}

/// Returns a BibTeX entry of type `misc`. Characters with a special meaning in BibTeX are escaped or removed.
fn bibtex(locale: Locale, path: &str, cited: &Cited<'_>) -> String {
    let mut title = String::new();
    for c in cited
        .title
        .chars()
        .filter(|c| !matches!(c, '{' | '}' | '\\'))
    {
        if matches!(c, '&' | '%' | '$' | '#' | '_') {
            title.push('\\');
        }
        title.push(c);
    }
    let key: String = path
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    format!(
        "@misc{{zone-atlas{key},\n  title = {{{title}}},\n  author = {{{{{}}}}},\n  year = {{{}}},\n  note = {{{}}},\n  url = {{{}}}\n}}",
        locale.common().site_name,
        year(cited),
        edition(locale, cited),
        cited.address,
    )
}

/// Returns an RIS record (Research Information Systems) of type `DATA`. Each line starts with a two-character tag.
fn ris(locale: Locale, cited: &Cited<'_>) -> String {
    format!(
        "TY  - DATA\nTI  - {}\nAU  - {}\nPY  - {}\nDA  - {}\nN1  - {}\nUR  - {}\nER  - ",
        cited.title,
        locale.common().site_name,
        year(cited),
        cited.date.replace('-', "/"),
        edition(locale, cited),
        cited.address,
    )
}

fn year<'a>(cited: &Cited<'a>) -> &'a str {
    cited.date.get(..4).unwrap_or_default()
}

fn edition(locale: Locale, cited: &Cited<'_>) -> String {
    let m = locale.chart_messages();
    let date = (m.dataset_of)(cited.date);
    [&date, m.comma, m.digest_label, " ", cited.digest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(title: &str) -> Cited<'_> {
        Cited {
            title,
            date: "2026-11-28",
            digest: "abc",
            address: "https://example.org/zones/x",
        }
    }

    #[test]
    fn signs_with_a_meaning_are_escaped() {
        let entry = bibtex(Locale::En, "/zones/x/output", &cited("50% & {more}_\\"));
        assert!(
            entry.starts_with("@misc{zone-atlas-zones-x-output,\n"),
            "{entry}"
        );
        assert!(entry.contains("title = {50\\% \\& more\\_},"), "{entry}");
        assert!(
            entry.contains("url = {https://example.org/zones/x}"),
            "{entry}"
        );
    }

    #[test]
    fn a_record_has_a_tag_on_each_line() {
        let record = ris(Locale::En, &cited("Output"));
        assert!(
            record.lines().all(|line| line.get(2..6) == Some("  - ")),
            "{record}"
        );
        assert!(record.contains("DA  - 2026/11/28"), "{record}");
    }
}
