//! A server that a command starts, uses and stops.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};

/// The text that the server prints when it listens.
pub const LISTENING_PREFIX: &str = "Zone Atlas is at http://";

/// A running server. It is stopped when the value is dropped.
pub struct Server {
    child: Child,
    host: String,
}

impl Server {
    /// Starts a server on a free port and waits until it listens.
    pub fn start(program: &Path, database: &Path, temporary: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command
            .args(["serve", "--addr", "127.0.0.1:0", "--database"])
            .arg(database)
            .arg("--documents")
            .arg(temporary.join("documents"))
            // Assets that the caller's environment sets must not be used.
            .env_remove("ZONE_ATLAS_ASSETS")
            .env("ZONE_ATLAS_LOG", "error")
            .stdout(Stdio::piped());
        let child = command
            .spawn()
            .with_context(|| format!("{} could not be started", program.display()))?;
        let mut server = Self {
            child,
            host: String::new(),
        };
        server.host = server.greeting()?;
        Ok(server)
    }

    /// Returns the address and port of the server, such as `127.0.0.1:40123`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Returns the process id of the server.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    fn greeting(&mut self) -> Result<String> {
        let output = self
            .child
            .stdout
            .take()
            .context("the server has no standard output")?;
        let mut line = String::new();
        BufReader::new(output)
            .read_line(&mut line)
            .context("the server's output could not be read")?;
        match line.trim().strip_prefix(LISTENING_PREFIX) {
            Some(host) => Ok(host.to_owned()),
            None => bail!("the server did not print its address; its messages above say why"),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The server may have ended by itself. In both cases there is nothing more to do here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
