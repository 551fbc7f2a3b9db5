//! The index of all zones in this browser. Until it has come, the server answers.

use crate::api::Groundwork;
use domain::filter::Index;
use domain::text::Bilingual;
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// The index of this visit; handed down by context, so that it outlives a page.
#[derive(Clone, Copy)]
pub struct LocalIndex {
    held: RwSignal<Option<Held>>,
    /// The address of the index that is there or on its way.
    wanted: StoredValue<String>,
    /// How many pages more than the first were shown at an address.
    depths: StoredValue<HashMap<String, u32>>,
}

#[derive(Clone)]
struct Held {
    index: Arc<Index>,
    groundwork: Arc<Groundwork>,
}

impl LocalIndex {
    /// Hands an empty one to everything below.
    pub fn provide() {
        provide_context(Self {
            held: RwSignal::new(None),
            wanted: StoredValue::new(String::new()),
            depths: StoredValue::new(HashMap::new()),
        });
    }

    /// Looks at the index, if it is there.
    pub fn with<T>(self, look: impl FnOnce(&Index) -> T) -> Option<T> {
        self.held
            .with(|held| held.as_ref().map(|held| look(&held.index)))
    }

    /// Whether it is there.
    pub fn is_there(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// What came with it.
    pub fn groundwork(self) -> Option<Arc<Groundwork>> {
        self.held
            .with_untracked(|held| held.as_ref().map(|held| held.groundwork.clone()))
    }

    /// How many pages more than the first were shown at an address.
    pub fn depth(self, query: &str) -> u32 {
        self.depths
            .with_value(|depths| depths.get(query).copied().unwrap_or_default())
    }

    /// Remembers how many pages more than the first are shown at an address.
    pub fn set_depth(self, query: &str, depth: u32) {
        self.depths
            .update_value(|depths| _ = depths.insert(query.to_owned(), depth));
    }

    /// Fetches the index, unless it is there or on its way. Does nothing on the server.
    pub fn fetch(self, groundwork: Arc<Groundwork>, provinces: Vec<Bilingual>) {
        if self.wanted.with_value(|wanted| *wanted == groundwork.index) {
            return;
        }
        self.wanted.set_value(groundwork.index.clone());
        leptos::task::spawn_local(async move {
            match bring(&groundwork, provinces).await {
                Some(index) => {
                    let index = Arc::new(index);
                    self.held.set(Some(Held { index, groundwork }));
                    mark_ready();
                }
                // The server goes on answering; the next visit of the page tries again.
                None => self.wanted.set_value(String::new()),
            }
        });
    }
}

/// The index from its two files, asked for at once.
#[cfg(feature = "hydrate")]
async fn bring(groundwork: &Groundwork, provinces: Vec<Bilingual>) -> Option<Index> {
    use domain::filter::{Columns, SearchColumns};

    let (columns, words) =
        futures_util::future::join(bytes(&groundwork.index), bytes(&groundwork.search)).await;
    let index = Index::new(Columns::from_bytes(&columns?).ok()?);
    index.add_search(provinces, SearchColumns::from_bytes(&words?).ok()?);
    Some(index)
}

/// The server has its own.
#[cfg(not(feature = "hydrate"))]
async fn bring(_: &Groundwork, _: Vec<Bilingual>) -> Option<Index> {
    None
}

/// The content of a file of this site.
#[cfg(feature = "hydrate")]
async fn bytes(address: &str) -> Option<Vec<u8>> {
    let answer = gloo_net::http::Request::get(address).send().await.ok()?;
    if answer.ok() {
        answer.binary().await.ok()
    } else {
        None
    }
}

/// Says on the page that filters are answered in the browser from now on.
fn mark_ready() {
    if let Some(root) = document().document_element() {
        // What cannot be marked is answered all the same.
        let _ = root.set_attribute("data-engine", "browser");
    }
}
