//! What the parts of the explorer share: the filter in the address and what it shows.

use super::engine::Engine;
use super::location::Location;
use super::moment::{Later, Moment};
use crate::api::{Groundwork, Outline, Shown};
use crate::locale::{Locale, use_locale};
use domain::filter::{Filter, Known, Notice, Selection};
use domain::id::ZoneSlug;
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// After so long without a key the next one makes a step of its own for the Back button.
const PAUSE: Duration = Duration::from_millis(1200);

/// The state of the explorer. Copied freely; it only points to what it holds.
#[derive(Clone, Copy)]
pub struct AtlasState {
    /// The language of the page.
    pub locale: Locale,
    /// Provinces, groups and totals.
    pub outline: StoredValue<Outline>,
    /// Cities, and where the index is.
    pub groundwork: StoredValue<Arc<Groundwork>>,
    /// What answers a filter.
    pub engine: StoredValue<Engine>,
    /// The address of the page.
    pub location: Location,
    known: StoredValue<Known>,
    /// How many pages more than the first were shown of each list.
    depths: RwSignal<HashMap<String, u32>>,
    /// What the address asks for, and what that shows.
    now: Moment,
    /// The same for the parts that the window does not show, a little later.
    later: Later,
    /// What whoever holds this copy shows: either of them.
    seen: Moment,
    typing: StoredValue<Option<TimeoutHandle>>,
    refused: RwSignal<bool>,
}

impl AtlasState {
    /// The state that an address asks for.
    pub fn new(
        outline: Outline,
        groundwork: Arc<Groundwork>,
        engine: Engine,
        location: Location,
    ) -> Self {
        let known = StoredValue::new(outline.known(&groundwork.cities));
        let query = location.query();
        let engine = StoredValue::new(engine);
        let read = Memo::new(move |_| known.with_value(|known| Filter::parse(&query.get(), known)));
        let shown = Memo::new(move |_| -> Arc<Shown> {
            read.with(|(filter, _)| engine.with_value(|engine| engine.select(filter)))
        });
        let now = Moment {
            read: read.into(),
            shown: shown.into(),
        };
        Self {
            locale: use_locale(),
            outline: StoredValue::new(outline),
            groundwork: StoredValue::new(groundwork),
            engine,
            location,
            known,
            depths: RwSignal::new(HashMap::new()),
            now,
            later: Later::after(now),
            seen: now,
            typing: StoredValue::new(None),
            refused: RwSignal::new(false),
        }
    }

    /// Shows so many pages more than the first of the list that the address asks for.
    #[cfg(feature = "hydrate")]
    pub fn deepen(self, depth: u32) {
        let list = self.filter_now().list().query();
        self.set_depth(&list, depth);
    }

    /// How many pages more than the first are shown of the list.
    #[cfg(feature = "hydrate")]
    pub fn depth_now(self) -> u32 {
        untrack(|| self.depth(&self.filter_now().list().query()))
    }

    /// How many pages more than the first were shown of a list, by its query string.
    pub fn depth(self, list: &str) -> u32 {
        self.depths
            .with(|depths| depths.get(list).copied().unwrap_or_default())
    }

    /// Remembers how many pages more than the first are shown of a list.
    pub fn set_depth(self, list: &str, depth: u32) {
        self.depths
            .update(|depths| _ = depths.insert(list.to_owned(), depth));
    }

    /// The state as a part of the page has it that follows at once while it is in the window, and else a little later.
    pub fn in_window(self, is_near: Signal<bool>) -> Self {
        let seen = self.now.or(is_near, self.later.moment);
        Self { seen, ..self }
    }

    /// The state as a part has it that always follows a little later.
    pub const fn later(self) -> Self {
        Self {
            seen: self.later.moment,
            ..self
        }
    }

    /// The state as a part has it that always follows at once: what the form sends must never be behind.
    pub const fn at_once(self) -> Self {
        Self {
            seen: self.now,
            ..self
        }
    }

    /// Whether some parts of the page have still to follow.
    pub fn is_behind(self) -> bool {
        self.later.is_behind()
    }

    /// The filter in the address.
    pub fn filter(self) -> Filter {
        self.seen.read.with(|(filter, _)| filter.clone())
    }

    /// The filter in the address at this moment; what reads it is not told of the next.
    pub fn filter_now(self) -> Filter {
        self.now.read.with_untracked(|(filter, _)| filter.clone())
    }

    /// Something of the filter in the address; for parts that depend on no more.
    pub fn of_filter<T>(self, property: impl Fn(&Filter) -> T) -> T {
        self.seen.read.with(|(filter, _)| property(filter))
    }

    /// What was cleaned in the address, and in the page number and the tray by what is shown.
    pub fn notices(self) -> Vec<Notice> {
        let (filter, mut notices) = self.seen.read.get();
        let by_what_is_shown = self.with_selection(|selection| {
            let strange = filter
                .picks
                .iter()
                .filter(|pick| !selection.picks.iter().any(|known| known.slug == **pick))
                .map(|pick| Notice::Unknown {
                    key: "pick".to_owned(),
                    value: pick.to_string(),
                });
            let past_the_end = (selection.page < filter.page).then_some(Notice::PastTheEnd {
                page: filter.page.saturating_add(1),
            });
            strange.chain(past_the_end).collect::<Vec<_>>()
        });
        notices.extend(by_what_is_shown);
        notices
    }

    /// Looks at what the filter shows.
    pub fn with_selection<T>(self, look: impl FnOnce(&Selection) -> T) -> T {
        self.seen.shown.with(|shown| look(&shown.selection))
    }

    /// The query string that what is shown belongs to.
    pub fn shown_query(self) -> String {
        self.seen.shown.with(|shown| shown.query.clone())
    }

    /// The address of another state of this page.
    pub fn href(self, filter: &Filter) -> String {
        href(self.locale, filter)
    }

    /// Goes to another state; `replace` leaves no step for the Back button.
    pub fn go(self, filter: &Filter, replace: bool) {
        // Enter after typing asks for what is shown already; that is no step to go back from.
        if *filter == self.filter_now() {
            return;
        }
        self.location.go(&self.href(filter), replace);
    }

    /// Follows a click on a link to another state of the page.
    #[cfg(feature = "hydrate")]
    pub fn clicked(self, event: &leptos::ev::MouseEvent) {
        self.location.follow(event, self.depth_now());
    }

    /// On the server nothing is clicked.
    #[cfg(not(feature = "hydrate"))]
    #[expect(clippy::unused_self, reason = "the browser's half needs it")]
    pub const fn clicked(self, _: &leptos::ev::MouseEvent) {}

    /// Takes a zone into the tray, or out of it; says so where the tray is full.
    pub fn pick(self, zone: &ZoneSlug) {
        let filter = self.filter_now();
        let picked = filter.picked(zone);
        self.refused.set(picked == filter);
        self.go(&picked, false);
    }

    /// Whether the last zone that was to go into the tray found it full.
    pub fn refused(self) -> bool {
        self.refused.get()
    }

    /// Takes the whole form into the address, in place of the browser's own way.
    pub fn submit(self, event: &SubmitEvent) {
        event.prevent_default();
        self.take_form(event);
    }

    /// Takes a changed control into the address.
    pub fn changed(self, event: &Event) {
        self.take_form(event);
    }

    /// Takes a typed text into the address. The first letter after a pause makes a step for the
    /// Back button, and those that follow change that step.
    pub fn typed(self, event: &Event) {
        let filter = self.filter_now().searching(&event_target_value(event));
        // A space at the end changes nothing that is searched for, and makes no step.
        if filter == self.filter_now() {
            return;
        }
        let going_on = self.typing.with_value(Option::is_some);
        self.stop_typing();
        if let Ok(pause) = set_timeout_with_handle(move || self.stop_typing(), PAUSE) {
            self.typing.set_value(Some(pause));
        }
        self.go(&filter, going_on);
    }

    /// Ends the step that typing has made.
    pub fn stop_typing(self) {
        if let Some(pause) = self.typing.try_update_value(Option::take).flatten() {
            pause.clear();
        }
    }

    /// Takes over what the visitor has typed and chosen while the page was already there and the browser's half was not.
    #[cfg(feature = "hydrate")]
    pub fn take_over(self) {
        let before = self.filter_now();
        let now = self
            .form(None)
            .map(|filter| filter.on_page(before.page))
            .filter(|filter| *filter != before);
        Effect::new(move || {
            if let Some(filter) = &now {
                self.go(&filter.on_page(0), true);
            }
        });
    }

    fn take_form(self, event: &Event) {
        if let Some(filter) = self.form(Some(event)) {
            self.go(&filter, false);
        }
    }

    /// The filter that the form would ask for now.
    fn form(self, event: Option<&Event>) -> Option<Filter> {
        let query = form_query(event)?;
        let (filter, _) = self.known.with_value(|known| Filter::parse(&query, known));
        Some(filter)
    }
}

/// The address of a state of the atlas page.
pub fn href(locale: Locale, filter: &Filter) -> String {
    let query = filter.query();
    let page = locale.href("/");
    if query.is_empty() {
        page
    } else {
        format!("{page}?{query}")
    }
}

/// The query string that the form would send now, with the button that an event pressed.
#[cfg(feature = "hydrate")]
fn form_query(event: Option<&Event>) -> Option<String> {
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

    let form = document()
        .get_element_by_id("filter")
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let submitter = event
        .and_then(|event| event.dyn_ref::<SubmitEvent>())
        .and_then(SubmitEvent::submitter)
        .filter(|button| button.has_attribute("name"));
    let data = form.and_then(|form| FormData::new_with_form(&form).ok())?;
    if let Some(button) = submitter {
        let attribute = |name| button.get_attribute(name).unwrap_or_default();
        // A pair that cannot be added is a button that does nothing.
        let _ = data.append_with_str(&attribute("name"), &attribute("value"));
    }
    let params = UrlSearchParams::new_with_str_sequence_sequence(&JsValue::from(data)).ok()?;
    Some(String::from(params.to_string()))
}

/// On the server no form is ever filled.
#[cfg(not(feature = "hydrate"))]
const fn form_query(_: Option<&Event>) -> Option<String> {
    None
}
