//! What the pages need from the outside, stated once. The server implements it over SQLite and
//! hands it in as context; nothing here knows where the data lives.

use crate::api::{Coverage, FigureAnswer, Groundwork, Outline, PageError};
use domain::filter::{Filter, Selection};
use domain::group::GroupRecord;
use domain::id::{FigureId, GroupId, SourceId, ZoneSlug};
use domain::source::{SourceLine, SourceRecord};
use domain::zone::{ZoneRecord, ZoneSummary};
use leptos::prelude::use_context;
use std::sync::Arc;

/// The data of the atlas.
#[async_trait::async_trait]
pub trait Atlas: Send + Sync {
    /// What every page needs: provinces, industry groups, totals, the dataset's digest.
    fn outline(&self) -> Outline;

    /// What the list of zones needs beyond that.
    fn groundwork(&self) -> Groundwork;

    /// The zones that a filter shows, with the counts of its facets.
    fn select(&self, filter: &Filter) -> Selection;

    /// The filter that a query string asks for, by the values the data knows.
    fn filter(&self, query: &str) -> Filter;

    /// These zones as the list knows them, each once; those that the atlas does not have are left out.
    fn summaries(&self, slugs: &[ZoneSlug]) -> Vec<ZoneSummary>;

    /// All that is known of a zone.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such zone, [`PageError::Unavailable`] where the
    /// data cannot be read; the reason is logged, not told.
    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError>;

    /// All that is known of a group of zones.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such group.
    fn group(&self, id: &GroupId) -> Result<GroupRecord, PageError>;

    /// A figure with what is needed to question it, or why it is gone.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there never was such a figure.
    async fn figure(&self, id: &FigureId) -> Result<FigureAnswer, PageError>;

    /// All sources, with how much was taken from each.
    fn sources(&self) -> Vec<SourceLine>;

    /// A source, with everything taken from it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such source.
    fn source(&self, id: &SourceId) -> Result<SourceRecord, PageError>;

    /// What is covered and what is not.
    fn coverage(&self) -> Coverage;
}

/// The atlas as context holds it.
pub type SharedAtlas = Arc<dyn Atlas>;

/// The atlas of the request that is being answered.
///
/// # Errors
/// Where the server handed none in.
pub fn use_atlas() -> Result<SharedAtlas, PageError> {
    use_context().ok_or_else(|| {
        tracing::error!("no atlas in the context of this request");
        PageError::Unavailable
    })
}
