//! Starts the islands for a reader's own copy.

use super::kept::kept_text;
use super::paste::{Cited, Record, paste_box as view};
use super::sentence::copy_view;
use crate::browser::{data_attribute, elements, mark_live, was_changed};
use crate::locale::Locale;
use domain::receipt::{Receipt, SourcePlace};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDivElement, HtmlElement};

/// Starts the box that compares pasted text.
pub fn paste_box(island: &HtmlDivElement) {
    let source = data_attribute(island, "source").and_then(|source| source.parse().ok());
    let (Some(source), Some(children)) = (source, children_of(island)) else {
        return;
    };
    if was_changed(&children) {
        leptos::logging::warn!(
            "the box is not interactive: an extension or a translator changed its HTML"
        );
        return;
    }
    let record = Record {
        cited: cited(),
        title: title(),
        sha256: data_attribute(island, "sha256"),
        source,
    };
    leptos::mount::hydrate_from(children, move || {
        let (source, sha256) = (record.source.to_string(), record.sha256.clone());
        view(Locale::of_page(), (source, sha256), Some(record))
    })
    .forget();
    mark_live(island);
}

/// Returns the title of the source, which is the heading of the page.
fn title() -> String {
    let heading = document().query_selector("h1").ok().flatten();
    heading
        .and_then(|heading| heading.text_content())
        .unwrap_or_default()
}

/// Shows the sentence of a receipt from the reader's stored copy, if there is one.
pub fn own_sentence(island: &HtmlDivElement) {
    if let Some(receipt) = receipt(island)
        && let Some(text) = kept_text(&receipt.source)
        && let Some(place) = children_of(island)
    {
        let copy = text.copy_of(&receipt, data_attribute(island, "sha256").as_deref());
        place.set_inner_html("");
        leptos::mount::mount_to(place, move || copy_view(Locale::of_page(), &copy)).forget();
    }
    mark_live(island);
}

/// Returns the element in which Leptos wraps the server's HTML.
fn children_of(island: &HtmlDivElement) -> Option<HtmlElement> {
    island.first_element_child()?.dyn_into().ok()
}

fn receipt(island: &HtmlDivElement) -> Option<Receipt> {
    Some(Receipt {
        source: data_attribute(island, "source")?.parse().ok()?,
        at: data_attribute(island, "at")?.parse().ok()?,
        as_stated: data_attribute(island, "phrase")?.parse().ok()?,
        reading: None,
    })
}

/// Returns the phrases taken from the source, from the table of the page.
fn cited() -> Vec<Cited> {
    let Some(body) = document().body() else {
        return Vec::new();
    };
    let cited = |phrase: Element| {
        let row = phrase.closest("tr").ok()??;
        let link = row.query_selector("a[href]").ok()??;
        Some(Cited {
            at: phrase
                .get_attribute("data-at")?
                .parse::<SourcePlace>()
                .ok()?,
            as_stated: phrase.text_content()?.parse().ok()?,
            href: link.get_attribute("href")?,
        })
    };
    elements(&body, ".extracted-table q[data-at]")
        .filter_map(cited)
        .collect()
}
