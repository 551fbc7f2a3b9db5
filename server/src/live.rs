//! The atlas that is being served: the open file and what was put together from it, replaced
//! together when an import has put a new file in place.

mod browse;
mod snapshot;

use crate::documents::Documents;
use crate::error::Error;
use app::api::{Comparison, Coverage, FigureAnswer, Groundwork, Outline, PageError};
use app::atlas::Atlas;
use arc_swap::ArcSwap;
pub use browse::{Browse, IndexFile};
use domain::document::Copy;
use domain::dossier::{Dossier, Owner};
use domain::filter::{Filter, Selection};
use domain::group::GroupRecord;
use domain::id::{CatalogueCode, FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use domain::league::League;
use domain::source::{SourceLine, SourceRecord};
use domain::zone::{ZoneRecord, neighbours};
use snapshot::Identity;
pub use snapshot::Snapshot;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// How many nearby zones a zone's page names.
const NEIGHBOURS: usize = 6;

/// The atlas that is being served.
pub struct LiveAtlas {
    path: PathBuf,
    documents: Documents,
    brotli_level: u8,
    current: ArcSwap<Snapshot>,
}

impl LiveAtlas {
    /// Opens the database; `documents` are the copies of sources that this server holds, `brotli_level` (0 to 11) is for
    /// the index files.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn open(path: &Path, documents: Documents, brotli_level: u8) -> Result<Self, Error> {
        Ok(Self {
            path: path.to_owned(),
            documents,
            brotli_level,
            current: ArcSwap::from_pointee(Snapshot::load(path, brotli_level).await?),
        })
    }

    /// What is being served at this moment.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current.load_full()
    }

    /// Checks the file once per `interval` for as long as the process runs, and opens it anew when it was replaced. A
    /// file that cannot be read is logged and tried again; the one open before stays in use.
    pub async fn keep_current(&self, interval: Duration) {
        let mut patrol = tokio::time::interval(interval);
        loop {
            patrol.tick().await;
            let found = Identity::of(&self.path).await;
            if found.is_none() || found == self.current.load().identity {
                continue;
            }
            match Snapshot::load(&self.path, self.brotli_level).await {
                Ok(snapshot) => {
                    tracing::info!(digest = %snapshot.outline.digest, "opened the new database");
                    // A request under way holds the old snapshot and may have queries to come: the
                    // old file is closed when the last of them lets go, never before.
                    self.current.store(snapshot.into());
                }
                Err(error) => tracing::error!(%error, "cannot open the new database"),
            }
        }
    }

    /// The zone of a catalogue code.
    pub fn slug_of(&self, code: &CatalogueCode) -> Option<ZoneSlug> {
        let current = self.current.load();
        current.by_code(code).map(|zone| zone.slug.clone())
    }

    /// What the copy of a figure's document says of it, where this server holds one.
    async fn copy(&self, dossier: &Dossier, id: &FigureId) -> Option<Copy> {
        let receipt = dossier.figure(id)?.receipt()?;
        let text = self.documents.read(&receipt.source).await?;
        let sha256 = dossier
            .source(&receipt.source)
            .and_then(|source| source.sha256.as_deref());
        Some(text.copy_of(receipt, sha256))
    }
}

#[async_trait::async_trait]
impl Atlas for LiveAtlas {
    fn outline(&self) -> Outline {
        self.current.load().outline.clone()
    }

    fn groundwork(&self) -> Groundwork {
        self.current.load().browse.groundwork.clone()
    }

    fn select(&self, filter: &Filter) -> Selection {
        self.current.load().browse.index.select(filter)
    }

    fn filter(&self, query: &str) -> Filter {
        self.current.load().filter(query)
    }

    fn comparison(&self, slugs: &[ZoneSlug]) -> Comparison {
        self.current.load().comparison(slugs)
    }

    fn league(&self, id: &IndicatorId) -> Result<League, PageError> {
        self.current.load().league(id).ok_or(PageError::NotFound)
    }

    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError> {
        let current = self.current.load_full();
        let summary = current.by_slug(slug).ok_or(PageError::NotFound)?.clone();
        let near = neighbours(&current.zones, &summary, NEIGHBOURS);
        let dossier = current.archive.of_zone(&summary);
        let record = current.store.record(summary, dossier, near).await;
        record.map_err(|error| {
            tracing::error!(%error, %slug, "cannot read a zone");
            PageError::Unavailable
        })
    }

    fn group(&self, id: &GroupId) -> Result<GroupRecord, PageError> {
        let current = self.current.load();
        let group = current
            .archive
            .groups()
            .iter()
            .find(|group| &group.id == id)
            .ok_or(PageError::NotFound)?;
        let dossier = current
            .archive
            .dossier(&Owner::Group(id.clone()))
            .ok_or(PageError::NotFound)?;
        Ok(GroupRecord {
            group: group.clone(),
            dossier: dossier.clone(),
        })
    }

    async fn figure(&self, id: &FigureId) -> Result<FigureAnswer, PageError> {
        let current = self.current.load_full();
        if let Some(dossier) = current.figure(id) {
            let copy = self.copy(&dossier, id).await;
            return Ok(FigureAnswer::Found {
                dossier: Box::new(dossier),
                copy,
            });
        }
        let removed = current.removed.iter().find(|removed| &removed.id == id);
        removed
            .map(|removed| FigureAnswer::Removed {
                reason: removed.reason.clone(),
            })
            .ok_or(PageError::NotFound)
    }

    fn sources(&self) -> Vec<SourceLine> {
        self.current.load().archive.source_lines()
    }

    fn source(&self, id: &SourceId) -> Result<SourceRecord, PageError> {
        let current = self.current.load();
        current.archive.source(id).ok_or(PageError::NotFound)
    }

    fn coverage(&self) -> Coverage {
        self.current.load().coverage.clone()
    }
}
