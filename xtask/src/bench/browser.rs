//! The page in the browser: Node drives Chromium and hands back every single time.

use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::http::{COMPRESSED, Connection};
use super::table::{Sample, Times, Value};
use crate::browser_tests::Tools;
use crate::process;
use crate::workspace::Workspace;

/// Encoded bytes of the index that every filter needs.
const INDEX_GOAL: u32 = 60_000;

/// Encoded bytes of what only the search needs.
const SEARCH_GOAL: u32 = 40_000;

/// What `tests/bench/atlas.mjs` prints.
#[derive(Deserialize)]
pub struct Measured {
    /// Milliseconds from the start of loading until the page answers by itself.
    hydrated: f64,
    /// Milliseconds from the start of loading until it no longer asks the server.
    indexed: f64,
    /// The addresses that were asked for on the way, without the host.
    requests: Vec<String>,
    interactions: Vec<Interaction>,
}

#[derive(Deserialize)]
struct Interaction {
    what: String,
    /// Whether something is to be found; otherwise the browser alone is measured.
    result: bool,
    samples: Vec<Sample>,
}

/// Measures the page at a host; each interaction at least as often as asked for.
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
    /// Each interaction, beside a goal in milliseconds.
    pub fn interactions(&self, goal: f64) -> Vec<Times> {
        self.interactions
            .iter()
            .map(|one| Times::of(one.what.clone(), one.result.then_some(goal), &one.samples))
            .collect()
    }

    /// How long the page took to be there.
    pub fn loading(&self) -> [Value; 2] {
        [
            Value::milliseconds("page at work", None, self.hydrated),
            Value::milliseconds("page with its own index", None, self.indexed),
        ]
    }

    /// The bytes of what the page asked for, as browsers get it.
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
