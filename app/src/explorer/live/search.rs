//! Loads the search on demand: a part of the Wasm, and the search index.

use super::Live;
use super::start::bytes;
use crate::browser::{Busy, next_task};
use crate::islands::error_notice::{ErrorNotice, reload_once};
use crate::records::{ExplorerData, PageError};
use domain::filter::{Index, SearchColumns};
use domain::text::Bilingual;
use leptos::prelude::window;
use leptos::task::spawn_local;
use std::rc::Rc;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Loads the search index and adds it to the index of zones.
pub async fn load(index: &Rc<Index>, data: &ExplorerData) -> Result<(), PageError> {
    let words = bytes(window().fetch_with_str(&data.index_manifest.search)).await?;
    next_task().await;
    let is_added = add(Rc::clone(index), data.site_metadata.province_names(), words).await;
    match is_added {
        Ok(true) => Ok(()),
        Ok(false) => Err(PageError::Unreadable),
        Err(_) => Err(PageError::Unavailable),
    }
}

/// Adds the search index to the index of zones. Compiled to a separate part of the Wasm. Returns false if this
/// version cannot read the file.
#[wasm_split(search, fallible)]
fn add(
    index: Rc<Index>,
    provinces: Vec<Bilingual>,
    words: Vec<u8>,
) -> Result<bool, SplitLoaderError> {
    let words = SearchColumns::from_bytes(&words);
    Ok(words
        .map(|words| index.add_search(provinces, words))
        .is_ok())
}

impl Live {
    /// Loads the search unless it is loaded or loading, then shows the result of the current address.
    pub fn bring_search(&self) {
        if self.index.searches() || self.is_bringing_search.replace(true) {
            return;
        }
        let Some(live) = self.this.upgrade() else {
            return;
        };
        spawn_local(async move {
            let busy = Busy::start();
            let brought = load(&live.index, &live.data).await;
            drop(busy);
            live.is_bringing_search.set(false);
            match brought {
                Ok(()) => live.follow(&live.address.query()),
                Err(PageError::Unreadable | PageError::NotFound) if reload_once() => {}
                Err(_) => ErrorNotice::new(&live.island).tell(move || live.bring_search()),
            }
        });
    }
}
