//! The values of lines in other terms: in another currency, as growth, as an index, per square
//! kilometre. By interval arithmetic, ends rounded outward; nothing is filled in between.

use crate::exchange::ExchangeRates;
use crate::figure::Figure;
use crate::id::FigureId;
use crate::interval::Interval;
use crate::measure::Measure;
use crate::quantity::Unit;
use crate::series::{Series, SeriesKey, group, group_yearly_changes};
use crate::textual::vocabulary;
use rust_decimal::Decimal;

vocabulary! {
    /// In which way the values of a line are expressed.
    Expression, "a way: amount, growth, index or per-km2" {
        /// The level itself.
        Amount = "amount",
        /// The change from the year before, in per cent: as published, and between levels.
        Growth = "growth",
        /// The level of one year is 100.
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
    /// Its unit.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Yuan => Unit::Yuan,
            Self::Dollar => Unit::Dollar,
        }
    }
}

/// The terms in which lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// In which way.
    pub expression: Expression,
    /// The year that is 100 in an index; the best known one where it is not given.
    pub base: Option<u16>,
    /// The currency; each amount's own where it is not given.
    pub currency: Option<Currency>,
}

/// A point of a line in the terms asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// Its year.
    pub year: u16,
    /// The figure it is of.
    pub figure: Figure,
    /// What is known of its value.
    pub value: Interval,
    /// The second figure it was calculated from: the year before, or the base of the index.
    pub with: Option<Figure>,
    /// Yuan for a dollar, where its currency was changed.
    pub rate: Option<Decimal>,
}

impl Restated {
    /// A figure's own value.
    fn plain(year: u16, figure: Figure) -> Self {
        let value = figure.interval();
        Self {
            year,
            figure,
            value,
            with: None,
            rate: None,
        }
    }
}

/// Why a point of a line is not there in the terms asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// What a dollar cost in its year is not known.
    Rate,
    /// The line has no sound value in the base year.
    Base,
    /// It is not above nothing, so nothing can be divided by it.
    NotPositive,
}

/// A line in the terms asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestatedLine {
    /// What its points share.
    pub key: SeriesKey,
    /// The unit of its values: per cent for growth and index.
    pub unit: Unit,
    /// Whether its values were calculated by us from two figures.
    pub calculated: bool,
    /// The points, in order of time.
    pub points: Vec<Restated>,
    /// The figures that could not be shown.
    pub missing: Vec<(FigureId, Missing)>,
}

impl RestatedLine {
    fn of(series: Series) -> Self {
        Self {
            unit: series.key.unit,
            key: series.key,
            calculated: false,
            points: series
                .points
                .into_iter()
                .map(|(year, figure)| Restated::plain(year, figure))
                .collect(),
            missing: Vec::new(),
        }
    }

    /// Replaces each point by what a function makes of it.
    fn each(mut self, change: impl Fn(&Restated) -> Result<Restated, Missing>) -> Self {
        let mut kept = Vec::with_capacity(self.points.len());
        for point in &self.points {
            match change(point) {
                Ok(point) => kept.push(point),
                Err(reason) => self.missing.push((point.figure.id.clone(), reason)),
            }
        }
        self.points = kept;
        self
    }
}

/// Significant digits that the ends of a calculated value keep.
const DIGITS: u32 = 6;

/// Figures of one owner as lines, in the terms asked for. `is_aside` says which figures stand aside
/// for another of the same thing; they are shown, but nothing is calculated from them.
pub fn restate<'a>(
    figures: impl IntoIterator<Item = &'a Figure>,
    terms: Terms,
    rates: &ExchangeRates,
    is_aside: impl Fn(&FigureId) -> bool,
) -> Vec<RestatedLine> {
    let figures: Vec<&Figure> = figures.into_iter().collect();
    let levels = || {
        let levels = figures.iter().copied().filter(|f| f.measure.is_level());
        group(levels)
            .into_iter()
            .map(|series| in_currency(RestatedLine::of(series), terms.currency, rates))
    };
    match terms.expression {
        Expression::Amount => levels().collect(),
        Expression::Density => {
            let density = |figure: &&Figure| matches!(figure.measure, Measure::Density { .. });
            group(figures.iter().copied().filter(density))
                .into_iter()
                .map(|series| in_currency(RestatedLine::of(series), terms.currency, rates))
                .collect()
        }
        Expression::Growth => {
            let published = group_yearly_changes(figures.iter().copied())
                .into_iter()
                .map(RestatedLine::of);
            let calculated = levels().filter_map(|line| growth(line, &is_aside));
            published.chain(calculated).collect()
        }
        Expression::Index => {
            let lines: Vec<RestatedLine> = levels().collect();
            match terms.base.or_else(|| best_base(&lines, &is_aside)) {
                Some(base) => lines
                    .into_iter()
                    .map(|line| index(line, base, &is_aside))
                    .collect(),
                None => Vec::new(),
            }
        }
    }
}

/// The years that can be the base of an index: those with a sound value.
pub fn bases<'a>(
    lines: impl IntoIterator<Item = &'a RestatedLine>,
    is_aside: impl Fn(&FigureId) -> bool,
) -> Vec<u16> {
    let mut years: Vec<u16> = lines
        .into_iter()
        .flat_map(|line| &line.points)
        .filter(|point| is_base(point, &is_aside))
        .map(|point| point.year)
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The base that serves most lines, the earliest of several.
pub fn best_base(lines: &[RestatedLine], is_aside: impl Fn(&FigureId) -> bool) -> Option<u16> {
    let serves = |year: &u16| {
        let has = |line: &&RestatedLine| {
            line.points.len() > 1
                && line
                    .points
                    .iter()
                    .any(|point| point.year == *year && is_base(point, &is_aside))
        };
        lines.iter().filter(has).count()
    };
    bases(lines, &is_aside)
        .into_iter()
        .max_by_key(|year| (serves(year), std::cmp::Reverse(*year)))
}

fn is_base(point: &Restated, is_aside: &impl Fn(&FigureId) -> bool) -> bool {
    let is_above_zero = |number: Decimal| number > Decimal::ZERO;
    point.figure.is_sound_input()
        && !is_aside(&point.figure.id)
        && point.value.low().number().is_some_and(is_above_zero)
        && point.value.high().number().is_some()
}

fn in_currency(
    line: RestatedLine,
    currency: Option<Currency>,
    rates: &ExchangeRates,
) -> RestatedLine {
    let Some(currency) = currency else {
        return line;
    };
    let from = line.unit;
    if !matches!(from, Unit::Yuan | Unit::Dollar) || from == currency.unit() {
        return line;
    }
    let mut line = line.each(|point| {
        let rate = rates.of(point.year).ok_or(Missing::Rate)?;
        let value = match currency {
            Currency::Yuan => point.value.times(rate),
            Currency::Dollar => point.value.divide_outward(Interval::point(rate), DIGITS),
        };
        Ok(Restated {
            value: value.ok_or(Missing::NotPositive)?,
            rate: Some(rate),
            ..point.clone()
        })
    });
    line.unit = currency.unit();
    line
}

/// The change between consecutive years of a line; nothing where there are none.
fn growth(line: RestatedLine, is_aside: &impl Fn(&FigureId) -> bool) -> Option<RestatedLine> {
    let sound = |point: &&Restated| {
        point.figure.is_sound_input() && point.figure.doubt.is_none() && !is_aside(&point.figure.id)
    };
    let shown: Vec<&Restated> = line.points.iter().filter(sound).collect();
    let points: Vec<Restated> = shown
        .windows(2)
        .filter(|pair| pair[0].year + 1 == pair[1].year)
        .filter_map(|pair| {
            // Rates of money are of what was stated: another currency would add its own change.
            let (before, now) = (&pair[0].figure, &pair[1].figure);
            Some(Restated {
                year: pair[1].year,
                value: percent_change(before.interval(), now.interval())?,
                figure: now.clone(),
                with: Some(before.clone()),
                rate: None,
            })
        })
        .collect();
    (!points.is_empty()).then(|| RestatedLine {
        key: line.key,
        unit: Unit::Percent,
        calculated: true,
        points,
        missing: Vec::new(),
    })
}

/// The change from one value to another, in per cent: (now / before - 1) x 100, ends rounded outward.
/// Nothing where the earlier value may be nought.
pub fn percent_change(before: Interval, now: Interval) -> Option<Interval> {
    let factor = now.divide_outward(before, DIGITS)?;
    let percent = |factor: Decimal| (factor - Decimal::ONE) * Decimal::ONE_HUNDRED;
    Some(factor.map_increasing(percent))
}

fn index(line: RestatedLine, base: u16, is_aside: &impl Fn(&FigureId) -> bool) -> RestatedLine {
    let at_base = line
        .points
        .iter()
        .find(|point| point.year == base && is_base(point, is_aside))
        .cloned();
    let mut line = line.each(|point| {
        let at_base = at_base.as_ref().ok_or(Missing::Base)?;
        let value = if point.figure.id == at_base.figure.id {
            Interval::point(Decimal::ONE_HUNDRED)
        } else {
            point
                .value
                .divide_outward(at_base.value, DIGITS)
                .and_then(|factor| factor.times(Decimal::ONE_HUNDRED))
                .ok_or(Missing::NotPositive)?
        };
        Ok(Restated {
            value,
            with: Some(at_base.figure.clone()),
            ..point.clone()
        })
    });
    line.unit = Unit::Percent;
    line.calculated = true;
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::ExchangeRate;
    use crate::testing::figure;

    fn output(id: &str, year: &str, value: &str) -> Figure {
        figure(id, "industrial-output", year, value)
    }

    fn shown(terms: Terms, figures: &[Figure]) -> Vec<RestatedLine> {
        let rates = vec![ExchangeRate {
            year: 2013,
            yuan_per_dollar: Decimal::new(61478, 4),
        }];
        restate(figures, terms, &rates.into(), |_| false)
    }

    fn ends(value: Interval) -> (String, String) {
        let text = |number: Option<Decimal>| {
            number.map_or_else(String::new, |n| n.normalize().to_string())
        };
        (text(value.low().number()), text(value.high().number()))
    }

    const GROWTH: Terms = Terms {
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
        assert_eq!(point.with.as_ref().map(|f| f.id.as_str()), Some("a"));
        // 109.95 / 100.05 and 110.05 / 99.95, outward.
        assert_eq!(ends(point.value), ("9.895".into(), "10.106".into()));
    }

    #[test]
    fn the_base_of_an_index_is_exactly_a_hundred() {
        let figures = [
            output("a", "2012", "50 billion CNY"),
            output("b", "2014", "100 billion CNY"),
        ];
        let index = Terms {
            expression: Expression::Index,
            ..GROWTH
        };
        let lines = shown(index, &figures);
        let values: Vec<_> = lines[0].points.iter().map(|p| ends(p.value)).collect();
        assert_eq!(values[0], ("100".into(), "100".into()));
        assert_eq!(values[1], ("197.029".into(), "203.031".into()));
        let other = shown(
            Terms {
                base: Some(1999),
                ..index
            },
            &figures,
        );
        assert!(other[0].points.is_empty());
        assert_eq!(other[0].missing[0].1, Missing::Base);
    }

    #[test]
    fn money_is_converted_at_the_rate_of_its_year_or_not_at_all() {
        let figures = [
            output("a", "2013", "94.4 billion CNY"),
            output("b", "2020", "200 billion CNY"),
        ];
        let dollars = Terms {
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
        assert_eq!(lines[0].missing, [("b".parse().unwrap(), Missing::Rate)]);
    }
}
