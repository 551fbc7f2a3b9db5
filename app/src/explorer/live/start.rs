//! Starts the explorer in the browser: loads the index of all zones, then takes over the page that the server
//! rendered.

use super::{Live, Page, PageCounts, ShownState, Years, controls, search};
use crate::api::explorer;
use crate::browser::{Address, Position, data_attribute, mark_live, next_task, was_changed};
use crate::explorer::view::{Interaction, View};
use crate::islands::error_notice::{ErrorNotice, reload_once};
use crate::locale::Locale;
use crate::records::{ExplorerData, PageError};
use domain::filter::{Columns, Filter, Index};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::js_sys::futures::JsFuture;
use leptos::web_sys::js_sys::{Promise, Uint8Array};
use leptos::web_sys::{Element, HtmlDivElement, Response};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// Loads the data, then starts the explorer of an island.
pub fn start(island: HtmlDivElement) {
    spawn_local(async move {
        let address = |name| data_attribute(&island, name).unwrap_or_default();
        match load(&address("index")).await {
            Ok((data, index)) => take_over(&island, data, index).await,
            Err(PageError::Unreadable | PageError::NotFound) if reload_once() => {}
            Err(_) => {
                ErrorNotice::new(&island).tell(move || {
                    start(island.clone());
                });
            }
        }
    });
}

/// Loads the index and its data in parallel. Loads the search only if the address contains search text.
async fn load(index: &str) -> Result<(ExplorerData, Rc<Index>), PageError> {
    // The browser starts to load the file here, in parallel with the request below.
    let columns = window().fetch_with_str(index);
    let data = explorer().await?;
    // The page was rendered from another dataset than the server has now.
    if data.index_manifest.index != index {
        return Err(PageError::Unreadable);
    }
    let columns = bytes(columns).await?;
    let columns = Columns::from_bytes(&columns).map_err(|_| PageError::Unreadable)?;
    next_task().await;
    let index = Rc::new(Index::new(columns));
    next_task().await;
    let known = data.site_metadata.known(&data.index_manifest.cities);
    let (filter, _) = Filter::parse(&Address::of_page().query(), &known);
    if !index.answers(&filter) {
        search::load(&index, &data).await?;
    }
    Ok((data, index))
}

/// Returns the content of a file that is being fetched from this site.
pub async fn bytes(answer: Promise) -> Result<Vec<u8>, PageError> {
    let answer = JsFuture::from(answer).await;
    let answer = answer
        .ok()
        .and_then(|answer| answer.dyn_into::<Response>().ok());
    let answer = answer.ok_or(PageError::Unavailable)?;
    match answer.status() {
        200 => {}
        404 => return Err(PageError::NotFound),
        _ => return Err(PageError::Unavailable),
    }
    let content = answer.array_buffer().map_err(|_| PageError::Unavailable)?;
    let content = JsFuture::from(content).await;
    let content = content.map_err(|_| PageError::Unavailable)?;
    Ok(Uint8Array::new(&content).to_vec())
}

async fn take_over(island: &HtmlDivElement, data: ExplorerData, index: Rc<Index>) {
    if was_changed(island) {
        leptos::logging::warn!(
            "the list is not interactive: an extension or a translator changed its HTML"
        );
        return;
    }
    let Some(live) = live(island, data, index).await else {
        return;
    };
    let back = Position::after_back();
    let follower = Rc::clone(&live);
    live.address.on_change(move |query| follower.follow(query));
    live.listen();
    live.take_over();
    live.watch_end();
    mark_live(island);
    if let Some(position) = back {
        live.show_pages(position.depth);
        live.catch_up();
        position.restore();
    }
    if let Some(root) = document().document_element() {
        // For tests and measurements: the explorer is running in the browser.
        let _ = root.set_attribute("data-engine", "browser");
    }
}

async fn live(island: &Element, data: ExplorerData, index: Rc<Index>) -> Option<Rc<Live>> {
    let locale = Locale::of_page();
    let known = data.site_metadata.known(&data.index_manifest.cities);
    let address = Address::of_page();
    let (filter, notices) = Filter::parse(&address.query(), &known);
    let shown = ShownState {
        result: index.select(&filter),
        filter,
        notices,
        interaction: Interaction::default(),
    };
    next_task().await;
    let page = Page::of(
        island,
        &View {
            locale,
            data: &data,
            filter: &shown.filter,
            notices: &shown.notices,
            result: &shown.result,
            first: &shown.filter,
            interaction: &shown.interaction,
        },
    )
    .await?;
    Some(Rc::new_cyclic(|this| Live {
        island: island.clone(),
        locale,
        data,
        known,
        index,
        address,
        page,
        first: shown.filter.clone(),
        shown: RefCell::new(shown),
        depths: RefCell::new(PageCounts::default()),
        years: Years::default(),
        typing: Rc::new(Cell::new(None)),
        turn: Cell::new(0),
        is_bringing_search: Cell::new(false),
        this: Weak::clone(this),
    }))
}

impl Live {
    /// Applies what the visitor typed and checked before the start, and makes the map a single stop of the Tab key.
    fn take_over(&self) {
        let before = self.filter();
        let early = controls::changed_early(&self.island);
        let filter = early.iter().fold(before, |filter, control| {
            filter.with_control(control, &self.known)
        });
        let stop = self.first_tile(&self.shown.borrow(), None);
        self.shown.borrow_mut().interaction.tab_stop = stop;
        if early.is_empty() {
            self.write(super::AffectedParts::All);
        } else {
            self.go(&filter, true);
        }
    }
}
