//! Transforms series: into another currency, growth, an index, or a density per square kilometre.
//!
//! Calculations use interval arithmetic with ends rounded outward. Missing years are not filled in.

use crate::exchange::ExchangeRates;
use crate::figure::Figure;
use crate::id::FigureId;
use crate::interval::Interval;
use crate::measure::Measure;
use crate::quantity::Unit;
use crate::series::{Series, group, group_yearly_changes};
use crate::small_set::SmallSet;
use crate::textual::vocabulary;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

vocabulary! {
    /// How the values of a series are expressed.
    Expression, "a way: amount, growth, index or per-km2" {
        /// The level itself.
        Amount = "amount",
        /// The change from the year before, in per cent: published rates, and rates calculated from levels.
        Growth = "growth",
        /// An index in which the level of one year is 100.
        Index = "index",
        /// The level per square kilometre of the area stated for the same year.
        Density = "per-km2",
    }
}

vocabulary! {
    /// The currency in which amounts of money are shown.
    Currency, "a currency: cny or usd" {
        /// Chinese yuan.
        Yuan = "cny",
        /// United States dollar.
        Dollar = "usd",
    }
}

impl Currency {
    /// Returns the unit of the currency.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Yuan => Unit::Yuan,
            Self::Dollar => Unit::Dollar,
        }
    }
}

/// The requested form of the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TransformOptions {
    /// How the values are expressed.
    pub expression: Expression,
    /// The base year of an index, with the value 100. If `None`, [`best_base`] selects it.
    pub base: Option<u16>,
    /// The currency. If `None`, each amount keeps its own.
    pub currency: Option<Currency>,
}

/// What the figures of a series measure, as needed for the transformation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MeasureKind {
    /// Levels.
    Level,
    /// Published changes from the year before, in per cent.
    YearlyChange,
    /// Levels per area.
    Density,
}

/// The figures of one [`Series`], reduced to what the transformation needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What the figures measure.
    pub measured: MeasureKind,
    /// The unit of the figures.
    pub unit: Unit,
    /// The figures, in order of time.
    pub points: Vec<Point>,
}

/// A figure of a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The year.
    pub year: u16,
    /// The range of the true value.
    pub value: Interval,
    /// True if other values may be calculated from it ([`Figure::is_usable_as_input`]).
    pub is_sound: bool,
    /// True if a person doubts it.
    pub is_doubted: bool,
    /// True if a competing figure for the same thing is shown instead of this one. The point is drawn, but nothing is
    /// calculated from it.
    pub is_superseded: bool,
}

impl Line {
    /// Creates the line of a series. `is_superseded` returns true for a figure if a competing figure is shown instead of it.
    pub fn of(
        measured: MeasureKind,
        series: &Series,
        is_superseded: impl Fn(&FigureId) -> bool,
    ) -> Self {
        let points = series.points.iter().map(|(year, figure)| Point {
            year: *year,
            value: figure.interval(),
            is_sound: figure.is_usable_as_input(),
            is_doubted: figure.doubt.is_some(),
            is_superseded: is_superseded(&figure.id),
        });
        Self {
            measured,
            unit: series.key.unit,
            points: points.collect(),
        }
    }
}

/// Returns all series of one owner's figures that can be transformed, with what they measure: published yearly changes
/// first, then levels, then densities.
pub fn series_of<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Vec<(MeasureKind, Series)> {
    let figures: Vec<&Figure> = figures.into_iter().collect();
    let all = || figures.iter().copied();
    let changes = group_yearly_changes(all());
    let levels = group(all().filter(|figure| figure.measure.is_level()));
    let densities = group(all().filter(|figure| matches!(figure.measure, Measure::Density { .. })));
    let with =
        |measured, series: Vec<Series>| series.into_iter().map(move |series| (measured, series));
    with(MeasureKind::YearlyChange, changes)
        .chain(with(MeasureKind::Level, levels))
        .chain(with(MeasureKind::Density, densities))
        .collect()
}

/// A transformed point of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransformedPoint {
    /// The year.
    pub year: u16,
    /// The index of the original point in its line.
    pub point: usize,
    /// The range of the transformed value.
    pub value: Interval,
    /// The index of the second point that was used: that of the year before, or of the base year. `None` if only one
    /// was used.
    pub with: Option<usize>,
    /// The rate used, in yuan per dollar; `None` if the currency was not changed.
    pub rate: Option<Decimal>,
}

/// Why a point could not be transformed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingReason {
    /// The exchange rate of its year is unknown.
    Rate,
    /// The series has no sound value in the base year.
    Base,
    /// The value is not above zero, so the calculation is not possible.
    NotPositive,
}

/// A transformed series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TransformedLine {
    /// The index of the original line.
    pub line: usize,
    /// The unit of the values: per cent for growth and index.
    pub unit: Unit,
    /// True if the values were calculated by us from two figures.
    pub calculated: bool,
    /// The points, in order of time.
    pub points: Vec<TransformedPoint>,
    /// The reasons why points are missing, one for each missing point.
    pub missing: Vec<MissingReason>,
}

/// A line that is being transformed.
struct LineTransform<'a> {
    of: &'a Line,
    transformed: TransformedLine,
}

impl<'a> LineTransform<'a> {
    fn start(line: usize, of: &'a Line) -> Self {
        let points = (0..)
            .zip(&of.points)
            .map(|(point, figure)| TransformedPoint {
                year: figure.year,
                point,
                value: figure.value,
                with: None,
                rate: None,
            });
        let transformed = TransformedLine {
            line,
            unit: of.unit,
            calculated: false,
            points: points.collect(),
            missing: Vec::new(),
        };
        Self { of, transformed }
    }

    /// Returns the original point of a transformed point.
    fn figure(&self, point: &TransformedPoint) -> &'a Point {
        &self.of.points[point.point]
    }

    /// Replaces each point by the result of a function. A point with an error is removed, and its reason is recorded.
    fn each(
        mut self,
        change: impl Fn(&TransformedPoint) -> Result<TransformedPoint, MissingReason>,
    ) -> Self {
        let before = std::mem::take(&mut self.transformed.points);
        for point in &before {
            match change(point) {
                Ok(point) => self.transformed.points.push(point),
                Err(reason) => self.transformed.missing.push(reason),
            }
        }
        self
    }
}

/// Significant digits of the ends of a calculated value.
const DIGITS: u32 = 6;

/// Transforms the lines of one owner into the requested form. Lines that do not have this form are left out.
pub fn transform(
    lines: &[Line],
    terms: TransformOptions,
    rates: &ExchangeRates,
) -> Vec<TransformedLine> {
    let of = |measured| {
        (0..)
            .zip(lines)
            .filter(move |(_, line): &(usize, &Line)| line.measured == measured)
            .map(|(number, line)| LineTransform::start(number, line))
    };
    let in_currency = |work| in_currency(work, terms.currency, rates);
    let levels = || of(MeasureKind::Level).map(in_currency);
    match terms.expression {
        Expression::Amount => levels().map(|work| work.transformed).collect(),
        Expression::Density => {
            let densities = of(MeasureKind::Density).map(in_currency);
            densities.map(|work| work.transformed).collect()
        }
        Expression::Growth => {
            let published = of(MeasureKind::YearlyChange).map(|work| work.transformed);
            published.chain(levels().filter_map(growth)).collect()
        }
        Expression::Index => {
            let levels: Vec<LineTransform<'_>> = levels().collect();
            let base = || best_base(levels.iter().map(|work| (work.of, &work.transformed)));
            match terms.base.or_else(base) {
                Some(base) => levels.into_iter().map(|work| index(work, base)).collect(),
                None => Vec::new(),
            }
        }
    }
}

/// Returns the base year that the most lines can use, the earliest if several are equal; `None` if no line has a
/// possible base. Each line is given with its transformed amounts.
pub fn best_base<'a>(
    lines: impl IntoIterator<Item = (&'a Line, &'a TransformedLine)>,
) -> Option<u16> {
    // Each possible base year, with the number of lines that can use it. A line of a single point does not count.
    let mut served: Vec<(u16, usize)> = Vec::new();
    for (line, transformed) in lines {
        let bases = transformed.points.iter().filter(|point| {
            let figure = line.points.get(point.point);
            figure.is_some_and(|figure| is_base(figure, point.value))
        });
        let years: SmallSet<u16> = bases.map(|point| point.year).collect();
        let serves = usize::from(transformed.points.len() > 1);
        for year in &years {
            match served.iter_mut().find(|(known, _)| known == year) {
                Some((_, lines)) => *lines += serves,
                None => served.push((*year, serves)),
            }
        }
    }
    let best = served
        .into_iter()
        .max_by_key(|(year, lines)| (*lines, Reverse(*year)));
    best.map(|(year, _)| year)
}

fn is_base(figure: &Point, value: Interval) -> bool {
    let is_above_zero = |number: Decimal| number > Decimal::ZERO;
    figure.is_sound
        && !figure.is_superseded
        && value.low().number().is_some_and(is_above_zero)
        && value.high().number().is_some()
}

fn in_currency<'a>(
    work: LineTransform<'a>,
    currency: Option<Currency>,
    rates: &ExchangeRates,
) -> LineTransform<'a> {
    let Some(currency) = currency else {
        return work;
    };
    let from = work.of.unit;
    if !matches!(from, Unit::Yuan | Unit::Dollar) || from == currency.unit() {
        return work;
    }
    let mut work = work.each(|point| {
        let rate = rates.of(point.year).ok_or(MissingReason::Rate)?;
        let value = match currency {
            Currency::Yuan => point.value.times(rate),
            Currency::Dollar => point.value.divide_outward(Interval::point(rate), DIGITS),
        };
        Ok(TransformedPoint {
            value: value.ok_or(MissingReason::NotPositive)?,
            rate: Some(rate),
            ..point.clone()
        })
    });
    work.transformed.unit = currency.unit();
    work
}

/// Returns the changes between consecutive years of a line, in per cent; `None` if there are none.
fn growth(work: LineTransform<'_>) -> Option<TransformedLine> {
    let is_clear = |point: &&TransformedPoint| {
        let figure = work.figure(point);
        figure.is_sound && !figure.is_doubted && !figure.is_superseded
    };
    let shown: Vec<&TransformedPoint> = work.transformed.points.iter().filter(is_clear).collect();
    let points: Vec<TransformedPoint> = shown
        .windows(2)
        .filter(|pair| pair[0].year + 1 == pair[1].year)
        .filter_map(|pair| {
            // Growth is calculated from the original values: in another currency, the change of the exchange rate would
            // be included.
            let (before, now) = (work.figure(pair[0]).value, work.figure(pair[1]).value);
            Some(TransformedPoint {
                year: pair[1].year,
                value: percent_change(before, now)?,
                point: pair[1].point,
                with: Some(pair[0].point),
                rate: None,
            })
        })
        .collect();
    (!points.is_empty()).then(|| TransformedLine {
        unit: Unit::Percent,
        calculated: true,
        points,
        missing: Vec::new(),
        line: work.transformed.line,
    })
}

/// Returns the change from one value to another, in per cent: (now / before - 1) x 100, with ends rounded outward.
/// `None` if the earlier value may be zero or less, or if the result overflows.
pub fn percent_change(before: Interval, now: Interval) -> Option<Interval> {
    let percent = now
        .divide_outward(before, DIGITS)?
        .times(Decimal::ONE_HUNDRED)?;
    Some(percent.map_increasing(|percent| percent - Decimal::ONE_HUNDRED))
}

fn index(work: LineTransform<'_>, base: u16) -> TransformedLine {
    let is_it =
        |point: &&TransformedPoint| point.year == base && is_base(work.figure(point), point.value);
    let at_base = work.transformed.points.iter().find(is_it).cloned();
    let mut work = work.each(|point| {
        let at_base = at_base.as_ref().ok_or(MissingReason::Base)?;
        let value = if point.point == at_base.point {
            Interval::point(Decimal::ONE_HUNDRED)
        } else {
            point
                .value
                .divide_outward(at_base.value, DIGITS)
                .and_then(|factor| factor.times(Decimal::ONE_HUNDRED))
                .ok_or(MissingReason::NotPositive)?
        };
        Ok(TransformedPoint {
            value,
            with: Some(at_base.point),
            ..point.clone()
        })
    });
    work.transformed.unit = Unit::Percent;
    work.transformed.calculated = true;
    work.transformed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::ExchangeRate;
    use crate::testing::figure;

    fn output(id: &str, year: &str, value: &str) -> Figure {
        figure(id, "industrial-output", year, value)
    }

    fn shown(terms: TransformOptions, figures: &[Figure]) -> Vec<TransformedLine> {
        let rates = vec![ExchangeRate {
            year: 2013,
            yuan_per_dollar: Decimal::new(61478, 4),
        }];
        let lines: Vec<Line> = series_of(figures)
            .iter()
            .map(|(measured, series)| Line::of(*measured, series, |_| false))
            .collect();
        transform(&lines, terms, &rates.into())
    }

    fn ends(value: Interval) -> (String, String) {
        let text = |number: Option<Decimal>| {
            number.map_or_else(String::new, |n| n.normalize().to_string())
        };
        (text(value.low().number()), text(value.high().number()))
    }

    const GROWTH: TransformOptions = TransformOptions {
        expression: Expression::Growth,
        base: None,
        currency: None,
    };

    #[test]
    fn growth_is_between_consecutive_years_only() {
        let figures = [
            output("a", "2012", "100.0 billion CNY"),
            output("b", "2013", "110.0 billion CNY"),
            output("c", "2015", "130.0 billion CNY"),
        ];
        let lines = shown(GROWTH, &figures);
        assert_eq!(lines.len(), 1);
        let [point] = &lines[0].points[..] else {
            panic!("{lines:?}")
        };
        assert_eq!(point.year, 2013);
        assert_eq!((point.point, point.with), (1, Some(0)));
        // Between 109.95 / 100.05 and 110.05 / 99.95, rounded outward.
        assert_eq!(ends(point.value), ("9.895".into(), "10.106".into()));
    }

    #[test]
    fn the_base_of_an_index_is_exactly_a_hundred() {
        let figures = [
            output("a", "2012", "50 billion CNY"),
            output("b", "2014", "100 billion CNY"),
        ];
        let index = TransformOptions {
            expression: Expression::Index,
            ..GROWTH
        };
        let lines = shown(index, &figures);
        let values: Vec<_> = lines[0].points.iter().map(|p| ends(p.value)).collect();
        assert_eq!(values[0], ("100".into(), "100".into()));
        assert_eq!(values[1], ("197.029".into(), "203.031".into()));
        let other = shown(
            TransformOptions {
                base: Some(1999),
                ..index
            },
            &figures,
        );
        assert!(other[0].points.is_empty());
        assert_eq!(other[0].missing[0], MissingReason::Base);
    }

    #[test]
    fn money_is_converted_at_the_rate_of_its_year_or_not_at_all() {
        let figures = [
            output("a", "2013", "94.4 billion CNY"),
            output("b", "2020", "200 billion CNY"),
        ];
        let dollars = TransformOptions {
            expression: Expression::Amount,
            base: None,
            currency: Some(Currency::Dollar),
        };
        let lines = shown(dollars, &figures);
        assert_eq!(lines[0].unit, Unit::Dollar);
        let [point] = &lines[0].points[..] else {
            panic!("{lines:?}")
        };
        assert_eq!(
            ends(point.value),
            ("15346900000".into(), "15363300000".into())
        );
        assert_eq!(lines[0].missing, [MissingReason::Rate]);
    }
}
