//! The progress messages of the commands, on standard error.

use std::time::Instant;

use anyhow::{Error, Result};

/// Numbers the stages of a command and measures their times.
pub struct Stages {
    total: usize,
    begun: usize,
}

impl Stages {
    /// Starts counting. `total` is the number of all stages.
    pub fn new(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Runs one stage. Prints its name before and its duration after it.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let label = self.label();
        eprintln!("{label} {name} ...");
        let start = Instant::now();
        let outcome = work();
        let seconds = start.elapsed().as_secs_f64();
        match &outcome {
            Ok(_) => eprintln!("{label} {name}: {seconds:.1} s"),
            Err(_) => eprintln!("{label} {name}: failed after {seconds:.1} s"),
        }
        outcome
    }

    /// Counts stages as skipped, and prints the reason.
    pub fn skip(&mut self, count: usize, name: &str, reason: &str) {
        for _ in 0..count {
            let label = self.label();
            eprintln!("{label} {name}: skipped: {reason}");
        }
    }

    fn label(&mut self) -> String {
        self.begun += 1;
        format!("[{}/{}]", self.begun, self.total)
    }
}

/// Prints one line of explanation below a stage.
pub fn note(text: &str) {
    eprintln!("      {text}");
}

/// Prints an error with all its causes, on one line.
pub fn error(error: &Error) {
    eprintln!("error: {error:#}");
}
