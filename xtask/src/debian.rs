//! Programs of Debian that checks and measurements need.

use std::path::PathBuf;
use std::process::Command;

use crate::process;

/// A program of this machine. It is installed where it is missing and this user may install packages; nothing where it cannot
/// be had.
pub fn program(program: &str, package: &str) -> Option<PathBuf> {
    process::find(program).or_else(|| {
        let mut install = Command::new("apt-get");
        install.args([
            "install",
            "--yes",
            "--quiet",
            "--no-install-recommends",
            package,
        ]);
        process::run(&mut install).ok()?;
        process::find(program)
    })
}
