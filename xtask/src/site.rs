//! The site folder: the files that the server sends unchanged. The new folder is written next to the old one and
//! replaces it at the end. No old file remains, and an interrupted build does not damage the old folder.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::folder;

/// A site folder that is being written.
pub struct Site {
    current: PathBuf,
    fresh: PathBuf,
    retired: PathBuf,
}

impl Site {
    /// Creates an empty folder `site.new` in the folder of the server program.
    pub fn begin(output: &Path) -> Result<Self> {
        let site = Self {
            current: Self::current_of(output),
            fresh: output.join("site.new"),
            retired: output.join("site.old"),
        };
        folder::remove(&site.fresh)?;
        folder::create(&site.fresh)?;
        Ok(site)
    }

    /// Returns the site folder in use. `output` is the folder of the server program.
    pub fn current_of(output: &Path) -> PathBuf {
        output.join("site")
    }

    /// Returns the path of the new folder before it replaces the old one.
    pub fn fresh(&self) -> &Path {
        &self.fresh
    }

    /// Returns the folder in use. It may not exist yet.
    pub fn current(&self) -> &Path {
        &self.current
    }

    /// Writes one file to the new folder.
    pub fn write(&self, name: impl AsRef<Path>, content: &[u8]) -> Result<()> {
        folder::write(&self.fresh.join(name), content)
    }

    /// Copies a file or a folder from the folder in use. Returns `false` if it does not exist.
    pub fn keep(&self, name: impl AsRef<Path>) -> Result<bool> {
        let from = self.current.join(name.as_ref());
        if !from.exists() {
            return Ok(false);
        }
        folder::copy(&from, &self.fresh.join(name))?;
        Ok(true)
    }

    /// Copies all files of a folder to the top of the new folder.
    pub fn copy_assets(&self, assets: &Path) -> Result<()> {
        // Git does not store empty folders: a missing folder means that there are no assets.
        if assets.is_dir() {
            folder::copy(assets, &self.fresh)
        } else {
            Ok(())
        }
    }

    /// Replaces the old folder by the new one.
    pub fn finish(self) -> Result<()> {
        folder::replace(&self.current, &self.fresh, &self.retired)
    }
}
