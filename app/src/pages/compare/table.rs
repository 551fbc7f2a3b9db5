//! A table of zones and national totals, side by side. Unknown values are shown as not known.

use crate::components::value::status_class;
use crate::format::{self, integer, location};
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::records::{Comparison, SiteMetadata};
use crate::series::ChartSubject;
use crate::wording;
use domain::catalogue::IndustryGroup;
use domain::figure::{Figure, Status};
use domain::id::IndicatorId;
use domain::indicator::Indicator;
use domain::interval::Interval;
use domain::listed_area::listed_area;
use domain::profile::Profile;
use domain::ranking::Latest;
use domain::transform::{Expression, Line, TransformOptions, series_of, transform};
use domain::zone::ZoneSummary;
use maud::{Markup, html};
use std::cmp::Reverse;

/// A zone with its profile.
type Pair<'a> = (&'a ZoneSummary, &'a Profile);

/// Renders the table. Indicators that are known for only one of several zones are in a second, closed table. Indicators
/// that are known for no zone are left out. The indicator of the chart, which the reader asked for, is always in the
/// first table.
pub fn table(
    locale: Locale,
    site_metadata: &SiteMetadata,
    comparison: &Comparison,
    asked: &str,
) -> Markup {
    let l = &locale.messages().ranking;
    let table = Table {
        locale,
        site_metadata,
        pairs: comparison.zones.iter().zip(&comparison.profiles).collect(),
        national: comparison.national.iter().collect(),
    };
    let subject = comparison.subject(asked);
    let charted = subject.as_ref().and_then(ChartSubject::indicator);
    let is_charted = |indicator: &Indicator| charted == Some(&indicator.id);
    let several = table.pairs.len().min(2);
    let indicators = comparison.indicators().into_iter();
    let (shared, rest): (Vec<&Indicator>, Vec<&Indicator>) = indicators
        .partition(|indicator| is_charted(indicator) || table.zones_with(indicator) >= several);
    let single: Vec<&Indicator> = rest
        .into_iter()
        .filter(|indicator| table.zones_with(indicator) > 0)
        .collect();
    let single_title = (l.known_of_one)(&integer(u32::try_from(single.len()).unwrap_or(0)));
    html! {
        (table.scrolling(l.compare_table, &html! {
            (table.attributes())
            @for indicator in shared { (table.indicator(indicator)) }
            (table.counts())
        }))
        @if !single.is_empty() {
            details class="compare-rest" {
                summary { (single_title) }
                (table.scrolling(&single_title, &html! {
                    @for indicator in single { (table.indicator(indicator)) }
                }))
            }
        }
    }
}

/// The columns of the table: zones, then national totals.
struct Table<'a> {
    locale: Locale,
    site_metadata: &'a SiteMetadata,
    pairs: Vec<Pair<'a>>,
    national: Vec<&'a Profile>,
}

impl Table<'_> {
    /// Renders a table with these rows, in a region that scrolls sideways.
    fn scrolling(&self, name: &str, rows: &Markup) -> Markup {
        html! {
            div class="compare-scroll" tabindex="0" role="region" aria-label=(name) {
                table class="compare" {
                    thead {
                        tr {
                            td {}
                            @for (zone, _) in &self.pairs { (zone_head(self.locale, zone)) }
                            @for profile in &self.national { (total_head(self.locale, profile)) }
                        }
                    }
                    tbody { (rows) }
                }
            }
        }
    }

    /// Renders a row that has values for zones only.
    fn row(&self, label: &str, cell: impl Fn(Pair<'_>) -> Markup) -> Markup {
        html! {
            tr {
                th scope="row" { (label) }
                @for pair in &self.pairs { td { (cell(*pair)) } }
                @for _ in &self.national { td { (not_applicable(self.locale)) } }
            }
        }
    }

    /// Renders the rows of what the zones are.
    fn attributes(&self) -> Markup {
        let Self {
            locale,
            site_metadata,
            ..
        } = *self;
        let m = locale.messages();
        html! {
            (self.row(m.level, |(zone, _)| html! { (zone.level.name(locale)) }))
            (self.row(m.kind, |(zone, _)| html! { (zone.kind.name(locale)) }))
            (self.row(m.column_place, |(zone, _)| place(locale, site_metadata, zone)))
            (self.row(m.code, |(zone, _)| known(locale, zone.code.as_ref().map(ToString::to_string))))
            (self.row(m.ranking.founded, |(zone, profile)| founded(locale, zone, profile)))
            (self.row(m.approved, |(zone, _)| html! { (format::date(locale, zone.approved)) }))
            (self.row(m.column_area, |(zone, _)| area(locale, zone)))
            (self.row(m.leading_industries, |(zone, _)| industries(locale, site_metadata, zone)))
            (common(locale, site_metadata, &self.pairs, self.national.len()))
        }
    }

    /// Renders the rows of an indicator: its latest values and its growth.
    fn indicator(&self, indicator: &Indicator) -> Markup {
        let (id, name) = (&indicator.id, self.locale.pick(&indicator.name));
        html! {
            (latest(self.locale, id, name, &self.pairs, &self.national))
            (growth(self.locale, id, name, &self.pairs, &self.national))
        }
    }

    /// Renders the rows with the numbers of figures and of cautions.
    fn counts(&self) -> Markup {
        let m = self.locale.messages();
        html! {
            (self.row(m.numbers, |(zone, _)| html! { (integer(zone.figures)) }))
            (self.row(m.atlas.cautions, |(zone, _)| html! { (integer(zone.cautions)) }))
        }
    }

    /// Returns the number of zones for which an indicator is known.
    fn zones_with(&self, indicator: &Indicator) -> usize {
        let known = self
            .pairs
            .iter()
            .filter(|(_, profile)| is_known(profile, &indicator.id));
        known.count()
    }
}

/// Returns true if a value or a growth rate of an indicator is known for a zone.
fn is_known(profile: &Profile, id: &IndicatorId) -> bool {
    Latest::of(profile, id).is_some() || latest_growth(profile, id).is_some()
}

fn zone_head(locale: Locale, zone: &ZoneSummary) -> Markup {
    let other = locale.other();
    html! {
        th scope="col" {
            a href=(locale.href(&format!("/zones/{}", zone.slug))) { (locale.pick(&zone.name)) }
            span class="compare-other" lang=(other.tag()) { (other.pick(&zone.name)) }
        }
    }
}

fn total_head(locale: Locale, profile: &Profile) -> Markup {
    html! {
        th scope="col" {
            a href=(locale.href(&profile.owner.path())) { (locale.pick(&profile.name)) }
            span class="compare-other" { (locale.messages().ranking.national) }
        }
    }
}

fn not_applicable(locale: Locale) -> Markup {
    html! {
        span class="not-known" {
            span aria-hidden="true" { "–" }
            span class="visually-hidden" { (locale.messages().ranking.not_applicable) }
        }
    }
}

fn known(locale: Locale, text: Option<String>) -> Markup {
    match text {
        Some(text) => html! { (text) },
        None => html! { span class="not-known" { (locale.messages().not_known) } },
    }
}

fn place(locale: Locale, site_metadata: &SiteMetadata, zone: &ZoneSummary) -> Markup {
    let province = site_metadata
        .province(&zone.province)
        .map(|province| locale.pick(&province.name));
    let city = zone.city.as_ref().map(|city| locale.pick(&city.name));
    let place = province.map(|province| location(locale, city, province));
    known(locale, place)
}

/// Renders the earliest founding date of a zone, linked to its fact; "not known" if there is none.
fn founded(locale: Locale, zone: &ZoneSummary, profile: &Profile) -> Markup {
    let dated = profile
        .facts
        .iter()
        .filter_map(|fact| Some((fact.date()?, fact)));
    match dated.min_by_key(|(date, _)| *date) {
        Some((date, fact)) => html! {
            a href=(locale.href(&format!("/zones/{}#fact-{}", zone.slug, fact.id))) { (format::date(locale, date)) }
        },
        None => known(locale, None),
    }
}

/// Renders the area from the official list, linked to its receipt.
fn area(locale: Locale, zone: &ZoneSummary) -> Markup {
    let Some(figure) = listed_area(zone) else {
        return known(locale, None);
    };
    let value = format::value(locale, &figure);
    let label = format!(
        "{}{}{value}",
        locale.pick(&zone.name),
        locale.messages().comma
    );
    html! { a href=(locale.receipt_href(&figure.id)) aria-label=(label) { (value) } }
}

fn group_names(
    locale: Locale,
    site_metadata: &SiteMetadata,
    wanted: impl Fn(&IndustryGroup) -> bool,
) -> Vec<&str> {
    let groups = site_metadata
        .industry_groups
        .iter()
        .filter(|group| wanted(group));
    groups.map(|group| locale.pick(&group.name)).collect()
}

fn industries(locale: Locale, site_metadata: &SiteMetadata, zone: &ZoneSummary) -> Markup {
    let names = group_names(locale, site_metadata, |group| {
        zone.industries.contains(&group.id)
    });
    let text = names.join(locale.messages().listing);
    known(locale, Some(text).filter(|text| !text.is_empty()))
}

/// Renders the industries that at least two zones have in common, those of most zones first; nothing for a single zone.
fn common(
    locale: Locale,
    site_metadata: &SiteMetadata,
    pairs: &[Pair<'_>],
    national: usize,
) -> Markup {
    let m = locale.messages();
    let l = &m.ranking;
    if pairs.len() < 2 {
        return html! {};
    }
    let groups = site_metadata.industry_groups.iter().map(|group| {
        let zones = pairs
            .iter()
            .filter(|(zone, _)| zone.industries.contains(&group.id));
        (
            group,
            zones.map(|(zone, _)| locale.pick(&zone.name)).collect(),
        )
    });
    let mut shared: Vec<(&IndustryGroup, Vec<&str>)> = groups
        .filter(|(_, zones): &(_, Vec<&str>)| zones.len() > 1)
        .collect();
    shared.sort_by_key(|(_, zones)| Reverse(zones.len()));
    let words = shared.into_iter().map(|(group, zones)| {
        let zones = if zones.len() == pairs.len() {
            l.shared_by_all.to_owned()
        } else {
            zones.join(m.listing)
        };
        (l.shared_by)(locale.pick(&group.name), &zones)
    });
    let words: Vec<String> = words.collect();
    html! {
        tr {
            th scope="row" { (l.common) }
            td colspan=(pairs.len()) {
                div class="compare-common" {
                    @if words.is_empty() { span class="not-known" { (l.common_none) } }
                    @else { ul { @for words in &words { li { (words) } } } }
                }
            }
            @for _ in 0..national { td { (not_applicable(locale)) } }
        }
    }
}

/// Renders the latest value of an indicator for each zone and national total.
fn latest(
    locale: Locale,
    id: &IndicatorId,
    name: &str,
    pairs: &[Pair<'_>],
    national: &[&Profile],
) -> Markup {
    let cell = |profile: &Profile| match Latest::of(profile, id) {
        Some(latest) => value(locale, profile, &latest.figure, latest.questioned),
        None if ChartSubject::of_indicator(id.clone()).has_only_parts(profile) => html! {
            span class="not-known" { (locale.messages().ranking.only_parts) }
        },
        None => known(locale, None),
    };
    html! {
        tr {
            th scope="row" { ((locale.messages().ranking.latest_of)(name)) }
            @for (_, profile) in pairs { td { (cell(profile)) } }
            @for profile in national { td { (cell(profile)) } }
        }
    }
}

/// Renders a value with its period, status, limits and caution.
fn value(locale: Locale, profile: &Profile, figure: &Figure, questioned: bool) -> Markup {
    let m = locale.messages();
    let mut details = vec![format::period(locale, figure.period)];
    if figure.status() != Status::Reported {
        details.push(figure.status().name(locale).to_owned());
    }
    details.extend(wording::figure_limits(locale, figure));
    if questioned {
        details.push(m.chart.cautioned.to_owned());
    }
    html! {
        (figure_link(locale, profile, figure))
        span class="compare-other" { (details.join(m.comma)) }
    }
}

/// Renders a figure's value as a link to its receipt.
fn figure_link(locale: Locale, profile: &Profile, figure: &Figure) -> Markup {
    let what =
        (locale.messages().chart.to_receipt)(&wording::figure_title(locale, profile, figure));
    html! {
        a class=(status_class(figure.status())) href=(locale.receipt_href(&figure.id)) title=(what) {
            (format::value(locale, figure))
        }
    }
}

/// The growth of an amount from one year to the next.
struct YearlyGrowth {
    year: u16,
    value: Interval,
    /// The figure that states the growth, or the later of the two figures that it is calculated from.
    figure: Figure,
    /// The earlier of the two figures; `None` if a source states the growth.
    before: Option<Figure>,
}

/// Returns the latest growth from one year to the next, published or calculated; `None` if it is unknown.
fn latest_growth(profile: &Profile, id: &IndicatorId) -> Option<YearlyGrowth> {
    let terms = TransformOptions {
        expression: Expression::Growth,
        base: None,
        currency: None,
    };
    let own = profile.figures.iter().filter(|figure| {
        &figure.indicator == id && profile.is_own(figure) && figure.scope.is_whole()
    });
    let superseded: Vec<_> = profile
        .competing_figures(&[])
        .into_iter()
        .flat_map(|competing_figures| competing_figures.figures.into_iter().skip(1))
        .collect();
    let series = series_of(own);
    let lines: Vec<Line> = series
        .iter()
        .map(|(measured, line)| Line::of(*measured, line, |id| superseded.contains(id)))
        .collect();
    let transformed = transform(&lines, terms, &profile.rates);
    let points = transformed.iter().flat_map(|line| {
        let figures = &series[line.line].1.points;
        line.points.iter().map(|point| YearlyGrowth {
            year: point.year,
            value: point.value,
            figure: figures[point.point].1.clone(),
            before: point.with.map(|before| figures[before].1.clone()),
        })
    });
    points
        .filter(|point| !superseded.contains(&point.figure.id) && is_not_target(&point.figure))
        // For the same year the first point is kept: published growth comes before calculated growth.
        .reduce(|best, point| if point.year > best.year { point } else { best })
}

fn is_not_target(figure: &Figure) -> bool {
    !matches!(figure.status(), Status::Target | Status::Planned)
}

fn growth(
    locale: Locale,
    id: &IndicatorId,
    name: &str,
    pairs: &[Pair<'_>],
    national: &[&Profile],
) -> Markup {
    let m = locale.messages();
    let profiles: Vec<&Profile> = pairs
        .iter()
        .map(|(_, profile)| *profile)
        .chain(national.iter().copied())
        .collect();
    let found: Vec<Option<YearlyGrowth>> = profiles
        .iter()
        .map(|profile| latest_growth(profile, id))
        .collect();
    let of_zone = &found[..pairs.len()];
    if of_zone.iter().all(Option::is_none) {
        return html! {};
    }
    html! {
        tr {
            th scope="row" { ((m.ranking.growth_of)(name)) }
            @for (profile, point) in profiles.iter().zip(&found) {
                td {
                    @match point {
                        Some(YearlyGrowth { before: Some(before), figure, value, .. }) => {
                            (format::percent(locale, *value))
                            span class="compare-other" {
                                ((m.chart.calculated)(&format::period(locale, figure.period)))
                                (m.colon) (figure_link(locale, profile, before)) " → " (figure_link(locale, profile, figure))
                            }
                        }
                        Some(point) => (value(locale, profile, &point.figure, false)),
                        None => (known(locale, None)),
                    }
                }
            }
        }
    }
}
