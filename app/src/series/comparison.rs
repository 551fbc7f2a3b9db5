//! Builds the chart of the comparison page, with the latest value of each zone.

use super::{ChartSubject, chart_data, growth_of, has_density, has_money};
use crate::components::chart::{ComparedZone, LatestValue, NamedIndicator, PageCharts, PageKind};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::query;
use crate::records::Comparison;
use crate::records::Publication;
use crate::wording;
use domain::figure::Status;
use domain::profile::Profile;
use domain::ranking::Latest;

/// Builds the chart of several zones side by side. `query` is the query string of the page. If it names no indicator
/// that is known for one of the zones, the indicator known for most zones is shown.
pub fn compare_charts(
    locale: Locale,
    comparison: &Comparison,
    query: &str,
    publication: Publication,
) -> PageCharts {
    let asked = query::value(query, "indicator");
    let parts = comparison.parts();
    let subject = comparison.subject(&asked);
    let zones = comparison.zones.iter().zip(&comparison.profiles);
    let zones = zones.map(|(zone, profile)| ComparedZone {
        slug: zone.slug.clone(),
        name: locale.pick(&zone.name).to_owned(),
        latest: subject
            .as_ref()
            .and_then(|subject| latest_value(locale, profile, subject)),
        has_only_parts: subject
            .as_ref()
            .is_some_and(|subject| subject.has_only_parts(profile)),
    });
    let names: Vec<&str> = comparison
        .zones
        .iter()
        .map(|zone| locale.pick(&zone.name))
        .collect();
    let indicators = comparison.indicators().into_iter();
    PageCharts {
        locale,
        page: locale.href("/compare"),
        folder: "/compare".to_owned(),
        given: String::new(),
        zone_names: names.join(locale.messages().listing),
        has_money: has_money(&comparison.profiles),
        has_density: has_density(&comparison.profiles),
        charts: subject
            .as_ref()
            .and_then(|subject| chart_data(locale, &parts, subject, &[]))
            .into_iter()
            .collect(),
        kind: PageKind::Comparison {
            zones: zones.collect(),
            indicators: indicators
                .map(|indicator| NamedIndicator {
                    id: indicator.id.clone(),
                    name: locale.pick(&indicator.name).to_owned(),
                })
                .collect(),
            asked,
            kept: query::list_state_param(query),
        },
        publication,
    }
}

/// Returns the latest value of a zone for the charted indicator; `None` if it is unknown.
fn latest_value(locale: Locale, profile: &Profile, subject: &ChartSubject) -> Option<LatestValue> {
    let latest = Latest::of(profile, subject.indicator()?)?;
    let figure = &latest.figure;
    let mut definition = wording::figure_limits(locale, figure);
    if figure.status() != Status::Reported {
        definition.insert(0, figure.status().name(locale).to_owned());
    }
    if latest.questioned {
        definition.push(locale.chart_messages().cautioned.to_owned());
    }
    if definition.is_empty() {
        definition.push(locale.ranking_messages().of_definition.to_owned());
    }
    let growth = if subject.is_of_parts(profile) {
        String::new()
    } else {
        growth_of(locale, profile, subject, &[])
    };
    Some(LatestValue {
        value: format::value(locale, figure),
        href: locale.receipt_href(&figure.id),
        status: figure.status(),
        period: format::period(locale, figure.period),
        definition: definition.join(locale.chart_messages().comma),
        growth,
    })
}
