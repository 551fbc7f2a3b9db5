//! The command `zone-atlas documents add`: recognises a reader's document and searches it for every phrase that the
//! dataset takes from its source.

use super::decode::decode;
use super::{Documents, normalised};
use crate::error::Error;
use crate::live::OpenAtlas;
use crate::store::TakenPhrase;
use domain::document::{
    Candidate, DocumentText, Evidence, KnownSource, PhraseMatch, Recognition, recognise,
};
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
    pub by: RecognisedBy,
    /// The encoding that the document was converted from; `None` for UTF-8.
    pub encoding: Option<&'static str>,
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
pub enum RecognisedBy {
    /// The hash of the text is the recorded one.
    Fingerprint,
    /// The reader named the source.
    Named,
    /// The text has its title or phrases.
    Evidence(Evidence),
}

/// The documents to add, and how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'a> {
    /// The source that the documents are copies of; `None` to recognise it.
    pub source: Option<&'a SourceId>,
    /// True if a stored copy with more phrases may be replaced.
    pub replace: bool,
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
/// When the file cannot be read or stored, when it is no text, when no source is recognised for sure, when the named
/// source is not in the dataset, or when the stored copy has more of the phrases.
pub fn add(
    sources: &KnownSources,
    documents: &Documents,
    file: &Path,
    request: Request<'_>,
) -> Result<AddReport, Error> {
    let failed = |source| Error::Document {
        path: file.to_owned(),
        source,
    };
    let bytes = std::fs::read(file).map_err(failed)?;
    let decoded = decode(&bytes).ok_or_else(|| Error::UnreadableDocument(file.to_owned()))?;
    let text = normalised(&decoded.text);
    let ((source, phrases), by) = sources.of_text(file, &text, request.source)?;
    let report = AddReport::new(file, (source, phrases), &text, by, decoded.encoding);
    if let Some(stored) = documents.stored(&source.id)
        && !request.replace
    {
        let before = AddReport::new(file, (source, phrases), &stored, by, None);
        if before.is_better_than(&report) {
            return Err(Error::WorseCopy {
                path: file.to_owned(),
                id: source.id.clone(),
                found: report.found(),
                stored: before.found(),
            });
        }
    }
    documents.store(&source.id, &text).map_err(failed)?;
    Ok(report)
}

impl KnownSources {
    /// Returns the source of a text, named or recognised.
    fn of_text(
        &self,
        file: &Path,
        text: &DocumentText,
        named: Option<&SourceId>,
    ) -> Result<(&(Source, Vec<TakenPhrase>), RecognisedBy), Error> {
        if let Some(id) = named {
            let source = self.named(id);
            let source = source.ok_or_else(|| Error::UnknownSource(id.clone()))?;
            return Ok((source, RecognisedBy::Named));
        }
        let known: Vec<KnownSource<'_>> = self.0.iter().map(known).collect();
        let (id, by) = match recognise(text, &known) {
            Recognition::Hash(id) => (id, RecognisedBy::Fingerprint),
            Recognition::Evidence(Candidate { source, evidence }) => {
                (source, RecognisedBy::Evidence(evidence))
            }
            Recognition::NotSure(candidates) => {
                let lines = candidates.iter().map(|candidate| self.candidate(candidate));
                return Err(Error::UnrecognisedDocument {
                    path: file.to_owned(),
                    candidates: lines.collect(),
                });
            }
        };
        let source = self.named(id);
        let source = source.ok_or_else(|| Error::UnknownSource(id.clone()))?;
        Ok((source, by))
    }

    /// Describes a source that a text may be a copy of.
    fn candidate(&self, candidate: &Candidate<'_>) -> String {
        let Evidence {
            has_title,
            found,
            of,
            ..
        } = candidate.evidence;
        let title = self.named(candidate.source);
        let title = title.map_or("", |(source, _)| source.title.as_str());
        let line = if has_title { "its title, " } else { "" };
        format!(
            "  {}: {line}{found} of {of} phrases (“{title}”)\n",
            candidate.source
        )
    }
}

impl AddReport {
    /// Searches a text for the phrases of its source.
    fn new(
        file: &Path,
        (source, phrases): (&Source, &[TakenPhrase]),
        text: &DocumentText,
        by: RecognisedBy,
        encoding: Option<&'static str>,
    ) -> Self {
        let sha256 = source.sha256.as_ref();
        let mut report = Self {
            file: file.to_owned(),
            source: source.id.clone(),
            unchanged: sha256.map(|sha256| *sha256 == text.sha256()),
            by,
            encoding,
            figures: (0, 0),
            facts: (0, 0),
            moved: Vec::new(),
            missing: Vec::new(),
        };
        for phrase in phrases {
            let counts = if phrase.is_figure {
                &mut report.figures
            } else {
                &mut report.facts
            };
            counts.1 += 1;
            let entry = || (phrase.id.clone(), phrase.as_stated.to_string());
            match text.find(phrase.at, &phrase.as_stated) {
                PhraseMatch::InPlace(_) => counts.0 += 1,
                PhraseMatch::Moved(_) => report.moved.push(entry()),
                PhraseMatch::Missing => report.missing.push(entry()),
            }
        }
        report
    }

    /// Returns the number of phrases in the text, at their places or elsewhere.
    const fn found(&self) -> usize {
        self.figures.0 + self.facts.0 + self.moved.len()
    }

    /// True if this copy of a source is better than another one: the text that was read, or more of the phrases.
    fn is_better_than(&self, other: &Self) -> bool {
        let quality = |copy: &Self| (copy.unchanged == Some(true), copy.found());
        quality(self) > quality(other)
    }
}

fn known((source, phrases): &(Source, Vec<TakenPhrase>)) -> KnownSource<'_> {
    KnownSource {
        source: &source.id,
        title: &source.title,
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
            RecognisedBy::Fingerprint => "by its fingerprint".to_owned(),
            RecognisedBy::Named => "as named".to_owned(),
            RecognisedBy::Evidence(evidence) => {
                let title = if evidence.has_title {
                    "its title and "
                } else {
                    ""
                };
                format!(
                    "by {title}{} of its {} phrases",
                    evidence.found, evidence.of
                )
            }
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
        if let Some(encoding) = self.encoding {
            writeln!(f, "  converted from {encoding} to UTF-8")?;
        }
        for (id, phrase) in &self.moved {
            writeln!(f, "  moved: {id} “{phrase}”")?;
        }
        for (id, phrase) in &self.missing {
            writeln!(f, "  missing: {id} “{phrase}”")?;
        }
        Ok(())
    }
}
