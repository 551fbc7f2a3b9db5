//! The documents that were read.

use crate::date::PartialDate;
use crate::dossier::Dossier;
use crate::id::SourceId;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Who speaks in a source; official statements are preferred to the press, the press to others.
    PublisherClass, "a publisher class: official, press, other or not-stated" {
        /// A government, or the zone's own administration.
        Official = "official",
        /// A newspaper, news agency or broadcaster.
        Press = "press",
        /// Anyone else.
        Other = "other",
        /// The copy that was read does not say.
        NotStated = "not-stated",
    }
}

/// A document that was read. What its copy does not state is absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in the dataset.
    pub id: SourceId,
    /// Its title as printed.
    pub title: String,
    /// Who published it.
    pub publisher: Option<Bilingual>,
    /// What kind of publisher that is.
    pub class: PublisherClass,
    /// When it was published or last changed.
    pub date: Option<PartialDate>,
    /// Where it was found.
    pub address: Option<String>,
    /// SHA-256 of its text as read, in hexadecimal: Unicode NFC, LF, no space at line ends.
    pub sha256: Option<String>,
    /// What else a reader should know of it.
    pub note: Option<Bilingual>,
}

/// A source in the list of sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// The source.
    pub source: Source,
    /// How many figures were taken from it.
    pub figures: u32,
    /// How many facts.
    pub facts: u32,
}

/// A source with everything taken from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRecord {
    /// The source.
    pub source: Source,
    /// What was taken from it: of each zone and group that part of its dossier.
    pub taken: Vec<Dossier>,
}
