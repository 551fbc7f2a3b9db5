//! Cautions on figures that a reader may mistake for the zone's own, and on figures that a person doubts.

use super::{Caution, CautionRule, CheckInput};
use crate::figure::Figure;
use crate::subject::{Scope, Subject};

pub(super) fn cautions(evidence: &CheckInput<'_>) -> Vec<Caution> {
    let mut found: Vec<(&Figure, Vec<&Figure>)> = Vec::new();
    for figure in evidence.figures {
        if !is_narrower(figure) || !is_near_the_zones(figure, evidence) {
            continue;
        }
        let alike = |(first, _): &&mut (&Figure, Vec<&Figure>)| {
            first.indicator == figure.indicator
                && first.scope == figure.scope
                && first.subject == figure.subject
        };
        match found.iter_mut().find(alike) {
            Some((_, figures)) => figures.push(figure),
            None => found.push((figure, vec![figure])),
        }
    }
    let narrower = found
        .into_iter()
        .map(|(_, figures)| Caution::of_figures(CautionRule::NarrowerScope, figures));
    let doubted = evidence
        .figures
        .iter()
        .filter(|figure| figure.doubt.is_some())
        .map(|figure| Caution::of_figures(CautionRule::DoubtedPrint, [figure]));
    narrower.chain(doubted).collect()
}

/// True for a level of a predecessor, an industry or a facility.
const fn is_narrower(figure: &Figure) -> bool {
    let part = matches!(
        figure.scope,
        Scope::Predecessor { .. } | Scope::Industry { .. }
    ) || matches!(figure.subject, Subject::Facility { .. });
    part && figure.measure.is_level()
}

/// True if the figure is in a growth chart of the zone, or if the zone itself has a figure for the same indicator.
fn is_near_the_zones(figure: &Figure, evidence: &CheckInput<'_>) -> bool {
    let in_chart = evidence
        .indicator(figure)
        .is_some_and(|indicator| indicator.chart.is_some())
        && figure.period.chart_year().is_some();
    in_chart
        || evidence.figures.iter().any(|other| {
            other.indicator == figure.indicator
                && other.measure.is_level()
                && other.scope.is_whole()
                && matches!(other.subject, Subject::Zone | Subject::Group { .. })
        })
}
