//! Compares our server with nginx, which sends the same bytes from a file, and with Datasette, which shows the same
//! rows. They are measured in turn, in several rounds, so that a slow phase of the machine affects all of them.

mod programs;

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::debian;
use crate::folder;
use crate::process;
use crate::progress;
use programs::{datasette, start_nginx};

/// The number of measurements of each subject. The table shows the medians.
const ROUNDS: usize = 5;

/// The duration of one measurement.
const SECONDS: &str = "5s";

/// The page of the zone that is requested.
const ZONE: &str = "/zones/liyang-high-tech-zone";

/// The catalogue code of the same zone.
const CODE: &str = "S328119";

/// The result of one measurement.
#[derive(Debug, Clone, Copy)]
struct Rate {
    per_second: f64,
    /// The 99th percentile of the response time, in milliseconds.
    p99: f64,
}

/// A server with an address that is measured.
struct Subject {
    name: &'static str,
    url: String,
    connections: u16,
    /// A script for wrk that changes the address for each request.
    script: Option<PathBuf>,
    rates: Vec<Rate>,
}

/// The table of results.
pub struct Peers {
    bytes: usize,
    skipped: Vec<&'static str>,
    subjects: Vec<Subject>,
}

/// Measures the server at `host`, which must serve the shipped dataset, and the others.
pub fn measure(host: &str, room: &Path, target: &Path) -> Result<Peers> {
    let Some(wrk) = debian::program("wrk", "wrk") else {
        bail!("wrk is not here and could not be installed: apt-get install wrk");
    };
    let body = body(host)?;
    let mut peers = Peers {
        bytes: body.len(),
        skipped: Vec::new(),
        subjects: Vec::new(),
    };
    let ours = format!("http://{host}");
    peers.add("zone page, kept", &ours, ZONE, 64, None);
    peers.add("zone page, kept, 256 connections", &ours, ZONE, 256, None);
    // The parameter has another value in each request, so that no response comes from the cache.
    let zone = script(room, "zone.lua", &format!("{ZONE}?pick="))?;
    peers.add("zone page, made each time", &ours, ZONE, 16, Some(zone));
    let filter = "/?kind=etdz&level=national&from=1984&page=1&n=";
    let filter = script(room, "filter.lua", filter)?;
    peers.add("filter page, made each time", &ours, "/", 16, Some(filter));
    let _nginx = match debian::program("nginx", "nginx-light") {
        Some(nginx) => {
            let (running, url) = start_nginx(&nginx, room, &body)?;
            peers.add("nginx, the same bytes", &url, "/page.html", 64, None);
            peers.add("nginx, 256 connections", &url, "/page.html", 256, None);
            Some(running)
        }
        None => {
            peers.skipped.push("nginx");
            None
        }
    };
    let _datasette = match datasette(host, room, target) {
        Ok((running, url)) => {
            let row = format!("/atlas/zones/{CODE}");
            peers.add("Datasette, row page", &url, &row, 16, None);
            let facets =
                "/atlas/zones?_facet=province&_facet=kind&_facet=level&kind=etdz&level=national";
            peers.add("Datasette, facet page", &url, facets, 16, None);
            Some(running)
        }
        Err(error) => {
            progress::note(&format!("{error:#}"));
            peers.skipped.push("Datasette");
            None
        }
    };
    for round in 1..=ROUNDS {
        progress::note(&format!("round {round} of {ROUNDS}"));
        for subject in &mut peers.subjects {
            let rate = load(&wrk, subject)?;
            subject.rates.push(rate);
        }
    }
    Ok(peers)
}

impl Peers {
    fn add(
        &mut self,
        name: &'static str,
        site: &str,
        path: &str,
        connections: u16,
        script: Option<PathBuf>,
    ) {
        self.subjects.push(Subject {
            name,
            url: format!("{site}{path}"),
            connections,
            script,
            rates: Vec::new(),
        });
    }

    fn median(&self, name: &str) -> Option<Rate> {
        let subject = self.subjects.iter().find(|subject| subject.name == name)?;
        Some(subject.median())
    }

    /// Returns the ratio of the two rates of responses; `-` if one was not measured.
    fn ratio(&self, one: &str, other: &str) -> String {
        match (self.median(one), self.median(other)) {
            (Some(one), Some(other)) => format!("{:.2}", one.per_second / other.per_second),
            _ => "-".to_owned(),
        }
    }

    /// Returns the ratio of the two 99th percentiles; `-` if one was not measured.
    fn delay(&self, one: &str, other: &str) -> String {
        match (self.median(one), self.median(other)) {
            (Some(one), Some(other)) => format!("{:.2}", one.p99 / other.p99),
            _ => "-".to_owned(),
        }
    }
}

impl Subject {
    fn median(&self) -> Rate {
        let middle = |of: fn(&Rate) -> f64| {
            let mut values: Vec<f64> = self.rates.iter().map(of).collect();
            values.sort_by(f64::total_cmp);
            values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
        };
        Rate {
            per_second: middle(|rate| rate.per_second),
            p99: middle(|rate| rate.p99),
        }
    }
}

impl fmt::Display for Peers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "zone page: {} B, gzip, the same for nginx", self.bytes)?;
        for subject in &self.subjects {
            let Rate { per_second, p99 } = subject.median();
            writeln!(
                f,
                "  {:34}{per_second:>10.0} /s  p99 {p99:>8.2} ms",
                subject.name
            )?;
        }
        for (what, ratio) in [
            (
                "kept / nginx",
                self.ratio("zone page, kept", "nginx, the same bytes"),
            ),
            (
                "p99 of kept / nginx, 256 connections",
                self.delay("zone page, kept, 256 connections", "nginx, 256 connections"),
            ),
            (
                "made / Datasette's row page",
                self.ratio("zone page, made each time", "Datasette, row page"),
            ),
            (
                "filter / Datasette's facet page",
                self.ratio("filter page, made each time", "Datasette, facet page"),
            ),
        ] {
            writeln!(f, "  {what:38}{ratio:>8}")?;
        }
        for skipped in &self.skipped {
            writeln!(f, "  skipped: {skipped} could not be installed")?;
        }
        Ok(())
    }
}

/// Returns the gzip body of the zone page.
fn body(host: &str) -> Result<Vec<u8>> {
    let output = Command::new("curl")
        .args(["--silent", "--fail", "--header", "Accept-Encoding: gzip"])
        .arg(format!("http://{host}{ZONE}"))
        .output()
        .context("curl could not be started")?;
    if !output.status.success() || output.stdout.is_empty() {
        bail!("{ZONE} cannot be had");
    }
    Ok(output.stdout)
}

/// Writes a script for wrk that appends another number to an address for each request.
fn script(room: &Path, name: &str, start: &str) -> Result<PathBuf> {
    let path = room.join(name);
    let text = format!(
        "local thread = 0\n\
         function setup(t) thread = thread + 1; t:set('mine', thread) end\n\
         local count = 0\n\
         function request() count = count + 1; return wrk.format('GET', '{start}' .. mine .. 'x' .. count) end\n"
    );
    folder::write(&path, text.as_bytes())?;
    Ok(path)
}

/// Runs one measurement.
fn load(wrk: &Path, subject: &Subject) -> Result<Rate> {
    let mut command = Command::new(wrk);
    command
        .args([
            "-t2",
            "-c",
            &subject.connections.to_string(),
            "-d",
            SECONDS,
            "--latency",
        ])
        .args(["-H", "Accept-Encoding: gzip"]);
    if let Some(script) = &subject.script {
        command.arg("-s").arg(script);
    }
    command.arg(&subject.url);
    let report = process::output(&mut command)?;
    if report.contains("Non-2xx") {
        bail!("{} does not answer as it should:\n{report}", subject.url);
    }
    rate(&report).with_context(|| format!("wrk says:\n{report}"))
}

/// Reads the numbers of a wrk report; `None` if it has another format.
fn rate(report: &str) -> Option<Rate> {
    let after = |label: &str| {
        let line = report.lines().find(|line| line.trim().starts_with(label))?;
        line.trim().strip_prefix(label).map(str::trim)
    };
    let per_second = after("Requests/sec:")?.parse().ok()?;
    let p99 = after("99%")?;
    let split = p99.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = p99.split_at(split);
    let in_milliseconds = match unit {
        "us" => 0.001,
        "ms" => 1.0,
        "s" => 1_000.0,
        _ => return None,
    };
    Some(Rate {
        per_second,
        p99: number.parse::<f64>().ok()? * in_milliseconds,
    })
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn a_report_of_wrk_is_read() {
        let report = "  Latency Distribution\n     50%    7.12ms\n     99%   15.39ms\n  10 requests in 1s\nRequests/sec:   8431.72\n";
        let rate = rate(report).unwrap();
        assert!((rate.per_second - 8431.72).abs() < 0.01);
        assert!((rate.p99 - 15.39).abs() < 0.001);
        assert!(super::rate("Requests/sec: 1").is_none());
    }
}
