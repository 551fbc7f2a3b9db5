//! The database that is being served. It is replaced as a whole when an import has written a new file.

mod index_manifest;
mod open;

use crate::documents::Documents;
use crate::error::Error;
use crate::import::{Target, import_if_older};
use arc_swap::ArcSwap;
use open::Identity;
pub use open::OpenAtlas;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The database that is being served, with everything needed to open a new one.
pub struct LiveAtlas {
    path: PathBuf,
    documents: Documents,
    brotli_level: u8,
    current: ArcSwap<OpenAtlas>,
}

impl LiveAtlas {
    /// Opens the database. `documents` is the folder of the reader's own copies of sources. `brotli_level` (0 to 11)
    /// compresses the index files if the database must be written anew.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open(path: &Path, documents: Documents, brotli_level: u8) -> Result<Self, Error> {
        let current = OpenAtlas::open(path, documents.clone()).await?;
        Ok(Self {
            path: path.to_owned(),
            documents,
            brotli_level,
            current: ArcSwap::from_pointee(current),
        })
    }

    /// Returns the database that is being served. A request calls this once, so that its response is from one dataset.
    pub fn current(&self) -> Arc<OpenAtlas> {
        self.current.load_full()
    }

    /// Checks the file once per `interval`, without end, and opens it again when it was replaced. If the new file
    /// cannot be read, the error is logged once and the old file stays in use.
    pub async fn watch_file(&self, interval: Duration) {
        let mut ticker = tokio::time::interval(interval);
        let mut seen = self.current.load().identity;
        let mut changing = None;
        loop {
            ticker.tick().await;
            let found = Identity::of(&self.path).await;
            if found == seen {
                continue;
            }
            let served = self.current.load().identity;
            let in_place = found
                .zip(served)
                .is_some_and(|(it, served)| it.is_file_of(served));
            // A file that changes in place may still be incomplete, so it is opened after it stops changing.
            if in_place && changing != found {
                changing = found;
                continue;
            }
            seen = found;
            if found.is_none() {
                tracing::warn!(database = %self.path.display(), "the database file is missing; the server continues with the data that it has open");
                continue;
            }
            if let Err(error) = self.reopen().await {
                tracing::error!(%error, "the new database cannot be used");
                if in_place {
                    // The file that is being served is damaged, so there is no old file to continue with.
                    self.write_anew().await;
                    seen = self.current.load().identity;
                }
            }
        }
    }

    async fn reopen(&self) -> Result<(), Error> {
        let atlas = OpenAtlas::open(&self.path, self.documents.clone()).await?;
        tracing::info!(digest = %atlas.site_metadata.digest, "opened the new database");
        // Requests in progress hold the old atlas and may still send queries. The old file is closed when the last of
        // them ends.
        self.current.store(atlas.into());
        Ok(())
    }

    async fn write_anew(&self) {
        let target = Target {
            path: &self.path,
            brotli_level: self.brotli_level,
            force: false,
        };
        let written = import_if_older(target).await;
        let opened = match written {
            Ok(()) => self.reopen().await,
            Err(error) => Err(error),
        };
        if let Err(error) = opened {
            tracing::error!(%error, "the database cannot be created again");
        }
    }
}
