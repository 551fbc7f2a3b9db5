//! Checks our files with large programs that people use, such as pandas. The programs are installed in
//! `target/programs`. These checks do not run with the other tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::debian;
use crate::folder;
use crate::process;
use crate::progress;
use crate::site_server::Server;
use crate::test_counts::TestCounts;
use crate::workspace::{Profile, Workspace};

/// The folder of the checks, from the top of the checkout: Python tests, and their packages in requirements.txt.
const FOLDER: &str = "tests/programs";

/// Runs every check against a server with the shipped dataset, or only those whose name contains `filter`.
pub fn run(workspace: &Workspace, filter: Option<&str>) -> Result<TestCounts> {
    let checks = workspace.root().join(FOLDER);
    let room = workspace.target().join("programs");
    let python = install(&checks, &room)?;
    let temporary = tempfile::tempdir().context("no temporary folder")?;
    let database = temporary.path().join("atlas.db");
    let server = Server::start(&workspace.server(Profile::Dev), &database, temporary.path())?;
    let mut command = Command::new(python);
    command
        .args(["-m", "pytest", "-p", "no:cacheprovider"])
        .arg(&checks)
        .args(filter.map(|filter| format!("-k={filter}")))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("SOFFICE", installed("soffice", "libreoffice-calc-nogui"))
        .env(
            "SOFFICE_SVG",
            installed(OFFICE_READS_SVG, "libreoffice-draw-nogui"),
        )
        .env("RSVG", installed("rsvg-convert", "librsvg2-bin"))
        .env("INKSCAPE", installed("inkscape", "inkscape"))
        .env("SITE", format!("http://{}", server.host()));
    let mut test_counts = TestCounts::default();
    let status = process::watch(&mut command, |line| {
        if let Some(result) = TestCounts::of_pytest_line(line) {
            test_counts = result;
        }
    })?;
    if !status.success() && test_counts.failed == 0 {
        test_counts.failed = 1;
    }
    Ok(test_counts)
}

/// The part of LibreOffice that reads SVG. It has a package of its own.
const OFFICE_READS_SVG: &str = "/usr/lib/libreoffice/program/libsvgfilterlo.so";

/// Returns the path of a program. The path is empty if the program cannot be installed; then its checks are skipped.
fn installed(program: &str, package: &str) -> PathBuf {
    progress::note(&format!("looking for {program}, or installing it"));
    debian::program(program, package).unwrap_or_default()
}

/// Creates a Python environment with the packages of the checks, and returns the path of its Python.
fn install(checks: &Path, room: &Path) -> Result<PathBuf> {
    let python = room.join("bin/python");
    let wanted = folder::read(&checks.join("requirements.txt"))?;
    let installed = room.join("installed.txt");
    if folder::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    progress::note("installing the Python packages");
    process::run(Command::new("python3").args(["-m", "venv"]).arg(room)).context(
        "these checks need Python 3 with its module venv: install python3 and python3-venv",
    )?;
    process::run(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(checks.join("requirements.txt")),
    )
    .context("the Python packages could not be installed: check the network")?;
    folder::write(&installed, &wanted)?;
    Ok(python)
}
