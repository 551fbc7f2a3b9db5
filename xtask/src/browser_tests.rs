//! Runs the browser tests: the test runner of Playwright controls Chromium and the built server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::chromium;
use crate::folder;
use crate::npm;
use crate::test_counts::TestCounts;
use crate::workspace::{Profile, Workspace};

/// The folder with the package.json of the tests, from the top of the checkout.
const FOLDER: &str = "tests/browser";

/// The test runner, from the folder of the tests. It is started by its file because `npx` would ask the registry if it
/// is missing.
const RUNNER: &str = "node_modules/@playwright/test/cli.js";

/// The tools of the browser tests.
pub struct Tools {
    folder: PathBuf,
    chromium: PathBuf,
}

impl Tools {
    /// Returns the path of the browser.
    pub fn chromium(&self) -> &Path {
        &self.chromium
    }
}

/// Installs missing tools.
pub fn prepare(workspace: &Workspace) -> Result<Tools> {
    let folder = workspace.root().join(FOLDER);
    let chromium = chromium::ensure()?;
    npm::ensure(&folder)?;
    Ok(Tools { folder, chromium })
}

/// Runs the browser tests, or only those whose name matches `filter`, and counts them. The traces of failed tests are
/// stored in `target/browser-tests`.
pub fn run(workspace: &Workspace, tools: &Tools, filter: Option<&str>) -> Result<TestCounts> {
    let output = workspace.target().join("browser-tests");
    let report = output.join("report.json");
    // The report of an earlier run must not be counted.
    folder::remove(&output)?;
    folder::create(&output)?;
    let mut command = Command::new("node");
    command
        .args([RUNNER, "test"])
        .args(filter.map(|filter| format!("--grep={filter}")))
        // The filter may match Rust tests only.
        .args(filter.map(|_| "--pass-with-no-tests"))
        .current_dir(&tools.folder)
        .env("ZONE_ATLAS_BIN", workspace.server(Profile::Dev))
        .env("CHROMIUM", &tools.chromium)
        .env("BROWSER_RESULTS", output.join("results"))
        .env("BROWSER_REPORT", &report);
    let status = command.status().context("node could not be started")?;
    let text = fs::read_to_string(&report).with_context(|| {
        format!(
            "the test runner ended ({status}) without a report in {}",
            report.display()
        )
    })?;
    let mut test_counts = TestCounts::of_playwright(&text).with_context(|| {
        format!(
            "the test runner ended ({status}) and its report {} is not a valid Playwright report",
            report.display()
        )
    })?;
    if !status.success() && test_counts.failed == 0 {
        test_counts.failed = 1;
    }
    Ok(test_counts)
}
