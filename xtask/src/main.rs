//! The commands of this project: `cargo xtask run`, `dev`, `build`, `test`, `bench`, `weigh`, `evaluate`,
//! `fuzz` and `prepare-queries`.

mod bench;
mod browser_tests;
mod build;
mod chromium;
mod compress;
mod debian;
mod dependencies;
mod dev;
mod evaluate;
mod folder;
mod frontend;
mod fuzz;
mod host_packages;
mod names;
mod npm;
mod process;
mod programs;
mod progress;
mod queries;
mod run;
mod scripts;
mod site;
mod site_server;
mod split;
mod style;
mod test;
mod test_counts;
mod wasm_target;
mod weigh;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::{Profile, Workspace};

/// The commands of Zone Atlas. Each command prints its stages and how long each one took.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build everything for development and serve the site.
    Run(run::Options),
    /// Serve the site. After each saved change, rebuild what it affects and reload the page.
    Dev(dev::Options),
    /// Build the server, the browser half and the site folder next to the server.
    Build {
        /// Build the shipped version: small, fast, and with precompressed files.
        #[arg(long)]
        release: bool,
    },
    /// Check formatting and lints, then run the unit, HTTP and browser tests. The last line counts them.
    Test(test::Options),
    /// Measure the speed and download size of the atlas page, and the processor time of the server for a page.
    Bench(bench::Options),
    /// Print the download sizes of the Wasm: its parts, and the crates and modules in them.
    Weigh,
    /// Measure the precision and recall of the checks, and write them to server/evaluation.toml, which the site reads.
    Evaluate,
    /// Search for inputs that break a rule of `tests/fuzz`, with cargo-fuzz.
    Fuzz(fuzz::Options),
    /// Check every SQL query against the migrations, and write the data for offline builds to .sqlx/.
    PrepareQueries {
        /// Write nothing. Fail if .sqlx/ does not match the queries and migrations.
        #[arg(long)]
        check: bool,
    },
}

fn main() -> ExitCode {
    match execute(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            progress::error(&error);
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Result<ExitCode> {
    let workspace = Workspace::locate()?;
    match command {
        Command::Run(options) => run::run(&workspace, &options)?,
        Command::Dev(options) => dev::dev(&workspace, &options)?,
        Command::Weigh => weigh::weigh(&workspace)?,
        Command::Evaluate => evaluate::evaluate(&workspace)?,
        Command::Fuzz(options) => fuzz::fuzz(&workspace, &options)?,
        Command::Build { release } => build::build_alone(&workspace, Profile::of_release(release))?,
        Command::Test(options) => return test::test(&workspace, &options),
        Command::Bench(options) => bench::bench(&workspace, &options)?,
        Command::PrepareQueries { check } => queries::prepare(&workspace, check)?,
    }
    Ok(ExitCode::SUCCESS)
}
