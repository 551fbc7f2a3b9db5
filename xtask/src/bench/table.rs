//! Tables of measurements and their goals.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The results of one dataset.
#[derive(Serialize)]
pub struct Report {
    /// The number of zones in its catalogue.
    pub zones: usize,
    /// The times from an interaction to the painted result.
    pub interactions: Vec<Times>,
    /// Values that were measured only once.
    pub values: Vec<Value>,
}

/// The times of one interaction, in milliseconds.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Sample {
    /// Until the result was painted.
    pub total: f64,
    /// Until the result was in the page: the time of the page's own script.
    pub script: f64,
    /// Until the parts of the page outside the window were updated too.
    pub whole: f64,
}

/// The times of one kind of interaction, in milliseconds.
#[derive(Serialize)]
pub struct Times {
    what: String,
    /// The upper limit for the 95th percentile.
    goal: Option<f64>,
    p50: f64,
    p95: f64,
    max: f64,
    script_p50: f64,
    script_p95: f64,
    whole_p95: f64,
    count: usize,
}

impl Times {
    /// Summarises the samples of one kind of interaction.
    pub fn of(what: String, goal: Option<f64>, samples: &[Sample]) -> Self {
        let total = Sorted::new(samples.iter().map(|sample| sample.total));
        let whole = Sorted::new(samples.iter().map(|sample| sample.whole));
        let script = Sorted::new(samples.iter().map(|sample| sample.script));
        Self {
            what,
            goal,
            p50: total.percentile(50),
            p95: total.percentile(95),
            max: total.percentile(100),
            script_p50: script.percentile(50),
            script_p95: script.percentile(95),
            whole_p95: whole.percentile(95),
            count: samples.len(),
        }
    }
}

/// A single number.
#[derive(Serialize)]
pub struct Value {
    what: String,
    unit: &'static str,
    /// The upper limit.
    goal: Option<f64>,
    /// `None` if the page does not contain what should be measured.
    seen: Option<f64>,
}

impl Value {
    /// Creates a time in milliseconds.
    pub fn milliseconds(what: impl Into<String>, goal: Option<f64>, seen: f64) -> Self {
        Self {
            what: what.into(),
            unit: "ms",
            goal,
            seen: Some(seen),
        }
    }

    /// Creates a size in bytes. `seen` is `None` if there is no such file.
    pub fn bytes(what: impl Into<String>, goal: Option<u32>, seen: Option<u64>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
        Self {
            what: what.into(),
            unit: "B",
            goal: goal.map(f64::from),
            seen: seen.map(|bytes| bytes as f64),
        }
    }
}

/// Numbers in ascending order.
pub struct Sorted(Vec<f64>);

impl Sorted {
    /// Sorts numbers.
    pub fn new(values: impl Iterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// Returns the smallest value that is not exceeded by `percent` per cent of the values; NaN if there are no values.
    pub fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or(f64::NAN)
    }
}

/// Returns whether a goal was met, as one word.
pub fn verdict(goal: Option<f64>, seen: Option<f64>) -> &'static str {
    match (goal, seen) {
        (_, None) => "missing",
        (None, _) => "",
        (Some(goal), Some(seen)) if seen <= goal => "met",
        // NaN does not meet a goal.
        (Some(_), Some(_)) => "missed",
    }
}

/// Returns a number as the table shows it: with one or two decimal places, or whole for bytes.
pub fn shown(number: Option<f64>, unit: &str) -> String {
    match number {
        None => String::new(),
        Some(number) if unit == "B" => format!("{number:.0} B"),
        Some(number) if number < 10.0 => format!("{number:.2} ms"),
        Some(number) => format!("{number:.1} ms"),
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} zones", self.zones)?;
        if !self.interactions.is_empty() {
            let head = [
                "to the painted result",
                "goal p95",
                "p50",
                "p95",
                "max",
                "script p50",
                "p95",
                "whole p95",
                "times",
                "verdict",
            ];
            line(f, &head.map(str::to_owned))?;
        }
        for times in &self.interactions {
            let ms = |number| shown(number, "ms");
            line(
                f,
                &[
                    times.what.clone(),
                    ms(times.goal),
                    ms(Some(times.p50)),
                    ms(Some(times.p95)),
                    ms(Some(times.max)),
                    ms(Some(times.script_p50)),
                    ms(Some(times.script_p95)),
                    ms(Some(times.whole_p95)),
                    times.count.to_string(),
                    verdict(times.goal, Some(times.p95)).to_owned(),
                ],
            )?;
        }
        once(f, &self.values)
    }
}

/// Writes the values that were measured once, one line each.
pub fn once(f: &mut fmt::Formatter<'_>, values: &[Value]) -> fmt::Result {
    line(f, &["once", "goal", "seen", "verdict"].map(str::to_owned))?;
    for value in values {
        line(
            f,
            &[
                value.what.clone(),
                shown(value.goal, value.unit),
                shown(value.seen, value.unit),
                verdict(value.goal, value.seen).to_owned(),
            ],
        )?;
    }
    Ok(())
}

/// Writes a line: the first cell left-aligned, the other cells right-aligned in columns, then the verdict.
pub fn line(f: &mut fmt::Formatter<'_>, cells: &[String]) -> fmt::Result {
    let Some(([what, numbers @ ..], verdict)) = cells.split_last().map(|(last, all)| (all, last))
    else {
        return Ok(());
    };
    let numbers: String = numbers.iter().map(|cell| format!(" {cell:>11}")).collect();
    let line = format!("  {what:<32}{numbers}  {verdict}");
    writeln!(f, "{}", line.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{Report, Sample, Sorted, Times, Value, verdict};

    #[test]
    fn percentiles_are_values_that_were_seen() {
        let sorted = Sorted::new((1..=40).rev().map(f64::from));
        let percentiles = [50, 95, 100].map(|percent| sorted.percentile(percent));
        assert_eq!(
            percentiles.map(|value| value.to_string()),
            ["20", "38", "40"]
        );
        assert!(Sorted::new(std::iter::empty()).percentile(95).is_nan());
    }

    #[test]
    fn only_what_was_seen_within_the_goal_has_met_it() {
        assert_eq!(verdict(Some(16.0), Some(16.0)), "met");
        assert_eq!(verdict(Some(16.0), Some(16.1)), "missed");
        assert_eq!(verdict(Some(16.0), Some(f64::NAN)), "missed");
        assert_eq!(verdict(Some(16.0), None), "missing");
        assert_eq!(verdict(None, Some(1.0)), "");
    }

    #[test]
    fn the_table_has_a_line_for_each() {
        let sample = Sample {
            total: 12.3,
            script: 4.56,
            whole: 45.6,
        };
        let report = Report {
            zones: 2543,
            interactions: vec![Times::of("letter typed".to_owned(), Some(16.0), &[sample])],
            values: vec![Value::bytes("Wasm", None, Some(700_000))],
        };
        let text = report.to_string();
        let lines: Vec<Vec<&str>> = text
            .lines()
            .map(|line| line.split_whitespace().collect())
            .collect();
        let letters = "letter typed 16.0 ms 12.3 ms 12.3 ms 12.3 ms 4.56 ms 4.56 ms 45.6 ms 1 met";
        assert_eq!(lines[2], letters.split(' ').collect::<Vec<_>>());
        assert_eq!(lines[4], ["Wasm", "700000", "B"]);
    }
}
