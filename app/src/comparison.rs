//! What zones side by side can be compared in.

use crate::api::Comparison;
use crate::series::{ChartPart, ChartSubject};
use domain::figure::Figure;
use domain::id::IndicatorId;
use domain::indicator::Indicator;
use std::cmp::Reverse;
use std::collections::BTreeSet;

impl Comparison {
    /// The zones, and after them the totals of all national zones, as parts of one chart. Totals are
    /// far larger than any zone: they are taken in where a reader asks for them.
    pub fn parts(&self) -> Vec<ChartPart<'_>> {
        let part = |by_itself| {
            move |dossier| ChartPart {
                dossier,
                is_named: true,
                by_itself,
            }
        };
        let zones = self.dossiers.iter().map(part(true));
        zones.chain(self.national.iter().map(part(false))).collect()
    }

    /// The indicators of which a year is known of any of the zones, those known of most zones first. The area, which
    /// the list gives of nearly every zone, follows those that two zones share.
    pub fn indicators(&self) -> Vec<&Indicator> {
        let known = |id: &IndicatorId| {
            let with_point = |figure: &Figure| {
                figure.indicator == *id
                    && figure.measure.is_level()
                    && figure.period.chart_year().is_some()
            };
            let of_zone = self
                .dossiers
                .iter()
                .map(|dossier| dossier.figures.iter().filter(|f| with_point(f)).count());
            let counts: Vec<usize> = of_zone.filter(|count| *count > 0).collect();
            (counts.len(), counts.iter().sum::<usize>())
        };
        let mut seen = BTreeSet::new();
        let mut found: Vec<((usize, usize), &Indicator)> = self
            .dossiers
            .iter()
            .flat_map(|dossier| &dossier.indicators)
            .filter(|indicator| seen.insert(&indicator.id))
            .map(|indicator| (known(&indicator.id), indicator))
            .filter(|((zones, _), _)| *zones > 0)
            .collect();
        let class = |zones: usize, indicator: &Indicator| match (indicator.id.as_str(), zones) {
            ("area", _) => 1,
            // One zone shares nothing with others.
            (_, known) if known < self.zones.len().min(2) => 2,
            _ => 0,
        };
        // Stable: what is known equally well keeps the order of the data.
        found.sort_by_key(|(known, indicator)| (class(known.0, indicator), Reverse(*known)));
        found.into_iter().map(|(_, indicator)| indicator).collect()
    }

    /// What is charted: the indicator asked for, or the one known of most zones.
    pub fn subject(&self, asked: &str) -> Option<ChartSubject> {
        let indicators = self.indicators();
        indicators
            .iter()
            .find(|indicator| indicator.id.as_str() == asked)
            .or(indicators.first())
            .map(|indicator| ChartSubject::of_indicator(indicator.id.clone()))
    }
}
