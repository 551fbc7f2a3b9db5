//! A row that is opened: its zone in a few lines, which the server tells and the browser renders.

use crate::api::{OpenedZone, zone_summary};
use crate::browser::{Busy, closest};
use crate::components::value::status_class;
use crate::islands::trouble::Trouble;
use crate::locale::Locale;
use crate::pages::atlas::state::AtlasState;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// Opens or closes the row whose button was pressed.
pub fn pressed(state: AtlasState, event: &MouseEvent) {
    let Some(button) = closest(event.target(), "button.zone-open") else {
        return;
    };
    let Some(row) = button.closest("li.zone").ok().flatten() else {
        return;
    };
    let opened = row.query_selector(".zone-summary").ok().flatten();
    set_expanded(&button, opened.is_none());
    match opened {
        Some(opened) => opened.remove(),
        None => open(state.locale, row, button),
    }
}

fn set_expanded(button: &Element, is_open: bool) {
    // A state that cannot be told is still seen.
    let _ = button.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
}

/// Asks for the zone of a row and shows it below the row.
fn open(locale: Locale, row: Element, button: Element) {
    let link = row.query_selector("a.zone-name").ok().flatten();
    let Some(page) = link.and_then(|link| link.get_attribute("href")) else {
        return;
    };
    spawn_local(async move {
        let busy = Busy::start();
        let zone = zone_summary(page.clone()).await;
        drop(busy);
        // The row may be gone by now, or closed again.
        let is_open = button.get_attribute("aria-expanded").as_deref() == Some("true");
        if !row.is_connected() || !is_open {
            return;
        }
        match zone {
            Ok(zone) => {
                if let Some(place) = place_in(&row) {
                    let view = move || opened_view(locale, zone, page);
                    leptos::mount::mount_to(place, view).forget();
                }
            }
            Err(_) => {
                set_expanded(&button, false);
                Trouble::new(&row).tell(move || {
                    set_expanded(&button, true);
                    open(locale, row.clone(), button.clone());
                });
            }
        }
    });
}

fn place_in(row: &Element) -> Option<HtmlElement> {
    let place = document().create_element("div").ok()?;
    place.set_class_name("zone-summary");
    row.append_child(&place).ok()?;
    place.dyn_into().ok()
}

/// A zone in a few lines.
fn opened_view(locale: Locale, zone: OpenedZone, page: String) -> impl IntoView {
    let m = locale.messages();
    let sentences = zone.sentences.into_iter();
    let sentences: Vec<_> = sentences
        .map(|sentence| view! { <p>{sentence}</p> })
        .collect();
    let figures = zone.figures.into_iter().map(|figure| {
        let mark = (!figure.remark.is_empty())
            .then(|| view! { <span class="figure-mark">{figure.remark}</span> });
        view! {
            <div class="summary-figure">
                <dt>{figure.indicator}" "<span class="summary-period">{figure.period}</span></dt>
                <dd><a class=status_class(figure.status) href=figure.receipt>{figure.value}{mark}</a></dd>
            </div>
        }
    });
    let figures: Vec<_> = figures.collect();
    view! {
        {sentences}
        <dl class="summary-figures">{figures}</dl>
        <p><a href=page>{m.atlas.open_page}</a></p>
    }
}
