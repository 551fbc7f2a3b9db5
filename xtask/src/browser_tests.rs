//! The browser tests: Playwright's runner drives Chromium against the built server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::chromium;
use crate::folder;
use crate::npm;
use crate::tally::Tally;
use crate::workspace::{Profile, Workspace};

/// Where the package.json of the tests is, from the top of the checkout.
const FOLDER: &str = "tests/browser";

/// The runner, from the folder of the tests. Started by its file: `npx` would ask the registry where it is missing.
const RUNNER: &str = "node_modules/@playwright/test/cli.js";

/// What the browser tests run with.
pub struct Tools {
    folder: PathBuf,
    chromium: PathBuf,
}

impl Tools {
    /// The browser's program.
    pub fn chromium(&self) -> &Path {
        &self.chromium
    }
}

/// Installs what is missing.
pub fn prepare(workspace: &Workspace) -> Result<Tools> {
    let folder = workspace.root().join(FOLDER);
    let chromium = chromium::ensure()?;
    npm::ensure(&folder)?;
    Ok(Tools { folder, chromium })
}

/// Runs every browser test, or those whose name matches, and counts them. The trace of a test that failed stays below
/// `target/browser-tests`.
pub fn run(workspace: &Workspace, tools: &Tools, filter: Option<&str>) -> Result<Tally> {
    let output = workspace.target().join("browser-tests");
    let report = output.join("report.json");
    // What an earlier run left must not be counted.
    folder::remove(&output)?;
    folder::create(&output)?;
    let mut command = Command::new("node");
    command
        .args([RUNNER, "test"])
        .args(filter.map(|filter| format!("--grep={filter}")))
        // A filter may be meant for the Rust tests alone.
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
    let mut tally = Tally::of_playwright(&text).with_context(|| {
        format!(
            "the test runner ended ({status}) and its report {} is none",
            report.display()
        )
    })?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}
