//! The half of the workspace that is compiled for this machine: the server and the Rust tests.
//!
//! Cargo chooses the features of a dependency by the packages of one command. All commands here name the same packages,
//! so that one command reuses what another one compiled.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::workspace::{Profile, Workspace};

/// The packages. xtask is not among them: it runs while they are compiled, and has other features.
const PACKAGES: [&str; 7] = [
    "domain",
    "app",
    "server",
    "evaluation",
    "fuzz",
    "growth-bench",
    "site-tests",
];

/// The targets with tests, and the server itself.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];

/// Returns the packages as arguments of cargo.
pub fn packages() -> Vec<&'static str> {
    PACKAGES
        .into_iter()
        .flat_map(|package| ["--package", package])
        .collect()
}

/// Compiles the server and all Rust tests except for those of xtask.
pub fn build_all(workspace: &Workspace) -> Result<()> {
    process::run(workspace.cargo("build").args(packages()).args(TARGETS))
}

/// Returns the command that runs the faults on the shipped program, as often as docs/RELIABILITY.md states. They run one
/// after the other, because they measure times.
pub fn faults(workspace: &Workspace) -> Command {
    let mut command = workspace.cargo("test");
    command
        .args(["--package", "site-tests", "--test", "faults"])
        .args(["--", "--nocapture"])
        .env("ZONE_ATLAS_FAULTS", "full")
        .env("ZONE_ATLAS_PROGRAM", workspace.server(Profile::Release))
        .env("RUST_TEST_THREADS", "1");
    command
}

/// Returns the commands that run the Rust tests.
pub fn tests(workspace: &Workspace) -> [Command; 3] {
    let mut host_packages = workspace.cargo("test");
    host_packages
        .args(packages())
        .args(TARGETS)
        .arg("--no-fail-fast");
    // Only `domain` has examples in its documentation.
    let mut examples = workspace.cargo("test");
    examples.args(["--package", "domain", "--doc"]);
    let mut xtask = workspace.cargo("test");
    xtask.args(["--package", "xtask"]);
    [host_packages, examples, xtask]
}
