//! The project's own commands: `cargo xtask run`, `dev`, `build`, `test`, `bench`, `weigh`, `evaluate` and
//! `prepare-queries`.

mod bench;
mod browser_tests;
mod build;
mod chromium;
mod compress;
mod debian;
mod dev;
mod evaluate;
mod folder;
mod frontend;
mod glue;
mod names;
mod native;
mod npm;
mod process;
mod programs;
mod progress;
mod queries;
mod run;
mod site;
mod site_server;
mod split;
mod style;
mod tally;
mod test;
mod wasm_target;
mod weigh;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::{Profile, Workspace};

/// The commands of Zone Atlas. Each says what it does, and how long every stage took.
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
    /// Serve the site, and on each saved change build what it changes and reload the page.
    Dev(dev::Options),
    /// Build the server, the browser's half and the site folder beside the server.
    Build {
        /// Build what is shipped: small, fast, and with precompressed files.
        #[arg(long)]
        release: bool,
    },
    /// Check formatting and lints, then run the unit, HTTP and browser tests. The last line counts them.
    Test(test::Options),
    /// Measure how fast the atlas page answers in the browser, what it weighs, and what a page costs the server.
    Bench(bench::Options),
    /// Print what browsers download of the Wasm: its parts, and the crates and modules that fill them.
    Weigh,
    /// Measure how well the checks of figures do, and write it to server/evaluation.toml, which the site reads.
    Evaluate,
    /// Check every SQL query against the migrations and write what the offline build needs to .sqlx/.
    PrepareQueries {
        /// Write nothing; fail when .sqlx/ is not what the queries and migrations ask for.
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
        Command::Build { release } => build::build_alone(&workspace, Profile::of_release(release))?,
        Command::Test(options) => return test::test(&workspace, &options),
        Command::Bench(options) => bench::bench(&workspace, &options)?,
        Command::PrepareQueries { check } => queries::prepare(&workspace, check)?,
    }
    Ok(ExitCode::SUCCESS)
}
