//! What a chart is of: a group of indicators in money or one indicator, of the zone as a whole or of its parts.

use crate::locale::Locale;
use crate::wording;
use domain::dossier::Dossier;
use domain::figure::Figure;
use domain::id::IndicatorId;
use domain::indicator::ChartGroup;
use domain::series::group;

/// What the name of a chart of parts ends with.
const PARTS: &str = "-parts";

/// What a chart is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartSubject {
    measured: Measured,
    share: Share,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Measured {
    /// All indicators of output, or of fiscal revenue, all of which are money.
    Group(ChartGroup),
    /// One indicator.
    Indicator(IndicatorId),
}

/// Of how much of the zone or group. Parts have a chart of their own, because beside the whole they look like a
/// collapse or a jump of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    /// All of it; where no figure is of all of it, its parts.
    Whole,
    /// Its parts, its industries and what came before it, where figures of the whole are in another chart.
    Parts,
}

impl ChartSubject {
    /// What the charts of a zone or group are of: output, fiscal revenue, and the indicators outside
    /// these that are stated for two years or more in one line.
    pub fn all_of(dossier: &Dossier) -> Vec<Self> {
        let groups = [ChartGroup::Output, ChartGroup::Fiscal].map(Measured::Group);
        let others = dossier.indicators.iter().filter(|indicator| {
            let of_it = |figure: &&Figure| {
                figure.indicator == indicator.id
                    && figure.measure.is_level()
                    && dossier.is_own(figure)
            };
            indicator.chart.is_none()
                && group(dossier.figures.iter().filter(of_it))
                    .iter()
                    .any(|line| line.points.windows(2).any(|pair| pair[0].0 != pair[1].0))
        });
        let others = others.map(|indicator| Measured::Indicator(indicator.id.clone()));
        let all = groups.into_iter().chain(others);
        all.flat_map(|measured| {
            [Share::Whole, Share::Parts].map(|share| Self {
                measured: measured.clone(),
                share,
            })
        })
        .filter(|subject| subject.has_points(dossier))
        .collect()
    }

    /// The chart of one indicator.
    pub const fn of_indicator(id: IndicatorId) -> Self {
        Self {
            measured: Measured::Indicator(id),
            share: Share::Whole,
        }
    }

    /// The indicator that it is of; nothing where it is of a group of them.
    pub const fn indicator(&self) -> Option<&IndicatorId> {
        match &self.measured {
            Measured::Indicator(id) => Some(id),
            Measured::Group(_) => None,
        }
    }

    /// True for the main chart of a group of indicators.
    pub fn is_of_group(&self, group: ChartGroup) -> bool {
        self.measured == Measured::Group(group) && self.share == Share::Whole
    }

    /// Whether any of its levels has a year.
    pub fn has_points(&self, dossier: &Dossier) -> bool {
        let mut figures = dossier.figures.iter();
        figures.any(|figure| is_point(dossier, figure) && self.takes(dossier, figure))
    }

    /// True where no figure of the chart is of the zone or group as a whole.
    pub fn is_of_parts(&self, dossier: &Dossier) -> bool {
        self.share == Share::Parts || !self.has_whole(dossier)
    }

    /// Whether a figure belongs to it, in whatever measure.
    pub fn takes(&self, dossier: &Dossier, figure: &Figure) -> bool {
        self.measures(dossier, figure)
            && match self.share {
                Share::Whole => figure.scope.is_whole() || !self.has_whole(dossier),
                Share::Parts => !figure.scope.is_whole() && self.has_whole(dossier),
            }
    }

    fn measures(&self, dossier: &Dossier, figure: &Figure) -> bool {
        match &self.measured {
            Measured::Group(chart) => dossier
                .indicator(&figure.indicator)
                .is_some_and(|i| i.chart == Some(*chart)),
            Measured::Indicator(id) => figure.indicator == *id,
        }
    }

    fn has_whole(&self, dossier: &Dossier) -> bool {
        dossier.figures.iter().any(|figure| {
            figure.scope.is_whole() && is_point(dossier, figure) && self.measures(dossier, figure)
        })
    }

    /// Its name in an address: `output`, `output-parts`.
    pub fn name(&self) -> String {
        let name = match &self.measured {
            Measured::Group(chart) => chart.as_str(),
            Measured::Indicator(id) => id.as_str(),
        };
        match self.share {
            Share::Whole => name.to_owned(),
            Share::Parts => [name, PARTS].concat(),
        }
    }

    /// What a name in an address means. No indicator is called `output` or `fiscal`, and none ends with `-parts`.
    pub fn of_name(name: &str) -> Option<Self> {
        let (name, share) = match name.strip_suffix(PARTS) {
            Some(name) => (name, Share::Parts),
            None => (name, Share::Whole),
        };
        let measured = match name.parse() {
            Ok(chart) => Measured::Group(chart),
            Err(_) => Measured::Indicator(name.parse().ok()?),
        };
        Some(Self { measured, share })
    }

    /// What it is called.
    pub fn title(&self, locale: Locale, dossier: &Dossier) -> String {
        let title = match &self.measured {
            Measured::Group(chart) => wording::chart_title(locale, *chart).to_owned(),
            Measured::Indicator(id) => dossier
                .indicator(id)
                .map(|indicator| locale.pick(&indicator.name).to_owned())
                .unwrap_or_default(),
        };
        if title.is_empty() || !self.is_of_parts(dossier) {
            return title;
        }
        (locale.chart_messages().of_parts)(&title)
    }
}

/// True for a level that has a year.
fn is_point(dossier: &Dossier, figure: &Figure) -> bool {
    figure.measure.is_level() && figure.period.chart_year().is_some() && dossier.is_own(figure)
}
