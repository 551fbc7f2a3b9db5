//! Checks the licences, bans and sources of dependencies with cargo-deny, which is installed in `target/programs`.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::progress;
use crate::workspace::Workspace;

/// Fails if a dependency breaks a rule of `deny.toml`. Advisories are not read: they need a network beyond the registry.
///
/// # Errors
/// Also when cargo-deny cannot be installed.
pub fn check(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target().join("programs");
    let program = folder.join("bin/cargo-deny");
    if !program.exists() {
        progress::note("installing cargo-deny");
        let mut install = workspace.cargo("install");
        install.args(["--locked", "--quiet", "cargo-deny", "--root"]);
        process::run(install.arg(&folder)).context("cargo-deny could not be installed")?;
    }
    let mut deny = Command::new(program);
    deny.current_dir(workspace.root());
    process::run(deny.args([
        "--log-level",
        "error",
        "check",
        "licenses",
        "bans",
        "sources",
    ]))
}
