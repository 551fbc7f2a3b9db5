//! Measures the page in the browser: Node controls Chromium and prints every single time.

use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::http::{COMPRESSED, Connection};
use super::table::{Sample, Times, Value};
use crate::browser_tests::Tools;
use crate::process;
use crate::workspace::Workspace;

/// The goal for the index that every filter needs, in encoded bytes, as in `tests/dataset/sizes.rs`.
const INDEX_GOAL: u32 = 61_600;

/// The goal for the index that only the search needs, in encoded bytes, as in `tests/dataset/sizes.rs`.
const SEARCH_GOAL: u32 = 43_400;

/// The output of `tests/bench/atlas.mjs`.
#[derive(Deserialize)]
pub struct Measured {
    /// Milliseconds from the start of loading until the page is hydrated.
    hydrated: f64,
    /// Milliseconds from the start of loading until the page runs filters without the server.
    indexed: f64,
    /// The paths that the page requested while it loaded, without the host.
    requests: Vec<String>,
    interactions: Vec<Interaction>,
}

#[derive(Deserialize)]
struct Interaction {
    what: String,
    /// True if the interaction changes the list. Otherwise only the delay of the browser itself is measured.
    result: bool,
    samples: Vec<Sample>,
}

/// Measures the page at a host. Each interaction runs at least `runs` times.
pub fn measure(workspace: &Workspace, tools: &Tools, host: &str, runs: usize) -> Result<Measured> {
    let mut command = Command::new("node");
    command
        .arg(workspace.root().join("tests/bench/atlas.mjs"))
        .env("ORIGIN", format!("http://{host}"))
        .env("CHROMIUM", tools.chromium())
        .env("RUNS", runs.to_string());
    let output = process::output(&mut command)?;
    serde_json::from_str(&output).context("tests/bench/atlas.mjs printed something else")
}

impl Measured {
    /// Returns the times of each interaction, with a goal in milliseconds.
    pub fn interactions(&self, goal: f64) -> Vec<Times> {
        self.interactions
            .iter()
            .map(|one| Times::of(one.what.clone(), one.result.then_some(goal), &one.samples))
            .collect()
    }

    /// Returns the times until the page was hydrated and until it had its own index.
    pub fn loading(&self) -> [Value; 2] {
        [
            Value::milliseconds("page at work", None, self.hydrated),
            Value::milliseconds("page with its own index", None, self.indexed),
        ]
    }

    /// Returns the encoded sizes of the files that the page requested.
    pub fn sizes(&self, host: &str) -> Result<Vec<Value>> {
        let mut connection = Connection::open(host)?;
        let mut size = |address: &str| connection.get(address, COMPRESSED);
        let html = size("/")?;
        let mut file = |what: &str, goal, start: &str, end: &str| {
            let found = |address: &&String| address.starts_with(start) && address.ends_with(end);
            let mut bytes = None;
            for address in self.requests.iter().filter(found) {
                bytes = Some(bytes.unwrap_or(0) + size(address)?);
            }
            Ok::<_, anyhow::Error>(Value::bytes(what, goal, bytes))
        };
        Ok(vec![
            file("index", Some(INDEX_GOAL), "/data/index/index-", ".bin")?,
            file(
                "search index",
                Some(SEARCH_GOAL),
                "/data/index/search-",
                ".bin",
            )?,
            file("Wasm", None, "/pkg/", ".wasm")?,
            file("JavaScript", None, "/pkg/", ".js")?,
            file("CSS", None, "/pkg/", ".css")?,
            Value::bytes("HTML of /", None, Some(html)),
        ])
    }
}
