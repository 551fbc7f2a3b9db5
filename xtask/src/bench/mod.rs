//! `cargo xtask bench`: how fast the atlas page answers, what it weighs, and what a page costs the server.

mod browser;
mod catalogue;
mod dataset;
mod http;
mod server;
mod syllables;
mod table;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::browser_tests::{self, Tools};
use crate::build;
use crate::progress::{self, Stages};
use crate::workspace::{Profile, Workspace};
use dataset::Shipped;
use server::Server;
use table::Report;

/// What to measure. Without options, the shipped dataset and one of 100,000 zones.
#[derive(Args)]
pub struct Options {
    /// Build nothing; measure what is built, for release or else for development.
    #[arg(long)]
    no_build: bool,
    /// Zones in the catalogue: as many as ship, or more, the rest being made up. May be given several times.
    #[arg(long, value_name = "N")]
    zones: Vec<usize>,
    /// How often each interaction is measured, at least.
    #[arg(long, value_name = "N", default_value_t = 40)]
    runs: usize,
    /// Write what was measured as JSON, too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// The zones of the great catalogue.
const MANY: usize = 100_000;

/// Milliseconds to the painted result with the shipped dataset: a frame.
const GOAL: f64 = 16.0;

/// Milliseconds to the painted result with more zones.
const GOAL_OF_MANY: f64 = 50.0;

/// Stages for each dataset.
const EACH: usize = 3;

/// Measures and prints a table for each dataset as soon as it is known.
pub fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    let shipped = Shipped::read(workspace)?;
    let zones = match options.zones.as_slice() {
        [] => vec![shipped.zones(), MANY],
        zones => zones.to_vec(),
    };
    let building = if options.no_build { 0 } else { build::STAGES };
    let mut stages = Stages::new(building + 1 + EACH * zones.len());
    if !options.no_build {
        build::build(workspace, Profile::Release, &mut stages)?;
    }
    let tools = stages.run("browser and npm packages", || {
        browser_tests::prepare(workspace)
    })?;
    let bench = Bench {
        workspace,
        shipped,
        program: program(workspace, options.no_build)?,
        tools,
        runs: options.runs,
    };
    let mut reports = Vec::new();
    for zones in zones {
        let report = bench.measure(zones, &mut stages)?;
        writeln!(io::stdout(), "{report}").context("standard output could not be written")?;
        reports.push(report);
    }
    if let Some(file) = &options.json {
        write_json(file, &reports)?;
    }
    Ok(())
}

/// The server to measure.
fn program(workspace: &Workspace, no_build: bool) -> Result<PathBuf> {
    let release = workspace.server(Profile::Release);
    let development = workspace.server(Profile::Dev);
    if release.is_file() {
        return Ok(release);
    }
    if no_build && development.is_file() {
        progress::note(
            "there is no release build: this measures the one for development, which is slower",
        );
        return Ok(development);
    }
    bail!("nothing is built: run `cargo xtask bench` without --no-build")
}

fn write_json(file: &Path, reports: &[Report]) -> Result<()> {
    let text = serde_json::to_string_pretty(reports).context("the report is no JSON")?;
    fs::write(file, text + "\n").with_context(|| format!("{} cannot be written", file.display()))
}

/// What every dataset is measured with.
struct Bench<'a> {
    workspace: &'a Workspace,
    shipped: Shipped,
    program: PathBuf,
    tools: Tools,
    runs: usize,
}

impl Bench<'_> {
    fn measure(&self, zones: usize, stages: &mut Stages) -> Result<Report> {
        let temporary =
            tempfile::tempdir().context("there is no room for the data: check TMPDIR")?;
        let server = stages.run(&format!("{zones} zones: database and server"), || {
            let database = self
                .shipped
                .import(&self.program, zones, temporary.path())?;
            Server::start(&self.program, &database, temporary.path())
        })?;
        let measured = stages.run(&format!("{zones} zones: page in the browser"), || {
            browser::measure(self.workspace, &self.tools, server.host(), self.runs)
        })?;
        let mut values: Vec<_> = measured.loading().into();
        stages.run(&format!("{zones} zones: bytes and server"), || {
            values.extend(measured.sizes(server.host())?);
            values.extend(server.costs()?);
            Ok(())
        })?;
        let goal = if zones > self.shipped.zones() {
            GOAL_OF_MANY
        } else {
            GOAL
        };
        Ok(Report {
            zones,
            interactions: measured.interactions(goal),
            values,
        })
    }
}
