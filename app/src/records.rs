//! The types in which the server, its pages and the islands exchange data, and the error that a page shows.

use domain::catalogue::{IndustryGroup, Province};
use domain::coverage::{IndicatorCoverage, Judged, LeftOut, LeftOutReason, SeriesCounts};
use domain::document::Copy;
use domain::evaluation::Evaluation;
use domain::filter::{QueryResult, ValidValues};
use domain::group::Group;
use domain::id::{CitySlug, IndicatorId, ProvinceSlug};
use domain::profile::{Owner, Profile};
use domain::ranking::Ranking;
use domain::text::Bilingual;
use domain::tiles::GridCell;
use domain::zone::ZoneSummary;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use leptos::server_fn::{Bytes, Decodes};
use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// The reason why a page or a part of it cannot be shown. Contains no internal details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PageError {
    /// No page or record exists at this address.
    #[error("not found")]
    NotFound,
    /// The server or the connection failed.
    #[error("unavailable")]
    Unavailable,
    /// The response has a format that this version of the page cannot read.
    #[error("unreadable")]
    Unreadable,
}

impl FromServerFnError for PageError {
    type Encoder = PostcardEncoding;

    /// Decodes an error response. A response in any other format comes from a server between the browser and this
    /// one, and is [`Self::Unavailable`].
    fn de(data: Bytes) -> Self {
        PostcardEncoding::decode(data).unwrap_or(Self::Unavailable)
    }

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        // The framework's error may contain internal details: it is logged and not sent to the visitor.
        #[cfg(feature = "ssr")]
        crate::lookup::report_failed_function(&error);
        match error {
            ServerFnErrorErr::Deserialization(_) => Self::Unreadable,
            _ => Self::Unavailable,
        }
    }
}

/// The id and the name of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorName {
    /// The id that query strings use.
    pub id: IndicatorId,
    /// The name in both languages.
    pub name: Bilingual,
}

/// A figure, or the reason why it was removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureAnswer {
    /// The figure is in the dataset.
    Found {
        /// The part of the profile that the page of the figure needs, including the figure itself.
        profile: Box<Profile>,
        /// The sentence of the figure in the server's copy of the source document; `None` if the server has no copy.
        copy: Option<Copy>,
    },
    /// The figure was removed from the dataset.
    Removed {
        /// The reason for the removal.
        reason: Bilingual,
    },
}

/// What the dataset covers, what was left out, and the results of the checks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The coverage of each indicator.
    pub indicators: Vec<IndicatorCoverage>,
    /// The number of zones with at least one figure besides the area in the lists.
    pub with_figures: u32,
    /// The number of zones with a time series of two years or more.
    pub with_history: u32,
    /// The numbers of figures and series.
    pub series: SeriesCounts,
    /// All groups of zones.
    pub groups: Vec<Group>,
    /// All cautions, each with the judgement of a person if there is one.
    pub cautions: Vec<Judged>,
    /// The number of statements that were read but left out of the dataset, by reason.
    pub left_out: Vec<(LeftOutReason, u32)>,
    /// The statements that were left out and have a note, each with the zone or group that it is about; `None` if the
    /// atlas has no page on its subject.
    pub notable: Vec<(LeftOut, Option<(Owner, Bilingual)>)>,
    /// The results of the checks on figures with known correct answers.
    pub evaluation: Evaluation,
}

/// The site metadata: data that every page needs and that is the same for all requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteLists {
    /// Sorted by province code.
    pub provinces: Vec<Province>,
    /// In the order of the dataset.
    pub industry_groups: Vec<IndustryGroup>,
    /// The indicators with at least one figure, in the order of the dataset.
    pub indicators: Vec<IndicatorName>,
    /// The number of zones in the catalogue.
    pub catalogue: u32,
    /// The number of national new areas.
    pub new_areas: u32,
    /// The number of zones that are newer than the catalogue.
    pub new_zones: u32,
    /// The SHA-256 digest of the data files.
    pub digest: String,
    /// The release date of the dataset.
    pub date: String,
}

/// The site metadata, with the address at which this request reached the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteMetadata {
    /// The metadata, shared by all requests.
    pub data: Arc<SiteLists>,
    /// The address of the site: scheme, host and port.
    pub origin: String,
}

impl Deref for SiteMetadata {
    type Target = SiteLists;

    fn deref(&self) -> &SiteLists {
        &self.data
    }
}

/// The dataset that a chart shows, and the site.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The date of the dataset: `2026-11-28`.
    pub date: String,
    /// The first 12 characters of the digest of the dataset.
    pub digest: String,
    /// The URL of the site, without a slash at the end.
    pub origin: String,
}

impl From<&SiteMetadata> for Publication {
    fn from(site_metadata: &SiteMetadata) -> Self {
        Self {
            date: site_metadata.date.clone(),
            digest: site_metadata.digest.chars().take(12).collect(),
            origin: site_metadata.origin.clone(),
        }
    }
}

/// A city that a query string may contain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CityLine {
    /// The name of the city in addresses.
    pub slug: CitySlug,
    /// The province of the city.
    pub province: ProvinceSlug,
    /// The name in both languages.
    pub name: Bilingual,
    /// The position of its tile on the map of its province.
    pub cell: GridCell,
    /// True if another city has the same English name, for example Suzhou.
    pub shares_name: bool,
}

/// The index manifest: data that the list of zones needs besides the site metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexManifest {
    /// All cities, sorted by their codes.
    pub cities: Vec<CityLine>,
    /// The address of the index of all zones.
    pub index: String,
    /// The address of the index that only the search needs.
    pub search: String,
}

impl SiteLists {
    /// Returns the values that a query string may use.
    pub fn known(&self, cities: &[CityLine]) -> ValidValues {
        ValidValues {
            cities: cities.iter().map(|city| city.slug.clone()).collect(),
            provinces: self.provinces.iter().map(|p| p.slug.clone()).collect(),
            industries: self.industry_groups.iter().map(|g| g.id.clone()).collect(),
            indicators: self.indicators.iter().map(|i| i.id.clone()).collect(),
        }
    }

    /// Returns the names of the provinces, in the order of [`Self::provinces`].
    pub fn province_names(&self) -> Vec<Bilingual> {
        self.provinces
            .iter()
            .map(|province| province.name.clone())
            .collect()
    }

    /// Returns the province with this slug; `None` if there is none.
    pub fn province(&self, slug: &ProvinceSlug) -> Option<&Province> {
        self.provinces
            .iter()
            .find(|province| &province.slug == slug)
    }
}

/// The query result of the atlas page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The query string, in canonical order.
    pub query: String,
    /// The zones and facet counts that the query string selects.
    pub result: QueryResult,
}

/// The data of a comparison of zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The compared zones, as the list shows them.
    pub zones: Vec<ZoneSummary>,
    /// The profile of each zone, in the same order.
    pub profiles: Vec<Profile>,
    /// The profiles of the national groups, with the totals over all national zones of a class.
    pub national: Vec<Profile>,
}

/// One page of the ranking of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RankingPage {
    /// The indicator, and the zones of this page.
    pub ranking: Ranking,
    /// The number of pages, at least 1.
    pub pages: u32,
}

/// The number of zones on a page of a ranking.
pub const ZONES_PER_RANKING_PAGE: u32 = 50;

/// The data that the explorer needs besides the index files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExplorerData {
    /// Provinces, industry groups, indicators and totals.
    pub site_metadata: SiteMetadata,
    /// The cities, and the addresses of the index files.
    pub index_manifest: Arc<IndexManifest>,
}

impl SiteLists {
    /// Returns the number of all zones.
    pub const fn zones(&self) -> u32 {
        self.catalogue + self.new_areas + self.new_zones
    }
}
