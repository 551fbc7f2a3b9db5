//! A zone in a few lines, for an opened row of the zone list.

use super::figure::{mark, plain_text};
use super::value::status_class;
use crate::format;
use crate::locale::Locale;
use crate::wording;
use domain::catalogue::Province;
use domain::coverage::counts;
use domain::profile::Profile;
use domain::ranking::Latest;
use domain::zone::ZoneRecord;
use maud::{Markup, html};

/// The maximum number of figures that are shown.
const MOST_LATEST: usize = 5;

/// Renders what the zone is, and the latest figure of a few indicators.
pub fn zone_summary(locale: Locale, zone: &ZoneRecord, province: Option<&Province>) -> Markup {
    let profile = &zone.profile;
    let latest = profile.indicators.iter().filter_map(|indicator| {
        let latest = Latest::of(profile, &indicator.id)?;
        Some((locale.pick(&indicator.name), latest))
    });
    html! {
        @for sentence in sentences_on(locale, zone, province) { p { (sentence) } }
        dl class="summary-figures" {
            @for (indicator, latest) in latest.take(MOST_LATEST) { (figure(locale, profile, indicator, &latest)) }
        }
    }
}

/// Renders the latest figure of an indicator with its period, its status and a link to its receipt.
fn figure(locale: Locale, profile: &Profile, indicator: &str, latest: &Latest) -> Markup {
    let figure = &latest.figure;
    html! {
        div class="summary-figure" {
            dt { (indicator) " " span class="summary-period" { (format::period(locale, figure.period)) } }
            dd {
                a class=(status_class(figure.status())) href=(locale.receipt_href(&figure.id)) {
                    span class="figure-number" { (format::value(locale, figure)) }
                    @if let Some(mark) = mark(locale, profile, figure) { " " span class="figure-mark" { (mark) } }
                }
            }
        }
    }
}

/// Returns what the zone is and, if only an official list mentions it, a sentence that states this.
fn sentences_on(locale: Locale, zone: &ZoneRecord, province: Option<&Province>) -> Vec<String> {
    let m = locale.messages();
    let summary = &zone.summary;
    let what = match &zone.lead {
        Some(lead) => plain_text(locale, &zone.profile, lead),
        None => (m.zone_description)(
            locale.pick(&summary.name),
            &wording::level_and_kind(locale, summary),
            province.map_or("", |province| locale.pick(&province.name)),
            &format::date(locale, summary.approved),
        ),
    };
    let is_known = !zone.profile.facts.is_empty() || zone.profile.figures.iter().any(counts);
    let only_listed = match zone.catalogue_name {
        Some(_) => m.only_catalogue,
        None => m.only_new_area,
    };
    let listed = (!is_known).then(|| only_listed.to_owned());
    std::iter::once(what).chain(listed).collect()
}
