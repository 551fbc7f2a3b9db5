//! Counts tests from the output of the test runners.

use std::fmt;
use std::ops::AddAssign;

use anyhow::Result;
use serde::Deserialize;
use serde::de::IgnoredAny;

/// The number of tests that passed and that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TestCounts {
    /// Passed tests and checks, such as formatting.
    pub passed: u32,
    /// Failed tests and checks.
    pub failed: u32,
}

impl TestCounts {
    /// Counts one check.
    pub fn of_check(good: bool) -> Self {
        Self {
            passed: good.into(),
            failed: (!good).into(),
        }
    }

    /// Parses a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; …` of a Rust test program.
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

    /// Parses the last line of pytest, such as `==== 1 failed, 3 passed in 0.12s ====`. Tests that were skipped or
    /// could not be collected count as failed.
    pub fn of_pytest_line(line: &str) -> Option<Self> {
        let (counts, _) = line.trim().trim_matches('=').trim().rsplit_once(" in ")?;
        let mut test_counts = Self::default();
        for count in counts.split(", ") {
            let (number, what) = count.split_once(' ')?;
            let number: u32 = number.parse().ok()?;
            match what {
                "passed" => test_counts.passed += number,
                "failed" | "error" | "errors" | "skipped" => test_counts.failed += number,
                _ => {}
            }
        }
        Some(test_counts)
    }

    /// Parses the JSON report of Playwright. Tests that were skipped, or passed only at a second attempt, count as
    /// failed. So do errors outside of tests, for example when the server is stopped.
    ///
    /// # Errors
    /// If the text is not such a report.
    pub fn of_playwright(text: &str) -> Result<Self> {
        let report: PlaywrightReport = serde_json::from_str(text)?;
        let PlaywrightStats {
            expected,
            unexpected,
            flaky,
            skipped,
        } = report.stats;
        let outside = u32::try_from(report.errors.len())?;
        Ok(Self {
            passed: expected,
            failed: unexpected + flaky + skipped + outside,
        })
    }
}

#[derive(Deserialize)]
struct PlaywrightReport {
    stats: PlaywrightStats,
    errors: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct PlaywrightStats {
    expected: u32,
    unexpected: u32,
    flaky: u32,
    skipped: u32,
}

impl AddAssign for TestCounts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for TestCounts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::TestCounts;

    #[test]
    fn rust_results_are_read() {
        let good = "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s\n";
        assert_eq!(
            TestCounts::of_rust_line(good),
            Some(TestCounts {
                passed: 12,
                failed: 0
            })
        );
        let bad = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s";
        assert_eq!(
            TestCounts::of_rust_line(bad),
            Some(TestCounts {
                passed: 3,
                failed: 2
            })
        );
        assert_eq!(
            TestCounts::of_rust_line("test test_counts::tests::rust_results_are_read ... ok"),
            None
        );
        assert_eq!(
            TestCounts::of_rust_line("test result: ok. some passed; 0 failed"),
            None
        );
    }

    #[test]
    fn only_tests_that_passed_at_once_pass() -> anyhow::Result<()> {
        let report = r#"{"config":{},"suites":[],"errors":[{"message":"the server panicked"}],
            "stats":{"startTime":"","duration":1.5,"expected":7,"skipped":1,"unexpected":2,"flaky":3}}"#;
        assert_eq!(
            TestCounts::of_playwright(report)?,
            TestCounts {
                passed: 7,
                failed: 7
            }
        );
        assert!(TestCounts::of_playwright("{}").is_err());
        Ok(())
    }

    #[test]
    fn the_last_line_of_pytest_is_read() {
        assert_eq!(
            TestCounts::of_pytest_line("== 1 failed, 3 passed, 2 warnings, 1 error in 0.12s ==\n"),
            Some(TestCounts {
                passed: 3,
                failed: 2
            })
        );
        assert_eq!(TestCounts::of_pytest_line("collected 3 items"), None);
    }

    #[test]
    fn a_sum_is_shown_in_words() {
        let mut sum = TestCounts::default();
        sum += TestCounts::of_check(true);
        sum += TestCounts {
            passed: 3,
            failed: 1,
        };
        sum += TestCounts::of_check(false);
        assert_eq!(sum.to_string(), "4 passed, 2 failed");
    }
}
