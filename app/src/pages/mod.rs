//! The pages, one module each.

pub mod accessibility;
pub mod atlas;
pub mod compare;
pub mod data;
pub mod figure;
pub mod group;
pub mod indicator;
pub mod methods;
pub mod not_found;
pub mod printed_list;
pub mod source;
pub mod sources;
pub mod zone;

use crate::page::Page;
use accessibility::AccessibilityPage;
use atlas::AtlasPage;
use compare::ComparePage;
use data::{ColumnsPage, DataPage, IndicatorsPage};
use figure::FigurePage;
use group::GroupPage;
use indicator::IndicatorPage;
use leptos::prelude::*;
use methods::MethodsPage;
use not_found::NotFoundPage;
use printed_list::PrintedListPage;
use source::SourcePage;
use sources::SourcesPage;
use zone::ZonePage;

/// Renders the content of a page.
pub fn view(page: Page) -> AnyView {
    match page {
        Page::Atlas => view! { <AtlasPage/> }.into_any(),
        Page::Compare => view! { <ComparePage/> }.into_any(),
        Page::Zone(slug) => view! { <ZonePage slug/> }.into_any(),
        Page::Group(id) => view! { <GroupPage id/> }.into_any(),
        Page::Figure(id) => view! { <FigurePage id/> }.into_any(),
        Page::Indicators => view! { <IndicatorsPage/> }.into_any(),
        Page::Indicator(id) => view! { <IndicatorPage id/> }.into_any(),
        Page::Sources => view! { <SourcesPage/> }.into_any(),
        Page::Source(id) => view! { <SourcePage id/> }.into_any(),
        Page::Data => view! { <DataPage/> }.into_any(),
        Page::Columns => view! { <ColumnsPage/> }.into_any(),
        Page::Methods => view! { <MethodsPage/> }.into_any(),
        Page::Accessibility => view! { <AccessibilityPage/> }.into_any(),
        Page::PrintedList => view! { <PrintedListPage/> }.into_any(),
        Page::NotFound => view! { <NotFoundPage/> }.into_any(),
    }
}
