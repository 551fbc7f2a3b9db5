//! Parses TOML files entry by entry, so that one run finds the problems of all entries.

use super::problem::Problems;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A TOML file being read.
pub struct TomlFile<'a> {
    file: &'a str,
    text: &'a str,
    root: DeTable<'a>,
}

impl<'a> TomlFile<'a> {
    /// Parses a file. A syntax error is reported, and the result is `None`.
    pub fn read(file: &'a str, text: &'a str, problems: &mut Problems) -> Option<Self> {
        match DeTable::parse(text) {
            Ok(root) => Some(Self {
                file,
                text,
                root: root.into_inner(),
            }),
            Err(error) => {
                let (line, column) = position(text, error.span().map_or(0, |span| span.start));
                problems.add(file, line, column, error.message());
                None
            }
        }
    }

    /// Removes the entries `[[name]]` from the file and returns them, each with its line. Entries with a problem are
    /// reported and left out.
    pub fn entries<T: DeserializeOwned>(
        &mut self,
        name: &str,
        problems: &mut Problems,
    ) -> Vec<(usize, T)> {
        let Some(value) = self.root.remove(name) else {
            return Vec::new();
        };
        let span = value.span();
        let DeValue::Array(entries) = value.into_inner() else {
            let (line, _) = position(self.text, span.start);
            problems.add(
                self.file,
                line,
                0,
                format_args!("write [[{name}]], once for each"),
            );
            return Vec::new();
        };
        entries
            .into_iter()
            .filter_map(|entry| {
                let start = entry.span().start;
                let (line, _) = position(self.text, start);
                self.convert(entry, start, problems)
                    .map(|value| (line, value))
            })
            .collect()
    }

    /// Converts what is left of the file after the entries were removed.
    pub fn rest<T: DeserializeOwned>(mut self, problems: &mut Problems) -> Option<T> {
        let root = std::mem::take(&mut self.root);
        let rest = Spanned::new(0..self.text.len(), DeValue::Table(root));
        self.convert(rest, 0, problems)
    }

    fn convert<T: DeserializeOwned>(
        &self,
        value: Spanned<DeValue<'_>>,
        start: usize,
        problems: &mut Problems,
    ) -> Option<T> {
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(value) => Some(value),
            Err(error) => {
                let (line, column) = position(self.text, error.span().map_or(start, |s| s.start));
                problems.add(self.file, line, column, error.message());
                None
            }
        }
    }
}

/// Returns the line and the column (in characters) of a byte in a text, both from 1.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}
