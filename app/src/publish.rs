//! Charts for use outside the site: as pictures, as pages to embed, and as data. Only the server uses this module.

use crate::chart::{
    Card, ChartData, ChartState, ChartView, DotChart, DotScale, Number, SheetTexts, Size, card,
    dots_sheet, sheet,
};
use crate::components::chart::{ChartAddress, ChartParts, embedded, join};
use crate::format;
use crate::locale::Locale;
use crate::series::{ChartPart, ChartSubject, chart_data};
use crate::wording;
use domain::figure::Figure;
use domain::id::FigureId;
use domain::profile::Profile;
use domain::ranking::Ranking;
use domain::zone::ZoneSummary;
use std::collections::BTreeSet;

pub use crate::chart::CARD_SCALE;
pub use crate::records::Publication;

/// A request for a single chart.
pub struct ChartRequest<'a> {
    /// The language of the chart.
    pub locale: Locale,
    /// The zones and groups in the chart.
    pub parts: Vec<ChartPart<'a>>,
    /// The indicator, or the group of indicators.
    pub subject: ChartSubject,
    /// The display options.
    pub view: ChartView,
    /// The figures that the reader prefers to competing figures.
    pub chosen: Vec<FigureId>,
    /// The path of the chart itself, without language segment and file extension.
    pub chart: String,
    /// The path of the chart's page, without language segment.
    pub page: String,
    /// The part of the query string that is not in the view: chosen figures, or zones and indicator.
    pub given: String,
    /// The dataset and the site, for the citation.
    pub publication: Publication,
}

impl ChartRequest<'_> {
    /// Returns the data of the chart; `None` if no figure has a year.
    fn data(&self) -> Option<ChartData> {
        chart_data(self.locale, &self.parts, &self.subject, &self.chosen)
    }

    /// Returns the state of the chart; `None` if no figure has a year.
    pub fn state(&self) -> Option<ChartState> {
        Some(ChartState::of(self.locale, &self.data()?, &self.view))
    }

    /// Returns a figure of the chart, with the profile that contains it; `None` if it is in none.
    pub fn figure(&self, id: &FigureId) -> Option<(&Profile, &Figure)> {
        self.parts
            .iter()
            .find_map(|part| Some((part.profile, part.profile.figure(id)?)))
    }

    /// Returns the title of the chart, with the names of its zones and groups.
    pub fn title(&self, state: &ChartState) -> String {
        (self.locale.messages().chart.of)(&state.title, &self.names(self.locale))
    }

    /// Returns the names of the zones and groups that the chart shows by default.
    fn names(&self, locale: Locale) -> String {
        let shown = self.parts.iter().filter(|part| part.shown_by_default);
        let names: Vec<&str> = shown.map(|part| locale.pick(&part.profile.name)).collect();
        names.join(locale.messages().listing)
    }

    /// Returns the address of the chart's page, without language segment.
    pub fn address(&self) -> String {
        join(&self.page, &self.given, &self.view.query())
    }

    /// Draws the chart as an SVG file with title, sources and citation; `None` if no figure has a year.
    pub fn sheet(&self) -> Option<String> {
        let data = self.data()?;
        let state = ChartState::of(self.locale, &data, &self.view);
        let m = self.locale.messages();
        let frame = SheetTexts {
            title: self.title(&state),
            subtitle: self.names(self.locale.other()),
            number: Number::of(self.locale, &data, &state),
            sources: self.sources(&state),
            made: (m.chart.made_by)(&self.publication.date, &self.publication.digest),
            origin: self.publication.origin.clone(),
            page: self.locale.href(&self.address()),
        };
        Some(sheet(self.locale, &state, &frame))
    }

    /// Returns the sources of the points in the chart, each once.
    fn sources(&self, state: &ChartState) -> Vec<String> {
        let mut seen = BTreeSet::new();
        state
            .drawn()
            .flat_map(|(_, line)| &line.points)
            .map(|point| point.source.clone())
            .filter(|source| seen.insert(source.clone()))
            .collect()
    }

    /// Renders the chart as a page that other sites can embed in a frame; `None` if no figure has a year.
    pub fn embedded(&self, stylesheet: &str) -> Option<String> {
        let data = self.data()?;
        let state = ChartState::of(self.locale, &data, &self.view);
        let address = ChartAddress {
            chart: self.chart.clone(),
            page: self.locale.href(&self.page),
            given: self.given.clone(),
            kept: String::new(),
            name: self.subject.name(),
        };
        let parts = ChartParts {
            locale: self.locale,
            zone_names: &self.names(self.locale),
            data: &data,
            state: &state,
            view: &self.view,
            address: &address,
            publication: &self.publication,
            sizes: &[Size::Wide, Size::Narrow],
        };
        Some(embedded(parts, &self.title(&state), stylesheet).into_string())
    }
}

/// Draws the chart of a ranking as an SVG file; `None` if no zone has a value.
pub fn ranking_sheet(
    locale: Locale,
    ranking: &Ranking,
    publication: &Publication,
) -> Option<String> {
    let m = locale.messages();
    let indicator = &ranking.indicator;
    let title = (m.ranking.title)(locale.pick(&indicator.name));
    let chart = DotChart::of(locale, title.clone(), &ranking.lines, DotScale::default())?;
    let frame = SheetTexts {
        title,
        subtitle: locale.pick(&indicator.definition).to_owned(),
        number: None,
        sources: Vec::new(),
        made: (m.chart.made_by)(&publication.date, &publication.digest),
        origin: publication.origin.clone(),
        page: locale.href(&format!("/indicators/{}", indicator.id)),
    };
    let note = format!("{} {}", m.ranking.chart_hint, m.ranking.order);
    Some(dots_sheet(locale, &chart, note, &frame))
}

/// Draws the preview card of a zone: its first chart of the whole zone or, if there is none, its data from the lists.
pub fn zone_card(
    locale: Locale,
    zone: &ZoneSummary,
    profile: &Profile,
    province: Option<&str>,
    publication: &Publication,
) -> String {
    let m = locale.messages();
    let kind = wording::level_and_kind(locale, zone);
    let mut subjects = ChartSubject::all_of(profile).into_iter();
    // In a small picture, the lines of several parts look like one falling line.
    let subject = subjects.find(|subject| !subject.is_of_parts(profile));
    let data =
        subject.and_then(|subject| chart_data(locale, &[ChartPart::alone(profile)], &subject, &[]));
    let state = data
        .as_ref()
        .map(|data| ChartState::of(locale, data, &ChartView::default()));
    let number = data
        .as_ref()
        .zip(state.as_ref())
        .and_then(|(data, state)| Number::of(locale, data, state));
    let area = zone.area.map(|area| format::quantity(locale, area));
    let line = |name: &str, value: String| format!("{name}{}{value}", m.colon);
    let lines = [
        province.map(|province| line(m.province, province.to_owned())),
        Some(line(m.approved, format::date(locale, zone.approved))),
        area.map(|area| line(m.column_area, area)),
        Some(m.growth_unknown.to_owned()),
    ];
    let says = Card {
        title: locale.pick(&zone.name).to_owned(),
        subtitle: format!("{} · {kind}", locale.other().pick(&zone.name)),
        lines: lines.into_iter().flatten().collect(),
        made: (m.chart.made_by)(&publication.date, &publication.digest),
    };
    card(locale, &says, state.as_ref(), number.as_ref())
}
