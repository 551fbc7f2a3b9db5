//! What `zone-atlas figures add` did with each row.

use domain::coverage::LeftOutReason;
use std::fmt;

/// The report on one run.
#[derive(Debug, Default)]
pub struct AddReport {
    /// The rows, in the order of the table.
    pub rows: Vec<RowReport>,
    /// The files that were changed, below the data folder.
    pub changed: Vec<String>,
    /// True if nothing was written because `--dry-run` was given.
    pub is_dry_run: bool,
}

/// The report on one row.
#[derive(Debug)]
pub struct RowReport {
    /// The line in the table.
    pub line: u64,
    /// Zone, metric and period, as in the table.
    pub what: String,
    /// What was done.
    pub done: Done,
    /// What the program was not sure of.
    pub unsure: Vec<String>,
}

/// What was done with a row.
#[derive(Debug, PartialEq, Eq)]
pub enum Done {
    /// It is a new figure.
    Added {
        /// The id of the figure.
        id: String,
        /// The data file.
        file: String,
    },
    /// The dataset contained it already.
    Known(String),
    /// It was left out, with the reason.
    LeftOut(LeftOutReason, Option<String>),
    /// It cannot be read whole; a person must look at it.
    Unread(Vec<String>),
}

impl AddReport {
    /// Returns true if a person must look at a row.
    pub fn has_unread(&self) -> bool {
        self.count(|done| matches!(done, Done::Unread(_))) > 0
    }

    fn count(&self, is: impl Fn(&Done) -> bool) -> usize {
        self.rows.iter().filter(|row| is(&row.done)).count()
    }
}

impl fmt::Display for AddReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            writeln!(f, "{row}")?;
        }
        writeln!(
            f,
            "{} rows: {} added, {} known, {} left out, {} for a person",
            self.rows.len(),
            self.count(|done| matches!(done, Done::Added { .. })),
            self.count(|done| matches!(done, Done::Known(_))),
            self.count(|done| matches!(done, Done::LeftOut(..))),
            self.count(|done| matches!(done, Done::Unread(_))),
        )?;
        match (self.changed.len(), self.is_dry_run) {
            (0, _) => write!(f, "no file changes"),
            (files, true) => write!(f, "{files} files would change (dry run)"),
            (files, false) => write!(f, "{files} files changed"),
        }
    }
}

impl fmt::Display for RowReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: ", self.line, self.what)?;
        match &self.done {
            Done::Added { id, file } => write!(f, "added {id} to {file}")?,
            Done::Known(id) => write!(f, "known as {id}")?,
            Done::LeftOut(reason, None) => write!(f, "left out: {reason}")?,
            Done::LeftOut(reason, Some(note)) => write!(f, "left out: {reason} ({note})")?,
            Done::Unread(points) => write!(f, "NOT READ: {}", points.join("; "))?,
        }
        for point in &self.unsure {
            write!(f, "; check: {point}")?;
        }
        Ok(())
    }
}
