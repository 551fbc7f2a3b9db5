//! Converts figures ([`ChartData`]) to a chart state: transforms the values as the view requires (growth, index,
//! density, currency) and converts them to units of the axis.

mod breaks;
mod words;

use super::amount::ends;
use super::data::{ChartData, FigureData, LineData, PartData};
use super::drawing::MAX_LINES;
use super::state::{ChartPoint, ChartSeries, ChartState, admits_log};
use super::view::ChartView;
use crate::format;
use crate::locale::Locale;
use crate::messages::terms::Named;
use domain::figure::Status;
use domain::id::FigureId;
use domain::quantity::Unit;
use domain::transform::{
    Currency, Expression, TransformOptions, TransformedLine, TransformedPoint, best_base, transform,
};
use words::count;

/// The lines of one zone or group, transformed for a view.
struct TransformedPart<'a> {
    of: &'a PartData,
    lines: Vec<TransformedLine>,
}

/// The texts of a point.
struct PointTexts {
    /// The text beside the point.
    short: String,
    /// The value, if it is calculated.
    value: Option<String>,
    /// The text for screen readers.
    words: String,
}

/// A transformed line with its texts.
#[derive(Clone, Copy)]
struct DrawnLine<'r> {
    part: &'r TransformedPart<'r>,
    transformed: &'r TransformedLine,
    words: &'r LineData,
}

impl<'r> DrawnLine<'r> {
    /// Returns the texts of the figure at an index of the line.
    fn figure(self, place: usize) -> Option<&'r FigureData> {
        self.words.figures.get(place)
    }

    /// Returns the first figure that is shown.
    fn first(self) -> Option<&'r FigureData> {
        self.figure(self.transformed.points.first()?.point)
    }

    /// Returns true if a point is based on words that can be read as two indicators.
    fn is_ambiguous(self, point: &TransformedPoint) -> bool {
        let places = [Some(point.point), point.with];
        let mut figures = places.into_iter().flatten();
        figures.any(|place| self.figure(place).is_some_and(|figure| figure.is_ambiguous))
    }

    /// Returns the first figure of the ambiguous points, or of the other points.
    fn first_of(self, is_ambiguous: bool) -> Option<&'r FigureData> {
        let mut points = self.transformed.points.iter();
        let point = points.find(|point| self.is_ambiguous(point) == is_ambiguous)?;
        self.figure(point.point)
    }
}

impl TransformedPart<'_> {
    fn lines(&self) -> impl Iterator<Item = DrawnLine<'_>> {
        self.lines.iter().filter_map(|transformed| {
            Some(DrawnLine {
                part: self,
                transformed,
                words: self.of.words.get(transformed.line)?,
            })
        })
    }
}

/// The figures of a chart, transformed for a view.
pub struct ChartBuilder<'a> {
    locale: Locale,
    data: &'a ChartData,
    expression: Expression,
    currency: Option<Currency>,
    base: Option<u16>,
    parts: Vec<TransformedPart<'a>>,
    /// The number of points in another unit than the chart.
    in_other_units: usize,
}

impl<'a> ChartBuilder<'a> {
    /// Transforms the figures of a chart for a view.
    pub fn of(locale: Locale, data: &'a ChartData, view: &ChartView) -> Self {
        let mut terms = view.terms;
        if terms.expression == Expression::Index && terms.base.is_none() {
            terms.base = common_base(data, terms);
        }
        let parts = data.parts.iter().map(|part| TransformedPart {
            of: part,
            lines: transform(&part.lines, terms, &data.rates),
        });
        let mut reading = Self {
            locale,
            data,
            expression: terms.expression,
            currency: terms.currency,
            base: terms.base,
            parts: parts.collect(),
            in_other_units: 0,
        };
        reading.keep_one_unit();
        reading
    }

    /// Keeps only the lines in the most frequent unit, because a chart has one unit. The table of figures contains the
    /// others. If the view has a currency, all money is in that unit.
    fn keep_one_unit(&mut self) {
        let mut counts: Vec<(Unit, usize)> = Vec::new();
        for line in self.parts.iter().flat_map(|part| &part.lines) {
            let points = line.points.len();
            match counts.iter_mut().find(|(unit, _)| *unit == line.unit) {
                Some((_, count)) => *count += points,
                None => counts.push((line.unit, points)),
            }
        }
        let most = counts
            .into_iter()
            .max_by_key(|(unit, count)| (*count, std::cmp::Reverse(*unit)));
        if let Some((unit, _)) = most {
            let points = |reading: &Self| reading.lines().map(|line| line.points.len()).sum();
            let all: usize = points(self);
            for part in &mut self.parts {
                part.lines.retain(|line| line.unit == unit);
            }
            self.in_other_units = all - points(self);
        }
    }

    fn lines(&self) -> impl Iterator<Item = &TransformedLine> {
        self.parts.iter().flat_map(|part| &part.lines)
    }

    fn unit(&self) -> Unit {
        self.lines().next().map_or(Unit::Yuan, |line| line.unit)
    }

    /// Returns the chart state.
    pub fn state(&self, view: &ChartView) -> ChartState {
        let locale = self.locale;
        let c = locale.chart_messages();
        let (exponent, unit_name) = self.axis_unit();
        let log = view.log && admits_log(view);
        let mut series = self.all_series(exponent, view);
        let left_out = if log { leave_out_zero(&mut series) } else { 0 };
        series.retain(|line| !line.points.is_empty());
        let mut notes = self.notes();
        notes.extend(self.mark_breaks(&mut series));
        for line in series.iter().filter(|line| line.is_ambiguous) {
            let note = if line.hidden {
                c.note_ambiguous_left_out
            } else {
                c.note_ambiguous
            };
            notes.extend(line.points.iter().map(|point| note(&point.words)));
        }
        if log {
            notes.push(c.note_log.to_owned());
        } else if view.log {
            notes.push(c.note_no_log.to_owned());
        }
        if left_out > 0 {
            notes.push((c.note_log_left_out)(&format::integer(count(left_out))));
        }
        let drawn = series.iter().filter(|line| !line.hidden).count();
        if drawn > MAX_LINES && !view.panels {
            notes.push((c.note_many)(
                &format::integer(count(MAX_LINES)),
                &format::integer(count(drawn)),
            ));
        }
        ChartState {
            title: self.data.title.clone(),
            axis: self.axis(&unit_name),
            description: self.description(&series),
            nothing: self.nothing(&series).to_owned(),
            growth: self.growth().to_owned(),
            notes,
            form: view.form,
            log,
            panels: view.panels,
            series,
        }
    }

    /// Returns the power of ten by which the axis values are divided, and the name of the resulting unit.
    fn axis_unit(&self) -> (u32, String) {
        if matches!(self.expression, Expression::Growth | Expression::Index) {
            return (0, String::new());
        }
        let ends = self
            .lines()
            .flat_map(|line| &line.points)
            .filter_map(|point| point.value.high().number().or(point.value.low().number()));
        format::axis_unit(self.locale, ends.max().unwrap_or_default(), self.unit())
    }

    /// Returns the lines with their colours and shapes.
    fn all_series(&self, exponent: u32, view: &ChartView) -> Vec<ChartSeries> {
        let has_many = self.parts.iter().any(|part| part.of.is_named);
        let mut definitions: Vec<&str> = Vec::new();
        let mut switches: Vec<FigureId> = Vec::new();
        let mut all = Vec::new();
        for (number, part) in self.parts.iter().enumerate() {
            for line in part.lines() {
                for is_ambiguous in [false, true] {
                    let Some(mut series) = self.series(line, is_ambiguous, exponent, view) else {
                        continue;
                    };
                    // Ambiguous points look like the line that they were taken from.
                    let of_line = line.first_of(false).filter(|_| is_ambiguous);
                    let of_line = of_line.map_or(&series.switch, |first| &first.id);
                    (series.color, series.shape) = if !has_many {
                        let place = place_in(&mut switches, of_line);
                        (place, place)
                    } else if part.of.shown_by_default {
                        (
                            number,
                            place_in(&mut definitions, &line.words.label.as_str()),
                        )
                    } else {
                        (number, number)
                    };
                    all.push(series);
                }
            }
        }
        all
    }

    /// Returns the series of the ambiguous points of a line, or of its other points; `None` if there are none.
    fn series(
        &self,
        line: DrawnLine<'_>,
        is_ambiguous: bool,
        exponent: u32,
        view: &ChartView,
    ) -> Option<ChartSeries> {
        let c = self.locale.chart_messages();
        let part = line.part.of;
        let first = line.first_of(is_ambiguous)?;
        let mut label = match self.expression {
            Expression::Growth if line.transformed.calculated => (c.calculated)(&line.words.label),
            _ => line.words.label.clone(),
        };
        if part.is_named {
            label = if label == self.data.title {
                part.name.clone()
            } else {
                format!("{}{}{label}", part.name, c.colon)
            };
        }
        if is_ambiguous {
            label = (c.ambiguous)(&label);
        }
        // The totals of a group change their definition nearly every year. All these lines share one switch.
        let switch = if part.shown_by_default {
            first
        } else {
            label.clone_from(&part.name);
            line.part.lines().find_map(DrawnLine::first)?
        };
        let shown_by_default = part.shown_by_default && !is_ambiguous;
        let hidden = if shown_by_default {
            view.hidden.contains(&switch.id)
        } else {
            !view.added.contains(&switch.id)
        };
        let points = line.transformed.points.iter();
        let points = points.filter(|point| line.is_ambiguous(point) == is_ambiguous);
        Some(ChartSeries {
            kind: line.words.kind,
            name: self.name_at_end(line.part, &label),
            shown_by_default,
            hidden,
            is_ambiguous,
            points: points
                .filter_map(|point| self.point(line, point, exponent))
                .collect(),
            id: first.id.clone(),
            switch: switch.id.clone(),
            color: 0,
            shape: 0,
            label,
        })
    }

    /// Returns the text at the end of a line: only the name of the zone if the zone has no other line.
    fn name_at_end(&self, part: &TransformedPart<'_>, label: &str) -> String {
        let has_one = part.of.is_named && part.lines.len() == 1;
        if has_one {
            part.of.name.clone()
        } else {
            label.to_owned()
        }
    }

    fn point(
        &self,
        line: DrawnLine<'_>,
        point: &TransformedPoint,
        exponent: u32,
    ) -> Option<ChartPoint> {
        let locale = self.locale;
        let m = locale.chart_messages();
        let figure = line.figure(point.point)?;
        let with = point.with.and_then(|place| line.figure(place));
        let of = line.part.of.lines.get(line.transformed.line)?;
        let known = of.points.get(point.point)?;
        let transformed = with.is_some() || point.rate.is_some();
        let is_rate = self.expression == Expression::Growth || of.unit == Unit::Percent;
        let (low, high) = ends(point.value, exponent, is_rate);
        let as_written = figure.written.map(|(quantity, _)| quantity.as_written());
        let is_rounded_only = !transformed && as_written == Some(point.value);
        // A growth rate calculated from two amounts is derived, whatever the status of the amounts.
        let status = match (self.expression, with) {
            (Expression::Growth, Some(_)) => Status::Derived,
            _ => figure.status,
        };
        let texts = if transformed {
            self.transformed_texts(line, point, (figure, with), status, exponent)
        } else {
            PointTexts {
                short: format::on_axis(locale, figure.written, known.value, exponent),
                value: None,
                words: (m.point_in_words)(&figure.period, &figure.value, status.name(locale)),
            }
        };
        let PointTexts {
            short,
            value,
            words,
        } = texts;
        let is_target = matches!(status, Status::Target | Status::Planned);
        let long = is_target.then(|| {
            let status = status.name(locale);
            (m.label_of_target)(&short, status, &point.year.to_string())
        });
        Some(ChartPoint {
            year: point.year,
            long,
            low,
            high,
            is_rounded_only,
            status,
            short,
            value,
            words,
            source: self
                .data
                .sources
                .get(figure.source)
                .cloned()
                .unwrap_or_default(),
            is_superseded: known.is_superseded,
            disputed: figure.is_disputed,
            questioned: figure.is_questioned,
            figure: figure.id.clone(),
            with: with.map(|with| with.id.clone()),
            href: locale.receipt_href(&figure.id),
        })
    }

    /// Returns the texts of a point whose value is calculated from one or two figures.
    fn transformed_texts(
        &self,
        line: DrawnLine<'_>,
        point: &TransformedPoint,
        (figure, with): (&FigureData, Option<&FigureData>),
        status: Status,
        exponent: u32,
    ) -> PointTexts {
        let locale = self.locale;
        let m = locale.chart_messages();
        let value = match self.expression {
            Expression::Index => format::interval_on_axis(locale, point.value, 0),
            Expression::Growth => format::percent(locale, point.value),
            _ => format::interval(locale, point.value, line.transformed.unit),
        };
        let from = match (with, self.expression) {
            (Some(with), Expression::Growth) => {
                (m.from_two)(&figure.value, &with.value, &with.period)
            }
            _ => (m.from_one)(&figure.value),
        };
        let status = format!("{}{}{from}", status.name(locale), m.comma);
        PointTexts {
            short: format::interval_on_axis(locale, point.value, exponent),
            words: (m.point_in_words)(&figure.period, &value, &status),
            value: Some(value),
        }
    }

    /// Returns the growth sentence; empty if the view transforms the amounts.
    fn growth(&self) -> &str {
        let is_as_stated = self.expression == Expression::Amount && self.currency.is_none();
        if is_as_stated { &self.data.growth } else { "" }
    }
}

/// Removes the points that a logarithmic axis cannot show. Returns their number.
fn leave_out_zero(series: &mut [ChartSeries]) -> usize {
    let mut left_out = 0;
    for line in series {
        let all = line.points.len();
        line.points.retain(|point| point.height() > 0.0);
        left_out += all - line.points.len();
    }
    left_out
}

/// Returns the index of an item in a list; appends the item if it is new.
fn place_in<T: PartialEq + Clone>(list: &mut Vec<T>, thing: &T) -> usize {
    list.iter()
        .position(|known| known == thing)
        .unwrap_or_else(|| {
            list.push(thing.clone());
            list.len() - 1
        })
}

/// Returns the base year for the index of all lines: the year that most lines can use; `None` if no line can use any.
fn common_base(data: &ChartData, terms: TransformOptions) -> Option<u16> {
    let amounts = TransformOptions {
        expression: Expression::Amount,
        ..terms
    };
    let transformed: Vec<(&PartData, Vec<TransformedLine>)> = data
        .parts
        .iter()
        .map(|part| (part, transform(&part.lines, amounts, &data.rates)))
        .collect();
    best_base(transformed.iter().flat_map(|(part, lines)| {
        lines
            .iter()
            .filter_map(|line| Some((part.lines.get(line.line)?, line)))
    }))
}
