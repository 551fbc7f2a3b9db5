//! The half of the workspace that is compiled for this machine: the server and the Rust tests.
//!
//! Cargo decides which features a dependency has by the packages of one command. Each command here names the same ones, so
//! that what one has compiled the next one finds.

use std::process::Command;

use anyhow::Result;

use crate::process;
use crate::workspace::Workspace;

/// The packages. xtask is none of them: it runs while they are compiled, with features of its own.
const PACKAGES: [&str; 5] = ["domain", "app", "server", "evaluation", "site-tests"];

/// Everything that has tests, and the server itself.
const TARGETS: [&str; 3] = ["--lib", "--bins", "--tests"];

/// The packages as arguments of cargo.
pub fn packages() -> Vec<&'static str> {
    PACKAGES
        .into_iter()
        .flat_map(|package| ["--package", package])
        .collect()
}

/// Compiles the server and all Rust tests but those of xtask.
pub fn build_all(workspace: &Workspace) -> Result<()> {
    process::run(workspace.cargo("build").args(packages()).args(TARGETS))
}

/// The commands that run the Rust tests.
pub fn tests(workspace: &Workspace) -> [Command; 2] {
    let mut native = workspace.cargo("test");
    native.args(packages()).args(TARGETS).arg("--no-fail-fast");
    let mut xtask = workspace.cargo("test");
    xtask.args(["--package", "xtask"]);
    [native, xtask]
}
