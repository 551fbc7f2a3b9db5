//! Axes with ticks at 1, 2 or 5 times a power of ten, found by integer exponents so that server
//! and browser agree to the last bit.

use crate::format::grouped;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use std::ops::Range;

/// An axis with its ticks.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    range: Range<f64>,
    ticks: Vec<f64>,
    decimals: usize,
    grouped: bool,
}

/// The steps that ticks may be apart: 1, 2 and 5 times powers of ten, from a millionth up.
fn steps() -> impl Iterator<Item = (f64, i32)> {
    (-6_i32..=15).flat_map(|exponent| {
        [1_i64, 2, 5].into_iter().map(move |digit| {
            let power = 10_f64.powi(exponent.abs());
            #[expect(clippy::cast_precision_loss, reason = "1, 2 or 5")]
            let digit = digit as f64;
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
    /// An axis of amounts from zero, or from below where there are such, to a little above
    /// `greatest`, with about `wanted` ticks.
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
        }
    }

    /// An axis of years with a margin of this share to each side, where the labels of the outer
    /// marks find room, and about `wanted` ticks.
    pub fn years(first: u16, last: u16, share: f64, wanted: f64) -> Self {
        let (first, last) = (f64::from(first), f64::from(last));
        let span = (last - first).max(1.0);
        let (step, _) = step_for(span, wanted);
        let step = step.max(1.0);
        let margin = (span * share).max(0.6);
        Self {
            range: first - margin..last + margin,
            ticks: multiples((first / step).ceil(), (last / step).floor(), step),
            decimals: 0,
            grouped: false,
        }
    }

    /// The text of every tick.
    pub fn labels(&self) -> impl Iterator<Item = String> {
        self.ticks.iter().map(|tick| self.format_ext(tick))
    }

    /// How many ticks it has.
    pub const fn len(&self) -> usize {
        self.ticks.len()
    }
}

/// The smallest step that gives no more than `wanted` ticks over `span`.
fn step_for(span: f64, wanted: f64) -> (f64, i32) {
    steps()
        .find(|(step, _)| span / step <= wanted)
        .unwrap_or((5e15, 15))
}

/// `first` to `last` times `step`. At most some hundreds, whatever the numbers are.
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
        let share = (value - self.range.start) / (self.range.end - self.range.start);
        let pixels = f64::from(limit.1 - limit.0) * share;
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
        let plain = format!("{value:.*}", self.decimals);
        if self.grouped { grouped(&plain) } else { plain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(least: f64, greatest: f64) -> Vec<String> {
        Axis::amounts(least, greatest, 5.0).labels().collect()
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
    fn an_axis_is_never_empty() {
        for (least, greatest) in [(0.0, 0.0), (1e-6, 1e-6), (1e15, 1e15), (-5.0, -5.0)] {
            let axis = Axis::amounts(least, greatest, 5.0);
            let range = axis.range();
            assert!(
                range.start < range.end && axis.len() >= 2,
                "{least} {greatest}"
            );
            assert!(range.start.is_finite() && range.end.is_finite());
        }
    }

    #[test]
    fn years_are_whole_and_without_separator() {
        let labels: Vec<_> = Axis::years(2012, 2013, 0.1, 6.0).labels().collect();
        assert_eq!(labels, ["2012", "2013"]);
        let labels: Vec<_> = Axis::years(1990, 2023, 0.1, 8.0).labels().collect();
        assert_eq!(
            labels,
            ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]
        );
    }
}
