//! Server functions: the public endpoints that pages call, on the server directly and in the
//! browser by GET. They take bounded text and give domain types.

use domain::catalogue::{IndustryGroup, Province};
use domain::coverage::{IndicatorCoverage, Judged, LeftOut, LeftOutReason};
use domain::document::Copy;
use domain::dossier::Dossier;
use domain::evaluation::Evaluation;
#[cfg(feature = "ssr")]
use domain::filter::TRAY_SIZE;
use domain::filter::{Known, Selection};
use domain::group::{Group, GroupRecord};
#[cfg(feature = "ssr")]
use domain::id::ZoneSlug;
use domain::id::{CitySlug, IndicatorId, ProvinceSlug};
use domain::league::League;
use domain::source::{SourceLine, SourceRecord};
use domain::text::Bilingual;
use domain::tiles::Cell;
use domain::zone::{ZoneRecord, ZoneSummary};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, JsonEncoding};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

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

/// What something is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorName {
    /// The indicator.
    pub id: IndicatorId,
    /// What it is called.
    pub name: Bilingual,
}

/// A figure, or why there is none at its address any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureAnswer {
    /// The figure.
    Found {
        /// What is needed to question it, itself among it.
        dossier: Box<Dossier>,
        /// What the copy of its document says that this server holds, if it holds one.
        copy: Option<Copy>,
    },
    /// It was taken out of the dataset.
    Removed {
        /// Why.
        reason: Bilingual,
    },
}

/// What is covered and what is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// By indicator.
    pub indicators: Vec<IndicatorCoverage>,
    /// How many zones have a figure beyond what the lists say.
    pub with_figures: u32,
    /// How many have a line of two years or more.
    pub with_history: u32,
    /// The groups of zones.
    pub groups: Vec<Group>,
    /// Every caution, with what a person said of it.
    pub cautions: Vec<Judged>,
    /// What was seen and not taken in, counted by reason.
    pub left_out: Vec<(LeftOutReason, u32)>,
    /// What was left out for a reason of its own.
    pub notable: Vec<LeftOut>,
    /// How the checks did on figures whose truth is known.
    pub evaluation: Evaluation,
}

/// What every page needs and no visitor changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineData {
    /// In the order of their codes.
    pub provinces: Vec<Province>,
    /// In the order of the data.
    pub industry_groups: Vec<IndustryGroup>,
    /// Those of which a figure is known, in the order of the data.
    pub indicators: Vec<IndicatorName>,
    /// How many zones of the catalogue there are.
    pub catalogue: u32,
    /// How many national new areas there are.
    pub new_areas: u32,
    /// SHA-256 over the data files.
    pub digest: String,
    /// The day of the release of the data.
    pub date: String,
}

/// The same for all requests, with where this one found the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Shared by all requests.
    pub data: Arc<OutlineData>,
    /// Where the visitor found the site: scheme, host and port.
    pub origin: String,
}

impl Deref for Outline {
    type Target = OutlineData;

    fn deref(&self) -> &OutlineData {
        &self.data
    }
}

/// A city that a query string may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityLine {
    /// Its address.
    pub slug: CitySlug,
    /// Its province.
    pub province: ProvinceSlug,
    /// What it is called.
    pub name: Bilingual,
    /// Its cell among the tiles of its province.
    pub cell: Cell,
}

/// What the list of zones needs beyond the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groundwork {
    /// All cities, in the order of their codes.
    pub cities: Vec<CityLine>,
    /// Where the browser finds the index of all zones.
    pub index: String,
    /// Where it finds what only the search needs.
    pub search: String,
}

impl OutlineData {
    /// The values that a query string may use.
    pub fn known(&self, cities: &[CityLine]) -> Known {
        Known {
            cities: cities.iter().map(|city| city.slug.clone()).collect(),
            provinces: self.provinces.iter().map(|p| p.slug.clone()).collect(),
            industries: self.industry_groups.iter().map(|g| g.id.clone()).collect(),
            indicators: self.indicators.iter().map(|i| i.id.clone()).collect(),
        }
    }

    /// The names of the provinces, in their order.
    pub fn province_names(&self) -> Vec<Bilingual> {
        self.provinces
            .iter()
            .map(|province| province.name.clone())
            .collect()
    }

    /// The province of this name.
    pub fn province(&self, slug: &ProvinceSlug) -> Option<&Province> {
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
    Ok(Outline {
        data: crate::atlas::use_atlas()?.outline().await,
        origin: origin(),
    })
}

/// Where the site is: as it was told, or else as the request says.
#[cfg(feature = "ssr")]
pub fn origin() -> String {
    let told = use_context::<crate::atlas::Origin>();
    let of_request = || {
        use_context::<http::request::Parts>()
            .map(|parts| crate::atlas::Origin::of_request(&parts.headers))
    };
    told.or_else(of_request)
        .map(|origin| origin.0)
        .unwrap_or_default()
}

/// Where the site is: where this page came from.
#[cfg(not(feature = "ssr"))]
pub fn origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// What the list of zones needs beyond the outline.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetGroundwork, prefix = "/api", endpoint = "groundwork", input = GetUrl)]
pub async fn groundwork() -> Result<Arc<Groundwork>, PageError> {
    Ok(crate::atlas::use_atlas()?.groundwork().await)
}

/// What a query string of the atlas page shows, with the query string it was asked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The query string, in canonical order.
    pub query: String,
    /// What it shows.
    pub selection: Selection,
}

/// The zones that a query string of the atlas page shows. Any text is a query string.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetSelection, prefix = "/api", endpoint = "zones", input = GetUrl)]
pub async fn shown(
    /// The query string, without its question mark.
    query: String,
) -> Result<Shown, PageError> {
    Ok(crate::atlas::use_atlas()?.shown(&query).await)
}

/// Zones side by side, with what is known of each, and of all national zones together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The zones, as the list knows them.
    pub zones: Vec<ZoneSummary>,
    /// What is known of each, in the same order.
    pub dossiers: Vec<Dossier>,
    /// What is stated of all national zones of a class.
    pub national: Vec<Dossier>,
}

/// One indicator over all zones: a page of the league table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaguePage {
    /// The indicator, and the zones of this page.
    pub league: League,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// How many zones a page of a league table has.
pub const LEAGUE_PAGE: u32 = 50;

/// The zones of these addresses, for a page that shows them side by side: at most six, those that
/// the atlas has.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetCompared, prefix = "/api", endpoint = "compare", input = GetUrl)]
pub async fn compared(
    /// The addresses, parted by commas.
    zones: String,
) -> Result<Comparison, PageError> {
    let atlas = crate::atlas::use_atlas()?;
    with_status(atlas.comparison(&slugs_of(&zones)).await)
}

/// The addresses of zones in a text that parts them by commas, as many as may be compared.
#[cfg(feature = "ssr")]
pub fn slugs_of(zones: &str) -> Vec<ZoneSlug> {
    let slugs = zones.split(',').take(TRAY_SIZE);
    slugs.filter_map(|slug| slug.parse().ok()).collect()
}

/// A page of the league table of an indicator.
///
/// # Errors
/// [`PageError::NotFound`] where there is no indicator of this name, or no such page.
#[server(name = GetLeague, prefix = "/api", endpoint = "indicator", input = GetUrl)]
pub async fn league(
    /// The indicator's id.
    id: String,
    /// The page, from 1.
    page: u32,
) -> Result<LeaguePage, PageError> {
    with_status(league_page(&id, page).await)
}

#[cfg(feature = "ssr")]
async fn league_page(id: &str, page: u32) -> Result<LeaguePage, PageError> {
    let id = id.parse().map_err(|_| PageError::NotFound)?;
    let before = page.checked_sub(1).ok_or(PageError::NotFound)?;
    let skip = before.checked_mul(LEAGUE_PAGE).ok_or(PageError::NotFound)?;
    let atlas = crate::atlas::use_atlas()?;
    let league = atlas.league(&id, (skip, LEAGUE_PAGE)).await?;
    let pages = league.known.div_ceil(LEAGUE_PAGE).max(1);
    if page > pages {
        return Err(PageError::NotFound);
    }
    Ok(LeaguePage {
        league,
        page,
        pages,
    })
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
    with_status(found)
}

/// All that is known of a group of zones.
///
/// # Errors
/// [`PageError::NotFound`] where there is no group of this name.
#[server(name = GetGroup, prefix = "/api", endpoint = "group", input = GetUrl)]
pub async fn group(
    /// The group's address.
    id: String,
) -> Result<GroupRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => crate::atlas::use_atlas()?.group(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// A figure with what is needed to question it, or why it is gone.
///
/// # Errors
/// [`PageError::NotFound`] where there never was a figure of this name.
#[server(name = GetFigure, prefix = "/api", endpoint = "figure", input = GetUrl)]
pub async fn figure(
    /// The figure's id.
    id: String,
) -> Result<FigureAnswer, PageError> {
    let found = match id.parse() {
        Ok(id) => crate::atlas::use_atlas()?.figure(&id).await,
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
#[server(name = GetSources, prefix = "/api", endpoint = "sources", input = GetUrl)]
pub async fn sources() -> Result<Vec<SourceLine>, PageError> {
    with_status(crate::atlas::use_atlas()?.sources().await)
}

/// A source, with everything taken from it.
///
/// # Errors
/// [`PageError::NotFound`] where there is no source of this name.
#[server(name = GetSource, prefix = "/api", endpoint = "source", input = GetUrl)]
pub async fn source(
    /// The source's id.
    id: String,
) -> Result<SourceRecord, PageError> {
    let found = match id.parse() {
        Ok(id) => crate::atlas::use_atlas()?.source(&id).await,
        Err(_) => Err(PageError::NotFound),
    };
    with_status(found)
}

/// What is covered and what is not.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetCoverage, prefix = "/api", endpoint = "coverage", input = GetUrl)]
pub async fn coverage() -> Result<Coverage, PageError> {
    with_status(crate::atlas::use_atlas()?.coverage().await)
}

/// The answer, with the status of its error.
#[cfg(feature = "ssr")]
fn with_status<T>(found: Result<T, PageError>) -> Result<T, PageError> {
    if let Err(error) = found {
        set_status(error);
    }
    found
}

/// Says that there was a thing at this address and is none any more.
#[cfg(feature = "ssr")]
fn set_gone() {
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::GONE);
    }
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
