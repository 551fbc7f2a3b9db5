//! Redraws the charts when the address changes: fetches the series, and draws the view that the address describes.

use super::mark_navigation::{MarkNavigation, one_stop};
use crate::api::series;
use crate::browser::{Address, Busy, listen};
use crate::chart::{ChartSeries, ChartState, ChartView};
use crate::components::chart::{Drawn, PageCharts, ViewSummary};
use crate::islands::error_notice::{ErrorNotice, reload_once};
use crate::locale::Locale;
use crate::patch::patch;
use crate::query;
use crate::records::PageError;
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, Event, HtmlDivElement, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent,
};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The charts of a page in the browser.
struct Live {
    /// The element that contains the HTML of the charts.
    place: Element,
    address: Address,
    navigation: MarkNavigation,
    error_notice: ErrorNotice,
    /// The element whose text screen readers read out after a change.
    status: Option<Element>,
    /// The query string for which the server drew the charts.
    first_query: String,
    /// The HTML that the page shows, and its description; `None` while the HTML is the server's.
    drawn: RefCell<Option<(String, ViewSummary)>>,
    /// The series of the charts, with the address they were requested from.
    series: RefCell<Option<(String, Rc<PageCharts>)>>,
    /// True while a finger touches a mark that was not highlighted before: this tap does not open the receipt.
    is_first_tap: Cell<bool>,
    /// Counts the requests for a view, so that a late response to an earlier request is ignored.
    turn: Cell<u32>,
}

/// Starts the charts of an island. `touch` is the first event in the charts; `asked` is the address of the view that
/// the reader clicked before the start, if any.
pub fn start(island: &HtmlDivElement, touch: &Event, asked: Option<&str>) {
    // Leptos wraps the server's HTML in an element; its first child contains the charts.
    let children = island.first_element_child();
    let Some(place) = children.and_then(|children| children.first_element_child()) else {
        return;
    };
    let address = Address::of_page();
    let live = Rc::new(Live {
        navigation: MarkNavigation::new(&place),
        error_notice: ErrorNotice::new(island),
        status: status_beside(island),
        first_query: address.query(),
        drawn: RefCell::new(None),
        series: RefCell::new(None),
        turn: Cell::new(0),
        is_first_tap: Cell::new(false),
        place,
        address: address.clone(),
    });
    one_stop(&live.place);
    attach(island, &live);
    live.navigation.at(touch);
    match asked {
        Some(href) => address.go(href, false),
        None => fetch_early(&live),
    }
}

/// The events that the charts handle.
const EVENTS: [&str; 6] = [
    "pointermove",
    "pointerdown",
    "pointerleave",
    "focusin",
    "keydown",
    "click",
];

/// Listens to the events in the charts and to changes of the address.
fn attach(island: &HtmlDivElement, live: &Rc<Live>) {
    let handler = Rc::clone(live);
    listen(island, &EVENTS, move |event| handler.handle(&event));
    let follower = Rc::clone(live);
    live.address
        .on_change(move |query| follow(Rc::clone(&follower), query.to_owned()));
}

/// Draws the charts for a query string.
fn follow(live: Rc<Live>, query: String) {
    let turn = live.turn.get().wrapping_add(1);
    live.turn.set(turn);
    spawn_local(async move {
        let busy = Busy::start();
        let series = live.series_for(&query).await;
        drop(busy);
        if live.turn.get() != turn {
            return;
        }
        match series {
            Ok(series) => {
                live.error_notice.clear();
                live.draw(&series, &query);
            }
            Err(PageError::Unreadable) if reload_once() => {}
            Err(_) => {
                let again = Rc::clone(&live);
                live.error_notice
                    .tell(move || follow(Rc::clone(&again), query.clone()));
            }
        }
    });
}

/// Fetches the series early, if the charts have other views, so that they are loaded before the reader chooses one.
fn fetch_early(live: &Rc<Live>) {
    let has_views = live.place.query_selector("[data-noscroll]");
    if matches!(has_views, Ok(Some(_))) {
        let live = Rc::clone(live);
        spawn_local(async move {
            let query = live.address.query();
            // An error is ignored: the series are requested again when they are needed.
            if let Ok(series) = live.series_for(&query).await
                && live.drawn.borrow().is_none()
            {
                let states = series.draw(&view_of(&query)).states;
                live.navigation.take(readouts(series.locale, &states));
            }
        });
    }
}

fn view_of(query: &str) -> ChartView {
    ChartView::of_pairs(query::pairs(query))
}

/// Returns the readout text of each mark of each series of each chart.
fn readouts(locale: Locale, charts: &[ChartState]) -> Vec<Vec<Vec<String>>> {
    let c = locale.chart_messages();
    let of_line = |line: &ChartSeries| {
        let points = line.points.iter();
        let words = points.map(|point| {
            format!(
                "{}{}",
                (c.readout)(&line.label, &point.words),
                (c.source)(&point.source)
            )
        });
        words.collect()
    };
    let of_chart = |chart: &ChartState| chart.series.iter().map(of_line).collect();
    charts.iter().map(of_chart).collect()
}

impl Live {
    fn handle(&self, event: &Event) {
        let pointer = event.dyn_ref::<PointerEvent>();
        match event.type_().as_str() {
            "pointermove" | "pointerdown" => {
                if let Some(pointer) = pointer {
                    if event.type_() == "pointerdown" {
                        let is_touch = pointer.pointer_type() == "touch";
                        let is_first = is_touch && MarkNavigation::is_new(event.target());
                        self.is_first_tap.set(is_first);
                    }
                    self.navigation.point(pointer);
                }
            }
            // A finger sends this event when it is lifted; the reader still needs the tooltip then.
            "pointerleave" if pointer.is_some_and(|pointer| pointer.pointer_type() != "touch") => {
                self.navigation.leave();
            }
            "focusin" => self.navigation.focus(event.target()),
            "keydown" => {
                if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                    self.navigation.key(key);
                }
            }
            "click" => {
                if self.is_first_tap.take() {
                    event.prevent_default();
                } else if let Some(click) = event.dyn_ref::<MouseEvent>() {
                    self.address.follow(click);
                }
            }
            _ => {}
        }
    }

    /// Returns the series for a query string, from the cache if they were already fetched.
    async fn series_for(&self, query: &str) -> Result<Rc<PageCharts>, PageError> {
        let page = address_of_series(query);
        let held = self.series.borrow().clone();
        if let Some((_, series)) = held.filter(|(of, _)| *of == page) {
            return Ok(series);
        }
        let series = Rc::new(series(page.clone()).await?);
        self.series.replace(Some((page, Rc::clone(&series))));
        Ok(series)
    }

    /// Draws what the server drew, by the same function. The HTML is empty if the server drew other series: then all HTML
    /// is replaced.
    fn first_drawn(&self, series: &PageCharts, query: &str) -> (String, ViewSummary) {
        let view = view_of(&self.first_query);
        let Drawn { html, states } = series.draw(&view);
        let is_same = address_of_series(&self.first_query) == address_of_series(query);
        let html = if is_same { html } else { String::new() };
        (html, ViewSummary::of(view, &states))
    }

    /// Replaces the HTML of the charts by that of another view, and tells screen readers what has changed.
    fn draw(&self, series: &PageCharts, query: &str) {
        let before = self.drawn.take();
        let (before, was_shown) = before.unwrap_or_else(|| self.first_drawn(series, query));
        let view = view_of(query);
        let Drawn { html, states } = series.draw(&view);
        self.navigation.leave();
        change(&self.place, &before, &html);
        self.navigation.take(readouts(series.locale, &states));
        one_stop(&self.place);
        let shown = ViewSummary::of(view, &states);
        if let Some(status) = &self.status {
            let words = shown.announcement(series.locale, &was_shown);
            status.set_text_content(Some(&words));
        }
        self.drawn.replace(Some((html, shown)));
    }
}

/// Puts an empty status line before an island, so that the HTML in the island stays as the server sent it.
fn status_beside(island: &Element) -> Option<Element> {
    let status = document().create_element("p").ok()?;
    status.set_class_name("visually-hidden");
    status.set_attribute("role", "status").ok()?;
    let island = island.closest("leptos-island").ok()??;
    let parent = island.parent_node()?;
    parent.insert_before(&status, Some(&island)).ok()?;
    Some(status)
}

/// Returns the address that identifies the series: the address of the page without the display options.
fn address_of_series(query: &str) -> String {
    let path = window().location().pathname().unwrap_or_default();
    let kept = query::pairs(query)
        .filter(|(name, _)| ["zones", "indicator", "pick", "from"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}={value}"));
    let kept: Vec<String> = kept.collect();
    format!("{path}?{}", kept.join("&"))
}

/// Patches the HTML of the charts. The focused element keeps the focus, and open details stay open, even if all
/// elements are new.
fn change(place: &Element, was: &str, is: &str) {
    let focused = document().active_element();
    let unfolded: Vec<String> = crate::browser::elements(place, "details[open]")
        .map(|element| element.id())
        .collect();
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
