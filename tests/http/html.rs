//! Helpers to read the HTML of a page.

use scraper::{ElementRef, Html, Selector};

/// Returns every element that a selector finds.
pub fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// Returns the only element that a selector finds.
pub fn only<'a>(html: &'a Html, selector: &str) -> ElementRef<'a> {
    let found = all(html, selector);
    assert_eq!(found.len(), 1, "{selector}");
    found[0]
}

/// Returns the text of an element, with single spaces.
pub fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns every element inside another one that a selector finds.
pub fn inside<'a>(element: ElementRef<'a>, selector: &str) -> Vec<ElementRef<'a>> {
    element
        .select(&Selector::parse(selector).unwrap())
        .collect()
}

/// Returns the address of a link.
pub fn href(link: ElementRef<'_>) -> String {
    link.attr("href").unwrap().to_owned()
}

/// Returns the id of the figure whose receipt a link leads to: the last part of its address.
pub fn figure_of(link: ElementRef<'_>) -> String {
    href(link).rsplit('/').next().unwrap().to_owned()
}

/// Returns the titles of the marks that a selector finds.
pub fn titles(html: &Html, marks: &str) -> Vec<String> {
    all(html, &format!("{marks} > title"))
        .into_iter()
        .map(text)
        .collect()
}
