//! The data files: the copy inside the program, or those of a folder.

use crate::error::Error;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "../data"]
#[include = "*.toml"]
#[include = "*.tsv"]
#[exclude = "words/*"]
struct Embedded;

/// The text of every data file by its name, such as `zones/liuyang-etdz.toml`.
#[derive(Debug, Clone)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// Returns the copy inside the program.
    pub fn embedded() -> Self {
        let text = |name: &str| {
            Embedded::get(name)
                .map(|file| String::from_utf8_lossy(&file.data).into_owned())
                .unwrap_or_default()
        };
        Self(
            Embedded::iter()
                .map(|name| (name.to_string(), text(&name)))
                .collect(),
        )
    }

    /// Reads the files of a folder with the same layout as `data/`.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn folder(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for prefix in ["", "zones/", "groups/"] {
            for entry in std::fs::read_dir(folder.join(prefix))? {
                let entry = entry?;
                let name = entry.file_name().to_string_lossy().into_owned();
                if name.ends_with(".toml") || name.ends_with(".tsv") {
                    let text = std::fs::read_to_string(entry.path())?;
                    files.insert(format!("{prefix}{name}"), text);
                }
            }
        }
        Ok(Self(files))
    }

    /// Reads the files of `folder`; without a folder, returns the copy inside the program.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Self, Error> {
        folder.map_or_else(
            || Ok(Self::embedded()),
            |folder| {
                Self::folder(folder).map_err(|source| Error::DataFolder {
                    folder: folder.to_owned(),
                    source,
                })
            },
        )
    }

    /// Returns the files with some of them replaced or added.
    #[must_use]
    pub fn with(&self, texts: &BTreeMap<String, String>) -> Self {
        let mut files = self.0.clone();
        files.extend(
            texts
                .iter()
                .map(|(name, text)| (name.clone(), text.clone())),
        );
        Self(files)
    }

    /// Returns the text of a file; `None` if there is no such file.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns the names and texts of the files in a folder such as `zones/`, sorted by name.
    pub fn within(&self, folder: &str) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .filter(move |(name, _)| name.starts_with(folder))
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Returns SHA-256 over all names and texts, in hexadecimal. Equal files have equal digests.
    pub fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for (name, text) in &self.0 {
            for part in [name, text] {
                hash.update((part.len() as u64).to_le_bytes());
                hash.update(part);
            }
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}
