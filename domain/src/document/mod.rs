//! The text of a source that a reader provides, and the position of a receipt's phrase in it.
//!
//! The atlas cites sources but does not store them. A reader who has a source can provide its text. The text is
//! normalised as it was when it was read, so that its hash and its places are the same. Then the phrase is searched,
//! first at the place that its receipt states.

mod excerpt;
mod find;
mod recognise;
mod sentences;
mod tables;
mod text;

pub use excerpt::{Copy, Excerpt};
pub use find::{Passage, PhraseMatch};
pub use recognise::{Candidate, Evidence, KnownSource, Recognition, recognise};
pub use text::DocumentText;
