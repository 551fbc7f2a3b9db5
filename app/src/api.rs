//! Server functions that islands call by GET while a visitor uses a page. Responses are encoded with postcard, a
//! compact binary format. Each function is a public endpoint, so the length of its text input is limited.

use crate::components::chart::PageCharts;
use crate::records::{ExplorerData, PageError};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Postcard};

/// Returns the data that the explorer needs besides the index files.
///
/// # Errors
/// [`PageError::Unavailable`] if the data cannot be read.
#[server(name = GetExplorer, prefix = "/fn", endpoint = "explorer", input = GetUrl, output = Postcard)]
pub async fn explorer() -> Result<ExplorerData, PageError> {
    let atlas = crate::atlas::use_atlas()?;
    Ok(ExplorerData {
        site_metadata: crate::lookup::site_metadata().await?,
        index_manifest: atlas.index_manifest().await,
    })
}

/// Returns the series of all charts of a page.
///
/// # Errors
/// [`PageError::NotFound`] if there is no page with charts at this address.
#[server(name = GetSeries, prefix = "/fn", endpoint = "series", input = GetUrl, output = Postcard)]
pub async fn series(
    /// The address of the page: path and query string.
    page: String,
) -> Result<PageCharts, PageError> {
    crate::lookup::with_status(crate::lookup::charts_of(&page).await)
}

/// Returns the zone summary that an opened row of the explorer shows, as HTML.
///
/// # Errors
/// [`PageError::NotFound`] if there is no zone with this slug.
#[server(name = GetZoneSummary, prefix = "/fn", endpoint = "zone-summary", input = GetUrl, output = Postcard)]
pub async fn zone_summary(
    /// The path of the zone's page, with the language segment.
    page: String,
) -> Result<String, PageError> {
    crate::lookup::with_status(crate::lookup::opened_zone(&page).await)
}
