//! `cargo xtask test`: every check there is, and one line that counts them.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use crate::browser_tests;
use crate::build;
use crate::process;
use crate::progress::{self, Stages};
use crate::tally::Tally;
use crate::wasm_target::{self, TARGET};
use crate::workspace::{Profile, Workspace};

/// What to test. Without options, everything.
#[derive(Args)]
pub struct Options {
    /// Leave the browser tests out, and the build they need.
    #[arg(long)]
    no_browser: bool,
    /// Run only the tests with this in their name, and no check of formatting and lints.
    filter: Option<String>,
}

/// Formatting and the two passes of clippy.
const CHECKS: usize = 3;
/// The Wasm target, the Rust tests, and for the browser the tools and the tests.
const OTHERS: usize = 4;

/// Makes an error of every warning.
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Runs the checks and tests; the exit code is not 0 when any failed.
pub fn test(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let mut run = Run {
        workspace,
        stages: Stages::new(CHECKS + OTHERS + build::STAGES),
        tally: Tally::default(),
    };
    let filter = options.filter.as_deref();
    let target = run.prerequisite("Wasm target", wasm_target::ensure);
    if filter.is_none() {
        run.checks(target.is_some());
    } else {
        run.stages.skip(
            CHECKS,
            "formatting and lints",
            "only some tests were asked for",
        );
    }
    run.count("Rust tests", |workspace| rust_tests(workspace, filter));
    if options.no_browser {
        run.stages
            .skip(build::STAGES + 2, "browser tests", "as asked");
    } else {
        run.browser(filter);
    }
    writeln!(io::stdout(), "{}", run.tally).context("standard output could not be written")?;
    Ok(if run.tally.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

struct Run<'a> {
    workspace: &'a Workspace,
    stages: Stages,
    tally: Tally,
}

impl Run<'_> {
    /// The server's half and the browser's half of `app` exclude each other, so clippy goes over the code twice.
    fn checks(&mut self, target: bool) {
        self.check("formatting", "fmt", &["--all", "--check"]);
        // xtask's own part that needs SQLite is linted along: the server brings SQLite anyway.
        let server = [
            "--workspace",
            "--exclude",
            "frontend",
            "--exclude",
            "chart-bench",
            "--all-targets",
            "--features",
            "xtask/queries",
        ];
        self.check(
            "lints, server side",
            "clippy",
            &[&server[..], &DENY].concat(),
        );
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

    fn browser(&mut self, filter: Option<&str>) {
        let workspace = self.workspace;
        let tools = self.prerequisite("browser and npm packages", browser_tests::prepare);
        let built = build::build(workspace, Profile::Dev, &mut self.stages);
        if let Err(error) = &built {
            self.failed(error);
        }
        match (tools, built) {
            (Some(tools), Ok(())) => {
                self.count("browser tests", |workspace| {
                    browser_tests::run(workspace, &tools, filter)
                });
            }
            _ => self
                .stages
                .skip(1, "browser tests", "what they need is not there"),
        }
    }

    /// A stage that is one check: a cargo command that must succeed.
    fn check(&mut self, name: &str, subcommand: &str, arguments: &[&str]) {
        self.count(name, |workspace| {
            process::run(workspace.cargo(subcommand).args(arguments))?;
            Ok(Tally::of_check(true))
        });
    }

    /// A stage that tests, and counts what it tested.
    fn count(&mut self, name: &str, work: impl FnOnce(&Workspace) -> Result<Tally>) {
        match self.stages.run(name, || work(self.workspace)) {
            Ok(tally) => self.tally += tally,
            Err(error) => self.failed(&error),
        }
    }

    /// A stage that only others need: it counts when it fails.
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

    /// What fails does not stop what can still be tested.
    fn failed(&mut self, error: &anyhow::Error) {
        progress::error(error);
        self.tally += Tally::of_check(false);
    }
}

fn rust_tests(workspace: &Workspace, filter: Option<&str>) -> Result<Tally> {
    let mut command = workspace.cargo("test");
    command
        .args([
            "--workspace",
            "--exclude",
            "frontend",
            "--exclude",
            "chart-bench",
        ])
        .arg("--no-fail-fast")
        .args(filter);
    let mut tally = Tally::default();
    let status = process::watch(&mut command, |line| {
        if let Some(result) = Tally::of_rust_line(line) {
            tally += result;
        }
    })?;
    // A test that does not compile, or a program that dies, prints no result.
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}
