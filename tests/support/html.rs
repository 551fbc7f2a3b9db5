//! The text of a page as a reader sees it.

use scraper::{ElementRef, Html, Selector};

/// Inline elements: no space is added around their text.
const INLINE: [&str; 3] = ["a", "span", "strong"];

/// Returns the visible text of a page: without markup, scripts and styles.
pub fn visible(html: &str) -> String {
    let page = Html::parse_document(html);
    let mut text = String::new();
    collect(page.root_element(), &mut text);
    text
}

fn collect(element: ElementRef<'_>, text: &mut String) {
    let name = element.value().name();
    if matches!(name, "head" | "script" | "style") {
        return;
    }
    let apart = !INLINE.contains(&name);
    if apart {
        text.push(' ');
    }
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            text.push_str(words);
        } else if let Some(child) = ElementRef::wrap(child) {
            collect(child, text);
        }
    }
    if apart {
        text.push(' ');
    }
}

/// Returns the addresses of the zones in a page of the list, in the order of the list.
pub fn zone_links(html: &str) -> Vec<String> {
    let links = Selector::parse("a.zone-name[href]").unwrap();
    Html::parse_document(html)
        .select(&links)
        .filter_map(|link| link.attr("href"))
        .map(str::to_owned)
        .collect()
}

/// Returns every text of a page's body with its language: the `lang` of the nearest element that has one.
pub fn texts(page: &Html) -> Vec<(String, String)> {
    let mut found = Vec::new();
    mark(page.root_element(), "", &mut found);
    found
}

fn mark(element: ElementRef<'_>, lang: &str, found: &mut Vec<(String, String)>) {
    if matches!(element.value().name(), "head" | "script" | "style") {
        return;
    }
    let lang = element.attr("lang").unwrap_or(lang);
    for child in element.children() {
        if let Some(words) = child.value().as_text() {
            found.push((lang.to_owned(), words.to_string()));
        } else if let Some(child) = ElementRef::wrap(child) {
            mark(child, lang, found);
        }
    }
}
