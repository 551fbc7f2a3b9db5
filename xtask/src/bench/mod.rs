//! `cargo xtask bench`: measures the speed and the download size of the atlas page, the processor time of its
//! responses, and the same for charts.

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

/// What to measure. Without options: the shipped dataset, a dataset of 100,000 zones, and charts.
#[derive(Args)]
pub struct Options {
    /// Build nothing. Measure the existing release build, or the development build if there is none.
    #[arg(long)]
    no_build: bool,
    /// The number of zones in the catalogue, at least the shipped number; additional zones are generated. May be given
    /// several times.
    #[arg(long, value_name = "N")]
    zones: Vec<usize>,
    /// Measure only charts.
    #[arg(long, conflicts_with_all = ["zones", "runs"])]
    only_charts: bool,
    /// Measure only the server, compared with nginx and Datasette. Installs them and wrk if they are missing.
    #[arg(long, conflicts_with_all = ["zones", "runs", "only_charts", "json"])]
    peers: bool,
    /// Measure only the processor time of the most expensive addresses, and fail if one is above its limit.
    #[arg(long, conflicts_with_all = ["zones", "runs", "only_charts", "json", "peers"])]
    ceilings: bool,
    /// How often each interaction is measured, at least.
    #[arg(long, value_name = "N", default_value_t = 40)]
    runs: usize,
    /// Also write the results as JSON to this file.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// The number of zones in the large catalogue.
const LARGE_ZONES: usize = 100_000;

/// The goal with the shipped dataset, in milliseconds to the painted result: one frame.
const GOAL: f64 = 16.0;

/// The goal with more zones, in milliseconds to the painted result.
const GOAL_OF_MANY: f64 = 50.0;

/// The number of stages for each dataset.
const STAGES_PER_DATASET: usize = 3;

/// Runs the measurements. Prints the table of each dataset as soon as it is complete.
pub fn bench(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.peers || options.ceilings {
        return bench_server(workspace, options);
    }
    let shipped = Shipped::read(workspace)?;
    let zones = match options.zones.as_slice() {
        _ if options.only_charts => Vec::new(),
        [] => vec![shipped.zones(), LARGE_ZONES],
        zones => zones.to_vec(),
    };
    let building = if options.no_build { 0 } else { build::STAGES };
    let mut stages = Stages::new(building + 1 + STAGES_PER_DATASET * zones.len() + chart::STAGES);
    if !options.no_build {
        build::build(workspace, Profile::Release, &mut stages)?;
    }
    // The charts are prepared first, so that a missing build is reported before minutes of measurement.
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

/// Measures only the server: compared with others, or by the processor time of its addresses.
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

/// Returns the server program to measure: the release build, or the development build if there is no other and nothing
/// may be built.
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

/// The content of the file that `--json` writes.
#[derive(Serialize)]
struct Reports {
    datasets: Vec<Report>,
    charts: ChartReport,
}

fn write_json(file: &Path, reports: &Reports) -> Result<()> {
    let text = serde_json::to_string_pretty(reports).context("the report is no JSON")?;
    fs::write(file, text + "\n").with_context(|| format!("{} cannot be written", file.display()))
}

/// What the measurements of all datasets share.
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

    /// Measures charts. They do not depend on the length of the catalogue, so the shipped dataset is enough.
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

    /// Starts the server with a database of `zones` zones.
    fn serve(&self, zones: usize, temporary: &Path) -> Result<Server> {
        let database = self.shipped.import(&self.program, zones, temporary)?;
        Server::start(&self.program, &database, temporary)
    }
}

/// Creates a temporary folder that is removed when the value is dropped.
fn room() -> Result<TempDir> {
    tempfile::tempdir().context("cannot create a temporary folder: check TMPDIR")
}
