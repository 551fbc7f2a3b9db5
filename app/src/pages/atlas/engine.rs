//! What answers a filter: on the server the answer to the request, in the browser the index of all zones.

use crate::api::Shown;
use domain::filter::{Filter, ListedZone};
use std::sync::Arc;

/// The answer to the request.
#[cfg(feature = "ssr")]
pub struct Engine(Arc<Shown>);

#[cfg(feature = "ssr")]
impl Engine {
    /// An engine with one answer.
    pub const fn of(answer: Arc<Shown>) -> Self {
        Self(answer)
    }

    /// What the filter of the request shows.
    pub fn select(&self, _: &Filter) -> Arc<Shown> {
        Arc::clone(&self.0)
    }

    /// The zones of a further page of the list: the server shows one page.
    #[expect(clippy::unused_self, reason = "the browser's half needs it")]
    pub const fn page(&self, _: &Filter, _: u32) -> Vec<ListedZone> {
        Vec::new()
    }

    /// True where further pages of the list can be had.
    #[expect(clippy::unused_self, reason = "the browser's half needs it")]
    pub const fn has_pages(&self) -> bool {
        false
    }
}

/// The index of all zones.
#[cfg(feature = "hydrate")]
pub struct Engine(domain::filter::Index);

#[cfg(feature = "hydrate")]
impl Engine {
    /// An engine with any answer.
    pub const fn of(index: domain::filter::Index) -> Self {
        Self(index)
    }

    /// What a filter shows.
    pub fn select(&self, filter: &Filter) -> Arc<Shown> {
        Arc::new(Shown {
            query: filter.query(),
            selection: self.0.select(filter),
        })
    }

    /// The zones of a page of the list, from 0.
    pub fn page(&self, filter: &Filter, page: u32) -> Vec<ListedZone> {
        self.0.page(filter, page)
    }

    /// True where further pages of the list can be had.
    #[expect(clippy::unused_self, reason = "the server's half needs it")]
    pub const fn has_pages(&self) -> bool {
        true
    }
}
