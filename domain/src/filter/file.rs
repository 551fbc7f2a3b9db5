//! Columns as the content of a file, and back.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A file that is no index, or one of another version of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an index of zones of this version")]
pub struct NotAnIndex;

pub fn to_bytes(columns: &impl Serialize) -> Vec<u8> {
    // Nothing in columns can be refused: no list has an unknown length, and memory does not fail to be written to.
    postcard::to_allocvec(columns).unwrap_or_default()
}

pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, NotAnIndex> {
    postcard::from_bytes(bytes).map_err(|_| NotAnIndex)
}
