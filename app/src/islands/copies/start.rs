//! Starts the islands for a reader's own copy.

use super::kept::kept_text;
use super::paste::{Cited, Record, paste_box as view};
use super::sentence::copy_view;
use crate::browser::{elements, mark_live, was_changed};
use crate::locale::Locale;
use domain::receipt::{Place, Receipt};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlDivElement, HtmlElement};

/// Lets the box compare what a reader pastes.
pub fn paste_box(island: &HtmlDivElement, source: &str, sha256: String) {
    let (Ok(source), Some(children)) = (source.parse(), children_of(island)) else {
        return;
    };
    if was_changed(&children) {
        leptos::logging::warn!("the box stays as it is: something changed its HTML");
        return;
    }
    let record = Record {
        cited: cited(),
        sha256: Some(sha256).filter(|sha256| !sha256.is_empty()),
        source,
    };
    leptos::mount::hydrate_from(children, move || view(Locale::of_page(), Some(record))).forget();
    mark_live(island);
}

/// Shows the sentence of a receipt in the copy that the reader keeps, if there is one.
pub fn own_sentence(
    island: &HtmlDivElement,
    source: &str,
    sha256: &str,
    (at, as_stated): (&str, &str),
) {
    if let Some(receipt) = receipt(source, at, as_stated)
        && let Some(text) = kept_text(&receipt.source)
        && let Some(place) = children_of(island)
    {
        let sha256 = Some(sha256).filter(|sha256| !sha256.is_empty());
        let copy = text.copy_of(&receipt, sha256);
        place.set_inner_html("");
        leptos::mount::mount_to(place, move || copy_view(Locale::of_page(), &copy)).forget();
    }
    mark_live(island);
}

/// The element that leptos puts round what the server rendered.
fn children_of(island: &HtmlDivElement) -> Option<HtmlElement> {
    island.first_element_child()?.dyn_into().ok()
}

fn receipt(source: &str, at: &str, as_stated: &str) -> Option<Receipt> {
    Some(Receipt {
        source: source.parse().ok()?,
        at: at.parse().ok()?,
        as_stated: as_stated.parse().ok()?,
        reading: None,
    })
}

/// The phrases that were taken from the source, by the table of the page.
fn cited() -> Vec<Cited> {
    let Some(body) = document().body() else {
        return Vec::new();
    };
    let cited = |phrase: Element| {
        let row = phrase.closest("tr").ok()??;
        let link = row.query_selector("a[href]").ok()??;
        Some(Cited {
            at: phrase.get_attribute("data-at")?.parse::<Place>().ok()?,
            as_stated: phrase.text_content()?.parse().ok()?,
            href: link.get_attribute("href")?,
        })
    };
    elements(&body, ".taken-table q[data-at]")
        .filter_map(cited)
        .collect()
}
