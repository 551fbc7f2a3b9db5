//! Server functions: what islands ask the server for while a visitor uses a page, by GET and in a
//! compact form (postcard); and the types in which the server and the pages exchange data. Each
//! function is a public endpoint: it takes bounded text.

use crate::components::chart::PageCharts;
use domain::catalogue::{IndustryGroup, Province};
use domain::coverage::{IndicatorCoverage, Judged, LeftOut, LeftOutReason};
use domain::document::Copy;
use domain::dossier::Dossier;
use domain::evaluation::Evaluation;
use domain::filter::{Known, Selection};
use domain::group::Group;
use domain::id::{CitySlug, IndicatorId, ProvinceSlug};
use domain::league::League;
use domain::text::Bilingual;
use domain::tiles::Cell;
use domain::zone::ZoneSummary;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Postcard, PostcardEncoding};
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::{Bytes, Decodes};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// Why a page or a part of it cannot be shown as asked for. Says nothing of what happened inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PageError {
    /// There is no such thing.
    #[error("not found")]
    NotFound,
    /// Something failed on our side, or on the way.
    #[error("unavailable")]
    Unavailable,
    /// The answer is none that this version of the page can read.
    #[error("unreadable")]
    Unreadable,
}

impl FromServerFnError for PageError {
    type Encoder = PostcardEncoding;

    /// What is no error of ours comes from something between the browser and the server.
    fn de(data: Bytes) -> Self {
        PostcardEncoding::decode(data).unwrap_or(Self::Unavailable)
    }

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        // What the framework says may hold internals; visitors need only know that it failed.
        #[cfg(feature = "ssr")]
        tracing::warn!(%error, "a server function was called badly or failed");
        match error {
            ServerFnErrorErr::Deserialization(_) => Self::Unreadable,
            _ => Self::Unavailable,
        }
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
    /// True where another city has the same English name, such as Suzhou.
    pub shares_name: bool,
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

/// What a query string of the atlas page shows, with the query string it was asked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The query string, in canonical order.
    pub query: String,
    /// What it shows.
    pub selection: Selection,
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
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// How many zones a page of a league table has.
pub const LEAGUE_PAGE: u32 = 50;

/// What the explorer needs beyond the index files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplorerData {
    /// Provinces, groups of industries, indicators and totals.
    pub outline: Outline,
    /// The cities, and where the index files are.
    pub groundwork: Arc<Groundwork>,
}

/// What the explorer needs beyond the index files.
///
/// # Errors
/// [`PageError::Unavailable`] where the data cannot be had.
#[server(name = GetExplorer, prefix = "/fn", endpoint = "explorer", input = GetUrl, output = Postcard)]
pub async fn explorer() -> Result<ExplorerData, PageError> {
    let atlas = crate::atlas::use_atlas()?;
    Ok(ExplorerData {
        outline: crate::lookup::outline().await?,
        groundwork: atlas.groundwork().await,
    })
}

/// What the charts of a page are drawn from.
///
/// # Errors
/// [`PageError::NotFound`] where the address is that of no page with charts.
#[server(name = GetSeries, prefix = "/fn", endpoint = "series", input = GetUrl, output = Postcard)]
pub async fn series(
    /// The address of the page: its path and query string.
    page: String,
) -> Result<PageCharts, PageError> {
    crate::lookup::with_status(crate::lookup::charts_of(&page).await)
}

/// What a row of the explorer shows of its zone when it is opened, as HTML.
///
/// # Errors
/// [`PageError::NotFound`] where there is no zone of this name.
#[server(name = GetZoneSummary, prefix = "/fn", endpoint = "zone-summary", input = GetUrl, output = Postcard)]
pub async fn zone_summary(
    /// The path of the zone's page, with language.
    page: String,
) -> Result<String, PageError> {
    crate::lookup::with_status(crate::lookup::opened_zone(&page).await)
}
