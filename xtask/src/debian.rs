//! Debian programs that checks and measurements need.

use std::path::PathBuf;
use std::process::Command;

use crate::process;

/// Returns the path of a program. Installs its package if the program is missing and the user may install packages.
/// `None` if it cannot be installed.
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
