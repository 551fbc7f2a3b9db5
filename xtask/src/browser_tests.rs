//! The browser tests: Node's test runner drives Chromium against the built server.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::chromium;
use crate::folder;
use crate::npm;
use crate::tally::Tally;
use crate::workspace::{Profile, Workspace};

/// A file of tests that takes longer hangs: it is counted as failed, and the others get their turn.
const TIMEOUT: Duration = Duration::from_secs(600);

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
    let folder = workspace.root().join("tests/browser");
    let chromium = chromium::ensure()?;
    npm::ensure(&folder)?;
    Ok(Tools { folder, chromium })
}

/// Runs every browser test, or those whose name matches, and counts them.
pub fn run(workspace: &Workspace, tools: &Tools, filter: Option<&str>) -> Result<Tally> {
    let report = workspace.target().join("browser-tests.tap");
    // What an earlier run left must not be counted.
    if report.exists() {
        fs::remove_file(&report)
            .with_context(|| format!("{} cannot be removed", report.display()))?;
    }
    let mut destination = OsString::from("--test-reporter-destination=");
    destination.push(&report);
    let mut command = Command::new("node");
    command
        .args(["--test", "--test-concurrency=1"])
        .arg(format!("--test-timeout={}", TIMEOUT.as_millis()))
        .args([
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
            "--test-reporter=tap",
        ])
        .arg(destination)
        .args(filter.map(|filter| format!("--test-name-pattern={filter}")))
        .args(test_files(&tools.folder)?)
        .current_dir(&tools.folder)
        .env("ZONE_ATLAS_BIN", workspace.server(Profile::Dev))
        .env("CHROMIUM", &tools.chromium);
    let status = command.status().context("node could not be started")?;
    let text = fs::read_to_string(&report).with_context(|| {
        format!(
            "the test runner ended ({status}) without a report in {}",
            report.display()
        )
    })?;
    let mut tally = Tally::of_tap(&text).with_context(|| {
        format!(
            "the test runner ended ({status}) before the summary in {}",
            report.display()
        )
    })?;
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

fn test_files(tests: &Path) -> Result<Vec<PathBuf>> {
    let files: Vec<_> = folder::entries(tests)?
        .into_iter()
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    if files.is_empty() {
        bail!(
            "there is no browser test (*.test.mjs) in {}",
            tests.display()
        );
    }
    Ok(files)
}
