//! From what is known of zones and groups to what their charts are drawn from.

mod comparison;
mod growth;
mod subject;

pub use comparison::compare_charts;
pub use subject::ChartSubject;

use crate::chart::{ChartData, FigureData, LineData, LineKind, PartData};
use crate::components::chart::{PageCharts, PageKind, Publication};
use crate::components::figure::is_questioned;
use crate::format;
use crate::locale::Locale;
use crate::wording;
use domain::dossier::Dossier;
use domain::exchange::{ExchangeRate, ExchangeRates};
use domain::figure::{Figure, Status};
use domain::id::FigureId;
use domain::indicator::ChartGroup;
use domain::measure::Measure;
use domain::quantity::Unit;
use domain::restate::{Line, series_of};
use domain::series::Series;
use domain::subject::Scope;
use std::collections::{BTreeMap, HashSet};

/// A zone or group in a chart.
#[derive(Debug, Clone, Copy)]
pub struct ChartPart<'a> {
    /// What is known of it.
    pub dossier: &'a Dossier,
    /// Whether its name is put before its lines.
    pub is_named: bool,
    /// Whether its lines are shown unasked.
    pub by_itself: bool,
}

impl<'a> ChartPart<'a> {
    /// The only zone or group of a chart.
    pub const fn alone(dossier: &'a Dossier) -> Self {
        Self {
            dossier,
            is_named: false,
            by_itself: true,
        }
    }
}

/// What a chart of several zones or groups is drawn from; nothing where no year of any is known.
///
/// Of several figures for one thing the shown one is the first of [`Dossier::rivals`], which a
/// reader's choice decides: `chosen`.
pub fn chart_data(
    locale: Locale,
    parts: &[ChartPart<'_>],
    subject: &ChartSubject,
    chosen: &[FigureId],
) -> Option<ChartData> {
    let charted: Vec<&ChartPart<'_>> = parts
        .iter()
        .filter(|part| subject.has_points(part.dossier))
        .collect();
    // A chart with one whole zone is not called a chart of parts.
    let is_whole_zone =
        |part: &&&ChartPart<'_>| part.by_itself && !subject.is_of_parts(part.dossier);
    let titled = charted.iter().find(is_whole_zone).or(charted.first())?;
    let mut sources = Sources::default();
    Some(ChartData {
        name: subject.name(),
        title: subject.title(locale, titled.dossier),
        growth: match parts {
            [part] => growth_of(locale, part.dossier, subject, chosen),
            _ => String::new(),
        },
        parts: parts
            .iter()
            .map(|part| part_data(locale, part, subject, chosen, &mut sources))
            .collect(),
        part_years: parts
            .iter()
            .filter(|part| part.by_itself)
            .filter_map(|part| latest_part_year(locale, part, subject))
            .collect(),
        rates: rates_of(parts),
        sources: sources.0,
    })
}

/// The latest figure of a part of a year, in words: "gross domestic product, first half of 2024: 60 billion yuan".
fn latest_part_year(
    locale: Locale,
    part: &ChartPart<'_>,
    subject: &ChartSubject,
) -> Option<String> {
    let dossier = part.dossier;
    let is_part_year = |figure: &&Figure| {
        figure.period.is_part_of_year()
            && figure.measure.is_level()
            && dossier.is_own(figure)
            && subject.takes(dossier, figure)
    };
    let figures = dossier.figures.iter().filter(is_part_year);
    let latest = figures.max_by_key(|figure| figure.period.days().1)?;
    let last_day = latest.period.days().1?;
    // Beside a later year it would only take room.
    let years = dossier.figures.iter().filter(|figure| {
        figure.status() != Status::Target
            && figure.status() != Status::Planned
            && subject.takes(dossier, figure)
            && dossier.is_own(figure)
    });
    let last_year = years.filter_map(|figure| figure.period.chart_year()).max();
    if last_year.is_some_and(|year| year >= last_day.year()) {
        return None;
    }
    let c = locale.chart_messages();
    let mut words = vec![
        wording::figure_subject(locale, dossier, latest),
        format::period(locale, latest.period),
    ];
    if part.is_named {
        words.insert(0, locale.pick(&dossier.name).to_owned());
    }
    let words = words.join(c.comma);
    let mut words = [&words, c.colon, &format::value(locale, latest)].concat();
    if latest.doubt.is_some() || is_questioned(dossier, &latest.id) {
        words.push_str(c.comma);
        words.push_str(c.cautioned);
    }
    Some(words)
}

/// How much the amount of a chart grew, or that its lines are parts; empty where neither can be said.
fn growth_of(
    locale: Locale,
    dossier: &Dossier,
    subject: &ChartSubject,
    chosen: &[FigureId],
) -> String {
    if subject.is_of_parts(dossier) {
        return locale.chart_messages().note_parts.to_owned();
    }
    let rivals = dossier.rivals(chosen);
    let aside = rivals.iter().flat_map(|r| r.figures.iter().skip(1));
    let series = series_of(own_figures([dossier]).filter(|figure| subject.takes(dossier, figure)));
    let lines: Vec<&Series> = series.iter().map(|(_, line)| line).collect();
    let title = subject.title(locale, dossier);
    growth::growth(locale, dossier, &title, &lines, &aside.collect()).unwrap_or_default()
}

/// The words for sources, each once.
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
    let dossier = part.dossier;
    let rivals = dossier.rivals(chosen);
    let aside: HashSet<&FigureId> = rivals
        .iter()
        .flat_map(|r| r.figures.iter().skip(1))
        .collect();
    let disputed: HashSet<&FigureId> = rivals
        .iter()
        .filter(|rivals| rivals.disagree)
        .flat_map(|rivals| &rivals.figures)
        .collect();
    let own = dossier
        .figures
        .iter()
        .filter(|figure| dossier.is_own(figure) && subject.takes(dossier, figure));
    let series = series_of(own);
    let mut figure = |figure: &Figure| FigureData {
        id: figure.id.clone(),
        period: format::period(locale, figure.period),
        value: format::value(locale, figure),
        title: wording::figure_title(locale, dossier, figure),
        source: sources.place_of(source_words(locale, dossier, figure)),
        written: format::written(figure),
        status: figure.status(),
        is_disputed: disputed.contains(&figure.id),
        is_questioned: is_questioned(dossier, &figure.id),
        is_ambiguous: dossier.is_ambiguous(figure),
    };
    let words = series.iter().map(|(_, line)| LineData {
        label: line.points.first().map_or_else(String::new, |(_, first)| {
            wording::figure_subject(locale, dossier, first)
        }),
        kind: kind_of(line),
        counted_otherwise: (0..)
            .zip(&series)
            .filter(|(_, (_, other))| other.key.differs_in_what_is_counted(&line.key))
            .map(|(place, _)| place)
            .collect(),
        figures: line.points.iter().map(|(_, of)| figure(of)).collect(),
    });
    PartData {
        name: locale.pick(&dossier.name).to_owned(),
        is_named: part.is_named,
        by_itself: part.by_itself,
        words: words.collect(),
        lines: series
            .iter()
            .map(|(measured, line)| Line::of(*measured, line, |id| aside.contains(id)))
            .collect(),
    }
}

const fn kind_of(line: &Series) -> LineKind {
    match &line.key.scope {
        Scope::Whole => LineKind::Whole,
        Scope::Predecessor { .. } => LineKind::Predecessor,
        _ => LineKind::Part,
    }
}

/// Who states a figure and when; that it is derived where nobody states it.
pub fn source_words(locale: Locale, dossier: &Dossier, figure: &Figure) -> String {
    let m = locale.messages();
    let Some(source) = figure
        .receipt()
        .and_then(|receipt| dossier.source(&receipt.source))
    else {
        return m.mark_derived.to_owned();
    };
    let name = source.publisher.as_ref().map_or_else(
        || source.title.clone(),
        |publisher| locale.pick(publisher).to_owned(),
    );
    let date = source.date.map(|date| format::date(locale, date));
    std::iter::once(name)
        .chain(date)
        .collect::<Vec<_>>()
        .join(m.comma)
}

/// What a dollar cost in the years of all parts.
fn rates_of(parts: &[ChartPart<'_>]) -> ExchangeRates {
    let all = parts.iter().flat_map(|part| part.dossier.rates.all());
    let by_year: BTreeMap<u16, ExchangeRate> = all.map(|rate| (rate.year, *rate)).collect();
    by_year.into_values().collect::<Vec<_>>().into()
}

/// The charts of the page of a zone or group: output and fiscal revenue, and whatever else is stated
/// for two years or more. `chosen` are figures that the reader prefers.
pub fn growth_charts(
    locale: Locale,
    dossier: &Dossier,
    chosen: &[FigureId],
    publication: Publication,
) -> PageCharts {
    let m = locale.messages();
    let owner = dossier.owner.path();
    let given: Vec<String> = chosen.iter().map(|id| format!("pick={id}")).collect();
    let subjects = ChartSubject::all_of(dossier);
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
    let part = ChartPart::alone(dossier);
    PageCharts {
        locale,
        page: locale.href(&owner),
        folder: owner,
        given: given.join("&"),
        whose: locale.pick(&dossier.name).to_owned(),
        has_money: has_money([dossier]),
        has_density: has_density([dossier]),
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
    dossiers: impl IntoIterator<Item = &'a Dossier>,
) -> impl Iterator<Item = &'a Figure> {
    dossiers.into_iter().flat_map(|dossier| {
        dossier
            .figures
            .iter()
            .filter(|figure| dossier.is_own(figure))
    })
}

/// Whether any level is an amount of money.
fn has_money<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> bool {
    own_figures(dossiers).any(|figure| {
        figure.measure.is_level() && matches!(figure.unit(), Unit::Yuan | Unit::Dollar)
    })
}

/// Whether any amount per area is known.
fn has_density<'a>(dossiers: impl IntoIterator<Item = &'a Dossier>) -> bool {
    own_figures(dossiers).any(|figure| matches!(figure.measure, Measure::Density { .. }))
}
