//! The site folder: what the server hands out as files. Written beside the old one and swapped with it at the end, so
//! that no stale file stays and an interrupted build leaves the old folder whole.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::folder;

/// A site folder being written.
pub struct Site {
    current: PathBuf,
    fresh: PathBuf,
    retired: PathBuf,
}

impl Site {
    /// Starts an empty folder `site.new` in the folder of the server's binary.
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

    /// The folder in use beside a server's binary in `output`.
    pub fn current_of(output: &Path) -> PathBuf {
        output.join("site")
    }

    /// Where the new folder is until it is swapped in.
    pub fn fresh(&self) -> &Path {
        &self.fresh
    }

    /// The folder that is in use, which may not be there yet.
    pub fn current(&self) -> &Path {
        &self.current
    }

    /// Writes one file.
    pub fn write(&self, name: impl AsRef<Path>, content: &[u8]) -> Result<()> {
        folder::write(&self.fresh.join(name), content)
    }

    /// Takes a file or a folder over from the folder in use; `false` when it is not there.
    pub fn keep(&self, name: impl AsRef<Path>) -> Result<bool> {
        let from = self.current.join(name.as_ref());
        if !from.exists() {
            return Ok(false);
        }
        folder::copy(&from, &self.fresh.join(name))?;
        Ok(true)
    }

    /// Copies everything in a folder to the top of the site folder.
    pub fn copy_assets(&self, assets: &Path) -> Result<()> {
        // Git keeps no empty folder: none means that there are no assets.
        if assets.is_dir() {
            folder::copy(assets, &self.fresh)
        } else {
            Ok(())
        }
    }

    /// Puts the new folder in the place of the old one.
    pub fn finish(self) -> Result<()> {
        folder::replace(&self.current, &self.fresh, &self.retired)
    }
}
