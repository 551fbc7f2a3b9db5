//! What the pages need from the outside, stated once. The server implements it over SQLite and
//! hands it in as context; nothing here knows where the data lives.

use crate::api::{Comparison, Coverage, FigureAnswer, Groundwork, OutlineData, PageError, Shown};
use domain::filter::ListedZone;
use domain::group::GroupRecord;
use domain::id::{FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use domain::league::{League, RankingPart};
use domain::source::{SourceLine, SourceRecord};
use domain::zone::ZoneRecord;
use leptos::prelude::use_context;
use std::sync::Arc;

/// The address of the site: scheme, host and port, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(pub String);

impl std::str::FromStr for Origin {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let expected = "an address such as https://atlas.example, without a path";
        let origin = text.trim_end_matches('/');
        let host = origin
            .strip_prefix("https://")
            .or_else(|| origin.strip_prefix("http://"))
            .ok_or(expected)?;
        match host.parse::<http::uri::Authority>() {
            Ok(_) => Ok(Self(origin.to_owned())),
            Err(_) => Err(expected),
        }
    }
}

impl Origin {
    /// The address that a request was sent to. What is no host and port is taken for none.
    pub fn of_request(headers: &http::HeaderMap) -> Self {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        let host = text("host").filter(|host| {
            host.parse::<http::uri::Authority>()
                .is_ok_and(|authority| !authority.as_str().contains('@'))
        });
        let scheme = match text("x-forwarded-proto") {
            Some("https") => "https",
            _ => "http",
        };
        Self(host.map_or_else(String::new, |host| format!("{scheme}://{host}")))
    }
}

/// The data of the atlas, as it is at one moment: what one value answers is of one dataset.
#[async_trait::async_trait]
pub trait Atlas: Send + Sync {
    /// What every page needs: provinces, industry groups, totals, the dataset's digest.
    async fn outline(&self) -> Arc<OutlineData>;

    /// What the list of zones needs beyond that.
    async fn groundwork(&self) -> Arc<Groundwork>;

    /// The zones that a query string shows, with the counts of its facets. Any text is a query string.
    async fn shown(&self, query: &str) -> Shown;

    /// All zones that a query string shows, on all pages of the list, in its order.
    async fn listed(&self, query: &str) -> Vec<ListedZone>;

    /// Zones side by side, each once, by their slugs or their catalogue codes; those that the atlas does not have are left
    /// out.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] where the data cannot be read; the reason is logged, not told.
    async fn comparison(&self, names: &[String]) -> Result<Comparison, PageError>;

    /// One indicator over all zones: a part of its ranking.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such indicator, [`PageError::Unavailable`] where the
    /// data cannot be read.
    async fn league(&self, id: &IndicatorId, part: &RankingPart) -> Result<League, PageError>;

    /// All that is known of a zone.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such zone, [`PageError::Unavailable`] where the
    /// data cannot be read.
    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError>;

    /// All that is known of a group of zones.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such group, [`PageError::Unavailable`] where the
    /// data cannot be read.
    async fn group(&self, id: &GroupId) -> Result<GroupRecord, PageError>;

    /// A figure with what is needed to question it, or why it is gone.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there never was such a figure, [`PageError::Unavailable`] where
    /// the data cannot be read.
    async fn figure(&self, id: &FigureId) -> Result<FigureAnswer, PageError>;

    /// All sources, with how much was taken from each.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] where the data cannot be read.
    async fn sources(&self) -> Result<Vec<SourceLine>, PageError>;

    /// A source, with everything taken from it.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such source, [`PageError::Unavailable`] where the
    /// data cannot be read.
    async fn source(&self, id: &SourceId) -> Result<SourceRecord, PageError>;

    /// What is covered and what is not.
    ///
    /// # Errors
    /// [`PageError::Unavailable`] where the data cannot be read.
    async fn coverage(&self) -> Result<Coverage, PageError>;
}

/// The atlas of a request, as the server attaches it.
pub type SharedAtlas = Arc<dyn Atlas>;

/// The atlas of the request that is being answered: every part of a page reads from the same one, also while the server
/// opens a new dataset.
///
/// # Errors
/// Where the server attached none.
pub fn use_atlas() -> Result<SharedAtlas, PageError> {
    let of_request = || {
        let parts = use_context::<http::request::Parts>()?;
        parts.extensions.get::<SharedAtlas>().cloned()
    };
    of_request().ok_or_else(|| {
        tracing::error!("no atlas is attached to this request");
        PageError::Unavailable
    })
}
