//! Server functions: the public endpoints that pages call, on the server directly and in the
//! browser by GET. They take bounded text and give domain types.

use domain::catalogue::{IndustryGroup, Province};
use domain::filter::{Known, Selection};
use domain::zone::ZoneRecord;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, JsonEncoding};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why a page cannot be shown as asked for. Says nothing of what happened inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PageError {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// Something failed on our side, or on the way.
    #[error("unavailable")]
    Unavailable,
}

impl FromServerFnError for PageError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        // What the framework says may hold internals; visitors need only know that it failed.
        #[cfg(feature = "ssr")]
        tracing::warn!(%error, "a server function was called badly or failed");
        #[cfg(not(feature = "ssr"))]
        let _ = error;
        Self::Unavailable
    }
}

/// What every page needs and no visitor changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// In the order of their codes.
    pub provinces: Vec<Province>,
    /// In the order of the data.
    pub industry_groups: Vec<IndustryGroup>,
    /// How many zones of the catalogue there are.
    pub catalogue: u32,
    /// How many national new areas there are.
    pub new_areas: u32,
    /// SHA-256 over the data files.
    pub digest: String,
    /// The day of the release of the data.
    pub date: String,
}

impl Outline {
    /// The values that a query string may use.
    pub fn known(&self) -> Known {
        Known {
            provinces: self.provinces.iter().map(|p| p.slug.clone()).collect(),
            industries: self.industry_groups.iter().map(|g| g.id.clone()).collect(),
        }
    }

    /// The province of this name.
    pub fn province(&self, slug: &domain::id::ProvinceSlug) -> Option<&Province> {
        self.provinces
            .iter()
            .find(|province| &province.slug == slug)
    }
}

/// What every page needs.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetOutline, prefix = "/api", endpoint = "outline", input = GetUrl)]
pub async fn outline() -> Result<Outline, PageError> {
    Ok(crate::atlas::use_atlas()?.outline())
}

/// The zones that a query string of the atlas page shows. Any text is a query string.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetSelection, prefix = "/api", endpoint = "zones", input = GetUrl)]
pub async fn selection(
    /// The query string, without its question mark.
    query: String,
) -> Result<Selection, PageError> {
    let atlas = crate::atlas::use_atlas()?;
    Ok(atlas.select(&atlas.filter(&query)))
}

/// All that is known of a zone.
///
/// # Errors
/// [`PageError::NotFound`] where there is no zone of this name, [`PageError::Unavailable`] where
/// the data cannot be read.
#[server(name = GetZone, prefix = "/api", endpoint = "zone", input = GetUrl)]
pub async fn zone(
    /// The zone's address.
    slug: String,
) -> Result<ZoneRecord, PageError> {
    let found = match slug.parse() {
        Ok(slug) => crate::atlas::use_atlas()?.zone(&slug).await,
        Err(_) => Err(PageError::NotFound),
    };
    if let Err(error) = found {
        set_status(error);
    }
    found
}

/// Gives the answer the status of an error: a page that is not found must say so to machines too.
#[cfg(feature = "ssr")]
pub fn set_status(error: PageError) {
    use http::StatusCode;

    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(match error {
            PageError::NotFound => StatusCode::NOT_FOUND,
            PageError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        });
    }
}

/// In the browser there is no answer whose status could be set.
#[cfg(not(feature = "ssr"))]
pub const fn set_status(_: PageError) {}
