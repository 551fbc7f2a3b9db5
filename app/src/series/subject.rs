//! What a chart is of: a group of indicators in money, or one indicator.

use crate::locale::Locale;
use crate::wording;
use domain::dossier::Dossier;
use domain::figure::Figure;
use domain::id::IndicatorId;
use domain::indicator::ChartGroup;
use domain::series::group;

/// What a chart is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartSubject {
    /// All indicators of output, or of fiscal revenue, all of which are money.
    Group(ChartGroup),
    /// One indicator.
    Indicator(IndicatorId),
}

impl ChartSubject {
    /// What the charts of a zone or group are of: output, fiscal revenue, and the indicators outside
    /// these that are stated for two years or more in one line.
    pub fn all_of(dossier: &Dossier) -> Vec<Self> {
        let mut found: Vec<Self> = [ChartGroup::Output, ChartGroup::Fiscal]
            .map(Self::Group)
            .into_iter()
            .filter(|subject| subject.has_points(dossier))
            .collect();
        for indicator in dossier.indicators.iter().filter(|i| i.chart.is_none()) {
            let of_it = |figure: &&Figure| {
                figure.indicator == indicator.id
                    && figure.measure.is_level()
                    && dossier.is_own(figure)
            };
            let has_years = group(dossier.figures.iter().filter(of_it))
                .iter()
                .any(|line| line.points.windows(2).any(|pair| pair[0].0 != pair[1].0));
            if has_years {
                found.push(Self::Indicator(indicator.id.clone()));
            }
        }
        found
    }

    /// Whether any of its levels has a year.
    pub fn has_points(&self, dossier: &Dossier) -> bool {
        dossier.figures.iter().any(|figure| {
            figure.measure.is_level()
                && figure.period.chart_year().is_some()
                && dossier.is_own(figure)
                && self.takes(dossier, figure)
        })
    }

    /// Whether a figure belongs to it, in whatever measure.
    pub fn takes(&self, dossier: &Dossier, figure: &Figure) -> bool {
        match self {
            Self::Group(chart) => dossier
                .indicator(&figure.indicator)
                .is_some_and(|i| i.chart == Some(*chart)),
            Self::Indicator(id) => figure.indicator == *id,
        }
    }

    /// Its name in an address.
    pub fn name(&self) -> &str {
        match self {
            Self::Group(chart) => chart.as_str(),
            Self::Indicator(id) => id.as_str(),
        }
    }

    /// What a name in an address means. No indicator is called `output` or `fiscal`.
    pub fn of_name(name: &str) -> Option<Self> {
        match name.parse() {
            Ok(chart) => Some(Self::Group(chart)),
            Err(_) => name.parse().ok().map(Self::Indicator),
        }
    }

    /// What it is called.
    pub fn title(&self, locale: Locale, dossier: &Dossier) -> String {
        match self {
            Self::Group(chart) => wording::chart_title(locale, *chart).to_owned(),
            Self::Indicator(id) => dossier
                .indicator(id)
                .map(|indicator| locale.pick(&indicator.name).to_owned())
                .unwrap_or_default(),
        }
    }
}
