//! Builds the data of charts from the profiles of zones and groups.

mod comparison;
mod growth;
mod subject;

pub use comparison::compare_charts;
pub use subject::ChartSubject;

use crate::chart::{ChartData, FigureData, LineData, LineKind, PartData};
use crate::components::chart::{PageCharts, PageKind};
use crate::components::figure::is_questioned;
use crate::format;
use crate::locale::Locale;
use crate::records::Publication;
use crate::wording;
use domain::exchange::{ExchangeRate, ExchangeRates};
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::indicator::ChartGroup;
use domain::measure::Measure;
use domain::profile::Profile;
use domain::quantity::Unit;
use domain::series::Series;
use domain::subject::{Scope, Subject};
use domain::transform::{Line, series_of};
use std::collections::{BTreeMap, HashSet};

/// A zone or group in a chart.
#[derive(Debug, Clone, Copy)]
pub struct ChartPart<'a> {
    /// The profile of the zone or group.
    pub profile: &'a Profile,
    /// True if its name is put in front of its line labels.
    pub is_named: bool,
    /// True if its lines are shown by default.
    pub shown_by_default: bool,
}

impl<'a> ChartPart<'a> {
    /// Returns the only zone or group of a chart.
    pub const fn alone(profile: &'a Profile) -> Self {
        Self {
            profile,
            is_named: false,
            shown_by_default: true,
        }
    }
}

/// Builds the data of a chart; `None` if no zone or group has a figure with a year.
///
/// If several figures state the same thing, the first one of [`Profile::competing_figures`] is shown. `chosen` are the figures
/// that the reader prefers.
pub fn chart_data(
    locale: Locale,
    parts: &[ChartPart<'_>],
    subject: &ChartSubject,
    chosen: &[FigureId],
) -> Option<ChartData> {
    let charted: Vec<&ChartPart<'_>> = parts
        .iter()
        .filter(|part| subject.has_points(part.profile))
        .collect();
    // If the chart contains a whole zone, its title is not that of a chart of parts.
    let is_whole_zone =
        |part: &&&ChartPart<'_>| part.shown_by_default && !subject.is_of_parts(part.profile);
    let titled = charted.iter().find(is_whole_zone).or(charted.first())?;
    let mut sources = Sources::default();
    Some(ChartData {
        name: subject.name(),
        title: subject.title(locale, titled.profile),
        growth: match parts {
            [part] => growth_of(locale, part.profile, subject, chosen),
            _ => String::new(),
        },
        parts: parts
            .iter()
            .map(|part| part_data(locale, part, subject, chosen, &mut sources))
            .collect(),
        part_years: parts
            .iter()
            .filter(|part| part.shown_by_default)
            .filter_map(|part| latest_part_year(locale, part, subject))
            .collect(),
        rates: rates_of(parts),
        sources: sources.0,
    })
}

/// Returns the latest figure for a part of a year, in words: "gross domestic product, first half of 2024: 60 billion
/// yuan"; `None` if there is none, or if there is a yearly figure for the same year or a later one.
fn latest_part_year(
    locale: Locale,
    part: &ChartPart<'_>,
    subject: &ChartSubject,
) -> Option<String> {
    let profile = part.profile;
    let is_part_year = |figure: &&Figure| {
        figure.period.is_part_of_year()
            && figure.measure.is_level()
            && profile.is_own(figure)
            && subject.takes(profile, figure)
    };
    let figures = profile.figures.iter().filter(is_part_year);
    let latest = figures.max_by_key(|figure| figure.period.days().1)?;
    let last_day = latest.period.days().1?;
    // Beside a figure for the same or a later year, it would only use space.
    let years = profile.figures.iter().filter(|figure| {
        figure.status() != Status::Target
            && figure.status() != Status::Planned
            && subject.takes(profile, figure)
            && profile.is_own(figure)
    });
    let last_year = years.filter_map(|figure| figure.period.chart_year()).max();
    if last_year.is_some_and(|year| year >= last_day.year()) {
        return None;
    }
    let c = locale.chart_messages();
    let mut words = vec![
        wording::figure_subject(locale, profile, latest),
        format::period(locale, latest.period),
    ];
    if part.is_named {
        words.insert(0, locale.pick(&profile.name).to_owned());
    }
    let words = words.join(c.comma);
    let mut words = [&words, c.colon, &format::value(locale, latest)].concat();
    if latest.doubt.is_some() || is_questioned(profile, &latest.id) {
        words.push_str(c.comma);
        words.push_str(c.cautioned);
    }
    Some(words)
}

/// Returns the sentence on growth of the main chart of a group of indicators; `None` if it has no such sentence.
pub fn growth_of_group(locale: Locale, profile: &Profile, group: ChartGroup) -> Option<String> {
    let subjects = ChartSubject::all_of(profile);
    let subject = subjects
        .iter()
        .find(|subject| subject.is_of_group(group) && !subject.is_of_parts(profile))?;
    let words = growth_of(locale, profile, subject, &[]);
    (!words.is_empty()).then_some(words)
}

/// Returns a sentence on the growth of the charted amount, or a note that all lines are parts; empty if there is
/// neither.
fn growth_of(
    locale: Locale,
    profile: &Profile,
    subject: &ChartSubject,
    chosen: &[FigureId],
) -> String {
    if subject.is_of_parts(profile) {
        return locale.chart_messages().note_parts.to_owned();
    }
    let competing_figures = profile.competing_figures(chosen);
    let superseded = competing_figures
        .iter()
        .flat_map(|r| r.figures.iter().skip(1));
    let series = series_of(own_figures([profile]).filter(|figure| subject.takes(profile, figure)));
    let lines: Vec<&Series> = series.iter().map(|(_, line)| line).collect();
    let title = subject.title(locale, profile);
    growth::growth(locale, profile, &title, &lines, &superseded.collect()).unwrap_or_default()
}

/// The texts for sources, each once.
#[derive(Default)]
struct Sources(Vec<String>);

impl Sources {
    fn place_of(&mut self, words: String) -> usize {
        if let Some(place) = self.0.iter().position(|known| *known == words) {
            return place;
        }
        self.0.push(words);
        self.0.len() - 1
    }
}

fn part_data(
    locale: Locale,
    part: &ChartPart<'_>,
    subject: &ChartSubject,
    chosen: &[FigureId],
    sources: &mut Sources,
) -> PartData {
    let profile = part.profile;
    let competing_figures = profile.competing_figures(chosen);
    let superseded: HashSet<&FigureId> = competing_figures
        .iter()
        .flat_map(|r| r.figures.iter().skip(1))
        .collect();
    let disputed: HashSet<&FigureId> = competing_figures
        .iter()
        .filter(|competing_figures| competing_figures.disagree)
        .flat_map(|competing_figures| &competing_figures.figures)
        .collect();
    let own = profile
        .figures
        .iter()
        .filter(|figure| profile.is_own(figure) && subject.takes(profile, figure));
    let series = series_of(own);
    let mut figure = |figure: &Figure| FigureData {
        id: figure.id.clone(),
        period: format::period(locale, figure.period),
        value: format::value(locale, figure),
        title: wording::figure_title(locale, profile, figure),
        source: sources.place_of(source_words(locale, profile, figure)),
        written: format::written(figure),
        status: figure.status(),
        is_disputed: disputed.contains(&figure.id),
        is_questioned: is_questioned(profile, &figure.id),
        is_ambiguous: profile.is_ambiguous(figure),
    };
    let words = series.iter().map(|(_, line)| LineData {
        label: line.points.first().map_or_else(String::new, |(_, first)| {
            wording::figure_subject(locale, profile, first)
        }),
        kind: kind_of(line),
        counted_otherwise: places_of(&series, |other| {
            other.key.differs_in_what_is_counted(&line.key)
        }),
        of_other_size: places_of(&series, |other| other.key.differs_only_in_size(&line.key)),
        zones: match line.key.subject {
            Subject::Group { members, .. } => members.map(format::integer),
            _ => None,
        },
        figures: line.points.iter().map(|(_, of)| figure(of)).collect(),
    });
    PartData {
        name: locale.pick(&profile.name).to_owned(),
        is_named: part.is_named,
        shown_by_default: part.shown_by_default,
        words: words.collect(),
        lines: series
            .iter()
            .map(|(measured, line)| Line::of(*measured, line, |id| superseded.contains(id)))
            .collect(),
    }
}

/// Returns the indices of the series for which this is true.
fn places_of<T>(series: &[(T, Series)], is_wanted: impl Fn(&Series) -> bool) -> Vec<usize> {
    (0..)
        .zip(series)
        .filter(|(_, (_, other))| is_wanted(other))
        .map(|(place, _)| place)
        .collect()
}

const fn kind_of(line: &Series) -> LineKind {
    match &line.key.scope {
        Scope::Whole => LineKind::Whole,
        Scope::Predecessor { .. } => LineKind::Predecessor,
        _ => LineKind::Part,
    }
}

/// Returns the publisher and date of the source of a figure; for a derived figure, the word that marks it as derived.
pub fn source_words(locale: Locale, profile: &Profile, figure: &Figure) -> String {
    let m = locale.messages();
    let Some(source) = figure
        .receipt()
        .and_then(|receipt| profile.source(&receipt.source))
    else {
        return m.mark_derived.to_owned();
    };
    let name = wording::publisher(locale, source);
    let date = source.date.map(|date| format::date(locale, date));
    std::iter::once(name)
        .chain(date)
        .collect::<Vec<_>>()
        .join(m.comma)
}

/// Returns the exchange rates for the years of all zones and groups.
fn rates_of(parts: &[ChartPart<'_>]) -> ExchangeRates {
    let all = parts.iter().flat_map(|part| part.profile.rates.all());
    let by_year: BTreeMap<u16, ExchangeRate> = all.map(|rate| (rate.year, *rate)).collect();
    by_year.into_values().collect::<Vec<_>>().into()
}

/// Builds the charts on the page of a zone or group: output, fiscal revenue, and each other indicator with figures for
/// at least two years. `chosen` are the figures that the reader prefers.
pub fn growth_charts(
    locale: Locale,
    profile: &Profile,
    chosen: &[FigureId],
    publication: Publication,
) -> PageCharts {
    let m = locale.messages();
    let owner = profile.owner.path();
    let given: Vec<String> = chosen.iter().map(|id| format!("pick={id}")).collect();
    let subjects = ChartSubject::all_of(profile);
    let unknown: Vec<&str> = [
        (ChartGroup::Output, m.output_unknown),
        (ChartGroup::Fiscal, m.fiscal_unknown),
    ]
    .into_iter()
    .filter(|(group, _)| !subjects.iter().any(|subject| subject.is_of_group(*group)))
    .map(|(_, words)| words)
    .collect();
    let unknown = match unknown[..] {
        [_, _] => vec![m.growth_unknown],
        _ => unknown,
    };
    let part = ChartPart::alone(profile);
    PageCharts {
        locale,
        page: locale.href(&owner),
        folder: owner,
        given: given.join("&"),
        zone_names: locale.pick(&profile.name).to_owned(),
        has_money: has_money([profile]),
        has_density: has_density([profile]),
        charts: subjects
            .iter()
            .filter_map(|subject| chart_data(locale, &[part], subject, chosen))
            .collect(),
        kind: PageKind::Growth {
            unknown: unknown.into_iter().map(str::to_owned).collect(),
        },
        publication,
    }
}

fn own_figures<'a>(
    profiles: impl IntoIterator<Item = &'a Profile>,
) -> impl Iterator<Item = &'a Figure> {
    profiles.into_iter().flat_map(|profile| {
        profile
            .figures
            .iter()
            .filter(|figure| profile.is_own(figure))
    })
}

/// Returns true if any level (an amount, not a rate or share) is money.
fn has_money<'a>(profiles: impl IntoIterator<Item = &'a Profile>) -> bool {
    own_figures(profiles).any(|figure| {
        figure.measure.is_level() && matches!(figure.unit(), Unit::Yuan | Unit::Dollar)
    })
}

/// Returns true if any amount per area is known.
fn has_density<'a>(profiles: impl IntoIterator<Item = &'a Profile>) -> bool {
    own_figures(profiles).any(|figure| matches!(figure.measure, Measure::Density { .. }))
}
