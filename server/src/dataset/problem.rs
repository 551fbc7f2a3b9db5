//! Problems in the data files, described so that a person can find and correct them.

use serde::Serialize;
use std::fmt;

/// A problem at a place in a data file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The name of the file below `data/`.
    pub file: String,
    /// The line, from 1; 0 if the problem is about the whole file.
    pub line: usize,
    /// The column in characters, from 1; 0 if the problem is about the whole line.
    pub column: usize,
    /// The problem, or what is expected instead.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "data/{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.what)
    }
}

/// All problems found in one run.
#[derive(Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem.
    pub fn add(&mut self, file: &str, line: usize, column: usize, what: impl fmt::Display) {
        self.0.push(Problem {
            file: file.to_owned(),
            line,
            column,
            what: what.to_string(),
        });
    }

    /// Returns the problems as an error, sorted by file and line and without duplicates; `Ok` if there are none.
    pub fn into_result(mut self) -> Result<(), Vec<Problem>> {
        if self.0.is_empty() {
            return Ok(());
        }
        self.0.sort();
        self.0.dedup();
        Err(self.0)
    }
}
