//! What pages read of the atlas of their request. An error also sets the status of the response.

use crate::api::{Comparison, Coverage, FigureAnswer, LEAGUE_PAGE, LeaguePage, Outline, PageError};
use crate::atlas::{Origin, use_atlas};
use crate::components::chart::{PageCharts, Publication};
use crate::components::zone_summary::zone_summary;
use crate::locale::Locale;
use crate::query;
use crate::ranking::RankingView;
use crate::series::{compare_charts, growth_charts};
use domain::filter::TRAY_SIZE;
use domain::group::GroupRecord;
use domain::league::RankingPart;
use domain::source::{SourceLine, SourceRecord};
use domain::zone::ZoneRecord;
use leptos::prelude::*;

/// What every page needs.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
pub async fn outline() -> Result<Outline, PageError> {
    Ok(Outline {
        data: use_atlas()?.outline().await,
        origin: origin(),
    })
}

/// The address of the site, as the request was sent to it or as the server was told.
pub fn origin() -> String {
    let origin = use_context::<Origin>();
    origin.map(|origin| origin.0).unwrap_or_default()
}

/// The zones that a query string names, for a page that shows them side by side: at most six, those that
/// the atlas has.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
pub async fn compared(query: &str) -> Result<Comparison, PageError> {
    let atlas = use_atlas()?;
    with_status(atlas.comparison(&compared_names(query)).await)
}

/// The names of the zones to be compared, as many as may be.
pub fn compared_names(query: &str) -> Vec<String> {
    let names = query::zones(query).into_iter();
    names.take(TRAY_SIZE).collect()
}

/// A page of the league table of an indicator, as a query string asks for it.
///
/// # Errors
/// [`PageError::NotFound`] where there is no indicator of this name, or no such page.
pub async fn league(id: &str, view: &RankingView) -> Result<LeaguePage, PageError> {
    with_status(league_page(id, view).await)
}

async fn league_page(id: &str, view: &RankingView) -> Result<LeaguePage, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let before = view.page.checked_sub(1).ok_or(PageError::NotFound)?;
    let part = RankingPart {
        province: view.province.clone(),
        kind: view.kind,
        skip: before.checked_mul(LEAGUE_PAGE).ok_or(PageError::NotFound)?,
        most: LEAGUE_PAGE,
    };
    let league = use_atlas()?.league(&id, &part).await?;
    let pages = league.matching.div_ceil(LEAGUE_PAGE).max(1);
    if view.page > pages {
        return Err(PageError::NotFound);
    }
    Ok(LeaguePage { league, pages })
}

/// All that is known of a zone.
///
/// # Errors
/// [`PageError::NotFound`] where there is no zone of this name, [`PageError::Unavailable`] where
/// the data cannot be read.
pub async fn zone(slug: &str) -> Result<ZoneRecord, PageError> {
    let found = match slug.parse() {
        Ok(slug) => use_atlas()?.zone(&slug).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// All that is known of a group of zones.
///
/// # Errors
/// [`PageError::NotFound`] where there is no group of this name.
pub async fn group(id: &str) -> Result<GroupRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => use_atlas()?.group(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// A figure with what is needed to question it, or why it is gone.
///
/// # Errors
/// [`PageError::NotFound`] where there never was a figure of this name.
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

/// All sources, with how much was taken from each.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
pub async fn sources() -> Result<Vec<SourceLine>, PageError> {
    with_status(use_atlas()?.sources().await)
}

/// A source, with everything taken from it.
///
/// # Errors
/// [`PageError::NotFound`] where there is no source of this name.
pub async fn source(id: &str) -> Result<SourceRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => use_atlas()?.source(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// What is covered and what is not.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
pub async fn coverage() -> Result<Coverage, PageError> {
    with_status(use_atlas()?.coverage().await)
}

/// The answer, with the status of its error.
pub fn with_status<T>(found: Result<T, PageError>) -> Result<T, PageError> {
    if let Err(error) = found {
        set_status(error);
    }
    found
}

/// Says that there was a thing at this address and is none any more.
fn set_gone() {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::GONE);
    }
}

/// Gives the answer the status of an error: a page that is not found must say so to machines too.
pub fn set_status(error: PageError) {
    use http::StatusCode;

    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(match error {
            PageError::NotFound => StatusCode::NOT_FOUND,
            PageError::Unavailable | PageError::Unreadable => StatusCode::SERVICE_UNAVAILABLE,
        });
    }
}

/// What the charts of the page at an address are drawn from.
///
/// # Errors
/// [`PageError::NotFound`] where it is no page with charts.
pub async fn charts_of(page: &str) -> Result<PageCharts, PageError> {
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let locale = Locale::of_path(path);
    let publication = Publication::from(&outline().await?);
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
            Ok(growth_charts(locale, &zone.dossier, &chosen, publication))
        }
        ["groups", id] => {
            let id = id.parse().map_err(|_| PageError::NotFound)?;
            let group = atlas.group(&id).await?;
            Ok(growth_charts(locale, &group.dossier, &chosen, publication))
        }
        ["compare"] => {
            let comparison = atlas.comparison(&compared_names(query)).await?;
            Ok(compare_charts(locale, &comparison, query, publication))
        }
        _ => Err(PageError::NotFound),
    }
}

/// The zone of a page in a few lines, as HTML.
///
/// # Errors
/// [`PageError::NotFound`] where it is no page of a zone.
pub async fn opened_zone(page: &str) -> Result<String, PageError> {
    let locale = Locale::of_path(page);
    let slug = Locale::strip(page)
        .strip_prefix("/zones/")
        .and_then(|slug| slug.parse().ok())
        .ok_or(PageError::NotFound)?;
    let zone = use_atlas()?.zone(&slug).await?;
    let outline = outline().await?;
    let province = outline.province(&zone.summary.province);
    Ok(zone_summary(locale, &zone, province).into_string())
}
