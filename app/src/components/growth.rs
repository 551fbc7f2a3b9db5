//! The growth charts of a page.

use crate::chart::ChartView;
use crate::components::chart::PageCharts;
use crate::islands::charts::Charts;
use crate::locale::Locale;
use crate::page::use_request;
use crate::query;
use crate::records::Publication;
use crate::records::SiteMetadata;
use crate::series::growth_charts;
use domain::id::FigureId;
use domain::profile::Profile;
use leptos::prelude::*;

/// Renders all charts of a zone or group, or a sentence on what is unknown. `chosen` are the figures that the reader
/// prefers.
pub fn growth(
    locale: Locale,
    profile: &Profile,
    chosen: &[FigureId],
    site_metadata: &SiteMetadata,
) -> AnyView {
    let m = locale.messages();
    let charts = growth_charts(locale, profile, chosen, Publication::from(site_metadata));
    view! {
        <section class="topic" id="growth" aria-labelledby="growth-title">
            <h2 id="growth-title">{m.growth}</h2>
            {drawn(&charts, &use_request().query)}
        </section>
    }
    .into_any()
}

/// Renders charts with the display options of a query string. The browser draws them again when the reader changes the
/// options.
pub fn drawn(charts: &PageCharts, query: &str) -> AnyView {
    let view = ChartView::of_pairs(query::pairs(query));
    let html = charts.draw(&view).html;
    view! { <Charts><div class="charts-text" inner_html=html></div></Charts> }.into_any()
}
