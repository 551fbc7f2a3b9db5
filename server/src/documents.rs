//! The reader's own copies of sources: a folder of texts that are never part of the dataset.

mod add;

pub use add::{Added, KnownSources, add};

use domain::document::DocumentText;
use domain::id::SourceId;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use unicode_normalization::UnicodeNormalization;

/// A folder of texts, one a source.
#[derive(Debug, Clone)]
pub struct Documents(PathBuf);

impl Documents {
    /// The texts in this folder, which need not be there.
    pub fn of(folder: &Path) -> Self {
        Self(folder.to_owned())
    }

    fn path(&self, source: &SourceId) -> PathBuf {
        // Ids are small letters, digits and hyphens: no id leads out of the folder.
        self.0.join(format!("{source}.txt"))
    }

    /// The text of a source, where the folder has it.
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

    /// When a text was last put into the folder or taken away; nothing where there is no folder.
    pub async fn changed(&self) -> Option<SystemTime> {
        let folder = tokio::fs::metadata(&self.0).await.ok()?;
        folder.modified().ok()
    }

    /// Puts a text into the folder.
    ///
    /// # Errors
    /// When the folder cannot be written to.
    pub fn store(&self, source: &SourceId, text: &DocumentText) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.0)?;
        // A new file in place of the old one: the time of the folder tells that it has changed.
        let for_all = std::fs::Permissions::from_mode(0o666);
        let mut file = tempfile::Builder::new()
            .permissions(for_all)
            .tempfile_in(&self.0)?;
        file.write_all(text.as_str().as_bytes())?;
        file.persist(self.path(source))?;
        Ok(())
    }
}

/// A text as the dataset's places and fingerprints count it.
pub fn normalised(text: &str) -> DocumentText {
    DocumentText::from_nfc(&text.nfc().collect::<String>())
}
