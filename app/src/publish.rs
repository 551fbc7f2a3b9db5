//! Charts that leave the site: as pictures, as a page for frames, as what stands behind them. The
//! server asks for them; the browser has no use for them.

use crate::chart::{
    Card, ChartData, ChartState, ChartView, DotChart, DotScale, Frame, Number, Size, card,
    dots_sheet, sheet,
};
use crate::components::chart::{ChartAddress, ChartParts, embedded, join};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::series::{ChartPart, ChartSubject, chart_data};
use domain::dossier::Dossier;
use domain::figure::Figure;
use domain::id::FigureId;
use domain::league::League;
use domain::zone::ZoneSummary;
use std::collections::BTreeSet;

pub use crate::chart::CARD_SCALE;
pub use crate::components::chart::Publication;

/// A chart that somebody asks for by its address.
pub struct ChartRequest<'a> {
    /// In which language.
    pub locale: Locale,
    /// Of which zones and groups.
    pub parts: Vec<ChartPart<'a>>,
    /// Of what.
    pub subject: ChartSubject,
    /// How it is looked at.
    pub view: ChartView,
    /// Figures that the reader prefers.
    pub chosen: Vec<FigureId>,
    /// The path of the chart by itself, without language and ending.
    pub chart: String,
    /// The path of its page, without language.
    pub page: String,
    /// What of the query string does not belong to the view.
    pub given: String,
    /// The dataset and site.
    pub publication: Publication,
}

impl ChartRequest<'_> {
    /// What the chart is drawn from; nothing where no year of it is known.
    fn data(&self) -> Option<ChartData> {
        chart_data(self.locale, &self.parts, &self.subject, &self.chosen)
    }

    /// What the chart shows; nothing where no year of it is known.
    pub fn state(&self) -> Option<ChartState> {
        Some(ChartState::of(self.locale, &self.data()?, &self.view))
    }

    /// A figure of the chart, with the dossier it is in.
    pub fn figure(&self, id: &FigureId) -> Option<(&Dossier, &Figure)> {
        self.parts
            .iter()
            .find_map(|part| Some((part.dossier, part.dossier.figure(id)?)))
    }

    /// What the chart is of, and whose it is.
    pub fn title(&self, state: &ChartState) -> String {
        (self.locale.messages().chart.of)(&state.title, &self.names(self.locale))
    }

    /// The names of those of which the chart shows anything unasked.
    fn names(&self, locale: Locale) -> String {
        let shown = self.parts.iter().filter(|part| part.by_itself);
        let names: Vec<&str> = shown.map(|part| locale.pick(&part.dossier.name)).collect();
        names.join(locale.messages().listing)
    }

    /// The address of its page, without language.
    pub fn address(&self) -> String {
        join(&self.page, &self.given, &self.view.query())
    }

    /// The chart as a file of its own.
    pub fn sheet(&self) -> Option<String> {
        let data = self.data()?;
        let state = ChartState::of(self.locale, &data, &self.view);
        let m = self.locale.messages();
        let frame = Frame {
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

    /// Who states what is shown, each once.
    fn sources(&self, state: &ChartState) -> Vec<String> {
        let mut seen = BTreeSet::new();
        state
            .drawn()
            .flat_map(|(_, line)| &line.points)
            .map(|point| point.source.clone())
            .filter(|source| seen.insert(source.clone()))
            .collect()
    }

    /// The chart as a page that others may put into a frame.
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
            whose: &self.names(self.locale),
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

/// The chart of a league table as a file of its own; nothing where no zone is known.
pub fn league_sheet(locale: Locale, league: &League, publication: &Publication) -> Option<String> {
    let m = locale.messages();
    let indicator = &league.indicator;
    let title = (m.league.title)(locale.pick(&indicator.name));
    let chart = DotChart::of(locale, title.clone(), &league.lines, DotScale::default())?;
    let frame = Frame {
        title,
        subtitle: locale.pick(&indicator.definition).to_owned(),
        number: None,
        sources: Vec::new(),
        made: (m.chart.made_by)(&publication.date, &publication.digest),
        origin: publication.origin.clone(),
        page: locale.href(&format!("/indicators/{}", indicator.id)),
    };
    let note = format!("{} {}", m.league.chart_hint, m.league.order);
    Some(dots_sheet(locale, &chart, note, &frame))
}

/// The card of a zone: its first chart, or what the lists say.
pub fn zone_card(
    locale: Locale,
    zone: &ZoneSummary,
    dossier: &Dossier,
    province: Option<&str>,
    publication: &Publication,
) -> String {
    let m = locale.messages();
    let kind = (m.level_and_kind)(zone.level.name(locale), zone.kind.name(locale));
    let mut subjects = ChartSubject::all_of(dossier).into_iter();
    // Seen small, lines of several parts look like one that falls.
    let subject = subjects.find(|subject| !subject.is_of_parts(dossier));
    let data =
        subject.and_then(|subject| chart_data(locale, &[ChartPart::alone(dossier)], &subject, &[]));
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
