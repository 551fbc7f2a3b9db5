//! What the user sees while the commands work, on standard error.

use std::time::Instant;

use anyhow::{Error, Result};

/// Numbers the stages of a command and times each.
pub struct Stages {
    total: usize,
    begun: usize,
}

impl Stages {
    /// Starts counting towards a known number of stages.
    pub fn new(total: usize) -> Self {
        Self { total, begun: 0 }
    }

    /// Does one stage between a line that names it and a line that says how long it took.
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

    /// Counts stages that are not done, and says why.
    pub fn skip(&mut self, count: usize, name: &str, reason: &str) {
        for _ in 0..count {
            let label = self.label();
            eprintln!("{label} {name}: left out, {reason}");
        }
    }

    fn label(&mut self) -> String {
        self.begun += 1;
        format!("[{}/{}]", self.begun, self.total)
    }
}

/// One line of explanation under a stage.
pub fn note(text: &str) {
    eprintln!("      {text}");
}

/// An error with everything that led to it, on one line.
pub fn error(error: &Error) {
    eprintln!("error: {error:#}");
}
