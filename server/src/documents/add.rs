//! The command `zone-atlas documents add`: recognises a reader's document and searches it for every phrase that the
//! dataset takes from its source.

use super::{Documents, normalised};
use crate::error::Error;
use crate::live::OpenAtlas;
use crate::store::TakenPhrase;
use domain::document::{KnownSource, PhraseMatch, RecognisedBy, recognise};
use domain::id::SourceId;
use domain::source::Source;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The result of adding a document.
#[derive(Debug)]
pub struct AddReport {
    /// The path of the document.
    pub file: PathBuf,
    /// The source that the document is a copy of.
    pub source: SourceId,
    /// True if the text is identical to the text that was read for the dataset; `None` if the dataset has no hash of
    /// it.
    pub unchanged: Option<bool>,
    /// How the source was recognised.
    pub by: Recognition,
    /// The number of figures whose phrase is at its recorded place, and the number of all figures from the source.
    pub figures: (usize, usize),
    /// The same two numbers for facts.
    pub facts: (usize, usize),
    /// Phrases that are now at another place: the id of the figure or fact, and the phrase.
    pub moved: Vec<(String, String)>,
    /// Phrases that are no longer in the text: the id of the figure or fact, and the phrase.
    pub missing: Vec<(String, String)>,
}

/// How the source of a document was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// The hash of the text is the recorded one.
    Fingerprint,
    /// The reader named the source.
    Named,
    /// The text contains phrases of the source: the number found, and the number of all its phrases.
    Phrases(usize, usize),
}

/// All sources of the dataset, each with the phrases taken from it.
pub struct KnownSources(Vec<(Source, Vec<TakenPhrase>)>);

impl KnownSources {
    /// Reads the sources and their phrases from a database.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn of(atlas: &OpenAtlas) -> Result<Self, Error> {
        let mut by_source: HashMap<SourceId, Vec<TakenPhrase>> = HashMap::new();
        for phrase in atlas.store.taken_phrases().await? {
            let of_source = by_source.entry(phrase.source.clone());
            of_source.or_default().push(phrase);
        }
        let sources = atlas.store.sources().await?.into_iter().map(|line| {
            let phrases = by_source.remove(&line.source.id).unwrap_or_default();
            (line.source, phrases)
        });
        Ok(Self(sources.collect()))
    }

    fn named(&self, id: &SourceId) -> Option<&(Source, Vec<TakenPhrase>)> {
        self.0.iter().find(|(source, _)| &source.id == id)
    }
}

/// Recognises a document, stores its text in the folder and searches it for the phrases of its source.
///
/// # Errors
/// When the file cannot be read or stored, when no source is recognised, or when `named` is not in the dataset.
pub fn add(
    sources: &KnownSources,
    documents: &Documents,
    file: &Path,
    named: Option<&SourceId>,
) -> Result<AddReport, Error> {
    let failed = |source| Error::Document {
        path: file.to_owned(),
        source,
    };
    let bytes = std::fs::read(file).map_err(failed)?;
    let text = normalised(&String::from_utf8_lossy(&bytes));
    let ((source, phrases), by) = match named {
        Some(id) => {
            let source = sources.named(id);
            let source = source.ok_or_else(|| Error::UnknownSource(id.clone()))?;
            (source, Recognition::Named)
        }
        None => {
            let known: Vec<KnownSource<'_>> = sources.0.iter().map(known).collect();
            let unrecognised = || Error::UnrecognisedDocument(file.to_owned());
            let recognised = recognise(&text, &known).ok_or_else(unrecognised)?;
            let source = sources.named(recognised.source).ok_or_else(unrecognised)?;
            let by = match recognised.by {
                RecognisedBy::Hash => Recognition::Fingerprint,
                RecognisedBy::Phrases { found, of } => Recognition::Phrases(found, of),
            };
            (source, by)
        }
    };
    let mut added = AddReport {
        file: file.to_owned(),
        source: source.id.clone(),
        unchanged: source
            .sha256
            .as_ref()
            .map(|sha256| *sha256 == text.sha256()),
        by,
        figures: (0, 0),
        facts: (0, 0),
        moved: Vec::new(),
        missing: Vec::new(),
    };
    for phrase in phrases {
        let counts = if phrase.is_figure {
            &mut added.figures
        } else {
            &mut added.facts
        };
        counts.1 += 1;
        let entry = || (phrase.id.clone(), phrase.as_stated.to_string());
        match text.find(phrase.at, &phrase.as_stated) {
            PhraseMatch::InPlace(_) => counts.0 += 1,
            PhraseMatch::Moved(_) => added.moved.push(entry()),
            PhraseMatch::Missing => added.missing.push(entry()),
        }
    }
    documents.store(&source.id, &text).map_err(failed)?;
    Ok(added)
}

fn known((source, phrases): &(Source, Vec<TakenPhrase>)) -> KnownSource<'_> {
    KnownSource {
        source: &source.id,
        sha256: source.sha256.as_deref(),
        phrases: phrases
            .iter()
            .map(|phrase| (phrase.at, &phrase.as_stated))
            .collect(),
    }
}

impl fmt::Display for AddReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by = match self.by {
            Recognition::Fingerprint => "by its fingerprint".to_owned(),
            Recognition::Named => "as named".to_owned(),
            Recognition::Phrases(found, of) => format!("by {found} of its {of} phrases"),
        };
        let sameness = match self.unchanged {
            Some(true) => "identical to the text that was read",
            Some(false) => "CHANGED: not the text that was read",
            None => "the dataset has no hash of this text",
        };
        writeln!(
            f,
            "{}: {} ({by}); {sameness}",
            self.file.display(),
            self.source
        )?;
        writeln!(
            f,
            "  {} of {} figures and {} of {} facts found at their place",
            self.figures.0, self.figures.1, self.facts.0, self.facts.1
        )?;
        for (id, phrase) in &self.moved {
            writeln!(f, "  moved: {id} “{phrase}”")?;
        }
        for (id, phrase) in &self.missing {
            writeln!(f, "  missing: {id} “{phrase}”")?;
        }
        Ok(())
    }
}
