//! The reader's own copies of sources: a folder of texts outside the dataset.

mod add;
mod decode;

pub use add::{AddReport, KnownSources, Request, add};
pub use decode::{Decoded, decode};

use domain::document::DocumentText;
use domain::id::SourceId;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use unicode_normalization::UnicodeNormalization;

/// A folder of texts, with one file per source.
#[derive(Debug, Clone)]
pub struct Documents(PathBuf);

impl Documents {
    /// Uses the texts in this folder. The folder does not need to exist.
    pub fn of(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    fn path(&self, source: &SourceId) -> PathBuf {
        // Ids contain only lowercase letters, digits and hyphens, so no id leads out of the folder.
        self.0.join(format!("{source}.txt"))
    }

    /// Reads the text of a source; `None` if the folder does not contain it.
    pub async fn read(&self, source: &SourceId) -> Option<DocumentText> {
        let path = self.path(source);
        match tokio::fs::read_to_string(&path).await {
            Ok(text) => Some(DocumentText::from_nfc(&text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => {
                tracing::warn!(%error, path = %path.display(), "cannot read a document");
                None
            }
        }
    }

    /// Returns when a text was last added to or removed from the folder; `None` if the folder does not exist.
    pub async fn changed(&self) -> Option<SystemTime> {
        let folder = tokio::fs::metadata(&self.0).await.ok()?;
        folder.modified().ok()
    }

    /// Reads the text of a source that is stored; `None` if there is none, or if it cannot be read.
    pub fn stored(&self, source: &SourceId) -> Option<DocumentText> {
        let text = std::fs::read_to_string(self.path(source)).ok()?;
        Some(DocumentText::from_nfc(&text))
    }

    /// Stores the text of a source in the folder. An earlier text is kept beside it, as `<source>.previous`.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn store(&self, source: &SourceId, text: &DocumentText) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.0)?;
        let path = self.path(source);
        match std::fs::read(&path) {
            Ok(old) if old != text.as_str().as_bytes() => {
                std::fs::write(path.with_extension("previous"), old)?;
            }
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        // A new file replaces the old one, so that the modification time of the folder changes.
        let for_all = std::fs::Permissions::from_mode(0o666);
        let mut file = tempfile::Builder::new()
            .permissions(for_all)
            .tempfile_in(&self.0)?;
        file.write_all(text.as_str().as_bytes())?;
        file.persist(path)?;
        Ok(())
    }
}

/// Normalises a text to NFC. Places and hashes in the dataset refer to this form.
pub fn normalised(text: &str) -> DocumentText {
    DocumentText::from_nfc(&text.nfc().collect::<String>())
}
