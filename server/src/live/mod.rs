//! The atlas that is being served: an open file, replaced as a whole when an import has put a new one in place.

mod groundwork;
mod open;

use crate::documents::Documents;
use crate::error::Error;
use crate::import::import;
use arc_swap::ArcSwap;
use open::Identity;
pub use open::OpenAtlas;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The atlas that is being served.
pub struct LiveAtlas {
    path: PathBuf,
    documents: Documents,
    brotli_level: u8,
    current: ArcSwap<OpenAtlas>,
}

impl LiveAtlas {
    /// Opens the database; `documents` are the copies of sources that this server holds, `brotli_level` (0 to 11) is for the
    /// index files of a database that must be written anew.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn open(path: &Path, documents: Documents, brotli_level: u8) -> Result<Self, Error> {
        let current = OpenAtlas::open(path, documents.clone()).await?;
        Ok(Self {
            path: path.to_owned(),
            documents,
            brotli_level,
            current: ArcSwap::from_pointee(current),
        })
    }

    /// What is being served at this moment. A request asks once, so that its answer is of one dataset.
    pub fn current(&self) -> Arc<OpenAtlas> {
        self.current.load_full()
    }

    /// Checks the file once per `interval` for as long as the process runs, and opens it anew when it was replaced. What
    /// cannot be read is logged once, and the file open before stays in use.
    pub async fn keep_current(&self, interval: Duration) {
        let mut patrol = tokio::time::interval(interval);
        let mut seen = self.current.load().identity;
        let mut changing = None;
        loop {
            patrol.tick().await;
            let found = Identity::of(&self.path).await;
            if found == seen {
                continue;
            }
            let served = self.current.load().identity;
            let in_place = found
                .zip(served)
                .is_some_and(|(it, served)| it.is_file_of(served));
            // A file that changes in place may still be written to: it is opened when it has stopped changing.
            if in_place && changing != found {
                changing = found;
                continue;
            }
            seen = found;
            if found.is_none() {
                tracing::warn!(database = %self.path.display(), "the database is gone; the old data goes on");
                continue;
            }
            if let Err(error) = self.reopen().await {
                tracing::error!(%error, "the new database cannot be used");
                if in_place {
                    // The very file that is being served was damaged: there is no old one behind it.
                    self.write_anew().await;
                    seen = self.current.load().identity;
                }
            }
        }
    }

    async fn reopen(&self) -> Result<(), Error> {
        let atlas = OpenAtlas::open(&self.path, self.documents.clone()).await?;
        tracing::info!(digest = %atlas.outline.digest, "opened the new database");
        // A request under way holds the old atlas and may have queries to come: the old file is closed when the last of
        // them lets go, never before.
        self.current.store(atlas.into());
        Ok(())
    }

    async fn write_anew(&self) {
        let written = import(&self.path, None, self.brotli_level).await;
        let opened = match written {
            Ok(()) => self.reopen().await,
            Err(error) => Err(error),
        };
        if let Err(error) = opened {
            tracing::error!(%error, "the database cannot be written anew");
        }
    }
}
