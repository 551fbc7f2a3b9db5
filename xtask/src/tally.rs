//! Counting tests by what the test runners print.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests, and checks such as formatting, that are good.
    pub passed: u32,
    /// Those that are not.
    pub failed: u32,
}

impl Tally {
    /// One check, good or not.
    pub fn of_check(good: bool) -> Self {
        Self {
            passed: good.into(),
            failed: (!good).into(),
        }
    }

    /// Reads a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; …` of a Rust test program.
    pub fn of_rust_line(line: &str) -> Option<Self> {
        let (_, counts) = line
            .trim()
            .strip_prefix("test result: ")?
            .split_once(". ")?;
        let mut parts = counts.split("; ");
        let passed = parts.next()?.strip_suffix(" passed")?.parse().ok()?;
        let failed = parts.next()?.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }

    /// Reads the summary at the end of a TAP file by Node's test runner. A test that was cancelled, for instance
    /// because it took too long, did not pass.
    pub fn of_tap(text: &str) -> Option<Self> {
        let passed = last_count(text, "# pass ")?;
        let failed = last_count(text, "# fail ")? + last_count(text, "# cancelled ").unwrap_or(0);
        Some(Self { passed, failed })
    }
}

/// The number after the last line beginning so: tests may print the same words earlier.
fn last_count(text: &str, label: &str) -> Option<u32> {
    text.lines()
        .rev()
        .find_map(|line| line.strip_prefix(label)?.trim().parse().ok())
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn rust_results_are_read() {
        let good = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s\n";
        assert_eq!(
            Tally::of_rust_line(good),
            Some(Tally {
                passed: 12,
                failed: 0
            })
        );
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(
            Tally::of_rust_line(bad),
            Some(Tally {
                passed: 3,
                failed: 2
            })
        );
        assert_eq!(
            Tally::of_rust_line("test tally::tests::rust_results_are_read ... ok"),
            None
        );
        assert_eq!(
            Tally::of_rust_line("test result: ok. some passed; 0 failed"),
            None
        );
    }

    #[test]
    fn the_tap_summary_is_the_last() {
        let text = "TAP version 13\n# pass 99\n# fail 9\n    # pass 5\n1..2\n# tests 4\n# suites 0\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0\n";
        assert_eq!(
            Tally::of_tap(text),
            Some(Tally {
                passed: 2,
                failed: 2
            })
        );
        assert_eq!(Tally::of_tap("TAP version 13\n"), None);
    }

    #[test]
    fn a_sum_is_shown_in_words() {
        let mut sum = Tally::default();
        sum += Tally::of_check(true);
        sum += Tally {
            passed: 3,
            failed: 1,
        };
        sum += Tally::of_check(false);
        assert_eq!(sum.to_string(), "4 passed, 2 failed");
    }
}
