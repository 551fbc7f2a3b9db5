//! Series: groups of figures that a chart may connect by a line.

use crate::definition::Definition;
use crate::figure::{Figure, Status};
use crate::id::IndicatorId;
use crate::measure::Measure;
use crate::period::Period;
use crate::quantity::Unit;
use crate::subject::{Scope, Subject};

/// The properties that the figures of one series have in common: subject, indicator, definition, measure and prices,
/// scope, unit, and length of period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesKey {
    /// The subject of the series.
    pub subject: Subject,
    /// The indicator that is measured.
    pub indicator: IndicatorId,
    /// Details on what was counted, beyond the indicator's name.
    pub definition: Definition,
    /// How the values are expressed.
    pub measure: Measure,
    /// How much of the subject it covers.
    pub scope: Scope,
    /// The unit of the values.
    pub unit: Unit,
    length: Length,
}

/// The part of a year that a period covers. Only periods of the same length belong to one series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
    YearToDate(u8),
    State,
    /// Spans, sums and undated figures, which belong to no series.
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

    /// True if two keys differ only in the definition or in the size of the group. Both series then have the same name,
    /// but count different things, or may do so.
    pub fn differs_in_what_is_counted(&self, other: &Self) -> bool {
        (self != other || !self.is_of_one_subject())
            && self.indicator == other.indicator
            && self.unit == other.unit
            && self.length == other.length
            && self.subject.has_same_name(&other.subject)
            && self.scope == other.scope
            && self.measure == other.measure
    }

    /// True if two keys differ only in the number of zones of the group, or if that number is not stated.
    pub fn differs_only_in_size(&self, other: &Self) -> bool {
        self.differs_in_what_is_counted(other) && self.definition == other.definition
    }

    /// True if the subject is the same at all points. A group of unstated size may contain other zones each time.
    const fn is_of_one_subject(&self) -> bool {
        !matches!(self.subject, Subject::Group { members: None, .. })
    }
}

/// True if two figures may be points of one series.
pub fn same_series(one: &Figure, other: &Figure) -> bool {
    let key = SeriesKey::of(one);
    key.is_of_one_subject() && key.length != Length::Other && key == SeriesKey::of(other)
}

/// True if the periods of two figures cover the same part of a year.
pub fn same_period_length(one: &Figure, other: &Figure) -> bool {
    Length::of(one.period) == Length::of(other.period)
}

/// True if two figures state the size of the same thing. A target and a report are different things. Figures without a
/// time are never the same thing, because their times may differ.
pub fn same_quantity(one: &Figure, other: &Figure) -> bool {
    let wish = |figure: &Figure| matches!(figure.status(), Status::Target | Status::Planned);
    one.period == other.period
        && one.period.last_year().is_some()
        && wish(one) == wish(other)
        && SeriesKey::of(one) == SeriesKey::of(other)
}

/// The figures of one series, in order of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The properties that the figures have in common.
    pub key: SeriesKey,
    /// The figures with their years. A year may occur twice if sources disagree.
    pub points: Vec<(u16, Figure)>,
}

/// Groups figures into series, in the order in which each series first appears. Figures without a chart year are left
/// out.
pub fn group<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<Series> {
    group_by(figures, SeriesKey::of)
}

/// Groups growth rates from one year to the next into series, as [`group`] does. The earlier period, which is different
/// for each rate, does not separate them. All other figures are left out.
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
        assert!(same_series(&one, &next));
        assert!(!same_series(&one, &total("b", "2018", Some(218))));
        let unknown = [total("a", "2017", None), total("b", "2018", None)];
        assert!(!same_series(&unknown[0], &unknown[1]));
        assert_eq!(group(&unknown).len(), 2);
        assert_eq!(group(&[one, next]).len(), 1);
    }

    #[test]
    fn only_periods_of_one_length_join() {
        let at = |period| figure("a", "gdp", period, "9.1 wan-yi CNY");
        assert!(same_series(&at("2017-H1"), &at("2018-H1")));
        for (one, other) in [
            ("2017", "2018-H1"),
            ("2017-H1", "2018-H2"),
            ("2017/09", "2018/10"),
            ("2016..2020", "2011..2015"),
            ("undated", "undated"),
        ] {
            assert!(!same_series(&at(one), &at(other)), "{one} {other}");
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
        assert!(same_quantity(&report, &wish));
        statement(&mut wish).kind = crate::figure::StatementKind::Target;
        assert!(!same_quantity(&report, &wish));
        assert!(same_series(&report, &wish));
    }
}
