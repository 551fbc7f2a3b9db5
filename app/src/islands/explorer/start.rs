//! Lets the explorer answer in the browser: fetches the index of all zones, then takes over the
//! page as the server has rendered it.

use crate::api::{ExplorerData, PageError, explorer};
use crate::browser::{Address, Position, mark_live, told, was_changed};
use crate::islands::trouble::{Trouble, reload_once};
use crate::pages::atlas::{AtlasState, Engine, explorer_view};
use domain::filter::{Columns, Index, SearchColumns};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlDivElement, HtmlElement};
use std::cell::Cell;
use std::rc::Rc;

/// Starts the explorer of an island, once its data is there.
pub fn start(island: HtmlDivElement) {
    spawn_local(async move {
        let address = |name| told(&island, name).unwrap_or_default();
        match bring(&address("index"), &address("search")).await {
            Ok((data, index)) => take_over(&island, data, index),
            Err(PageError::Unreadable | PageError::NotFound) if reload_once() => {}
            Err(_) => {
                Trouble::new(&island).tell(move || {
                    start(island.clone());
                });
            }
        }
    });
}

/// Fetches the index and what belongs to it, all at once.
async fn bring(index: &str, search: &str) -> Result<(ExplorerData, Index), PageError> {
    let (data, columns, words) =
        futures_util::future::join3(explorer(), bytes(index), bytes(search)).await;
    let (data, columns, words) = (data?, columns?, words?);
    // The files are of another dataset than the page.
    if data.groundwork.index != index || data.groundwork.search != search {
        return Err(PageError::Unreadable);
    }
    let columns = Columns::from_bytes(&columns).map_err(|_| PageError::Unreadable)?;
    let words = SearchColumns::from_bytes(&words).map_err(|_| PageError::Unreadable)?;
    let index = Index::new(columns);
    index.add_search(data.outline.province_names(), words);
    Ok((data, index))
}

/// The content of a file of this site.
async fn bytes(address: &str) -> Result<Vec<u8>, PageError> {
    let answer = gloo_net::http::Request::get(address).send().await;
    let answer = answer.map_err(|_| PageError::Unavailable)?;
    match answer.status() {
        200 => answer.binary().await.map_err(|_| PageError::Unavailable),
        404 => Err(PageError::NotFound),
        _ => Err(PageError::Unavailable),
    }
}

fn take_over(island: &HtmlDivElement, data: ExplorerData, index: Index) {
    // The element that leptos puts round what the server rendered.
    let children = island
        .first_element_child()
        .and_then(|children| children.dyn_into::<HtmlElement>().ok());
    let Some(children) = children else {
        return;
    };
    if was_changed(&children) {
        leptos::logging::warn!("the list stays as it is: something changed its HTML");
        return;
    }
    let back = Position::after_back();
    let held = Rc::new(Cell::new(None));
    let holder = Rc::clone(&held);
    let hydrated = leptos::mount::hydrate_from(children, move || {
        let address = Address::of_page();
        let engine = Engine::of(index);
        let state = AtlasState::new(data.outline, data.groundwork, engine, address.into());
        holder.set(Some(state));
        state.take_over();
        explorer_view(state)
    });
    hydrated.forget();
    mark_live(island);
    if let Some((position, state)) = back.zip(held.get()) {
        state.deepen(position.depth);
        position.restore();
    }
    if let Some(root) = document().document_element() {
        // Tells tests and measurements that the browser answers.
        let _ = root.set_attribute("data-engine", "browser");
    }
}
