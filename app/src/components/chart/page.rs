//! The charts of a page with their controls, as HTML text. The server and the browser render the same text.

use super::controls::{Choices, controls};
use super::downloads::join;
use super::{ChartAddress, ChartParts, chart, is_beside};
use crate::chart::{ChartData, ChartState, ChartView, Size};
use crate::components::value::status_class;
use crate::locale::Locale;
use crate::records::Publication;
use domain::figure::Status;
use domain::id::{IndicatorId, ZoneSlug};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// The charts of a page, with the data for their controls and URLs, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageCharts {
    /// The language.
    pub locale: Locale,
    /// The path of the page, with language.
    pub page: String,
    /// The path that contains the charts of the page: `/zones/x`.
    pub folder: String,
    /// The part of the query string that is not a display option: `pick=k7f2q`.
    pub given: String,
    /// The names of the zones or groups that the charts show by default.
    pub zone_names: String,
    /// True if any amount is money.
    pub has_money: bool,
    /// True if any amount per area is known.
    pub has_density: bool,
    /// The figures of each chart.
    pub charts: Vec<ChartData>,
    /// The kind of page.
    pub kind: PageKind,
    /// The dataset and the site.
    pub publication: Publication,
}

/// The kinds of pages that have charts, with the data that only they need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageKind {
    /// The page of a zone or group.
    Growth {
        /// A sentence for each chart that cannot be drawn.
        unknown: Vec<String>,
    },
    /// The comparison page, with zones side by side.
    Comparison {
        /// The compared zones.
        zones: Vec<ComparedZone>,
        /// The indicators that can be charted.
        indicators: Vec<NamedIndicator>,
        /// The indicator in the query string; empty if there is none.
        asked: String,
        /// The state of the zone list that the reader came from: `from=province%3Dhunan`; empty if there is none.
        kept: String,
    },
}

/// A zone on the comparison page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedZone {
    /// Its name in URLs.
    pub slug: ZoneSlug,
    /// Its name in the page language.
    pub name: String,
    /// Its latest value for the shown indicator; `None` if it is unknown.
    pub latest: Option<LatestValue>,
    /// True if the chart has values of its parts, but none of the whole zone.
    pub has_only_parts: bool,
}

/// The latest value of a zone, as texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatestValue {
    /// The value with its unit.
    pub value: String,
    /// The URL of its receipt.
    pub href: String,
    /// Reported, preliminary or derived.
    pub status: Status,
    /// Its period, in words.
    pub period: String,
    /// Its definition, and what limits or questions it.
    pub definition: String,
    /// The growth in words; empty if it is unknown.
    pub growth: String,
}

/// An indicator with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedIndicator {
    /// The id of the indicator.
    pub id: IndicatorId,
    /// The name in the page language.
    pub name: String,
}

/// Charts with their controls as HTML text, and their states.
pub struct Drawn {
    /// The HTML text.
    pub html: String,
    /// The charts, in page order.
    pub states: Vec<ChartState>,
}

impl PageCharts {
    /// Draws the charts with the display options of a view.
    pub fn draw(&self, view: &ChartView) -> Drawn {
        let states: Vec<ChartState> = self
            .charts
            .iter()
            .map(|data| ChartState::of(self.locale, data, view))
            .collect();
        let html = match &self.kind {
            PageKind::Growth { unknown } => self.growth(&states, view, unknown),
            PageKind::Comparison {
                zones,
                indicators,
                asked,
                kept,
            } => self.comparison(&states, view, (zones, indicators, asked), kept),
        };
        Drawn {
            html: html.into_string(),
            states,
        }
    }

    fn growth(&self, states: &[ChartState], view: &ChartView, unknown: &[String]) -> Markup {
        html! {
            @if !states.is_empty() {
                (jumps(self.locale, states, &self.charts))
                (self.controls(states, view, |query| join(&self.page, &self.given, query)))
                div id="growth-charts" class=[is_beside(view).then_some("charts-beside")] {
                    @for (number, (data, state)) in self.charts.iter().zip(states).enumerate() {
                        (self.chart(number, (data, state), view, &self.address(&data.name, &self.given)))
                    }
                }
            }
            @for words in unknown { p class="not-known-line" { (words) } }
        }
    }

    fn comparison(
        &self,
        states: &[ChartState],
        view: &ChartView,
        (zones, indicators, asked): (&[ComparedZone], &[NamedIndicator], &str),
        kept: &str,
    ) -> Markup {
        let l = self.locale.ranking_messages();
        let shown = self.charts.first().zip(states.first());
        let of = |indicator: &str| {
            let given = format!("zones={}&indicator={indicator}", slugs(zones));
            ChartAddress {
                kept: kept.to_owned(),
                ..self.address(indicator, &given)
            }
        };
        html! {
            (self.chips(zones, asked, kept, view))
            section class="topic" aria-labelledby="compare-chart" {
                h2 id="compare-chart" { (l.compare_chart) }
                @if let Some((data, state)) = shown {
                    @let address = of(&data.name);
                    (self.indicators(indicators, &data.name, view, |id| of(id)))
                    (self.summary(zones, &data.title))
                    (self.controls(states, view, |query| address.page_with(query)))
                    p class="hint" { (l.compare_total_hint) }
                    (self.chart(0, (data, state), view, &address))
                } @else {
                    p class="not-known-line" { (l.compare_no_chart) }
                }
            }
        }
    }

    fn controls(
        &self,
        states: &[ChartState],
        view: &ChartView,
        page: impl Fn(&str) -> String,
    ) -> Markup {
        let choices = Choices::of(states, self.has_money, self.has_density);
        controls(self.locale, view, &choices, page)
    }

    fn chart(
        &self,
        number: usize,
        (data, state): (&ChartData, &ChartState),
        view: &ChartView,
        address: &ChartAddress,
    ) -> Markup {
        let parts = ChartParts {
            locale: self.locale,
            zone_names: &self.zone_names,
            data,
            state,
            view,
            address,
            publication: &self.publication,
            sizes: self.sizes(),
        };
        chart(number, parts)
    }

    /// Returns the drawing sizes. A page with one chart also has a large drawing.
    const fn sizes(&self) -> &'static [Size] {
        match self.kind {
            PageKind::Growth { .. } => &[Size::Wide, Size::Narrow],
            PageKind::Comparison { .. } => &[Size::Large, Size::Wide, Size::Narrow],
        }
    }

    fn address(&self, chart: &str, given: &str) -> ChartAddress {
        ChartAddress {
            chart: format!("{}/{chart}", self.folder),
            page: self.page.clone(),
            given: given.to_owned(),
            kept: String::new(),
            name: chart.to_owned(),
        }
    }

    /// Renders the zones, each as a link that removes it.
    fn chips(&self, zones: &[ComparedZone], asked: &str, kept: &str, view: &ChartView) -> Markup {
        let l = self.locale.ranking_messages();
        let without = |zone: &ComparedZone| {
            let others = zones.iter().filter(|other| other.slug != zone.slug);
            let mut given = format!("zones={}", slugs(others));
            if !asked.is_empty() {
                given.push_str(&format!("&indicator={asked}"));
            }
            join(&join(&self.page, &given, ""), kept, &view.query())
        };
        html! {
            ul class="chips" {
                @for zone in zones {
                    li {
                        a class="chip" id=(format!("drop-{}", zone.slug)) href=(without(zone))
                            aria-label=((l.compare_drop)(&zone.name)) {
                            (zone.name) span class="chip-x" aria-hidden="true" { "×" }
                        }
                    }
                }
            }
        }
    }

    /// Renders a table with the latest value of each zone.
    fn summary(&self, zones: &[ComparedZone], title: &str) -> Markup {
        let (c, l) = (self.locale.chart_messages(), self.locale.ranking_messages());
        html! {
            div class="compare-scroll" tabindex="0" role="region" aria-label=((l.latest_of)(title)) {
                table class="compare-summary" {
                    thead {
                        tr {
                            th scope="col" { (l.column_zone) }
                            th scope="col" { ((l.latest_of)(title)) }
                            th scope="col" { (l.column_year) }
                            th scope="col" { (l.column_definition) }
                            th scope="col" { (l.column_growth) }
                        }
                    }
                    tbody {
                        @for zone in zones {
                            tr {
                                th scope="row" { bdi { (zone.name) } }
                                @if let Some(latest) = &zone.latest {
                                    td { a class=(status_class(latest.status)) href=(latest.href) { (latest.value) } }
                                    td class="compare-year" { (latest.period) }
                                    td { (latest.definition) }
                                    td {
                                        @if latest.growth.is_empty() { span class="not-known" { (c.not_known) } } @else { (latest.growth) }
                                    }
                                } @else {
                                    td colspan="4" {
                                        span class="not-known" { (if zone.has_only_parts { l.only_parts } else { c.not_known }) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Renders links to the indicators that can be charted.
    fn indicators(
        &self,
        indicators: &[NamedIndicator],
        shown: &str,
        view: &ChartView,
        address: impl Fn(&str) -> ChartAddress,
    ) -> Markup {
        let l = self.locale.ranking_messages();
        // The ids of hidden and added lines belong to one indicator, so they are cleared.
        let view = view.with(|view| {
            view.hidden.clear();
            view.added.clear();
        });
        html! {
            div class="chart-choices compare-indicators" role="group" aria-label=(l.compare_indicator) {
                span class="chart-choices-name" aria-hidden="true" { (l.compare_indicator) }
                span class="chart-choices-list" {
                    @for indicator in indicators {
                        a id=(format!("chart-of-{}", indicator.id)) data-noscroll=""
                            href=(address(indicator.id.as_str()).page_with(&view.query()))
                            aria-current=[(indicator.id.as_str() == shown).then_some("true")] { (indicator.name) }
                    }
                }
            }
        }
    }
}

/// Renders links to the charts of a page that has several charts.
fn jumps(locale: Locale, states: &[ChartState], charts: &[ChartData]) -> Markup {
    html! {
        @if states.len() > 1 {
            nav class="chart-jumps" aria-label=(locale.chart_messages().jump) {
                @for (state, data) in states.iter().zip(charts) {
                    a href=(format!("#chart-{}", data.name)) { (state.title) }
                }
            }
        }
    }
}

/// Returns the URL names of zones, joined by commas.
fn slugs<'a>(zones: impl IntoIterator<Item = &'a ComparedZone>) -> String {
    let slugs: Vec<&str> = zones.into_iter().map(|zone| zone.slug.as_str()).collect();
    slugs.join(",")
}
