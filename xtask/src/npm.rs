//! Installs the npm packages of the browser tests and benchmarks, in exactly the versions of the lock files.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::process;
use crate::progress;

/// The oldest Node version with all features that the tests need.
const NODE: u32 = 20;

/// Installs the packages of a folder, unless they are already as new as its lock file.
pub fn ensure(folder: &Path) -> Result<()> {
    for program in ["node", "npm"] {
        if process::find(program).is_none() {
            bail!(
                "the browser tests need {program}, which is not on PATH: install Node {NODE} or newer, from https://nodejs.org or your system's packages"
            );
        }
    }
    let version = process::output(Command::new("node").arg("--version"))?;
    if major(&version).is_none_or(|major| major < NODE) {
        bail!(
            "the browser tests need Node {NODE} or newer, and this is {}: install one from https://nodejs.org",
            version.trim()
        );
    }
    if is_fresh(folder)? {
        return Ok(());
    }
    progress::note("installing the npm packages");
    process::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(folder),
    )
    .with_context(|| {
        format!(
            "the npm packages could not be installed: check the network, then run `npm ci` in {}",
            folder.display()
        )
    })
}

/// Returns true if the installation is finished and not older than the lock file. npm writes its own copy of the lock
/// file last.
fn is_fresh(folder: &Path) -> Result<bool> {
    let lock = modified(&folder.join("package-lock.json"))?;
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    Ok(installed.is_ok_and(|installed| installed >= lock))
}

fn modified(path: &Path) -> Result<SystemTime> {
    fs::metadata(path)
        .and_then(|metadata| metadata.modified())
        .with_context(|| format!("{} is missing", path.display()))
}

/// Returns the first number of a version such as `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("command not found"), None);
    }
}
