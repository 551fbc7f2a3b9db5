//! `cargo xtask test`: runs every check and prints one line that counts them.

use std::io::{self, Write};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::bench::ceilings;
use crate::browser_tests;
use crate::build;
use crate::dependencies;
use crate::host_packages;
use crate::process;
use crate::programs;
use crate::progress::{self, Stages};
use crate::test_counts::TestCounts;
use crate::wasm_target::{self, TARGET};
use crate::weigh::Download;
use crate::workspace::{Profile, Workspace};

/// What to test. Without options: everything except for `--programs`.
#[derive(Args)]
pub struct Options {
    /// Only the checks without a browser: formatting, lints, unit and HTTP tests.
    #[arg(long, conflicts_with = "programs")]
    quick: bool,
    /// Only the faults and attacks on the shipped program (killed imports, full disks, floods of connections), each
    /// repeated many times. Takes some minutes; the other runs repeat each fault a few times on the program for
    /// development.
    #[arg(long, conflicts_with_all = ["programs", "quick"])]
    faults: bool,
    /// Only the checks with programs that this command installs, such as LibreOffice and cargo-deny, and the
    /// documentation of the code.
    #[arg(long)]
    programs: bool,
    /// Run only the tests with this text in their name. Formatting and lints are not checked.
    filter: Option<String>,
}

/// The number of stages: formatting and the two passes of clippy.
const CHECKS: usize = 3;

/// The number of stages: the Wasm target, the build and the run of the Rust tests.
const RUST: usize = 3;

/// The number of stages: the tools, the browser half, the site folder, the browser tests, the download sizes, and the
/// processor time of addresses.
const BROWSER: usize = 6;

/// The number of stages: the dependencies, the documentation, the Wasm target, the server, the browser half, the site
/// folder and the checks themselves.
const PROGRAMS: usize = 7;

/// The number of stages: the shipped program, the tests, and the faults.
const FAULTS: usize = 3;

/// Clippy arguments that turn every warning into an error.
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Runs the checks and tests. The exit code is not 0 if any failed.
pub fn test(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let stages = match options {
        Options { programs: true, .. } => PROGRAMS,
        Options { faults: true, .. } => FAULTS,
        Options { quick: true, .. } => RUST + CHECKS,
        Options { .. } => RUST + CHECKS + BROWSER,
    };
    let mut run = Run {
        workspace,
        stages: Stages::new(stages),
        test_counts: TestCounts::default(),
    };
    let filter = options.filter.as_deref();
    if options.programs {
        run.programs(filter);
    } else if options.faults {
        run.faults(filter);
    } else {
        run.rust(filter);
        if !options.quick {
            run.browser(filter);
        }
    }
    writeln!(io::stdout(), "{}", run.test_counts)
        .context("standard output could not be written")?;
    Ok(if run.test_counts.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

struct Run<'a> {
    workspace: &'a Workspace,
    stages: Stages,
    test_counts: TestCounts,
}

impl Run<'_> {
    fn rust(&mut self, filter: Option<&str>) {
        let target = self.prerequisite("Wasm target", wasm_target::ensure);
        if filter.is_none() {
            self.checks(target.is_some());
        } else {
            self.stages.skip(
                CHECKS,
                "formatting and lints",
                "only some tests were asked for",
            );
        }
        match self.prerequisite(
            "build of the server and the Rust tests",
            host_packages::build_all,
        ) {
            Some(()) => self.count("Rust tests", |workspace| rust_tests(workspace, filter)),
            None => self.stages.skip(1, "Rust tests", "they do not compile"),
        }
    }

    /// Checks formatting and lints. Clippy runs twice because the server features and the browser features of `app`
    /// exclude each other.
    fn checks(&mut self, target: bool) {
        self.check("formatting", "fmt", &["--all", "--check"]);
        let server = [
            &host_packages::packages()[..],
            // The part of xtask that needs SQLite is checked here because the server needs SQLite anyway.
            &[
                "--package",
                "xtask",
                "--features",
                "xtask/queries,xtask/dev",
                "--package",
                "growth-bench",
            ],
            &["--all-targets"],
            &DENY,
        ];
        self.check("lints, server side", "clippy", &server.concat());
        if target {
            let browser = [
                "--package",
                "frontend",
                "--package",
                "chart-bench",
                "--target",
                TARGET,
            ];
            self.check(
                "lints, browser side",
                "clippy",
                &[&browser[..], &DENY].concat(),
            );
        } else {
            self.stages
                .skip(1, "lints, browser side", "the Wasm target is missing");
        }
    }

    /// Runs the browser tests. The server exists already: it was built with the Rust tests.
    fn browser(&mut self, filter: Option<&str>) {
        let tools = self.prerequisite("browser and npm packages", browser_tests::prepare);
        match (tools, self.site()) {
            (Some(tools), Some(())) => {
                self.count("browser tests", |workspace| {
                    browser_tests::run(workspace, &tools, filter)
                });
            }
            _ => self
                .stages
                .skip(1, "browser tests", "a build step that they need failed"),
        }
        if filter.is_some() {
            let why = "only some tests were asked for";
            self.stages.skip(1, "sizes of downloads", why);
            self.stages.skip(1, "processor time of addresses", why);
        } else {
            self.count("sizes of downloads", |workspace| {
                Download::build(workspace)?.check()?;
                Ok(TestCounts::of_check(true))
            });
            self.count("processor time of addresses", |workspace| {
                ceilings::check(workspace, Profile::Dev)?;
                Ok(TestCounts::of_check(true))
            });
        }
    }

    /// Builds the browser half and the site folder, in two stages.
    fn site(&mut self) -> Option<()> {
        let half = self.prerequisite("browser half", |workspace| {
            build::browser_half(workspace, Profile::Dev)
        });
        if half.is_none() {
            self.stages
                .skip(1, "site folder", "the browser half does not compile");
            return None;
        }
        self.prerequisite("site folder", |workspace| {
            build::site_folder(workspace, Profile::Dev)
        })
    }

    fn faults(&mut self, filter: Option<&str>) {
        let program = self.prerequisite("shipped program", |workspace| {
            build::server(workspace, Profile::Release)
        });
        let tests = self.prerequisite("build of the tests", host_packages::build_all);
        match program.and(tests) {
            Some(()) => self.count("faults", |workspace| {
                count_rust_tests(host_packages::faults(workspace).args(filter))
            }),
            None => self.stages.skip(1, "faults", "they do not compile"),
        }
    }

    fn programs(&mut self, filter: Option<&str>) {
        if filter.is_none() {
            self.count("licences and sources of dependencies", |workspace| {
                dependencies::check(workspace)?;
                Ok(TestCounts::of_check(true))
            });
            self.count("documentation of the code", |workspace| {
                let mut doc = workspace.cargo("doc");
                doc.args(["--workspace", "--no-deps", "--quiet"]);
                process::run(doc.env("RUSTDOCFLAGS", "-D warnings"))?;
                Ok(TestCounts::of_check(true))
            });
        } else {
            let why = "only some tests were asked for";
            self.stages.skip(2, "dependencies and documentation", why);
        }
        self.prerequisite("Wasm target", wasm_target::ensure);
        let server = self.prerequisite("server", host_packages::build_all);
        match (server, self.site()) {
            (Some(()), Some(())) => self.count("checks with foreign programs", |workspace| {
                programs::run(workspace, filter)
            }),
            _ => self.stages.skip(
                1,
                "checks with foreign programs",
                "a build step that they need failed",
            ),
        }
    }

    /// Runs a stage that is one check: a cargo command that must succeed.
    fn check(&mut self, name: &str, subcommand: &str, arguments: &[&str]) {
        self.count(name, |workspace| {
            process::run(workspace.cargo(subcommand).args(arguments))?;
            Ok(TestCounts::of_check(true))
        });
    }

    /// Runs a stage of tests, and adds its counts.
    fn count(&mut self, name: &str, work: impl FnOnce(&Workspace) -> Result<TestCounts>) {
        match self.stages.run(name, || work(self.workspace)) {
            Ok(test_counts) => self.test_counts += test_counts,
            Err(error) => self.failed(&error),
        }
    }

    /// Runs a stage that only other stages need. It is counted only if it fails.
    fn prerequisite<T>(
        &mut self,
        name: &str,
        work: impl FnOnce(&Workspace) -> Result<T>,
    ) -> Option<T> {
        match self.stages.run(name, || work(self.workspace)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.failed(&error);
                None
            }
        }
    }

    /// Records a failure. The remaining tests still run.
    fn failed(&mut self, error: &anyhow::Error) {
        progress::error(error);
        self.test_counts += TestCounts::of_check(false);
    }
}

fn rust_tests(workspace: &Workspace, filter: Option<&str>) -> Result<TestCounts> {
    let mut test_counts = TestCounts::default();
    for mut command in host_packages::tests(workspace) {
        test_counts += count_rust_tests(command.args(filter))?;
    }
    Ok(test_counts)
}

/// Runs a command of `cargo test`, and counts its tests.
fn count_rust_tests(command: &mut Command) -> Result<TestCounts> {
    let mut found = TestCounts::default();
    let status = process::watch(command, |line| {
        if let Some(result) = TestCounts::of_rust_line(line) {
            found += result;
        }
    })?;
    // A test program that does not compile, or that crashes, prints no result.
    if !status.success() && found.failed == 0 {
        found.failed = 1;
    }
    Ok(found)
}
