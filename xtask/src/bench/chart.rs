//! Measures charts: the time to redraw one, compared with two other libraries, the size of the code, and the time for a
//! picture.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use super::http::{Connection, PLAIN};
use super::share::share;
use super::table::{Sorted, Value, line, once, shown, verdict};
use crate::browser_tests::Tools;
use crate::compress;
use crate::frontend;
use crate::process;
use crate::workspace::{Profile, Workspace};

/// The number of stages of this part: the Wasm, the browser, the server.
pub const STAGES: usize = 3;

/// The package that contains only our charts.
const PACKAGE: &str = "chart-bench";

/// The name of the files that `tests/bench/charts.mjs` loads: `chart.js` and `chart_bg.wasm`.
const NAME: &str = "chart";

/// The release build is measured, because it is the shipped one.
const PROFILE: Profile = Profile::Release;

/// The goal for redrawing six lines of thirty years, in milliseconds.
const REDRAW_GOAL: f64 = 4.0;

/// The goal for the size of the chart code in the Wasm of the site, in bytes after Brotli.
const WASM_GOAL: u32 = 40_000;

/// Parts of the names of functions that only charts need: of our modules, and of the library that draws axes.
const CHARTS: [&str; 5] = ["chart", "plotters", "5patch", "9transform", "comparison"];

/// The goal for a picture, in milliseconds.
const PICTURE_GOAL: f64 = 60.0;

/// The address of the measured picture.
const PICTURE: &str = "/zones/liyang-high-tech-zone/output.png";

/// The number of pictures before the first one that counts.
const PICTURE_WARM_UP: usize = 3;

/// The number of pictures that count.
const PICTURES: usize = 30;

/// The Wasm of our charts as the browser loads it, and its sizes.
pub struct Loader {
    folder: TempDir,
    /// The size of the chart Wasm in bytes after Brotli.
    ///
    /// It is an upper bound of what charts add to the Wasm of the site: it includes code for memory, for formatting
    /// numbers and for panics, which the site has anyway.
    packed: u64,
    /// The size in bytes after Brotli of the chart functions in the Wasm of the site, with their controls, legends,
    /// tables and mark navigation.
    added: u64,
}

impl Loader {
    /// Compiles the charts, unless `no_build` is set, and prepares the files for the browser.
    pub fn prepare(workspace: &Workspace, no_build: bool) -> Result<Self> {
        let compiled = frontend::compiled(workspace, PACKAGE, PROFILE);
        let site = frontend::compiled(workspace, frontend::FRONTEND, PROFILE);
        if !no_build {
            frontend::compile_package(workspace, PACKAGE, PROFILE)?;
            frontend::compile(workspace, PROFILE)?;
        } else if !compiled.is_file() || !site.is_file() {
            bail!(
                "the charts are not built: run `cargo xtask bench --only-charts` once, without --no-build"
            );
        }
        let site = fs::read(&site).with_context(|| format!("{} cannot be read", site.display()))?;
        let added = share(&site, |name| CHARTS.iter().any(|part| name.contains(part)))?;
        let wasm = fs::read(&compiled)
            .with_context(|| format!("{} cannot be read", compiled.display()))?;
        let folder =
            tempfile::tempdir().context("cannot create a temporary folder: check TMPDIR")?;
        frontend::bind(wasm, NAME, PROFILE, folder.path())?;
        let packed = packed(&folder.path().join(format!("{NAME}_bg.wasm")))?;
        Ok(Self {
            folder,
            packed,
            added,
        })
    }
}

/// Returns the size of a file after Brotli, in bytes.
fn packed(file: &Path) -> Result<u64> {
    let content = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let packed = compress::brotli(&content)?.len();
    u64::try_from(packed).context("there are more bytes than can be counted")
}

/// The output of `tests/bench/charts.mjs`.
#[derive(Deserialize)]
pub struct LibraryTimes {
    redraws: Redraws,
    versions: Versions,
}

/// The milliseconds of each run: from the call until the browser has laid out the chart.
#[derive(Deserialize)]
struct Redraws {
    ours: Vec<f64>,
    echarts: Vec<f64>,
    plot: Vec<f64>,
}

#[derive(Deserialize)]
struct Versions {
    echarts: String,
    plot: String,
}

/// Draws the same data in the browser with each library. The environment variable RUNS sets the number of runs.
pub fn race(workspace: &Workspace, tools: &Tools, loader: &Loader) -> Result<LibraryTimes> {
    let mut command = Command::new("node");
    command
        .arg(workspace.root().join("tests/bench/charts.mjs"))
        .env("CHART_BENCH", loader.folder.path())
        .env("CHROMIUM", tools.chromium());
    let output = process::output(&mut command)?;
    serde_json::from_str(&output).context("tests/bench/charts.mjs printed something else")
}

/// Returns the milliseconds from the request for a picture until its response, for each request.
pub fn pictures(host: &str) -> Result<Vec<f64>> {
    let mut connection = Connection::open(host)?;
    let mut picture = || {
        let start = Instant::now();
        connection.get(PICTURE, PLAIN)?;
        Ok(start.elapsed().as_secs_f64() * 1000.0)
    };
    for _ in 0..PICTURE_WARM_UP {
        picture()?;
    }
    (0..PICTURES).map(|_| picture()).collect()
}

/// The results for charts.
#[derive(Serialize)]
pub struct ChartReport {
    drawings: Vec<Drawings>,
    values: Vec<Value>,
}

impl ChartReport {
    /// Summarises the measurements.
    pub fn of(race: &LibraryTimes, pictures: &[f64], loader: &Loader) -> Self {
        let LibraryTimes { redraws, versions } = race;
        let echarts = format!("ECharts {}", versions.echarts);
        let plot = format!("Plot {}", versions.plot);
        let by = |name: &str, times| Drawings::of(format!("the same by {name}"), None, times);
        let ours = Drawings::of(
            "6 lines of 30 years, in the page".to_owned(),
            Some(REDRAW_GOAL),
            &redraws.ours,
        );
        let by_echarts = by(&echarts, &redraws.echarts);
        let by_plot = by(&plot, &redraws.plot);
        let pictures = Drawings::of(
            "PNG of a chart, from the server".to_owned(),
            Some(PICTURE_GOAL),
            pictures,
        );
        let mut values = vec![
            Value::bytes("Wasm that charts add", Some(WASM_GOAL), Some(loader.added)),
            Value::bytes("charts as a Wasm alone", None, Some(loader.packed)),
        ];
        values.extend(ours.beside(&by_echarts, &echarts));
        values.extend(ours.beside(&by_plot, &plot));
        Self {
            drawings: vec![ours, by_echarts, by_plot, pictures],
            values,
        }
    }
}

/// The times of one kind of drawing, in milliseconds.
#[derive(Serialize)]
struct Drawings {
    what: String,
    /// The upper limit for the 95th percentile.
    goal: Option<f64>,
    p50: f64,
    p95: f64,
    max: f64,
    count: usize,
}

impl Drawings {
    fn of(what: String, goal: Option<f64>, times: &[f64]) -> Self {
        let sorted = Sorted::new(times.iter().copied());
        Self {
            what,
            goal,
            p50: sorted.percentile(50),
            p95: sorted.percentile(95),
            max: sorted.percentile(100),
            count: times.len(),
        }
    }

    /// Compares these times with those of another library, which are the goals.
    fn beside(&self, other: &Self, name: &str) -> [Value; 2] {
        [
            Value::milliseconds(format!("p50 beside {name}"), Some(other.p50), self.p50),
            Value::milliseconds(format!("p95 beside {name}"), Some(other.p95), self.p95),
        ]
    }
}

impl fmt::Display for ChartReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "charts")?;
        let head = [
            "until drawn",
            "goal p95",
            "p50",
            "p95",
            "max",
            "times",
            "verdict",
        ];
        line(f, &head.map(str::to_owned))?;
        for drawings in &self.drawings {
            let ms = |number| shown(number, "ms");
            line(
                f,
                &[
                    drawings.what.clone(),
                    ms(drawings.goal),
                    ms(Some(drawings.p50)),
                    ms(Some(drawings.p95)),
                    ms(Some(drawings.max)),
                    drawings.count.to_string(),
                    verdict(drawings.goal, Some(drawings.p95)).to_owned(),
                ],
            )?;
        }
        once(f, &self.values)
    }
}

#[cfg(test)]
mod tests {
    use super::{ChartReport, LibraryTimes, Loader};

    #[test]
    fn ours_are_held_against_each_of_the_others() {
        let race: LibraryTimes = serde_json::from_str(
            r#"{
                "redraws": { "ours": [3.0, 5.0], "echarts": [4.0, 6.0], "plot": [2.0, 9.0] },
                "versions": { "echarts": "6.1.0", "plot": "0.6.17" }
            }"#,
        )
        .unwrap();
        let loader = Loader {
            folder: tempfile::tempdir().unwrap(),
            packed: 60_001,
            added: 39_999,
        };
        let text = ChartReport::of(&race, &[70.0], &loader).to_string();
        let lines: Vec<String> = text
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(
            lines,
            [
                "charts",
                "until drawn goal p95 p50 p95 max times verdict",
                "6 lines of 30 years, in the page 4.00 ms 3.00 ms 5.00 ms 5.00 ms 2 missed",
                "the same by ECharts 6.1.0 4.00 ms 6.00 ms 6.00 ms 2",
                "the same by Plot 0.6.17 2.00 ms 9.00 ms 9.00 ms 2",
                "PNG of a chart, from the server 60.0 ms 70.0 ms 70.0 ms 70.0 ms 1 missed",
                "once goal seen verdict",
                "Wasm that charts add 40000 B 39999 B met",
                "charts as a Wasm alone 60001 B",
                "p50 beside ECharts 6.1.0 4.00 ms 3.00 ms met",
                "p95 beside ECharts 6.1.0 6.00 ms 5.00 ms met",
                "p50 beside Plot 0.6.17 2.00 ms 3.00 ms missed",
                "p95 beside Plot 0.6.17 9.00 ms 5.00 ms met",
            ]
        );
    }
}
