//! Sources: the documents that were read for the dataset.

use crate::date::PartialDate;
use crate::id::SourceId;
use crate::text::Bilingual;
use crate::textual::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The class of a publisher. Official statements are preferred to the press, the press to others, and these to copies.
    PublisherClass, "a publisher class: official, press, other, not-stated or copy" {
        /// A government, or the zone's own administration.
        Official = "official",
        /// A newspaper, news agency or broadcaster.
        Press = "press",
        /// Anyone else.
        Other = "other",
        /// The copy that was read does not name the publisher.
        NotStated = "not-stated",
        /// The publisher is named, but the text was seen at an address that has nothing to do with it. Such an address is
        /// never linked, and every other source is preferred.
        Copy = "copy",
    }
}

/// A document that was read. Fields that the copy does not state are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The id in the dataset.
    pub id: SourceId,
    /// The title as printed, or an English one of ours if the source has none.
    pub title: String,
    /// The Chinese form of a title of ours; `None` for a printed title.
    pub title_zh: Option<String>,
    /// The publisher.
    pub publisher: Option<Bilingual>,
    /// The class of the publisher.
    pub class: PublisherClass,
    /// The date of publication or of the last change.
    pub date: Option<PartialDate>,
    /// The URL where the document was found.
    pub address: Option<String>,
    /// True if nobody vouches for the address: it is shown as text and never linked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unlinked: bool,
    /// The SHA-256 of the text as read, in hexadecimal. The text is in Unicode NFC, with LF line ends and no space at
    /// the end of a line. `None` if it was not recorded.
    pub sha256: Option<String>,
    /// What else a reader must know about the source.
    pub note: Option<Bilingual>,
}

/// Returns the host of an address, without port; empty if there is none.
pub fn host(address: &str) -> &str {
    let after = address.split_once("://").map_or("", |(_, after)| after);
    let end = after.find(['/', '?', '#', ':']).unwrap_or(after.len());
    &after[..end]
}

impl Source {
    /// True if the document was seen only as a copy at an address that has nothing to do with its publisher.
    pub fn is_copy(&self) -> bool {
        self.class == PublisherClass::Copy
    }

    /// Returns the URL if pages may link to it.
    pub fn link(&self) -> Option<&str> {
        let is_linked = !self.unlinked && !self.is_copy();
        self.address.as_deref().filter(|_| is_linked)
    }
}

/// A row in the list of sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceLine {
    /// The source.
    pub source: Source,
    /// Number of figures taken from it.
    pub figures: u32,
    /// Number of facts taken from it.
    pub facts: u32,
}
