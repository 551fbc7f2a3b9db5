//! Which figures are points of one line.

use crate::definition::Definition;
use crate::figure::{Figure, Status};
use crate::id::IndicatorId;
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::Unit;
use crate::subject::{Scope, Subject};

/// What figures must share to be points of one line: subject, indicator, definition, measure and
/// prices, scope, unit, and length of period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesKey {
    /// Who or what the line is about.
    pub subject: Subject,
    /// What is measured.
    pub indicator: IndicatorId,
    /// What the indicator's name leaves open.
    pub definition: Definition,
    /// In which way it is expressed.
    pub measure: Measure,
    /// How much of the subject it covers.
    pub scope: Scope,
    /// In which unit.
    pub unit: Unit,
    length: Length,
}

/// Which part of a year a period is: only periods of one length are points of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
    YearToDate(u8),
    State,
    /// Spans, sums and undated figures: points of no line.
    Other,
}

impl Length {
    const fn of(period: Period) -> Self {
        match period {
            Period::Year(_) => Self::Year,
            Period::Half(_, half) => Self::Half(half),
            Period::Quarter(_, quarter) => Self::Quarter(quarter),
            Period::Month(_, month) => Self::Month(month),
            Period::YearToDate(_, month) => Self::YearToDate(month),
            Period::AsOf(_) => Self::State,
            Period::Span(..) | Period::Cumulative { .. } | Period::Undated => Self::Other,
        }
    }
}

impl SeriesKey {
    fn of(figure: &Figure) -> Self {
        Self {
            subject: figure.subject.clone(),
            indicator: figure.indicator.clone(),
            definition: figure.definition.clone(),
            measure: figure.measure.clone(),
            scope: figure.scope.clone(),
            unit: figure.unit(),
            length: Length::of(figure.period),
        }
    }

    /// Whether only the size of the group or the definition tells it from another: the name of what
    /// is measured is the same, what is counted is not, or may not be.
    pub fn differs_in_what_is_counted(&self, other: &Self) -> bool {
        (self != other || !self.is_of_one_subject())
            && self.indicator == other.indicator
            && self.unit == other.unit
            && self.length == other.length
            && self.subject.is_of_one_name(&other.subject)
            && self.scope == other.scope
            && self.measure == other.measure
    }

    /// Whether its subject is the same at all its points: a group of a size that no source states
    /// may be another group each time.
    const fn is_of_one_subject(&self) -> bool {
        !matches!(self.subject, Subject::Group { members: None, .. })
    }
}

/// Whether two figures may be points of one line.
pub fn is_of_one_line(one: &Figure, other: &Figure) -> bool {
    let key = SeriesKey::of(one);
    key.is_of_one_subject() && key.length != Length::Other && key == SeriesKey::of(other)
}

/// Whether the periods of two figures are the same part of a year.
pub fn is_of_one_length(one: &Figure, other: &Figure) -> bool {
    Length::of(one.period) == Length::of(other.period)
}

/// Whether two figures say how large the very same thing is: a wish and a report are two things, and
/// figures without a time may be of two times.
pub fn is_of_one_thing(one: &Figure, other: &Figure) -> bool {
    let wish = |figure: &Figure| matches!(figure.status(), Status::Target | Status::Planned);
    one.period == other.period
        && one.period.last_year().is_some()
        && wish(one) == wish(other)
        && SeriesKey::of(one) == SeriesKey::of(other)
}

/// Figures that are points of one line, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What they share.
    pub key: SeriesKey,
    /// The year and the figure; a year may come twice where sources disagree.
    pub points: Vec<(u16, Figure)>,
}

/// Sorts figures into the lines they are points of, in the order in which each line first
/// appears. Figures that belong to no year are left out.
pub fn group<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Series> {
    group_by(figures, SeriesKey::of)
}

/// Sorts growth rates from one year to the next into lines, as [`group`] does. A rate of each year
/// is from another year on; that alone makes no new line. What is no such rate is left out.
pub fn group_yearly_changes<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Series> {
    let yearly = |figure: &&Figure| match figure.measure {
        Measure::Change { from, .. } => {
            figure.unit() == Unit::Percent && figure.period.year_before() == Some(from)
        }
        _ => false,
    };
    let key = |figure: &Figure| {
        let mut key = SeriesKey::of(figure);
        if let Measure::Change { from, .. } = &mut key.measure {
            *from = Period::Undated;
        }
        key
    };
    group_by(figures.into_iter().filter(yearly), key)
}

fn group_by<'a>(
    figures: impl IntoIterator<Item = &'a Figure>,
    key_of: impl Fn(&Figure) -> SeriesKey,
) -> Vec<Series> {
    let mut lines: Vec<Series> = Vec::new();
    for figure in figures {
        let Some(year) = figure.period.chart_year() else {
            continue;
        };
        let key = key_of(figure);
        let point = (year, figure.clone());
        let same = |line: &&mut Series| line.key == key && key.is_of_one_subject();
        match lines.iter_mut().find(same) {
            Some(line) => line.points.push(point),
            None => lines.push(Series {
                key,
                points: vec![point],
            }),
        }
    }
    for line in &mut lines {
        line.points.sort_by_key(|(year, _)| *year);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{figure, statement};
    use crate::text::Bilingual;

    fn total(id: &str, year: &str, members: Option<u32>) -> Figure {
        Figure {
            subject: Subject::Group {
                name: Bilingual {
                    en: "all".into(),
                    zh: "全部".into(),
                },
                members,
            },
            ..figure(id, "gdp", year, "9.1 wan-yi CNY")
        }
    }

    #[test]
    fn totals_join_only_while_their_membership_is_the_same() {
        let (one, next) = (total("a", "2017", Some(219)), total("b", "2018", Some(219)));
        assert!(is_of_one_line(&one, &next));
        assert!(!is_of_one_line(&one, &total("b", "2018", Some(218))));
        let unknown = [total("a", "2017", None), total("b", "2018", None)];
        assert!(!is_of_one_line(&unknown[0], &unknown[1]));
        assert_eq!(group(&unknown).len(), 2);
        assert_eq!(group(&[one, next]).len(), 1);
    }

    #[test]
    fn only_periods_of_one_length_join() {
        let at = |period| figure("a", "gdp", period, "9.1 wan-yi CNY");
        assert!(is_of_one_line(&at("2017-H1"), &at("2018-H1")));
        for (one, other) in [
            ("2017", "2018-H1"),
            ("2017-H1", "2018-H2"),
            ("2017/09", "2018/10"),
            ("2016..2020", "2011..2015"),
            ("undated", "undated"),
        ] {
            assert!(!is_of_one_line(&at(one), &at(other)), "{one} {other}");
        }
    }

    fn rate(id: &str, year: u16, from: u16) -> Figure {
        Figure {
            measure: Measure::Change {
                from: Period::Year(from),
                prices: crate::measure::Prices::Constant,
            },
            ..figure(id, "gdp", &year.to_string(), "8.1 percent")
        }
    }

    #[test]
    fn yearly_rates_are_one_line_and_rates_of_longer_times_none() {
        let rates = [
            rate("a", 2017, 2016),
            rate("b", 2018, 2017),
            rate("c", 2018, 2010),
        ];
        let lines = group_yearly_changes(&rates);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].points.len(), 2);
    }

    #[test]
    fn a_wish_and_a_report_are_two_things() {
        let report = figure("a", "gdp", "2020", "9.1 wan-yi CNY");
        let mut wish = report.clone();
        assert!(is_of_one_thing(&report, &wish));
        statement(&mut wish).standing = crate::figure::Standing::Target;
        assert!(!is_of_one_thing(&report, &wish));
        assert!(is_of_one_line(&report, &wish));
    }
}
