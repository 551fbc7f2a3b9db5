//! Parses tab-separated tables with a header line.

use super::files::Files;
use super::problem::Problems;
use csv::{Position, ReaderBuilder, StringRecord};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::Hash;
use std::str::FromStr;

/// Returns the settings of a reader of tab-separated text. A quotation mark is an ordinary character.
pub fn tab_separated() -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(b'\t').quoting(false);
    builder
}

/// A table of texts, with columns by name.
pub struct Table {
    file: &'static str,
    columns: HashMap<String, usize>,
    rows: Vec<(usize, StringRecord)>,
}

impl Table {
    /// Splits a file into rows. A missing file, another header, or a row of another length is a problem; such rows are
    /// left out.
    pub fn read(
        files: &Files,
        file: &'static str,
        expected: &[&str],
        problems: &mut Problems,
    ) -> Self {
        let text = files.get(file).unwrap_or_default();
        let mut reader = tab_separated()
            // Rows of another length are reported below.
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut records = reader.records().map_while(Result::ok);
        let header = records.next().unwrap_or_default();
        if header.is_empty() {
            problems.add(file, 0, 0, "the file is missing or empty");
        } else if header.iter().ne(expected.iter().copied()) {
            problems.add(
                file,
                1,
                0,
                format_args!("the columns should be: {}", expected.join(", ")),
            );
        }
        let mut rows = Vec::new();
        for record in records {
            let line = record.position().map_or(0, Position::line);
            let line = usize::try_from(line).unwrap_or(usize::MAX);
            if record.len() == header.len() {
                rows.push((line, record));
            } else {
                let what = format!(
                    "{} cells where the header has {}",
                    record.len(),
                    header.len()
                );
                problems.add(file, line, 0, what);
            }
        }
        Self {
            file,
            columns: header.iter().map(str::to_owned).zip(0..).collect(),
            rows,
        }
    }

    /// Converts each row into a value, with its line. Rows with a problem are left out.
    pub fn parse<T>(
        &self,
        problems: &mut Problems,
        mut row: impl FnMut(&mut Row<'_>) -> Option<T>,
    ) -> Vec<(usize, T)> {
        self.rows
            .iter()
            .filter_map(|(line, cells)| {
                let mut cells = Row {
                    table: self,
                    line: *line,
                    cells,
                    problems,
                };
                row(&mut cells).map(|value| (*line, value))
            })
            .collect()
    }
}

/// A row that is being read.
pub struct Row<'r> {
    table: &'r Table,
    line: usize,
    cells: &'r StringRecord,
    problems: &'r mut Problems,
}

impl<'r> Row<'r> {
    /// Returns the text of a cell; empty if the column is missing, which [`Table::read`] has reported.
    pub fn text(&self, column: &str) -> &'r str {
        let index = self.table.columns.get(column);
        index
            .and_then(|index| self.cells.get(*index))
            .unwrap_or_default()
    }

    /// Returns the text of a cell that must not be empty. A problem is reported, and the result is `None`.
    pub fn filled(&mut self, column: &str) -> Option<String> {
        let text = self.text(column);
        if text.trim() != text || text.is_empty() {
            self.problem(
                column,
                format_args!("`{column}` should be filled, without space around"),
            );
            return None;
        }
        Some(text.to_owned())
    }

    /// Parses a cell. A problem is reported, and the result is `None`.
    pub fn value<T: FromStr<Err: fmt::Display>>(&mut self, column: &str) -> Option<T> {
        match self.text(column).parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(column, format_args!("`{column}`: {error}"));
                None
            }
        }
    }

    /// Parses a cell that may be empty. The inner `None` means empty, the outer `None` means a reported problem.
    pub fn optional<T: FromStr<Err: fmt::Display>>(&mut self, column: &str) -> Option<Option<T>> {
        if self.text(column).is_empty() {
            return Some(None);
        }
        self.value(column).map(Some)
    }

    /// Reports a value that an earlier row has too. `seen` contains the values of the earlier rows; `name` is the word for
    /// the value in the message.
    pub fn once<T: Hash + Eq + Clone + fmt::Display>(
        &mut self,
        column: &str,
        name: &str,
        value: &T,
        seen: &mut HashSet<T>,
    ) {
        if !seen.insert(value.clone()) {
            self.problem(column, format_args!("the {name} `{value}` occurs twice"));
        }
    }

    /// Reports a problem in a cell.
    pub fn problem(&mut self, column: &str, what: impl fmt::Display) {
        let index = self.table.columns.get(column).copied().unwrap_or(0);
        let before = self.cells.iter().take(index);
        let before: usize = before.map(|cell| cell.chars().count() + 1).sum();
        self.problems
            .add(self.table.file, self.line, before + 1, what);
    }
}
