//! The atlas that is being served: the open file and the index over it, replaced together when
//! an import has put a new file in place.

use crate::error::Error;
use crate::store::{Reference, Store};
use app::api::{Outline, PageError};
use app::atlas::Atlas;
use arc_swap::ArcSwap;
use domain::catalogue::Kind;
use domain::filter::{Filter, Index, Known, Selection};
use domain::id::{CatalogueCode, ZoneSlug};
use domain::zone::{ZoneRecord, neighbours};
use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How many nearby zones a zone's page names.
const NEIGHBOURS: usize = 6;

/// How often the file is looked at.
const PATROL: Duration = Duration::from_secs(2);

/// One state of the database.
struct Snapshot {
    store: Store,
    index: Index,
    by_slug: HashMap<ZoneSlug, usize>,
    by_code: HashMap<CatalogueCode, usize>,
    outline: Outline,
    identity: Option<Identity>,
}

/// Tells one file from another at the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    inode: u64,
    modified: (i64, i64),
}

impl Identity {
    async fn of(path: &Path) -> Option<Self> {
        let metadata = tokio::fs::metadata(path).await.ok()?;
        Some(Self {
            inode: metadata.ino(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
        })
    }
}

/// The atlas that is being served.
pub struct LiveAtlas {
    path: PathBuf,
    current: ArcSwap<Snapshot>,
}

impl LiveAtlas {
    /// Opens the database.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self {
            path: path.to_owned(),
            current: ArcSwap::from_pointee(Snapshot::load(path).await?),
        })
    }

    /// Watches the file for as long as the process runs, and opens it anew when it was replaced. A
    /// file that cannot be read is logged and tried again; the one open before stays in use.
    pub async fn keep_current(&self) {
        let mut patrol = tokio::time::interval(PATROL);
        loop {
            patrol.tick().await;
            let found = Identity::of(&self.path).await;
            if found.is_none() || found == self.current.load().identity {
                continue;
            }
            match Snapshot::load(&self.path).await {
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
        let position = *current.by_code.get(code)?;
        current
            .index
            .zones()
            .get(position)
            .map(|zone| zone.slug.clone())
    }
}

impl Snapshot {
    async fn load(path: &Path) -> Result<Self, Error> {
        // Taken before reading: a file replaced meanwhile is then found again by the patrol.
        let identity = Identity::of(path).await;
        let store = Store::open(path).await?;
        let Reference {
            provinces,
            industry_groups,
            digest,
            date,
        } = store.reference().await?;
        let zones = store.summaries().await?;
        let by_slug = (0..)
            .zip(&zones)
            .map(|(n, zone)| (zone.slug.clone(), n))
            .collect();
        let by_code = (0..)
            .zip(&zones)
            .filter_map(|(n, zone)| Some((zone.code.clone()?, n)))
            .collect();
        let new_areas = zones
            .iter()
            .filter(|zone| zone.kind == Kind::NewArea)
            .count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let outline = Outline {
            catalogue: count(zones.len() - new_areas),
            new_areas: count(new_areas),
            provinces,
            industry_groups,
            digest,
            date,
        };
        let known: Known = outline.known();
        Ok(Self {
            store,
            index: Index::new(zones, known),
            by_slug,
            by_code,
            outline,
            identity,
        })
    }
}

#[async_trait::async_trait]
impl Atlas for LiveAtlas {
    fn outline(&self) -> Outline {
        self.current.load().outline.clone()
    }

    fn select(&self, filter: &Filter) -> Selection {
        self.current.load().index.select(filter)
    }

    fn filter(&self, query: &str) -> Filter {
        Filter::parse(query, self.current.load().index.known()).0
    }

    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError> {
        let current = self.current.load_full();
        let zones = current.index.zones();
        let found = current
            .by_slug
            .get(slug)
            .and_then(|position| zones.get(*position));
        let summary = found.ok_or(PageError::NotFound)?.clone();
        let near = neighbours(zones, &summary, NEIGHBOURS);
        current.store.record(summary, near).await.map_err(|error| {
            tracing::error!(%error, %slug, "cannot read a zone");
            PageError::Unavailable
        })
    }
}
