//! The texts of a chart: axis label, notes, and a description for screen readers.

use super::ChartBuilder;
use crate::chart::state::ChartSeries;
use crate::format;
use domain::Decimal;
use domain::quantity::Unit;
use domain::small_set::SmallSet;
use domain::transform::{Expression, MissingReason};

/// A description with more points than this contains only their number.
const MOST_POINTS_IN_WORDS: usize = 24;

impl ChartBuilder<'_> {
    /// Returns the label above the axis.
    pub(super) fn axis(&self, unit: &str) -> String {
        let m = self.locale.chart_messages();
        let c = self.locale.chart_messages();
        let money = matches!(self.unit(), Unit::Yuan | Unit::Dollar);
        let unit = match self.expression {
            Expression::Growth => return c.axis_growth.to_owned(),
            Expression::Index => return self.base.map_or_else(String::new, c.axis_index),
            Expression::Density => (m.per_square_kilometre)(unit),
            Expression::Amount => unit.to_owned(),
        };
        if self.is_converted() {
            (c.axis_converted)(&unit)
        } else if money {
            (m.chart_axis_nominal)(&unit)
        } else {
            (m.chart_axis)(&unit)
        }
    }

    fn is_converted(&self) -> bool {
        self.rates().next().is_some()
    }

    /// Returns the exchange rates that were used, each with its year.
    fn rates(&self) -> impl Iterator<Item = (u16, Decimal)> {
        self.lines()
            .flat_map(|line| &line.points)
            .filter_map(|point| Some((point.year, point.rate?)))
    }

    /// Returns the notes that a reader needs to understand the values.
    pub(super) fn notes(&self) -> Vec<String> {
        let m = self.locale.chart_messages();
        let c = self.locale.chart_messages();
        let mut notes = Vec::new();
        match self.expression {
            Expression::Growth if self.lines().any(|line| line.calculated) => {
                notes.push(c.note_growth.to_owned());
            }
            Expression::Index => notes.push(c.note_index.to_owned()),
            Expression::Density => notes.push(c.note_density.to_owned()),
            Expression::Amount | Expression::Growth => {}
        }
        let rates: SmallSet<(u16, Decimal)> = self.rates().collect();
        if !rates.is_empty() {
            let rates: Vec<String> = rates
                .iter()
                .map(|(year, rate)| format!("{year} {rate}"))
                .collect();
            notes.push((c.note_rates)(&rates.join(m.comma)));
        }
        if self.in_other_units > 0 {
            let mut note = (c.note_other_units)(&format::integer(count(self.in_other_units)));
            if matches!(self.unit(), Unit::Yuan | Unit::Dollar) {
                note.push_str(c.note_choose_currency);
            }
            notes.push(note);
        }
        let missing = |wanted: MissingReason| {
            let reasons = self.lines().flat_map(|line| &line.missing);
            reasons.filter(|reason| **reason == wanted).count()
        };
        for (reason, words) in [
            (MissingReason::Rate, c.missing_rate),
            (MissingReason::Base, c.missing_base),
            (MissingReason::NotPositive, c.missing_not_positive),
        ] {
            let number = missing(reason);
            if number > 0 {
                notes.push(words(&format::integer(count(number))));
            }
        }
        if self.currency.is_some() && matches!(self.expression, Expression::Growth) {
            notes.push(c.note_growth_currency.to_owned());
        }
        if self.expression == Expression::Amount {
            let part_years = self.data.part_years.iter();
            notes.extend(part_years.map(|words| (c.note_part_year)(words)));
        }
        notes
    }

    /// Returns the reason why the chart is empty.
    pub(super) fn nothing(&self, series: &[ChartSeries]) -> &'static str {
        let c = &self.locale.chart_messages();
        if !series.is_empty() {
            return c.nothing_hidden;
        }
        match self.expression {
            Expression::Amount => c.nothing_amount,
            Expression::Growth => c.nothing_growth,
            Expression::Index => c.nothing_index,
            Expression::Density => c.nothing_density,
        }
    }

    /// Describes the points of all shown lines in words.
    pub(super) fn description(&self, series: &[ChartSeries]) -> String {
        let m = self.locale.chart_messages();
        let shown = || series.iter().filter(|line| !line.hidden);
        let points: usize = shown().map(|line| line.points.len()).sum();
        if points == 0 {
            return self.nothing(series).to_owned();
        }
        // A long description is tiring to listen to; the table contains all points.
        if points > MOST_POINTS_IN_WORDS {
            return (self.locale.chart_messages().description_long)(
                &format::integer(count(shown().count())),
                &format::integer(count(points)),
            );
        }
        let words: Vec<String> = shown()
            .flat_map(|line| {
                line.points
                    .iter()
                    .map(move |point| format!("{}{}{}", line.label, m.comma, point.words))
            })
            .collect();
        (m.chart_description)(&words.join(m.semicolon))
    }
}

/// Converts a count to the integer type that the formatter needs.
pub(super) fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
