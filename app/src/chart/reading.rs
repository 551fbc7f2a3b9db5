//! From what is known to what a chart shows: figures in the terms of a view, as points in units of
//! an axis.

mod words;

use super::drawing::MOST_LINES;
use super::state::{Break, ChartPart, ChartPoint, ChartSeries, ChartState, LineKind, admits_log};
use super::subject::ChartSubject;
use super::view::ChartView;
use crate::components::figure::{is_questioned, receipt_href};
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use crate::wording;
use domain::Decimal;
use domain::figure::Status;
use domain::id::FigureId;
use domain::interval::End;
use domain::quantity::Unit;
use domain::restate::{Currency, Expression, Restated, RestatedLine, best_base, restate};
use domain::subject::Scope;
use std::collections::{BTreeMap, HashSet};
use words::{count, source_words};

/// The lines of one zone or group, with what is needed to word them.
struct ReadPart<'a> {
    part: ChartPart<'a>,
    aside: HashSet<FigureId>,
    disputed: HashSet<FigureId>,
    lines: Vec<RestatedLine>,
}

/// What is known, in the terms of a view.
pub struct Reading<'a> {
    locale: Locale,
    title: String,
    expression: Expression,
    currency: Option<Currency>,
    base: Option<u16>,
    parts: Vec<ReadPart<'a>>,
    /// How many points are in another unit than the chart.
    in_other_units: usize,
}

impl<'a> Reading<'a> {
    /// Reads the figures of the parts in the terms of a view.
    pub fn of(
        locale: Locale,
        parts: &[ChartPart<'a>],
        subject: &ChartSubject,
        view: &ChartView,
        chosen: &[FigureId],
    ) -> Self {
        let mut terms = view.terms;
        let mut read: Vec<ReadPart<'a>> = parts
            .iter()
            .map(|part| {
                let rivals = part.dossier.rivals(chosen);
                let ids = |rivals: &[FigureId]| rivals.to_vec();
                ReadPart {
                    part: *part,
                    aside: rivals.iter().flat_map(|r| ids(&r.figures[1..])).collect(),
                    disputed: rivals
                        .iter()
                        .filter(|r| r.disagree)
                        .flat_map(|r| ids(&r.figures))
                        .collect(),
                    lines: Vec::new(),
                }
            })
            .collect();
        let lines = |read: &ReadPart<'_>, terms| {
            let dossier = read.part.dossier;
            let own = dossier
                .figures
                .iter()
                .filter(|figure| dossier.is_own(figure) && subject.takes(dossier, figure));
            restate(own, terms, &dossier.rates, |id| read.aside.contains(id))
        };
        if terms.expression == Expression::Index && terms.base.is_none() {
            // All lines of the chart have one base: the year that serves most of them.
            let amounts = domain::restate::Terms {
                expression: Expression::Amount,
                ..terms
            };
            let all: Vec<RestatedLine> =
                read.iter().flat_map(|part| lines(part, amounts)).collect();
            let is_aside = |id: &FigureId| read.iter().any(|part| part.aside.contains(id));
            terms.base = best_base(&all, is_aside);
        }
        for part in &mut read {
            part.lines = lines(part, terms);
        }
        let title = parts
            .iter()
            .map(|part| subject.title(locale, part.dossier))
            .find(|title| !title.is_empty());
        let mut reading = Self {
            locale,
            title: title.unwrap_or_default(),
            expression: terms.expression,
            currency: terms.currency,
            base: terms.base,
            parts: read,
            in_other_units: 0,
        };
        reading.keep_one_unit();
        reading
    }

    /// A chart has one unit: that of most of its points. Lines in another are left to the table of
    /// figures; a currency brings money together.
    fn keep_one_unit(&mut self) {
        let mut counts: BTreeMap<Unit, usize> = BTreeMap::new();
        for line in self.parts.iter().flat_map(|part| &part.lines) {
            *counts.entry(line.unit).or_default() += line.points.len();
        }
        let most = counts
            .into_iter()
            .max_by_key(|(unit, count)| (*count, std::cmp::Reverse(*unit)));
        if let Some((unit, _)) = most {
            let points = |reading: &Self| reading.lines().map(|(_, line)| line.points.len()).sum();
            let all: usize = points(self);
            for part in &mut self.parts {
                part.lines.retain(|line| line.unit == unit);
            }
            self.in_other_units = all - points(self);
        }
    }

    fn lines(&self) -> impl Iterator<Item = (&ReadPart<'a>, &RestatedLine)> {
        self.parts
            .iter()
            .flat_map(|part| part.lines.iter().map(move |line| (part, line)))
    }

    fn unit(&self) -> Unit {
        self.lines()
            .next()
            .map_or(Unit::Yuan, |(_, line)| line.unit)
    }

    /// The chart of what was read.
    pub fn state(&self, view: &ChartView) -> ChartState {
        let locale = self.locale;
        let c = &locale.messages().chart;
        let (exponent, unit_name) = self.axis_unit();
        let log = view.log && admits_log(view);
        let mut left_out = 0;
        let mut series: Vec<ChartSeries> = self
            .lines()
            .filter_map(|(part, line)| {
                let mut series = self.series(part, line, exponent, view)?;
                if log {
                    let all = series.points.len();
                    series.points.retain(|point| point.height() > 0.0);
                    left_out += all - series.points.len();
                }
                Some(series)
            })
            .collect();
        series.retain(|line| !line.points.is_empty());
        let mut switches: Vec<FigureId> = Vec::new();
        for line in &mut series {
            line.ink = match switches.iter().position(|other| *other == line.switch) {
                Some(place) => place,
                None => {
                    switches.push(line.switch.clone());
                    switches.len() - 1
                }
            };
        }
        let breaks = self.breaks(&series);
        let mut notes = self.notes();
        if log {
            notes.push(c.note_log.to_owned());
        } else if view.log {
            notes.push(c.note_no_log.to_owned());
        }
        if left_out > 0 {
            notes.push((c.note_log_left_out)(&format::integer(count(left_out))));
        }
        let drawn = series.iter().filter(|line| !line.hidden).count();
        if drawn > MOST_LINES && !view.panels {
            notes.push((c.note_many)(
                &format::integer(count(MOST_LINES)),
                &format::integer(count(drawn)),
            ));
        }
        ChartState {
            title: self.title.clone(),
            axis: self.axis(&unit_name),
            description: self.description(&series),
            nothing: self.nothing(&series).to_owned(),
            notes,
            form: view.form,
            log,
            panels: view.panels,
            series,
            breaks,
        }
    }

    /// The power of ten by which the axis divides, and the unit it then has.
    fn axis_unit(&self) -> (u32, String) {
        if matches!(self.expression, Expression::Growth | Expression::Index) {
            return (0, String::new());
        }
        let ends = self
            .lines()
            .flat_map(|(_, line)| &line.points)
            .filter_map(|point| point.value.high().number().or(point.value.low().number()));
        format::axis_unit(self.locale, ends.max().unwrap_or_default(), self.unit())
    }

    fn series(
        &self,
        part: &ReadPart<'_>,
        line: &RestatedLine,
        exponent: u32,
        view: &ChartView,
    ) -> Option<ChartSeries> {
        let m = self.locale.messages();
        let dossier = part.part.dossier;
        let first = line.points.first()?;
        let mut label = match self.expression {
            Expression::Growth if line.calculated => (m.chart.calculated)(
                &wording::figure_subject(self.locale, dossier, &first.figure),
            ),
            _ => wording::figure_subject(self.locale, dossier, &first.figure),
        };
        if part.part.named {
            let name = self.locale.pick(&dossier.name);
            label = if label == self.title {
                name.to_owned()
            } else {
                format!("{name}{}{label}", m.colon)
            };
        }
        // The totals of a group change in what they count nearly every year: they are one thing to
        // switch on, in pieces.
        let together = !part.part.by_itself;
        let switch = if together {
            label = self.locale.pick(&dossier.name).to_owned();
            part.lines.iter().find_map(|line| line.points.first())?
        } else {
            first
        };
        let switch = switch.figure.id.clone();
        let listed = |list: &[FigureId]| list.contains(&switch);
        let hidden = if part.part.by_itself {
            listed(&view.hidden)
        } else {
            !listed(&view.added)
        };
        let kind = match &line.key.scope {
            Scope::Whole => LineKind::Whole,
            Scope::Predecessor { .. } => LineKind::Predecessor,
            _ => LineKind::Part,
        };
        Some(ChartSeries {
            label,
            kind,
            by_itself: part.part.by_itself,
            hidden,
            points: line
                .points
                .iter()
                .map(|point| self.point(part, line, point, exponent))
                .collect(),
            id: first.figure.id.clone(),
            switch,
            ink: 0,
        })
    }

    fn point(
        &self,
        part: &ReadPart<'_>,
        line: &RestatedLine,
        point: &Restated,
        exponent: u32,
    ) -> ChartPoint {
        let locale = self.locale;
        let m = locale.messages();
        let figure = &point.figure;
        let scale = Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
        let height = |end: End| {
            let number = end.number()?.checked_div(scale)?;
            number.to_string().parse::<f64>().ok()
        };
        // A rate between two amounts is nobody's report, whatever the amounts are.
        let status = match (self.expression, &point.with) {
            (Expression::Growth, Some(_)) => Status::Derived,
            _ => figure.status(),
        };
        let period = format::period(locale, figure.period);
        let own = format::value(locale, figure);
        let restated = point.with.is_some() || point.rate.is_some();
        let (short, value, words) = if restated {
            let value = match self.expression {
                Expression::Index => format::interval_on_axis(locale, point.value, 0),
                Expression::Growth => format::percent(locale, point.value),
                _ => format::interval(locale, point.value, line.unit),
            };
            let from = match (&point.with, self.expression) {
                (Some(with), Expression::Growth) => (m.chart.from_two)(
                    &own,
                    &format::value(locale, with),
                    &format::period(locale, with.period),
                ),
                _ => (m.chart.from_one)(&own),
            };
            let status = format!("{}{}{from}", status.name(locale), m.comma);
            (
                format::interval_on_axis(locale, point.value, exponent),
                Some(value.clone()),
                (m.point_in_words)(&period, &value, &status),
            )
        } else {
            (
                format::on_axis(locale, figure, exponent),
                None,
                (m.point_in_words)(&period, &own, status.name(locale)),
            )
        };
        ChartPoint {
            year: point.year,
            // "More than nothing" is no end that is known.
            low: height(point.value.low()).filter(|low| *low != 0.0 || point.value.is_point()),
            high: height(point.value.high()),
            status,
            short,
            value,
            words,
            source: source_words(locale, part.part.dossier, figure),
            aside: part.aside.contains(&figure.id),
            disputed: part.disputed.contains(&figure.id),
            questioned: is_questioned(part.part.dossier, &figure.id),
            figure: figure.id.clone(),
            with: point.with.as_ref().map(|with| with.id.clone()),
            href: receipt_href(locale, &figure.id),
        }
    }

    /// The places where a line ends and another of the same name, that counts something else, begins.
    fn breaks(&self, series: &[ChartSeries]) -> Vec<Break> {
        let number_of = |line: &RestatedLine| {
            let id = &line.points.first()?.figure.id;
            let number = series.iter().position(|series| &series.id == id)?;
            (!series[number].hidden).then_some(number)
        };
        let mut breaks = Vec::new();
        for part in &self.parts {
            for line in &part.lines {
                let Some((number, first)) = number_of(line).zip(line.points.first()) else {
                    continue;
                };
                let before = part
                    .lines
                    .iter()
                    .filter(|other| {
                        number_of(other).is_some_and(|before| before != number)
                            && other.key.differs_in_what_is_counted(&line.key)
                    })
                    .filter_map(|other| other.points.last())
                    .map(|point| point.year)
                    .filter(|year| *year < first.year)
                    .max();
                if let Some(before) = before {
                    breaks.push(Break {
                        year: f64::midpoint(f64::from(before), f64::from(first.year)),
                        series: number,
                    });
                }
            }
        }
        breaks
    }
}
