//! What the parts of the atlas page share: the filter in the address and what it shows.

use super::SelectionResource;
use crate::api::Outline;
use crate::locale::{Locale, use_locale};
use domain::filter::{Filter, Known, Notice, Selection};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The state of the atlas page. Copied freely; it only points to what it holds.
#[derive(Clone, Copy)]
pub struct AtlasState {
    /// The language of the page.
    pub locale: Locale,
    /// Provinces, groups and totals.
    pub outline: StoredValue<Outline>,
    known: StoredValue<Known>,
    read: Memo<(Filter, Vec<Notice>)>,
    selection: SelectionResource,
    go: StoredValue<Go>,
}

type Go = Box<dyn Fn(&str, NavigateOptions) + Send + Sync>;

impl AtlasState {
    /// The state that a query string asks for.
    pub fn new(outline: Outline, query: Memo<String>, selection: SelectionResource) -> Self {
        let known = StoredValue::new(outline.known());
        let navigate = use_navigate();
        Self {
            locale: use_locale(),
            outline: StoredValue::new(outline),
            known,
            read: Memo::new(move |_| known.with_value(|known| Filter::parse(&query.get(), known))),
            selection,
            go: StoredValue::new(Box::new(navigate)),
        }
    }

    /// The filter in the address.
    pub fn filter(self) -> Filter {
        self.read.with(|(filter, _)| filter.clone())
    }

    /// The filter in the address at this moment; what reads it is not told of the next.
    pub fn filter_now(self) -> Filter {
        self.read.with_untracked(|(filter, _)| filter.clone())
    }

    /// Whether the filter in the address has this property; for parts that depend on no more.
    pub fn filter_has(self, property: impl Fn(&Filter) -> bool) -> bool {
        self.read.with(|(filter, _)| property(filter))
    }

    /// What was cleaned in the address, and in the page number by what is shown.
    pub fn notices(self) -> Vec<Notice> {
        let (filter, mut notices) = self.read.get();
        if self
            .with_selection(|selection| selection.page != filter.page)
            .unwrap_or(false)
        {
            notices.push(Notice::PastTheEnd { page: filter.page });
        }
        notices
    }

    /// Looks at what the filter shows; nothing until it has come, the last until the next has.
    pub fn with_selection<T>(self, look: impl FnOnce(&Selection) -> T) -> Option<T> {
        self.selection.with(|selection| match selection {
            Some(Ok(selection)) => Some(look(selection)),
            _ => None,
        })
    }

    /// Whether what the filter shows could not be had.
    pub fn failed(self) -> bool {
        self.selection
            .with(|selection| matches!(selection, Some(Err(_))))
    }

    /// The address of another state of this page.
    pub fn href(self, filter: &Filter) -> String {
        let query = filter.query();
        let page = self.locale.href("/");
        if query.is_empty() {
            page
        } else {
            format!("{page}?{query}")
        }
    }

    /// Goes to another state; `replace` leaves no step for the Back button.
    pub fn go(self, filter: &Filter, replace: bool) {
        // Enter after typing asks for what is shown already; that is no step to go back from.
        if *filter == self.filter_now() {
            return;
        }
        let options = NavigateOptions {
            replace,
            scroll: false,
            ..NavigateOptions::default()
        };
        self.go.with_value(|go| go(&self.href(filter), options));
    }

    /// Takes the whole form into the address, in place of the browser's own way.
    pub fn submit(self, event: &SubmitEvent) {
        event.prevent_default();
        self.take_form(event, false);
    }

    /// Takes a changed control into the address.
    pub fn changed(self, event: &Event) {
        self.take_form(event, false);
    }

    /// Takes a typed letter into the address, without a step for the Back button.
    pub fn typed(self, event: &Event) {
        self.take_form(event, true);
    }

    fn take_form(self, event: &Event, replace: bool) {
        let query = form_query(event);
        let (filter, _) = self.known.with_value(|known| Filter::parse(&query, known));
        self.go(&filter, replace);
    }
}

/// The query string that the form of an event would send.
#[cfg(feature = "hydrate")]
fn form_query(event: &Event) -> String {
    use leptos::wasm_bindgen::{JsCast, JsValue};
    use web_sys::{FormData, HtmlFormElement, UrlSearchParams};

    let form = document()
        .get_element_by_id("filter")
        .and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let submitter = event
        .dyn_ref::<SubmitEvent>()
        .and_then(|submit| submit.submitter())
        .filter(|button| button.has_attribute("name"));
    let data = form.and_then(|form| FormData::new_with_form(&form).ok());
    let Some(data) = data else {
        return String::new();
    };
    if let Some(button) = submitter {
        let attribute = |name| button.get_attribute(name).unwrap_or_default();
        // A pair that cannot be added is a button that does nothing.
        let _ = data.append_with_str(&attribute("name"), &attribute("value"));
    }
    let params = UrlSearchParams::new_with_str_sequence_sequence(&JsValue::from(data));
    params
        .map(|params| String::from(params.to_string()))
        .unwrap_or_default()
}

/// On the server no event ever happens.
#[cfg(not(feature = "hydrate"))]
const fn form_query(_: &Event) -> String {
    String::new()
}
