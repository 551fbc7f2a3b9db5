//! The page that a request is for. The routes of the server create it.

use crate::locale::Locale;
use crate::pages::accessibility::AccessibilityPage;
use crate::pages::atlas::AtlasPage;
use crate::pages::compare::ComparePage;
use crate::pages::data::{ColumnsPage, DataPage, IndicatorsPage};
use crate::pages::figure::FigurePage;
use crate::pages::group::GroupPage;
use crate::pages::indicator::IndicatorPage;
use crate::pages::methods::MethodsPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::printed_list::PrintedListPage;
use crate::pages::source::SourcePage;
use crate::pages::sources::SourcesPage;
use crate::pages::zone::ZonePage;
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
    /// Renders the content of the page.
    pub(crate) fn view(self) -> AnyView {
        match self {
            Self::Atlas => view! { <AtlasPage/> }.into_any(),
            Self::Compare => view! { <ComparePage/> }.into_any(),
            Self::Zone(slug) => view! { <ZonePage slug/> }.into_any(),
            Self::Group(id) => view! { <GroupPage id/> }.into_any(),
            Self::Figure(id) => view! { <FigurePage id/> }.into_any(),
            Self::Indicators => view! { <IndicatorsPage/> }.into_any(),
            Self::Indicator(id) => view! { <IndicatorPage id/> }.into_any(),
            Self::Sources => view! { <SourcesPage/> }.into_any(),
            Self::Source(id) => view! { <SourcePage id/> }.into_any(),
            Self::Data => view! { <DataPage/> }.into_any(),
            Self::Columns => view! { <ColumnsPage/> }.into_any(),
            Self::Methods => view! { <MethodsPage/> }.into_any(),
            Self::Accessibility => view! { <AccessibilityPage/> }.into_any(),
            Self::PrintedList => view! { <PrintedListPage/> }.into_any(),
            Self::NotFound => view! { <NotFoundPage/> }.into_any(),
        }
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
