//! Which page a request is for. The routes of the server name them.

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

/// A page, with the name that its address holds. Any text is such a name: a page without content says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The list of all zones.
    Atlas,
    /// Zones side by side; the query string names them.
    Compare,
    /// A zone, by its slug.
    Zone(String),
    /// A group of zones, by its id.
    Group(String),
    /// A figure, by its id.
    Figure(String),
    /// All indicators, with what is known of each.
    Indicators,
    /// An indicator over all zones, by its id.
    Indicator(String),
    /// All sources.
    Sources,
    /// A source, by its id.
    Source(String),
    /// What the dataset covers.
    Data,
    /// What the columns of its tables hold.
    Columns,
    /// How the figures are read.
    Methods,
    /// The statement on accessibility.
    Accessibility,
    /// The list of zones, whole, as a page to print.
    PrintedList,
    /// An address of no page.
    NotFound,
}

impl Page {
    /// The content of the page.
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
    /// In which language.
    pub locale: Locale,
    /// The path without its language.
    pub path: String,
    /// The query string without its question mark.
    pub query: String,
    /// The page.
    pub page: Page,
}

/// The request that is being answered; an empty one where there is none.
pub(crate) fn use_request() -> PageRequest {
    use_context().unwrap_or_else(|| PageRequest {
        locale: Locale::En,
        path: "/".to_owned(),
        query: String::new(),
        page: Page::NotFound,
    })
}
