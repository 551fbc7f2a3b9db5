//! The program as a process: started, watched, killed.

use site_tests::write_assets;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// What the server prints before its address.
const GREETING: &str = "Zone Atlas is at http://";

/// Returns the path of the program: the one that the environment names, or the one that cargo builds beside the folder of
/// the tests.
pub fn program() -> PathBuf {
    if let Some(program) = std::env::var_os("ZONE_ATLAS_PROGRAM") {
        return program.into();
    }
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("zone-atlas");
    assert!(program.exists(), "build {} first", program.display());
    program
}

/// A running server. It is killed when the value is dropped.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    log: Arc<Mutex<String>>,
}

impl Server {
    /// Starts a server over the database `atlas.db` of a folder. `before` are shell commands that run first, such as
    /// `ulimit -n 256`; `more` are options of the server.
    pub fn start(folder: &Path, before: &str, more: &[&str]) -> Self {
        let assets = write_assets(folder);
        let mut command = Command::new("sh");
        command
            .args(["-c", &format!("{before}\nexec \"$0\" \"$@\"")])
            .arg(program())
            .args(["serve", "--addr=127.0.0.1:0", "--brotli-level=0"])
            .arg("--database")
            .arg(folder.join("atlas.db"))
            .arg("--assets")
            .arg(assets)
            .arg("--documents")
            .arg(folder.join("documents"))
            .args(more)
            .env_remove("RUST_LOG")
            .env("ZONE_ATLAS_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        let (errors, copy) = (child.stderr.take().unwrap(), Arc::clone(&log));
        thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                let mut log = copy.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut greeting = String::new();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        output.read_line(&mut greeting).unwrap();
        let address = greeting.trim().strip_prefix(GREETING);
        let address = address.unwrap_or_else(|| panic!("{}", log.lock().unwrap()));
        Self {
            address: address.parse().unwrap(),
            child,
            log,
        }
    }

    /// Sends a signal, such as `TERM`.
    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args(["-s", name, &id]).status();
        assert!(sent.unwrap().success());
    }

    /// Waits until the process ends, and returns how long that took.
    ///
    /// # Panics
    /// If it takes longer than `limit`.
    pub fn ends_within(&mut self, limit: Duration) -> Duration {
        let begun = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(begun.elapsed() < limit, "the server still runs");
            thread::sleep(Duration::from_millis(10));
        }
        begun.elapsed()
    }

    /// Returns the log so far.
    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// Returns the resident memory of the process, in MB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.unwrap().trim().trim_end_matches(" kB");
        kilobytes.parse::<u64>().unwrap() / 1_000
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The server may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The result of a command of the program.
pub struct Finished {
    pub status: ExitStatus,
    /// What it printed to standard error.
    pub errors: String,
}

/// Starts an import of a data folder; `before` as in [`Server::start`].
pub fn start_import(database: &Path, data: &str, before: &str) -> Child {
    let arguments = ["import", "--brotli-level=0", "--data", data];
    start(database, &arguments, before)
}

/// Starts a backup to a file; `before` as in [`Server::start`].
pub fn start_backup(database: &Path, file: &str, before: &str) -> Child {
    start(database, &["backup", file], before)
}

fn start(database: &Path, arguments: &[&str], before: &str) -> Child {
    Command::new("sh")
        .args(["-c", &format!("{before}\nexec \"$0\" \"$@\"")])
        .arg(program())
        .args(arguments)
        .arg("--database")
        .arg(database)
        .env("ZONE_ATLAS_LOG", "warn")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Waits until a command ends.
pub fn finish(mut child: Child) -> Finished {
    let mut errors = String::new();
    let mut pipe = child.stderr.take().unwrap();
    pipe.read_to_string(&mut errors).unwrap();
    Finished {
        status: child.wait().unwrap(),
        errors,
    }
}
