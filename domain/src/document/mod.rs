//! A source that a reader holds: its text, and where a receipt's phrase stands in it.
//!
//! Sources are cited, not kept. Whoever has one brings it along; its text is then laid out as it
//! was when it was read, so that its hash and its places are the same, and the phrase is looked
//! for where its receipt says that it stands.

mod excerpt;
mod find;
mod recognise;
mod sentences;
mod tables;
mod text;

pub use excerpt::{Copy, Excerpt};
pub use find::{Found, Passage};
pub use recognise::{By, Known, Recognised, recognise};
pub use text::DocumentText;
