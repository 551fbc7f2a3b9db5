//! What screen readers hear after a change of the charts.

use super::controls::newly_chosen;
use crate::chart::{ChartState, ChartView};
use crate::locale::Locale;

/// What the charts of a page show, in short.
#[derive(Debug, PartialEq, Eq)]
pub struct ViewSummary {
    view: ChartView,
    /// The title and the number of visible lines of each chart.
    charts: Vec<(String, usize)>,
}

impl ViewSummary {
    /// Describes drawn charts.
    pub fn of(view: ChartView, states: &[ChartState]) -> Self {
        let charts = states.iter();
        let charts = charts.map(|state| (state.title.clone(), state.drawn().count()));
        Self {
            view,
            charts: charts.collect(),
        }
    }

    /// Returns what differs from `before` in words: the options, then the title and the number of visible lines of each
    /// chart with other lines. If nothing differs, the page shows new series, and all charts are described.
    pub fn announcement(&self, locale: Locale, before: &Self) -> String {
        let c = locale.chart_messages();
        let mut parts = newly_chosen(locale, &before.view, &self.view);
        let is_same = self == before;
        let charts = self.charts.iter();
        let charts = charts.filter(|chart| is_same || !before.charts.contains(chart));
        parts.extend(charts.map(|(title, lines)| (c.lines_shown)(title, *lines)));
        parts.join(c.semicolon)
    }
}
