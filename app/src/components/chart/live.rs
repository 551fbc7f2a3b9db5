//! Charts that follow the address: drawn again in their place when it asks for another view.

use super::steer::{Steering, one_stop};
use crate::chart::{ChartState, ChartView};
use crate::locale::Locale;
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

/// The text of charts with their controls, and what is in them.
pub struct Drawn {
    /// The text.
    pub html: String,
    /// The charts, in their order.
    pub states: Vec<ChartState>,
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
    Effect::new(move |before: Option<A>| {
        let now = asked.get();
        if let Some(place) = place.get() {
            if before.is_some_and(|before| before != now) {
                let drawn = render(&now);
                steering.take(drawn.states);
                replace(&place, &drawn.html);
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
            on:pointerleave=move |event| if event.pointer_type() != "touch" { steering.leave(event.current_target()) }
            on:focusin=move |event| steering.focus(event.target())
            on:keydown=move |event| steering.key(&event)
        ></div>
    }
    .into_any()
}

/// Puts a text in place of what is there; what had the focus has it again, and what was unfolded
/// stays so.
fn replace(place: &HtmlElement, html: &str) {
    let focused = document().active_element().map(|element| element.id());
    let unfolded: Vec<String> = open(place).map(|element| element.id()).collect();
    place.set_inner_html(html);
    let by_id = |id: &str| document().get_element_by_id(id);
    for id in unfolded {
        if let Some(element) = by_id(&id) {
            _ = element.set_attribute("open", "");
        }
    }
    let again = focused
        .filter(|id| !id.is_empty())
        .and_then(|id| by_id(&id));
    if let Some(element) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

fn open(place: &HtmlElement) -> impl Iterator<Item = Element> {
    let found = place.query_selector_all("details[open]").ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |n| found.as_ref()?.item(n)?.dyn_into().ok())
}
