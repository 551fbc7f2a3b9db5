//! The series and indicators of a comparison of zones.

use crate::records::Comparison;
use crate::series::{ChartPart, ChartSubject};
use domain::figure::Figure;
use domain::id::IndicatorId;
use domain::indicator::Indicator;
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl Comparison {
    /// Returns the zones, then the national totals, as parts of one chart. The totals are much larger than any zone,
    /// so they are hidden until the reader selects them.
    pub fn parts(&self) -> Vec<ChartPart<'_>> {
        let part = |shown_by_default| {
            move |profile| ChartPart {
                profile,
                is_named: true,
                shown_by_default,
            }
        };
        let zones = self.profiles.iter().map(part(true));
        zones.chain(self.national.iter().map(part(false))).collect()
    }

    /// Returns the indicators with a figure with a year for at least one of the zones. First those of at least two
    /// zones, then the area (which the lists contain for nearly every zone), then those of one zone only; within
    /// each, by number of zones and number of figures.
    pub fn indicators(&self) -> Vec<&Indicator> {
        let known = |id: &IndicatorId| {
            let with_point = |figure: &Figure| {
                figure.indicator == *id
                    && figure.measure.is_level()
                    && figure.period.chart_year().is_some()
            };
            let of_zone = self
                .profiles
                .iter()
                .map(|profile| profile.figures.iter().filter(|f| with_point(f)).count());
            let counts: Vec<usize> = of_zone.filter(|count| *count > 0).collect();
            (counts.len(), counts.iter().sum::<usize>())
        };
        let mut seen = BTreeSet::new();
        let mut found: Vec<((usize, usize), &Indicator)> = self
            .profiles
            .iter()
            .flat_map(|profile| &profile.indicators)
            .filter(|indicator| seen.insert(&indicator.id))
            .map(|indicator| (known(&indicator.id), indicator))
            .filter(|((zones, _), _)| *zones > 0)
            .collect();
        let class = |zones: usize, indicator: &Indicator| match (indicator.id.as_str(), zones) {
            ("area", _) => 1,
            // With several zones, an indicator of only one zone cannot be compared.
            (_, known) if known < self.zones.len().min(2) => 2,
            _ => 0,
        };
        // The sort is stable: indicators with equal keys keep the order of the dataset.
        found.sort_by_key(|(known, indicator)| (class(known.0, indicator), Reverse(*known)));
        found.into_iter().map(|(_, indicator)| indicator).collect()
    }

    /// Returns the subject of the chart: the requested indicator, or else the first of [`Self::indicators`]; `None`
    /// if there is none.
    pub fn subject(&self, asked: &str) -> Option<ChartSubject> {
        let indicators = self.indicators();
        indicators
            .iter()
            .find(|indicator| indicator.id.as_str() == asked)
            .or(indicators.first())
            .map(|indicator| ChartSubject::of_indicator(indicator.id.clone()))
    }
}
