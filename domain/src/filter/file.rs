//! Serialises columns to the content of a file and reads them back (`postcard` format).

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The error for bytes that are not an index, or that another version of the program wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the file is not a zone index, or another version of the program wrote it")]
pub struct InvalidIndexFile;

pub fn to_bytes(columns: &impl Serialize) -> Vec<u8> {
    // This cannot fail: every sequence has a known length, and the buffer grows as needed.
    postcard::to_allocvec(columns).unwrap_or_default()
}

pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, InvalidIndexFile> {
    postcard::from_bytes(bytes).map_err(|_| InvalidIndexFile)
}
