//! TOML files read entry by entry, so that one run finds what is wrong in each of them.

use super::problem::Problems;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A TOML file being read.
pub struct Document<'a> {
    file: &'a str,
    text: &'a str,
    root: DeTable<'a>,
}

impl<'a> Document<'a> {
    /// Parses the syntax of a file.
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

    /// Takes the entries `[[name]]` out of the file, each with its line; those with a problem are
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

    /// Reads what is left of the file, besides the entries taken out before.
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

/// Line and column, both from 1, of a byte in a text.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}
