//! `zone-atlas documents add`: recognises a reader's document and says what became of every phrase
//! that was taken from it.

use super::{Documents, normalised};
use crate::error::Error;
use crate::live::Snapshot;
use domain::document::{By, Found, Known, recognise};
use domain::figure::Figure;
use domain::id::SourceId;
use domain::receipt::Receipt;
use domain::source::SourceRecord;
use std::fmt;
use std::path::{Path, PathBuf};

/// What became of a document that was added.
#[derive(Debug)]
pub struct Added {
    /// The file.
    pub file: PathBuf,
    /// The source it is a copy of.
    pub source: SourceId,
    /// Whether it is the very text that was read; nothing where no fingerprint was kept.
    pub unchanged: Option<bool>,
    /// How it was recognised.
    pub by: Recognition,
    /// Reported figures found at their characters, of all taken from the source.
    pub figures: (usize, usize),
    /// Facts found at their characters, of all taken from the source.
    pub facts: (usize, usize),
    /// Phrases that stand elsewhere now, with the ids of what was read from them.
    pub moved: Vec<(String, String)>,
    /// Phrases that stand nowhere any more.
    pub missing: Vec<(String, String)>,
}

/// How a document was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// Its text is the one that was read.
    Fingerprint,
    /// The reader named the source.
    Named,
    /// By the phrases in it: so many, of so many.
    Phrases(usize, usize),
}

/// Adds a document to the folder, under the source it is a copy of.
///
/// # Errors
/// When the file cannot be read or stored, or is recognised as no source.
pub fn add(
    snapshot: &Snapshot,
    documents: &Documents,
    file: &Path,
    named: Option<&SourceId>,
) -> Result<Added, Error> {
    let failed = |source| Error::Document {
        path: file.to_owned(),
        source,
    };
    let bytes = std::fs::read(file).map_err(failed)?;
    let text = normalised(&String::from_utf8_lossy(&bytes));
    let records: Vec<SourceRecord> = snapshot
        .archive
        .source_lines()
        .iter()
        .filter_map(|line| snapshot.archive.source(&line.source.id))
        .collect();
    let (record, by) = match named {
        Some(id) => {
            let record = records.iter().find(|record| &record.source.id == id);
            (
                record.ok_or_else(|| Error::UnknownSource(id.clone()))?,
                Recognition::Named,
            )
        }
        None => {
            let known: Vec<Known<'_>> = records.iter().map(known).collect();
            let recognised = recognise(&text, &known)
                .ok_or_else(|| Error::UnrecognisedDocument(file.to_owned()))?;
            let record = records
                .iter()
                .find(|record| &record.source.id == recognised.source)
                .ok_or_else(|| Error::UnrecognisedDocument(file.to_owned()))?;
            let by = match recognised.by {
                By::Hash => Recognition::Fingerprint,
                By::Phrases { found, of } => Recognition::Phrases(found, of),
            };
            (record, by)
        }
    };
    let mut added = Added {
        file: file.to_owned(),
        source: record.source.id.clone(),
        unchanged: record
            .source
            .sha256
            .as_ref()
            .map(|sha256| *sha256 == text.sha256()),
        by,
        figures: (0, 0),
        facts: (0, 0),
        moved: Vec::new(),
        missing: Vec::new(),
    };
    for (receipt, id, is_figure) in receipts(record) {
        let counts = if is_figure {
            &mut added.figures
        } else {
            &mut added.facts
        };
        counts.1 += 1;
        let entry = || (id.clone(), receipt.as_stated.to_string());
        match text.find(receipt.at, &receipt.as_stated) {
            Found::InPlace(_) => counts.0 += 1,
            Found::Moved(_) => added.moved.push(entry()),
            Found::Missing => added.missing.push(entry()),
        }
    }
    documents.store(&record.source.id, &text).map_err(failed)?;
    Ok(added)
}

fn known(record: &SourceRecord) -> Known<'_> {
    Known {
        source: &record.source.id,
        sha256: record.source.sha256.as_deref(),
        phrases: record
            .taken
            .iter()
            .flat_map(|taken| {
                let figures = taken.figures.iter().filter_map(Figure::receipt);
                figures.chain(taken.facts.iter().map(|fact| &fact.receipt))
            })
            .map(|receipt| (receipt.at, &receipt.as_stated))
            .collect(),
    }
}

/// Every receipt of a source with the id of what was read from it, and whether that is a figure.
fn receipts(record: &SourceRecord) -> impl Iterator<Item = (&Receipt, String, bool)> {
    record.taken.iter().flat_map(|taken| {
        let figures = taken
            .figures
            .iter()
            .filter_map(|figure| Some((figure.receipt()?, figure.id.to_string(), true)));
        let facts = taken
            .facts
            .iter()
            .map(|fact| (&fact.receipt, fact.id.to_string(), false));
        figures.chain(facts)
    })
}

impl fmt::Display for Added {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = match self.by {
            Recognition::Fingerprint => "by its fingerprint".to_owned(),
            Recognition::Named => "as named".to_owned(),
            Recognition::Phrases(found, of) => format!("by {found} of its {of} phrases"),
        };
        let sameness = match self.unchanged {
            Some(true) => "the very text that was read",
            Some(false) => "CHANGED: not the text that was read",
            None => "no fingerprint of the text read was kept",
        };
        writeln!(
            f,
            "{}: {} ({by}); {sameness}",
            self.file.display(),
            self.source
        )?;
        writeln!(
            f,
            "  {} of {} figures and {} of {} facts found at their characters",
            self.figures.0, self.figures.1, self.facts.0, self.facts.1
        )?;
        for (id, phrase) in &self.moved {
            writeln!(f, "  moved: {id} “{phrase}”")?;
        }
        for (id, phrase) in &self.missing {
            writeln!(f, "  no longer there: {id} “{phrase}”")?;
        }
        Ok(())
    }
}
