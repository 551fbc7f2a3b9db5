//! Competing figures for one thing: which figure is shown, by which rule, and whether the figures contradict each
//! other.

use crate::figure::{Evidence, Figure, Status};
use crate::id::FigureId;
use crate::series::same_quantity;
use crate::source::{PublisherClass, Source};
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

/// Competing figures for one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetingFigures {
    /// The ids of the figures in order of preference. The first figure is shown.
    pub figures: Vec<FigureId>,
    /// Why the first figure is shown.
    pub reason: Reason,
    /// True if at least two of the figures cannot both be true.
    pub disagree: bool,
}

vocabulary! {
    /// The rule by which a figure is shown before its competing figures.
    Reason, "a reason: stated, final, publisher, later, order or chosen" {
        /// A stated figure comes before a figure that we derived.
        Stated = "stated",
        /// A final figure comes before a preliminary one of the same class of publisher and the same day.
        Final = "final",
        /// An official publisher comes before the press, the press before others, and these before copies.
        Publisher = "publisher",
        /// The figure of the later publication comes first.
        Later = "later",
        /// No rule decides; the first figure in the data is shown.
        Order = "order",
        /// The reader chose this figure.
        Chosen = "chosen",
    }
}

/// Returns the sort key of a figure; the figure with the smallest key is preferred.
fn rank(figure: &Figure, sources: &[Source]) -> (bool, u8, std::cmp::Reverse<String>, bool) {
    let source = figure
        .receipt()
        .and_then(|receipt| sources.iter().find(|source| source.id == receipt.source));
    let class = source.map_or(4, |source| match source.class {
        PublisherClass::Official => 0,
        PublisherClass::Press => 1,
        PublisherClass::Other | PublisherClass::NotStated => 2,
        PublisherClass::Copy => 3,
    });
    // The text form of dates sorts in order of time. An unknown date is an empty text and comes last.
    let date = source
        .and_then(|source| source.date)
        .map(|date| date.to_string())
        .unwrap_or_default();
    (
        matches!(figure.evidence, Evidence::Derived(_)),
        class,
        std::cmp::Reverse(date),
        figure.status() == Status::Preliminary,
    )
}

/// Returns the competing figures for each thing that has several, in the order in which each thing first appears.
/// `chosen` are the figures that the reader prefers.
pub fn competing_figures(
    figures: &[Figure],
    sources: &[Source],
    chosen: &[FigureId],
) -> Vec<CompetingFigures> {
    let mut found: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures {
        match found.iter_mut().find(|group| {
            group
                .first()
                .is_some_and(|first| same_quantity(first, figure))
        }) {
            Some(group) => group.push(figure),
            None => found.push(vec![figure]),
        }
    }
    found
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| judge(group, sources, chosen))
        .collect()
}

fn judge(mut group: Vec<&Figure>, sources: &[Source], chosen: &[FigureId]) -> CompetingFigures {
    // The sort is stable: figures with equal keys keep the order of the data.
    group.sort_by_key(|figure| (!chosen.contains(&figure.id), rank(figure, sources)));
    let reason = match group[..] {
        [first, ..] if chosen.contains(&first.id) => Reason::Chosen,
        [first, second, ..] => {
            let (a, b) = (rank(first, sources), rank(second, sources));
            if a.0 != b.0 {
                Reason::Stated
            } else if a.1 != b.1 {
                Reason::Publisher
            } else if a.2 != b.2 {
                Reason::Later
            } else if a.3 != b.3 {
                Reason::Final
            } else {
                Reason::Order
            }
        }
        _ => Reason::Order,
    };
    let disagree = group.iter().enumerate().any(|(index, one)| {
        group[index + 1..]
            .iter()
            .any(|other| !one.interval().meets(other.interval()))
    });
    CompetingFigures {
        figures: group.into_iter().map(|figure| figure.id.clone()).collect(),
        reason,
        disagree,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{figure, source, statement};

    fn competing_of(figures: &[Figure], chosen: &[FigureId]) -> Vec<CompetingFigures> {
        let sources = [
            source("ministry", PublisherClass::Official, "2018-01"),
            source("paper", PublisherClass::Press, "2019-01"),
            source("later-paper", PublisherClass::Press, "2019-02"),
        ];
        competing_figures(figures, &sources, chosen)
    }

    fn stated(id: &str, value: &str, source: &str) -> Figure {
        let mut figure = figure(id, "gdp", "2017", value);
        statement(&mut figure).receipt.source = source.parse().unwrap();
        figure
    }

    fn shown(found: &[CompetingFigures]) -> Vec<&str> {
        found
            .iter()
            .flat_map(|competing_figures| &competing_figures.figures)
            .map(FigureId::as_str)
            .collect()
    }

    #[test]
    fn publishers_come_before_dates() {
        let figures = [
            stated("paper", "20 billion CNY", "paper"),
            stated("later", "30 billion CNY", "later-paper"),
            stated("state", "10 billion CNY", "ministry"),
        ];
        let found = competing_of(&figures, &[]);
        assert_eq!(shown(&found), ["state", "later", "paper"]);
        assert_eq!(
            (found[0].reason, found[0].disagree),
            (Reason::Publisher, true)
        );
        let found = competing_of(&figures[..2], &[]);
        assert_eq!(shown(&found), ["later", "paper"]);
        assert_eq!(found[0].reason, Reason::Later);
    }

    #[test]
    fn the_reader_may_choose_another() {
        let figures = [
            stated("state", "10 billion CNY", "ministry"),
            stated("paper", "10.2 billion CNY", "paper"),
        ];
        let chosen = ["paper".parse().unwrap()];
        let found = competing_of(&figures, &chosen);
        assert_eq!(shown(&found), ["paper", "state"]);
        assert_eq!(
            (found[0].reason, found[0].disagree),
            (Reason::Chosen, false)
        );
    }

    #[test]
    fn another_period_scope_or_a_wish_is_another_thing() {
        let mut wish = stated("wish", "30 billion CNY", "paper");
        statement(&mut wish).kind = crate::figure::StatementKind::Target;
        let mut other_year = stated("year", "30 billion CNY", "paper");
        other_year.period = "2018".parse().unwrap();
        let mut part = stated("part", "30 billion CNY", "paper");
        part.definition = vec![crate::definition::Term::Gross].into();
        let figures = [
            stated("one", "10 billion CNY", "paper"),
            wish,
            other_year,
            part,
        ];
        assert_eq!(competing_of(&figures, &[]), []);
    }
}
