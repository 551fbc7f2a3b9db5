//! The subject of a chart: a group of money indicators or one indicator, for the whole zone or for its parts.

use crate::locale::Locale;
use crate::wording;
use domain::figure::Figure;
use domain::id::IndicatorId;
use domain::indicator::ChartGroup;
use domain::profile::Profile;
use domain::series::group;

/// The suffix of the name of a chart of parts.
const PARTS: &str = "-parts";

/// The subject of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartSubject {
    measured: Measured,
    share: Share,
}

/// What a chart measures.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Measured {
    /// All indicators of output, or all of fiscal revenue; all of them are in money.
    Group(ChartGroup),
    /// One indicator.
    Indicator(IndicatorId),
}

/// Whether a chart shows the whole zone or group, or its parts. Parts have their own chart, because beside the whole
/// they look like a sudden fall or rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    /// The whole zone or group; its parts if no figure is about the whole.
    Whole,
    /// Parts, industries and predecessors, if another chart shows the whole.
    Parts,
}

impl ChartSubject {
    /// Returns the subjects of the charts of a zone or group: output, fiscal revenue, and each other indicator that has
    /// a line with at least two years.
    pub fn all_of(profile: &Profile) -> Vec<Self> {
        let groups = [ChartGroup::Output, ChartGroup::Fiscal].map(Measured::Group);
        let others = profile.indicators.iter().filter(|indicator| {
            let of_it = |figure: &&Figure| {
                figure.indicator == indicator.id
                    && figure.measure.is_level()
                    && profile.is_own(figure)
            };
            indicator.chart.is_none()
                && group(profile.figures.iter().filter(of_it))
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
        .filter(|subject| subject.has_points(profile))
        .collect()
    }

    /// Returns the subject of the chart of one indicator.
    pub const fn of_indicator(id: IndicatorId) -> Self {
        Self {
            measured: Measured::Indicator(id),
            share: Share::Whole,
        }
    }

    /// Returns the indicator of the chart; `None` for a group of indicators.
    pub const fn indicator(&self) -> Option<&IndicatorId> {
        match &self.measured {
            Measured::Indicator(id) => Some(id),
            Measured::Group(_) => None,
        }
    }

    /// Returns true for the main chart of a group of indicators.
    pub fn is_of_group(&self, group: ChartGroup) -> bool {
        self.measured == Measured::Group(group) && self.share == Share::Whole
    }

    /// Returns true if the chart has at least one level with a year.
    pub fn has_points(&self, profile: &Profile) -> bool {
        let mut figures = profile.figures.iter();
        figures.any(|figure| is_point(profile, figure) && self.takes(profile, figure))
    }

    /// Returns true if no figure of the chart is about the whole zone or group.
    pub fn is_of_parts(&self, profile: &Profile) -> bool {
        self.share == Share::Parts || !self.has_whole(profile)
    }

    /// Returns true if the chart has points, but none of the whole zone or group.
    pub fn has_only_parts(&self, profile: &Profile) -> bool {
        self.is_of_parts(profile) && self.has_points(profile)
    }

    /// Returns true if a figure belongs to the chart, in any measure.
    pub fn takes(&self, profile: &Profile, figure: &Figure) -> bool {
        self.measures(profile, figure)
            && match self.share {
                Share::Whole => figure.scope.is_whole() || !self.has_whole(profile),
                Share::Parts => !figure.scope.is_whole() && self.has_whole(profile),
            }
    }

    fn measures(&self, profile: &Profile, figure: &Figure) -> bool {
        match &self.measured {
            Measured::Group(chart) => profile
                .indicator(&figure.indicator)
                .is_some_and(|i| i.chart == Some(*chart)),
            Measured::Indicator(id) => figure.indicator == *id,
        }
    }

    fn has_whole(&self, profile: &Profile) -> bool {
        profile.figures.iter().any(|figure| {
            figure.scope.is_whole() && is_point(profile, figure) && self.measures(profile, figure)
        })
    }

    /// Returns its name in URLs: `output`, `output-parts`.
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

    /// Parses a name from a URL; `None` if it is invalid. No indicator is called `output` or `fiscal`, and no indicator
    /// name ends with `-parts`.
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

    /// Returns the title of the chart.
    pub fn title(&self, locale: Locale, profile: &Profile) -> String {
        let title = match &self.measured {
            Measured::Group(chart) => wording::chart_title(locale, *chart).to_owned(),
            Measured::Indicator(id) => profile
                .indicator(id)
                .map(|indicator| locale.pick(&indicator.name).to_owned())
                .unwrap_or_default(),
        };
        if title.is_empty() || !self.is_of_parts(profile) {
            return title;
        }
        (locale.chart_messages().of_parts)(&title)
    }
}

/// Returns true for a level that has a year and is about the zone or group itself.
fn is_point(profile: &Profile, figure: &Figure) -> bool {
    figure.measure.is_level() && figure.period.chart_year().is_some() && profile.is_own(figure)
}
