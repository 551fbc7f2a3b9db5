//! Charts that follow the address: drawn again in their place when it asks for another view.

use super::page::Drawn;
use super::steer::{Steering, one_stop};
use crate::chart::ChartView;
use crate::locale::Locale;
use crate::patch::patch;
use leptos::html::Div;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The view that the address of the page asks for.
pub fn use_chart_view() -> Memo<ChartView> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| ChartView::of_pairs(query.clone())))
}

/// Charts that `render` makes of what the address asks for.
pub fn live<A: Clone + PartialEq + Send + Sync + 'static>(
    locale: Locale,
    asked: Memo<A>,
    render: impl Fn(&A) -> Drawn + 'static,
) -> AnyView {
    let steering = Steering::new(locale);
    let first = asked.with_untracked(&render);
    steering.take(first.states);
    let place = NodeRef::<Div>::new();
    let shown = StoredValue::new(first.html.clone());
    Effect::new(move |before: Option<A>| {
        let now = asked.get();
        if let Some(place) = place.get() {
            if before.is_some_and(|before| before != now) {
                let drawn = render(&now);
                steering.leave(&place);
                steering.take(drawn.states);
                shown.update_value(|shown| {
                    change(&place, shown, &drawn.html);
                    *shown = drawn.html;
                });
            }
            one_stop(&place);
        }
        now
    });
    view! {
        <div
            class="charts"
            node_ref=place
            inner_html=first.html
            on:pointermove=move |event| steering.point(event.target(), (event.client_x(), event.client_y()))
            on:pointerdown=move |event| steering.point(event.target(), (event.client_x(), event.client_y()))
            // A finger leaves when it is lifted: what it read stays to be read.
            on:pointerleave=move |event| {
                if event.pointer_type() != "touch" && let Some(place) = place.get_untracked() {
                    steering.leave(&place);
                }
            }
            on:focusin=move |event| steering.focus(event.target())
            on:keydown=move |event| steering.key(&event)
        ></div>
    }
    .into_any()
}

/// Changes what is there into another text; what had the focus has it again, and what was unfolded
/// stays so, even where all of it is new.
fn change(place: &HtmlElement, was: &str, is: &str) {
    let focused = document().active_element();
    let unfolded: Vec<String> = open(place).map(|element| element.id()).collect();
    patch(place, was, is);
    let by_id = |id: &str| document().get_element_by_id(id);
    for id in unfolded {
        if let Some(element) = by_id(&id) {
            _ = element.set_attribute("open", "");
        }
    }
    let again = focused
        .filter(|element| !element.is_connected() && !element.id().is_empty())
        .and_then(|element| by_id(&element.id()));
    if let Some(element) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

fn open(place: &HtmlElement) -> impl Iterator<Item = Element> {
    let found = place.query_selector_all("details[open]").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |n| found.as_ref()?.item(n)?.dyn_into().ok())
}
