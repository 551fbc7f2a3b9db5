//! Chart axes with ticks at 1, 2 or 5 times a power of ten. Ticks are computed from integer exponents, so server and
//! browser get bit-identical results.

use crate::format::grouped;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// An axis with its ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// The range of the axis: values, or their base-10 logarithms if `log` is true.
    range: Range<f64>,
    ticks: Vec<f64>,
    decimals: usize,
    grouped: bool,
    log: bool,
}

/// The smallest and the largest exponent of a tick, as powers of ten.
const EXPONENTS: std::ops::RangeInclusive<i32> = -9..=28;

/// Returns a power of ten. Positive powers are exact up to 10^22 and negative powers have one rounding step, so server
/// and browser compute the same number.
fn power_of_ten(exponent: i32) -> f64 {
    let power = 10_f64.powi(exponent.abs());
    if exponent < 0 { 1.0 / power } else { power }
}

/// Returns all possible distances between ticks, in ascending order: 1, 2 and 5 times a power of ten, each with its
/// exponent.
fn steps() -> impl Iterator<Item = (f64, i32)> {
    EXPONENTS.flat_map(|exponent| {
        [1.0, 2.0, 5.0].into_iter().map(move |digit| {
            let power = 10_f64.powi(exponent.abs());
            let step = if exponent < 0 {
                digit / power
            } else {
                digit * power
            };
            (step, exponent)
        })
    })
}

impl Axis {
    /// Returns a linear axis from zero (or from below zero if `least` is negative) to a little above `greatest`, with
    /// about `wanted` ticks.
    pub fn amounts(least: f64, greatest: f64, wanted: f64) -> Self {
        let least = least.min(0.0);
        let greatest = if greatest > least {
            greatest
        } else {
            least + 1.0
        };
        let (step, exponent) = step_for(greatest - least, wanted);
        let first = (least / step).floor();
        let last = (greatest / step).ceil();
        Self {
            range: first * step..last * step,
            ticks: multiples(first, last, step),
            decimals: usize::try_from(-exponent).unwrap_or(0),
            grouped: true,
            log: false,
        }
    }

    /// Returns a logarithmic axis for amounts above zero, with about `wanted` ticks: at 1, 2 and 5 in each power of ten
    /// if there is room, otherwise only at powers of ten.
    pub fn factors(least: f64, greatest: f64, wanted: f64) -> Self {
        let all: Vec<(f64, i32)> = steps().collect();
        let first = all.iter().rposition(|(tick, _)| *tick <= least);
        let last = all.iter().position(|(tick, _)| *tick >= greatest);
        let first = first.unwrap_or(0).min(all.len() - 2);
        let last = last.unwrap_or(all.len() - 1).max(first + 1);
        let whole: Vec<f64> = all[first..=last].iter().map(|(tick, _)| *tick).collect();
        #[expect(clippy::cast_precision_loss, reason = "some hundred ticks at most")]
        let count = whole.len() as f64;
        let ticks = if count <= wanted + 2.0 {
            whole
        } else {
            let powers: Vec<i32> = EXPONENTS
                .filter(|n| (whole[0]..=whole[whole.len() - 1]).contains(&power_of_ten(*n)))
                .collect();
            let mut each = 1_usize;
            while powers.len() / each > 8 {
                each += 1;
            }
            powers.into_iter().step_by(each).map(power_of_ten).collect()
        };
        let decimals = all[first].1.min(0).unsigned_abs();
        Self {
            range: libm::log10(all[first].0)..libm::log10(all[last].0),
            ticks,
            decimals: usize::try_from(decimals).unwrap_or(0),
            grouped: true,
            log: true,
        }
    }

    /// Returns an axis of years with about `wanted` ticks. The left and right margins are shares of the year span; they
    /// leave room for the labels of the outer marks.
    pub fn years(first: u16, last: u16, (before, after): (f64, f64), wanted: f64) -> Self {
        let (first, last) = (f64::from(first), f64::from(last));
        let span = (last - first).max(1.0);
        let (step, _) = step_for(span, wanted);
        let step = step.max(1.0);
        // Leaves room on each side even if the chart has only one year.
        let margin = |share: f64| (span * share).max((share * 5.0).min(0.6));
        Self {
            range: first - margin(before)..last + margin(after),
            ticks: multiples((first / step).ceil(), (last / step).floor(), step),
            decimals: 0,
            grouped: false,
            log: false,
        }
    }

    /// Returns an axis of `rows` rows, from top to bottom, without ticks.
    pub fn rows(rows: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
        let rows = rows.max(1) as f64;
        Self {
            range: rows - 0.5..-0.5,
            ticks: Vec::new(),
            decimals: 0,
            grouped: false,
            log: false,
        }
    }

    /// Returns the text of each tick.
    pub fn labels(&self) -> impl Iterator<Item = String> {
        self.ticks.iter().map(|tick| self.format_ext(tick))
    }

    /// Returns the number of ticks.
    pub const fn len(&self) -> usize {
        self.ticks.len()
    }

    /// Returns the value where bars start: zero, or the first tick of a logarithmic axis.
    pub fn foot(&self) -> f64 {
        if self.log {
            self.ticks.first().copied().unwrap_or(1.0)
        } else {
            0.0
        }
    }
}

/// Returns the smallest step with at most `wanted` steps over `span`, and its exponent.
fn step_for(span: f64, wanted: f64) -> (f64, i32) {
    steps()
        .find(|(step, _)| span / step <= wanted)
        .unwrap_or((5e28, 28))
}

/// Returns the multiples of `step`, from `first` times to `last` times. Returns at most 500, for any input.
fn multiples(first: f64, last: f64, step: f64) -> Vec<f64> {
    let mut found = Vec::new();
    let mut n = first;
    while n <= last && found.len() < 500 {
        found.push(n * step);
        n += 1.0;
    }
    found
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let place = if self.log {
            // A logarithmic axis has no place for values of zero or below; such points are removed earlier.
            libm::log10(value.max(f64::MIN_POSITIVE))
        } else {
            *value
        };
        let share = (place - self.range.start) / (self.range.end - self.range.start);
        let pixels = f64::from(limit.1 - limit.0) * share.clamp(-4.0, 4.0);
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a chart")]
        let pixels = pixels.round() as i32;
        limit.0 + pixels
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.clone()
    }

    fn range(&self) -> Range<f64> {
        self.range.clone()
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let decimals = if self.log {
            // Each tick has only the digits it needs: 0.01, 0.1, 1, 10.
            (0..=self.decimals)
                .find(|decimals| {
                    let whole = value * power_of_ten(i32::try_from(*decimals).unwrap_or(0));
                    (whole - whole.round()).abs() < 1e-6
                })
                .unwrap_or(self.decimals)
        } else {
            self.decimals
        };
        let plain = fixed(*value, decimals);
        if self.grouped { grouped(&plain) } else { plain }
    }
}

/// Formats a number with a fixed number of decimals. The formatter of the standard library prints any number to its
/// last digit and would add 10 kB to the browser download; ticks are short numbers.
#[expect(clippy::cast_possible_truncation, reason = "ticks have few digits")]
fn fixed(value: f64, decimals: usize) -> String {
    let scaled = (value * power_of_ten(i32::try_from(decimals).unwrap_or(0))).round() as i64;
    let digits = format!("{:0width$}", scaled.unsigned_abs(), width = decimals + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    let legend_symbol = if scaled < 0 { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    [legend_symbol, whole, point, rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_decimals_asked_for() {
        for (value, decimals, text) in [
            (0.0, 0, "0"),
            (-0.0, 1, "0.0"),
            (0.05, 2, "0.05"),
            (-12.5, 1, "-12.5"),
            (1_200_000.0, 0, "1200000"),
            (0.1 + 0.2, 2, "0.30"),
        ] {
            assert_eq!(fixed(value, decimals), text);
        }
    }

    fn labels(least: f64, greatest: f64) -> Vec<String> {
        Axis::amounts(least, greatest, 5.0).labels().collect()
    }

    fn factors(least: f64, greatest: f64) -> Vec<String> {
        Axis::factors(least, greatest, 6.0).labels().collect()
    }

    #[test]
    fn ticks_are_one_two_or_five() {
        assert_eq!(labels(0.0, 94.4), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(labels(0.0, 1.169), ["0.0", "0.5", "1.0", "1.5"]);
        assert_eq!(
            labels(0.0, 2400.0),
            ["0", "500", "1,000", "1,500", "2,000", "2,500"]
        );
        assert_eq!(labels(-3.0, 4.0), ["−4", "−2", "0", "2", "4"]);
    }

    #[test]
    fn factors_have_ticks_at_one_two_five_or_at_powers_alone() {
        assert_eq!(factors(3.0, 80.0), ["2", "5", "10", "20", "50", "100"]);
        assert_eq!(factors(0.02, 0.2), ["0.02", "0.05", "0.1", "0.2"]);
        assert_eq!(factors(0.5, 4e4), ["1", "10", "100", "1,000", "10,000"]);
        assert_eq!(factors(7.0, 7.0), ["5", "10"]);
    }

    #[test]
    fn equal_factors_are_equal_steps() {
        let axis = Axis::factors(1.0, 100.0, 6.0);
        let at = |value: f64| axis.map(&value, (200, 0));
        assert_eq!((at(1.0), at(10.0), at(100.0)), (200, 100, 0));
    }

    #[test]
    fn an_axis_is_never_empty() {
        for (least, greatest) in [
            (0.0, 0.0),
            (1e-6, 1e-6),
            (1e15, 1e15),
            (-5.0, -5.0),
            (1e-6, 1e15),
            (1e27, 7e28),
        ] {
            for axis in [
                Axis::amounts(least, greatest, 5.0),
                Axis::factors(least, greatest, 5.0),
            ] {
                let range = axis.range();
                assert!(
                    range.start < range.end && axis.len() >= 2,
                    "{least} {greatest} {axis:?}"
                );
                assert!(range.start.is_finite() && range.end.is_finite());
            }
        }
    }

    #[test]
    fn years_are_whole_and_without_separator() {
        let labels: Vec<_> = Axis::years(2012, 2013, (0.12, 0.12), 6.0)
            .labels()
            .collect();
        assert_eq!(labels, ["2012", "2013"]);
        let labels: Vec<_> = Axis::years(1990, 2023, (0.1, 0.1), 8.0).labels().collect();
        assert_eq!(
            labels,
            ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]
        );
    }
}
