//! The interface between the pages and the data. The server implements it over SQLite and provides it as a request
//! extension; the pages do not depend on how the data is stored.

use crate::records::{
    Comparison, Coverage, FigureAnswer, IndexManifest, PageError, Shown, SiteLists,
};
use domain::filter::ListedZone;
use domain::group::GroupRecord;
use domain::id::{FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use domain::profile::SourceRecord;
use domain::ranking::{Ranking, RankingPart};
use domain::source::SourceLine;
use domain::zone::ZoneRecord;
use leptos::prelude::use_context;
use std::sync::Arc;

/// The address of the site: scheme, host and port, without a trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(pub String);

impl std::str::FromStr for Origin {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let expected =
            "expected an address such as https://atlas.example, without a user name or a path";
        let origin = text.trim_end_matches('/');
        let host = origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"))
            .ok_or(expected)?;
        match host.parse::<http::uri::Authority>() {
            Ok(authority) if !authority.as_str().contains('@') => Ok(Self(origin.to_owned())),
            _ => Err(expected),
        }
    }
}

/// The id of a request, by which its operator finds it in the log.
#[derive(Debug, Clone)]
pub struct RequestReference(pub Arc<str>);

/// The data of the atlas. All results of one value come from the same dataset.
#[async_trait::async_trait]
pub trait Atlas: Send + Sync {
    /// Returns the site metadata: provinces, industry groups, totals, and the digest of the dataset.
    async fn site_metadata(&self) -> Arc<SiteLists>;

    /// Returns the index manifest: the data that the list of zones needs besides the site metadata.
    async fn index_manifest(&self) -> Arc<IndexManifest>;

    /// Returns the zones of one page that a query string selects, with facet counts. Accepts any text as a query
    /// string.
    async fn shown(&self, query: &str) -> Shown;

    /// Returns all zones that a query string selects, of all pages of the list, in the order of the list.
    async fn listed(&self, query: &str) -> Vec<ListedZone>;

    /// Returns the data of a comparison of zones, given their slugs or catalogue codes. Each zone is included once;
    /// unknown names are ignored.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] if the data cannot be read. The cause is only logged.
    async fn comparison(&self, names: &[String]) -> Result<Comparison, PageError>;

    /// Returns a part of the ranking of all zones by an indicator.
    ///
    /// # Errors
    /// [`PageError::NotFound`] if there is no such indicator, [`PageError::Unavailable`] if the data cannot be read.
    async fn ranking(&self, id: &IndicatorId, part: &RankingPart) -> Result<Ranking, PageError>;

    /// Returns all data on a zone.
    ///
    /// # Errors
    /// [`PageError::NotFound`] if there is no such zone, [`PageError::Unavailable`] if the data cannot be read.
    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError>;

    /// Returns all data on a group of zones.
    ///
    /// # Errors
    /// [`PageError::NotFound`] if there is no such group, [`PageError::Unavailable`] if the data cannot be read.
    async fn group(&self, id: &GroupId) -> Result<GroupRecord, PageError>;

    /// Returns a figure with its related data, or the reason why it was removed.
    ///
    /// # Errors
    /// [`PageError::NotFound`] if there never was such a figure, [`PageError::Unavailable`] if the data cannot be
    /// read.
    async fn figure(&self, id: &FigureId) -> Result<FigureAnswer, PageError>;

    /// Returns all sources, with the numbers of figures and facts taken from each.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] if the data cannot be read.
    async fn sources(&self) -> Result<Vec<SourceLine>, PageError>;

    /// Returns a source, with all figures and facts taken from it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] if there is no such source, [`PageError::Unavailable`] if the data cannot be read.
    async fn source(&self, id: &SourceId) -> Result<SourceRecord, PageError>;

    /// Returns what the dataset covers, what was left out, and the results of the checks.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] if the data cannot be read.
    async fn coverage(&self) -> Result<Coverage, PageError>;
}

/// The atlas of a request, shared by all parts of its page.
pub type SharedAtlas = Arc<dyn Atlas>;

/// Returns the atlas of the current request. All parts of a page read from the same one, even if the server opens a
/// new dataset meanwhile.
///
/// # Errors
/// [`PageError::Unavailable`] if the request has no atlas.
pub fn use_atlas() -> Result<SharedAtlas, PageError> {
    let of_request = || {
        let parts = use_context::<http::request::Parts>()?;
        parts.extensions.get::<SharedAtlas>().cloned()
    };
    of_request().ok_or_else(|| {
        tracing::error!("the request has no atlas: the middleware is missing");
        PageError::Unavailable
    })
}
