//! An open database. It implements [`Atlas`], through which pages read data.

use super::index_manifest;
use crate::documents::Documents;
use crate::error::Error;
use crate::store::{Reference, Store};
use app::atlas::Atlas;
use app::records::{
    Comparison, Coverage, FigureAnswer, IndexManifest, IndicatorName, PageError, Shown, SiteLists,
};
use domain::coverage::{LeftOut, LeftOutReason};
use domain::document::Copy;
use domain::evaluation::Evaluation;
use domain::filter::{Filter, Index, ListedZone, PAGE_SIZE, ValidValues};
use domain::group::{Group, GroupRecord};
use domain::id::{CatalogueCode, FigureId, GroupId, IndicatorId, SourceId, ZoneSlug};
use domain::profile::SourceRecord;
use domain::profile::{Owner, Profile};
use domain::ranking::{Ranking, RankingPart};
use domain::source::SourceLine;
use domain::zone::{ZoneRecord, ZoneSummary};
use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

/// The measured quality of the checks, written by `cargo xtask evaluate`. It depends on the checks and not on the
/// database.
const EVALUATION: &str = include_str!("../../evaluation.toml");

/// The maximum number of attempts to open a file that is replaced while it is opened.
const ATTEMPTS: usize = 5;

/// The number of databases that this process has opened.
static EDITIONS: AtomicU64 = AtomicU64::new(0);

/// A database, open for reading. The filter index and the lists that do not grow with the data are in memory; all other
/// data is read when a page needs it.
pub struct OpenAtlas {
    pub(super) identity: Option<Identity>,
    /// The number of this database among all that this process has opened, from 0.
    pub edition: u64,
    /// The connections to the file.
    pub store: Store,
    /// Reference lists and totals.
    pub reference: Reference,
    /// The site metadata, which every page needs.
    pub site_metadata: Arc<SiteLists>,
    /// The filter index.
    pub index: Index,
    index_manifest: Arc<IndexManifest>,
    known: ValidValues,
    evaluation: Evaluation,
    documents: Documents,
}

/// Identifies a file and its state, to detect that the file at a path was replaced or changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
    length: u64,
    modified: (i64, i64),
}

impl Identity {
    pub(super) async fn of(path: &Path) -> Option<Self> {
        let metadata = tokio::fs::metadata(path).await.ok()?;
        Some(Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            length: metadata.len(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
        })
    }

    /// True if both are the same file, even if its content has changed.
    pub(super) fn is_file_of(self, other: Self) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

impl OpenAtlas {
    /// Opens a database. `documents` is the folder of the reader's own copies of sources.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn open(path: &Path, documents: Documents) -> Result<Self, Error> {
        let (identity, store) = open_store(path).await?;
        let reference = store.reference().await?;
        let site_metadata = Arc::new(site_metadata(&reference));
        let (index, index_manifest) =
            index_manifest::load(&store, &reference, &site_metadata).await?;
        Ok(Self {
            identity,
            edition: EDITIONS.fetch_add(1, Ordering::Relaxed),
            known: site_metadata.known(&index_manifest.cities),
            store,
            reference,
            site_metadata,
            index,
            index_manifest: Arc::new(index_manifest),
            evaluation: toml::from_str(EVALUATION).map_err(Error::Evaluation)?,
            documents,
        })
    }

    /// Parses a query string into a filter. Values that do not occur in the data are ignored.
    pub fn filter(&self, query: &str) -> Filter {
        Filter::parse(query, &self.known).0
    }

    /// Parses a query string into a filter if it is simple: at most two values, all valid, no search, no picked zones,
    /// and a page that exists. `None` for all other query strings. The data limits the number of simple filters, so
    /// their responses can be cached.
    pub fn plain_filter(&self, query: &str) -> Option<Filter> {
        let (filter, notices) = Filter::parse(query, &self.known);
        let is_there = filter.page as usize * PAGE_SIZE < self.index.columns().len();
        let is_plain = filter.q.is_empty() && filter.picks.is_empty() && filter.pairs().len() <= 2;
        (notices.is_empty() && is_there && is_plain).then_some(filter)
    }

    /// Returns when the folder of the reader's own documents last changed; `None` if there is no folder.
    pub async fn documents_changed(&self) -> Option<SystemTime> {
        self.documents.changed().await
    }

    /// Reads a zone and its profile; `None` if there is no such zone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn zone_profile(
        &self,
        slug: &ZoneSlug,
    ) -> Result<Option<(ZoneSummary, Profile)>, Error> {
        let Some(zone) = self.store.zone(slug).await? else {
            return Ok(None);
        };
        let owner = (Owner::Zone(slug.clone()), zone.name.clone());
        let profile = self.store.profile(owner, &self.reference).await?;
        Ok(Some((zone, profile)))
    }

    /// Reads a group and its profile; `None` if there is no such group.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn group_profile(&self, id: &GroupId) -> Result<Option<(&Group, Profile)>, Error> {
        let mut groups = self.reference.groups.iter();
        let Some(group) = groups.find(|group| &group.id == id) else {
            return Ok(None);
        };
        let owner = (Owner::Group(id.clone()), group.name.clone());
        let profile = self.store.profile(owner, &self.reference).await?;
        Ok(Some((group, profile)))
    }

    /// Reads a figure with everything related to it (see [`Profile::about`]); `None` if there is no such figure.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn figure_profile(&self, id: &FigureId) -> Result<Option<Profile>, Error> {
        let Some(owner) = self.store.owner_of(id).await? else {
            return Ok(None);
        };
        let profile = self.store.profile(owner, &self.reference).await?;
        Ok(profile.about(id))
    }

    /// Reads zones for a comparison, by slug or catalogue code. Each zone appears once, and unknown names are left out.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn comparison(&self, names: &[String]) -> Result<Comparison, Error> {
        let codes: Vec<CatalogueCode> = names.iter().filter_map(|name| code_of(name)).collect();
        let by_code = match codes[..] {
            [] => HashMap::new(),
            _ => self.store.slugs_by_code(&codes).await?,
        };
        let mut each: Vec<ZoneSlug> = Vec::new();
        for name in names {
            let slug = match code_of(name) {
                Some(code) => by_code.get(&code).cloned(),
                None => name.parse().ok(),
            };
            each.extend(slug.filter(|slug| !each.contains(slug)));
        }
        let zones = self.store.zones(&each).await?;
        let of_zones = zones
            .iter()
            .map(|zone| (Owner::Zone(zone.slug.clone()), zone.name.clone()));
        let groups = &self.reference.groups;
        let of_groups = groups
            .iter()
            .filter(|group| group.national)
            .map(|group| (Owner::Group(group.id.clone()), group.name.clone()));
        let owners = of_zones.chain(of_groups).collect();
        let profiles = self.store.profiles(owners, &self.reference).await?;
        let mut profiles = profiles.iter().map(Profile::own_figures);
        Ok(Comparison {
            profiles: profiles.by_ref().take(zones.len()).collect(),
            national: profiles.collect(),
            zones,
        })
    }

    /// Reads part of the ranking of an indicator; `None` if there is no such indicator.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn ranking(
        &self,
        id: &IndicatorId,
        part: &RankingPart,
    ) -> Result<Option<Ranking>, Error> {
        let Some(indicator) = self.reference.indicator(id) else {
            return Ok(None);
        };
        let ranking = self.store.ranking(indicator, part, &self.reference);
        Ok(Some(ranking.await?))
    }

    /// Reads an index file by the last part of its address, compressed with Brotli if `packed` is true. `None` if there
    /// is no file with this name and hash.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn index_file(&self, file: &str, packed: bool) -> Result<Option<Vec<u8>>, Error> {
        match index_manifest::parse_name(file) {
            Some((name, hash)) if packed => self.store.packed_index_file(name, hash).await,
            Some((name, hash)) => {
                let (found, plain) = self.store.index_file(name).await?;
                Ok((found == hash).then_some(plain))
            }
            None => Ok(None),
        }
    }

    async fn record(&self, slug: &ZoneSlug) -> Result<Option<ZoneRecord>, Error> {
        let Some((summary, profile)) = self.zone_profile(slug).await? else {
            return Ok(None);
        };
        let listed = self.store.listed(slug).await?;
        let (other_names, industries) = self.store.names_and_industries(slug).await?;
        Ok(Some(ZoneRecord {
            summary,
            other_names,
            county: listed.county,
            catalogue_name: listed.catalogue_name,
            industries,
            new_area: listed.new_area,
            lead: listed.lead,
            profile,
            neighbours: self.store.neighbours(slug).await?,
        }))
    }

    async fn figure_answer(&self, id: &FigureId) -> Result<Option<FigureAnswer>, Error> {
        if let Some(profile) = self.figure_profile(id).await? {
            let copy = self.copy(&profile, id).await;
            return Ok(Some(FigureAnswer::Found {
                profile: Box::new(profile),
                copy,
            }));
        }
        let removal = self.store.removal(id).await?;
        Ok(removal.map(|reason| FigureAnswer::Removed { reason }))
    }

    /// Compares the receipt of a figure with the reader's copy of its source; `None` if this server has no copy.
    async fn copy(&self, profile: &Profile, id: &FigureId) -> Option<Copy> {
        let receipt = profile.figure(id)?.receipt()?;
        let text = self.documents.read(&receipt.source).await?;
        let source = profile.source(&receipt.source);
        let sha256 = source.and_then(|source| source.sha256.as_deref());
        Some(text.copy_of(receipt, sha256))
    }

    async fn data_coverage(&self) -> Result<Coverage, Error> {
        let reference = &self.reference;
        let found = self.store.coverage(reference).await?;
        Ok(Coverage {
            indicators: found.indicators,
            with_figures: reference.zones_with_figures,
            with_history: reference.zones_with_history,
            series: reference.series,
            groups: reference.groups.clone(),
            cautions: found.cautions,
            left_out: by_reason(&found.left_out),
            notable: found
                .left_out
                .into_iter()
                .filter(|(line, _)| line.note.is_some())
                .collect(),
            evaluation: self.evaluation.clone(),
        })
    }
}

/// Opens a file. If it is replaced meanwhile, opens it again, so that all connections read the same file.
async fn open_store(path: &Path) -> Result<(Option<Identity>, Store), Error> {
    let mut attempt = 1;
    loop {
        let before = Identity::of(path).await;
        let store = Store::open(path).await?;
        let after = Identity::of(path).await;
        if before == after || attempt == ATTEMPTS {
            return Ok((before, store));
        }
        attempt += 1;
    }
}

fn site_metadata(reference: &Reference) -> SiteLists {
    let indicators = reference.counted_indicators();
    let known = indicators.filter(|(_, totals)| totals.counts.zones > 0);
    SiteLists {
        provinces: reference.provinces.clone(),
        industry_groups: reference.industry_groups.clone(),
        indicators: known
            .map(|(indicator, _)| IndicatorName {
                id: indicator.id.clone(),
                name: indicator.name.clone(),
            })
            .collect(),
        catalogue: reference.catalogue_zones,
        new_areas: reference.new_areas,
        new_zones: reference.new_zones,
        digest: reference.digest.clone(),
        date: reference.date.clone(),
    }
}

/// Counts the statements that were left out, by reason. Reasons that do not occur are omitted.
fn by_reason<T>(left_out: &[(LeftOut, T)]) -> Vec<(LeftOutReason, u32)> {
    let count = |reason: LeftOutReason| {
        let lines = left_out.iter().filter(|(line, _)| line.reason == reason);
        (reason, lines.map(|_| 1).sum())
    };
    let counted = LeftOutReason::ALL.iter().map(|reason| count(*reason));
    counted.filter(|(_, lines)| *lines > 0).collect()
}

/// Logs an error and returns the error that the page gets.
fn unavailable(error: &Error) -> PageError {
    tracing::error!(%error, "cannot read what a page shows");
    PageError::Unavailable
}

/// Returns what was found, or the error that the page gets.
fn answer<T>(found: Result<Option<T>, Error>) -> Result<T, PageError> {
    let found = found.map_err(|error| unavailable(&error))?;
    found.ok_or(PageError::NotFound)
}

#[async_trait::async_trait]
impl Atlas for OpenAtlas {
    async fn site_metadata(&self) -> Arc<SiteLists> {
        Arc::clone(&self.site_metadata)
    }

    async fn index_manifest(&self) -> Arc<IndexManifest> {
        Arc::clone(&self.index_manifest)
    }

    async fn shown(&self, query: &str) -> Shown {
        let filter = self.filter(query);
        Shown {
            query: filter.query(),
            result: self.index.select(&filter),
        }
    }

    async fn listed(&self, query: &str) -> Vec<ListedZone> {
        let zones = self.index.matching(&self.filter(query));
        let columns = self.index.columns();
        let rows = zones.into_iter().map(|zone| columns.row(zone as usize));
        rows.flatten().collect()
    }

    async fn comparison(&self, names: &[String]) -> Result<Comparison, PageError> {
        let found = Self::comparison(self, names).await;
        found.map_err(|error| unavailable(&error))
    }

    async fn ranking(&self, id: &IndicatorId, part: &RankingPart) -> Result<Ranking, PageError> {
        answer(Self::ranking(self, id, part).await)
    }

    async fn zone(&self, slug: &ZoneSlug) -> Result<ZoneRecord, PageError> {
        answer(self.record(slug).await)
    }

    async fn group(&self, id: &GroupId) -> Result<GroupRecord, PageError> {
        let found = self.group_profile(id).await;
        answer(found.map(|found| {
            found.map(|(group, profile)| GroupRecord {
                group: group.clone(),
                profile,
            })
        }))
    }

    async fn figure(&self, id: &FigureId) -> Result<FigureAnswer, PageError> {
        answer(self.figure_answer(id).await)
    }

    async fn sources(&self) -> Result<Vec<SourceLine>, PageError> {
        let found = self.store.sources().await;
        found.map_err(|error| unavailable(&error))
    }

    async fn source(&self, id: &SourceId) -> Result<SourceRecord, PageError> {
        answer(self.store.source(id, &self.reference).await)
    }

    async fn coverage(&self) -> Result<Coverage, PageError> {
        let found = self.data_coverage().await;
        found.map_err(|error| unavailable(&error))
    }
}

/// Parses a catalogue code, in upper or lower case; `None` if the name is not a code.
fn code_of(name: &str) -> Option<CatalogueCode> {
    name.to_ascii_uppercase().parse().ok()
}
