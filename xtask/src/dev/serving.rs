//! The server of a development session.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use anyhow::{Context, Result};

use super::session::Event;
use crate::site_server::LISTENING_PREFIX;

/// The log message of the server after it opened a new database.
const OPENED: &str = "opened the new database";

/// The command line of the server.
pub struct Serving {
    /// The path of the server program.
    pub program: PathBuf,
    /// The address to listen on.
    pub addr: String,
    /// The path of the SQLite file.
    pub database: PathBuf,
    /// The port that pages connect to for live reload.
    pub live_reload: u16,
}

impl Serving {
    /// Starts the server. Sends an event when the server listens, and when it has opened a new database.
    pub fn start(&self, events: &Sender<Event>) -> Result<Running> {
        let mut child = Command::new(&self.program)
            .args(["serve", "--addr", &self.addr, "--database"])
            .arg(&self.database)
            .args(["--database-check-ms", "100", "--brotli-level", "0"])
            // After a change of the program, the database of an edited data folder is of other rules.
            .arg("--force")
            .args(["--live-reload-port", &self.live_reload.to_string()])
            // The `AutoReload` component itself reads this variable.
            .env("LEPTOS_WATCH", "ON")
            .env_remove("ZONE_ATLAS_ASSETS")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} could not be started", self.program.display()))?;
        if let Some(output) = child.stdout.take() {
            watch(output, LISTENING_PREFIX, Event::Listening, events);
        }
        if let Some(output) = child.stderr.take() {
            watch(output, OPENED, Event::Opened, events);
        }
        Ok(Running(child))
    }

    /// Imports a data folder. The running server then opens the new database by itself.
    pub fn import(&self, data: &Path) -> Result<()> {
        crate::process::run(
            Command::new(&self.program)
                .args(["import", "--brotli-level", "0", "--data"])
                .arg(data)
                .arg("--database")
                .arg(&self.database),
        )
    }
}

/// A running server. It is stopped when the value is dropped.
pub struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // The server may have ended by itself. In both cases there is nothing more to do here.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Copies each line of an output to standard error, and sends an event for each line that contains `text`.
fn watch(
    output: impl Read + Send + 'static,
    text: &'static str,
    event: Event,
    events: &Sender<Event>,
) {
    let events = events.clone();
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            eprintln!("{line}");
            if line.contains(text) && events.send(event.clone()).is_err() {
                return;
            }
        }
    });
}
