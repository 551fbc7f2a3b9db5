//! The charts of a page with their controls, as text: the same from the server and in the browser.

use super::controls::{Choices, controls};
use super::take_away::join;
use super::{ChartAddress, ChartParts, Publication, chart, is_beside};
use crate::chart::{ChartData, ChartState, ChartView, Size};
use crate::components::value::status_class;
use crate::locale::Locale;
use domain::figure::Status;
use domain::id::{IndicatorId, ZoneSlug};
use maud::{Markup, html};
use serde::{Deserialize, Serialize};

/// The charts of a page, with what its controls and addresses need, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageCharts {
    /// The language.
    pub locale: Locale,
    /// The path of the page, with language.
    pub page: String,
    /// The path in which its charts have addresses of their own: `/zones/x`.
    pub folder: String,
    /// What of the query string of every address belongs to no view: `pick=k7f2q`.
    pub given: String,
    /// The names of those that the charts show unasked.
    pub whose: String,
    /// Whether anything is money.
    pub has_money: bool,
    /// Whether any amount per area is known.
    pub has_density: bool,
    /// What each chart is drawn from.
    pub charts: Vec<ChartData>,
    /// Which page it is.
    pub kind: PageKind,
    /// Of which dataset and site.
    pub publication: Publication,
}

/// What differs between the pages that have charts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageKind {
    /// The page of a zone or group.
    Growth {
        /// A sentence for each chart that cannot be drawn.
        unknown: Vec<String>,
    },
    /// Zones side by side.
    Comparison {
        /// The zones.
        zones: Vec<ComparedZone>,
        /// What they can be compared in.
        indicators: Vec<NamedIndicator>,
        /// The indicator that the address asks for.
        asked: String,
        /// The state of the list of zones that the reader came from: `from=province%3Dhunan`; empty without one.
        kept: String,
    },
}

/// A zone that is compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedZone {
    /// Its address.
    pub slug: ZoneSlug,
    /// What it is called.
    pub name: String,
    /// What is known of it in the indicator that is shown.
    pub latest: Option<LatestValue>,
}

/// The latest value of a zone, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatestValue {
    /// The value with its unit.
    pub value: String,
    /// The address of its receipt.
    pub href: String,
    /// What kind of statement it is.
    pub status: Status,
    /// Its period.
    pub period: String,
    /// What it counts, and what narrows or questions it.
    pub definition: String,
    /// How much the amount grew; empty where that cannot be told.
    pub growth: String,
}

/// An indicator with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedIndicator {
    /// The indicator.
    pub id: IndicatorId,
    /// What it is called.
    pub name: String,
}

/// The text of charts with their controls, and what is in them.
pub struct Drawn {
    /// The text.
    pub html: String,
    /// The charts, in their order.
    pub states: Vec<ChartState>,
}

impl PageCharts {
    /// The charts as a view asks for them.
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
        let l = self.locale.league_messages();
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
            whose: &self.whose,
            data,
            state,
            view,
            address,
            publication: &self.publication,
            sizes: self.sizes(),
        };
        chart(number, parts)
    }

    /// A page that has one chart has room for a large one.
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

    /// The zones, each with a way to take it out.
    fn chips(&self, zones: &[ComparedZone], asked: &str, kept: &str, view: &ChartView) -> Markup {
        let l = self.locale.league_messages();
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

    /// The latest value of each zone in what is charted.
    fn summary(&self, zones: &[ComparedZone], title: &str) -> Markup {
        let (c, l) = (self.locale.chart_messages(), self.locale.league_messages());
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
                                    td { (latest.period) }
                                    td { (latest.definition) }
                                    td {
                                        @if latest.growth.is_empty() { span class="not-known" { (c.not_known) } } @else { (latest.growth) }
                                    }
                                } @else {
                                    td colspan="4" { span class="not-known" { (c.not_known) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The indicators that can be charted.
    fn indicators(
        &self,
        indicators: &[NamedIndicator],
        shown: &str,
        view: &ChartView,
        address: impl Fn(&str) -> ChartAddress,
    ) -> Markup {
        let l = self.locale.league_messages();
        // What a line is called in an address belongs to one indicator.
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

/// Ways to the charts of a page that has several.
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

/// The addresses of zones, parted by commas.
fn slugs<'a>(zones: impl IntoIterator<Item = &'a ComparedZone>) -> String {
    let slugs: Vec<&str> = zones.into_iter().map(|zone| zone.slug.as_str()).collect();
    slugs.join(",")
}
