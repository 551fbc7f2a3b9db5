//! `cargo xtask bench`: how fast the atlas page answers, what it weighs, what a page costs the server, and the same of
//! charts.

mod browser;
mod catalogue;
pub mod ceilings;
mod chart;
mod dataset;
mod http;
mod peers;
mod server;
pub mod share;
mod syllables;
mod table;

use std::fmt::Display;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use serde::Serialize;
use tempfile::TempDir;

use crate::browser_tests::{self, Tools};
use crate::build;
use crate::npm;
use crate::progress::{self, Stages};
use crate::site_server::Server;
use crate::workspace::{Profile, Workspace};
use chart::ChartReport;
use dataset::Shipped;
use server::Costs;
use table::Report;

/// What to measure. Without options, the shipped dataset and one of 100,000 zones, and charts.
#[derive(Args)]
pub struct Options {
    /// Build nothing; measure what is built, for release or else for development.
    #[arg(long)]
    no_build: bool,
    /// Zones in the catalogue: as many as ship, or more, the rest being made up. May be given several times.
    #[arg(long, value_name = "N")]
    zones: Vec<usize>,
    /// Measure nothing but charts.
    #[arg(long, conflicts_with_all = ["zones", "runs"])]
    only_charts: bool,
    /// Measure nothing but the server, beside nginx and Datasette. Both and wrk are installed where they are not here.
    #[arg(long, conflicts_with_all = ["zones", "runs", "only_charts", "json"])]
    peers: bool,
    /// Measure nothing but the processor time of the dearest addresses, and fail where one is dearer than it may be.
    #[arg(long, conflicts_with_all = ["zones", "runs", "only_charts", "json", "peers"])]
    ceilings: bool,
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
    if options.peers || options.ceilings {
        return bench_server(workspace, options);
    }
    let shipped = Shipped::read(workspace)?;
    let zones = match options.zones.as_slice() {
        _ if options.only_charts => Vec::new(),
        [] => vec![shipped.zones(), MANY],
        zones => zones.to_vec(),
    };
    let building = if options.no_build { 0 } else { build::STAGES };
    let mut stages = Stages::new(building + 1 + EACH * zones.len() + chart::STAGES);
    if !options.no_build {
        build::build(workspace, Profile::Release, &mut stages)?;
    }
    // Before anything is measured: what is not built must not come out after minutes.
    let loader = stages.run("charts alone as Wasm", || {
        chart::Loader::prepare(workspace, options.no_build)
    })?;
    let tools = stages.run("browser and npm packages", || {
        npm::ensure(&workspace.root().join("tests/bench"))?;
        browser_tests::prepare(workspace)
    })?;
    let bench = Bench {
        workspace,
        shipped,
        program: program(workspace, options.no_build)?,
        tools,
        runs: options.runs,
    };
    let mut datasets = Vec::new();
    for zones in zones {
        let report = bench.measure(zones, &mut stages)?;
        print(&report)?;
        datasets.push(report);
    }
    let charts = bench.measure_charts(&loader, &mut stages)?;
    print(&charts)?;
    if let Some(file) = &options.json {
        write_json(file, &Reports { datasets, charts })?;
    }
    Ok(())
}

/// Measures the server alone: beside others, or by the cost of its addresses.
fn bench_server(workspace: &Workspace, options: &Options) -> Result<()> {
    let building = if options.no_build { 0 } else { build::STAGES };
    let mut stages = Stages::new(building + 1);
    if !options.no_build {
        build::build(workspace, Profile::Release, &mut stages)?;
    }
    let program = program(workspace, options.no_build)?;
    if options.ceilings {
        let profile = if program == workspace.server(Profile::Release) {
            Profile::Release
        } else {
            Profile::Dev
        };
        return stages.run("processor time of addresses", || {
            ceilings::check(workspace, profile)
        });
    }
    let table = stages.run("our server beside others", || {
        let temporary = room()?;
        let server = Server::start(
            &program,
            &temporary.path().join("served.db"),
            temporary.path(),
        )?;
        peers::measure(server.host(), temporary.path(), workspace.target())
    })?;
    print(&table)
}

fn print(table: &impl Display) -> Result<()> {
    writeln!(io::stdout(), "{table}").context("standard output could not be written")
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

/// What `--json` writes.
#[derive(Serialize)]
struct Reports {
    datasets: Vec<Report>,
    charts: ChartReport,
}

fn write_json(file: &Path, reports: &Reports) -> Result<()> {
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
        let temporary = room()?;
        let server = stages.run(&format!("{zones} zones: database and server"), || {
            self.serve(zones, temporary.path())
        })?;
        let measured = stages.run(&format!("{zones} zones: page in the browser"), || {
            browser::measure(self.workspace, &self.tools, server.host(), self.runs)
        })?;
        let mut values: Vec<_> = measured.loading().into();
        stages.run(&format!("{zones} zones: bytes and server"), || {
            values.extend(measured.sizes(server.host())?);
            values.extend(Costs(&server).all()?);
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

    /// Charts depend on how long the catalogue is neither in the browser nor on the server.
    fn measure_charts(&self, loader: &chart::Loader, stages: &mut Stages) -> Result<ChartReport> {
        let race = stages.run("charts: drawn in the browser", || {
            chart::race(self.workspace, &self.tools, loader)
        })?;
        let pictures = stages.run("charts: pictures from the server", || {
            let temporary = room()?;
            let server = self.serve(self.shipped.zones(), temporary.path())?;
            chart::pictures(server.host())
        })?;
        Ok(ChartReport::of(&race, &pictures, loader))
    }

    /// Starts the server with so many zones.
    fn serve(&self, zones: usize, temporary: &Path) -> Result<Server> {
        let database = self.shipped.import(&self.program, zones, temporary)?;
        Server::start(&self.program, &database, temporary)
    }
}

/// A folder that is removed with this value.
fn room() -> Result<TempDir> {
    tempfile::tempdir().context("there is no room for the data: check TMPDIR")
}
