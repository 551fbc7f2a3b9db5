//! What the pages need from the outside, stated once. The server implements it over SQLite and
//! hands it in as context; nothing here knows where the data lives.

use crate::api::{Comparison, Coverage, FigureAnswer, Groundwork, Outline, PageError};
use domain::filter::{Filter, Selection};
use domain::group::GroupRecord;
use domain::id::{FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use domain::league::League;
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

    /// These zones side by side, each once; those that the atlas does not have are left out.
    fn comparison(&self, slugs: &[ZoneSlug]) -> Comparison;

    /// One indicator over all zones.
    ///
    /// # Errors
    /// [`PageError::NotFound`] where there is no such indicator.
    fn league(&self, id: &IndicatorId) -> Result<League, PageError>;

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
