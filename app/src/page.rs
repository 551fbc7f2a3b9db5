//! The page that a request is for. The routes of the server create it.

use crate::locale::Locale;
use leptos::prelude::*;

/// A page, with the id or slug from its address. The text may be invalid: the page then shows that nothing was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The list of all zones: the atlas page.
    Atlas,
    /// A comparison of the zones in the query string.
    Compare,
    /// A zone, by its slug.
    Zone(String),
    /// A group of zones, by its id.
    Group(String),
    /// A figure, by its id.
    Figure(String),
    /// All indicators, with the coverage of each.
    Indicators,
    /// The ranking of all zones by an indicator, by its id.
    Indicator(String),
    /// All sources.
    Sources,
    /// A source, by its id.
    Source(String),
    /// The coverage of the dataset.
    Data,
    /// The columns of the downloadable tables.
    Columns,
    /// The methods: how figures are read, derived and checked.
    Methods,
    /// The accessibility statement.
    Accessibility,
    /// The whole list of zones as a page to print.
    PrintedList,
    /// There is no page at this address.
    NotFound,
}

impl Page {
    /// True if the query string selects the zones that the page lists. Such pages are not for search engines when they
    /// have a query string.
    #[must_use]
    pub const fn is_list(&self) -> bool {
        matches!(
            self,
            Self::Atlas | Self::Compare | Self::Indicator(_) | Self::PrintedList
        )
    }
}

/// A request for a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// The language of the page.
    pub locale: Locale,
    /// The path without its language segment.
    pub path: String,
    /// The query string without its question mark.
    pub query: String,
    /// The requested page.
    pub page: Page,
}

/// Returns the current request; without one, a request for [`Page::NotFound`].
pub(crate) fn use_request() -> PageRequest {
    use_context().unwrap_or_else(|| PageRequest {
        locale: Locale::En,
        path: "/".to_owned(),
        query: String::new(),
        page: Page::NotFound,
    })
}
