//! Data access for pages, on the atlas of their request. An error also sets the HTTP status of the response.

use crate::atlas::{Origin, use_atlas};
use crate::components::chart::PageCharts;
use crate::components::zone_summary::zone_summary;
use crate::locale::Locale;
use crate::query;
use crate::ranking::RankingView;
use crate::records::Publication;
use crate::records::{
    Comparison, Coverage, FigureAnswer, PageError, RankingPage, SiteMetadata,
    ZONES_PER_RANKING_PAGE,
};
use crate::series::{compare_charts, growth_charts};
use domain::filter::TRAY_SIZE;
use domain::group::GroupRecord;
use domain::profile::SourceRecord;
use domain::ranking::RankingPart;
use domain::source::SourceLine;
use domain::zone::ZoneRecord;
use leptos::prelude::*;
use leptos::server_fn::error::ServerFnErrorErr;

/// Returns the site metadata.
///
/// # Errors
/// [`PageError::Unavailable`] if the data cannot be read.
pub async fn site_metadata() -> Result<SiteMetadata, PageError> {
    Ok(SiteMetadata {
        data: use_atlas()?.site_metadata().await,
        origin: origin(),
    })
}

/// Returns the address of the site, from the request or from the configuration of the server; empty if unknown.
pub fn origin() -> String {
    let origin = use_context::<Origin>();
    origin.map(|origin| origin.0).unwrap_or_default()
}

/// Returns the data of a comparison of the zones in a query string: at most six. Unknown zones are ignored.
///
/// # Errors
/// [`PageError::Unavailable`] if the data cannot be read.
pub async fn compared(query: &str) -> Result<Comparison, PageError> {
    let atlas = use_atlas()?;
    with_status(atlas.comparison(&compared_names(query)).await)
}

/// Returns the names of the zones to compare, at most [`TRAY_SIZE`].
pub fn compared_names(query: &str) -> Vec<String> {
    let names = query::zones(query).into_iter();
    names.take(TRAY_SIZE).collect()
}

/// Returns a page of the ranking of an indicator.
///
/// # Errors
/// [`PageError::NotFound`] if there is no such indicator or no such page.
pub async fn ranking(id: &str, view: &RankingView) -> Result<RankingPage, PageError> {
    with_status(ranking_page(id, view).await)
}

async fn ranking_page(id: &str, view: &RankingView) -> Result<RankingPage, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let before = view.page.checked_sub(1).ok_or(PageError::NotFound)?;
    let part = RankingPart {
        province: view.province.clone(),
        kind: view.kind,
        skip: before
            .checked_mul(ZONES_PER_RANKING_PAGE)
            .ok_or(PageError::NotFound)?,
        most: ZONES_PER_RANKING_PAGE,
    };
    let ranking = use_atlas()?.ranking(&id, &part).await?;
    let pages = ranking.matching.div_ceil(ZONES_PER_RANKING_PAGE).max(1);
    if view.page > pages {
        return Err(PageError::NotFound);
    }
    Ok(RankingPage { ranking, pages })
}

/// Returns all data on a zone.
///
/// # Errors
/// [`PageError::NotFound`] if there is no zone with this slug, [`PageError::Unavailable`] if the data cannot be read.
pub async fn zone(slug: &str) -> Result<ZoneRecord, PageError> {
    let found = match slug.parse() {
        Ok(slug) => use_atlas()?.zone(&slug).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// Returns all data on a group of zones.
///
/// # Errors
/// [`PageError::NotFound`] if there is no group with this id.
pub async fn group(id: &str) -> Result<GroupRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => use_atlas()?.group(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// Returns a figure with its related data, or the reason why it was removed.
///
/// # Errors
/// [`PageError::NotFound`] if there never was a figure with this id.
pub async fn figure(id: &str) -> Result<FigureAnswer, PageError> {
    let found = match id.parse() {
        Ok(id) => use_atlas()?.figure(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    if let Ok(FigureAnswer::Removed { .. }) = found {
        set_gone();
    }
    with_status(found)
}

/// Returns all sources, with the numbers of figures and facts taken from each.
///
/// # Errors
/// [`PageError::Unavailable`] if the data cannot be read.
pub async fn sources() -> Result<Vec<SourceLine>, PageError> {
    with_status(use_atlas()?.sources().await)
}

/// Returns a source, with all figures and facts taken from it.
///
/// # Errors
/// [`PageError::NotFound`] if there is no source with this id.
pub async fn source(id: &str) -> Result<SourceRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => use_atlas()?.source(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// Returns what the dataset covers, what was left out, and the results of the checks.
///
/// # Errors
/// [`PageError::Unavailable`] if the data cannot be read.
pub async fn coverage() -> Result<Coverage, PageError> {
    with_status(use_atlas()?.coverage().await)
}

/// Returns the result unchanged. An error sets the HTTP status of the response.
pub fn with_status<T>(found: Result<T, PageError>) -> Result<T, PageError> {
    if let Err(error) = found {
        set_status(error);
    }
    found
}

/// Sets the status 410: the figure at this address was removed.
fn set_gone() {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::GONE);
    }
}

/// Logs why a server function failed. A request without the arguments of the function gets status 400.
pub fn report_failed_function(error: &ServerFnErrorErr) {
    let is_of_client = matches!(
        error,
        ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_)
    );
    if !is_of_client {
        tracing::warn!(%error, "a server function failed");
        return;
    }
    tracing::debug!(%error, "a server function received an invalid request");
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::BAD_REQUEST);
    }
}

/// Sets the HTTP status for an error, so that programs also detect a missing page.
pub fn set_status(error: PageError) {
    use http::StatusCode;

    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(match error {
            PageError::NotFound => StatusCode::NOT_FOUND,
            PageError::Unavailable | PageError::Unreadable => StatusCode::SERVICE_UNAVAILABLE,
        });
    }
}

/// Returns the series of all charts of a page, given its path and query string.
///
/// # Errors
/// [`PageError::NotFound`] if it is not a page with charts.
pub async fn charts_of(page: &str) -> Result<PageCharts, PageError> {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let locale = Locale::of_path(path);
    let publication = Publication::from(&site_metadata().await?);
    let atlas = use_atlas()?;
    let parts: Vec<&str> = Locale::strip(path)
        .trim_start_matches('/')
        .split('/')
        .collect();
    let chosen = query::chosen(query);
    match parts[..] {
        ["zones", slug] => {
            let slug = slug.parse().map_err(|_| PageError::NotFound)?;
            let zone = atlas.zone(&slug).await?;
            Ok(growth_charts(locale, &zone.profile, &chosen, publication))
        }
        ["groups", id] => {
            let id = id.parse().map_err(|_| PageError::NotFound)?;
            let group = atlas.group(&id).await?;
            Ok(growth_charts(locale, &group.profile, &chosen, publication))
        }
        ["compare"] => {
            let comparison = atlas.comparison(&compared_names(query)).await?;
            Ok(compare_charts(locale, &comparison, query, publication))
        }
        _ => Err(PageError::NotFound),
    }
}

/// Returns a short summary of a zone as HTML, given the path of its page.
///
/// # Errors
/// [`PageError::NotFound`] if it is not the page of a zone.
pub async fn opened_zone(page: &str) -> Result<String, PageError> {
    let locale = Locale::of_path(page);
    let slug = Locale::strip(page)
        .strip_prefix("/zones/")
        .and_then(|slug| slug.parse().ok())
        .ok_or(PageError::NotFound)?;
    let zone = use_atlas()?.zone(&slug).await?;
    let site_metadata = site_metadata().await?;
    let province = site_metadata.province(&zone.summary.province);
    Ok(zone_summary(locale, &zone, province).into_string())
}
