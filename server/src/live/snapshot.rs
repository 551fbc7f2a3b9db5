//! One state of the database, with everything that was put together from it.

use super::browse::Browse;
use crate::error::Error;
use crate::store::{Reference, Store};
use app::api::{Comparison, Coverage, IndicatorName, Outline};
use domain::archive::Archive;
use domain::catalogue::{Kind, name_of_listed_area};
use domain::coverage::{LeftOut, LeftOutReason, Removed};
use domain::dossier::Dossier;
use domain::filter::{Filter, Known};
use domain::id::{CatalogueCode, FigureId, IndicatorId, ZoneSlug};
use domain::league::League;
use domain::zone::ZoneSummary;
use std::collections::HashMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// How well the checks do, as `cargo xtask evaluate` measured it. It depends on the checks alone and not on the database.
const EVALUATION: &str = include_str!("../../evaluation.toml");

/// One state of the database.
pub struct Snapshot {
    pub(super) store: Store,
    /// What the list of zones is made from.
    pub browse: Browse,
    pub(super) zones: Vec<ZoneSummary>,
    known: Known,
    pub(super) removed: Vec<Removed>,
    pub(super) identity: Option<Identity>,
    pub(super) coverage: Coverage,
    /// What is known in numbers and facts.
    pub archive: Archive,
    /// What every page needs.
    pub outline: Outline,
    by_slug: HashMap<ZoneSlug, usize>,
    by_code: HashMap<CatalogueCode, usize>,
}

/// Tells one file from another at the same path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity {
    inode: u64,
    modified: (i64, i64),
}

impl Identity {
    pub(super) async fn of(path: &Path) -> Option<Self> {
        let metadata = tokio::fs::metadata(path).await.ok()?;
        Some(Self {
            inode: metadata.ino(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
        })
    }
}

impl Snapshot {
    /// Opens a database and puts together what it holds; `brotli_level` (0 to 11) is for the index files.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn load(path: &Path, brotli_level: u8) -> Result<Self, Error> {
        // Taken before reading: a file replaced meanwhile is then found again by the patrol.
        let identity = Identity::of(path).await;
        let store = Store::open(path).await?;
        let reference = store.reference().await?;
        let holdings = store.holdings().await?;
        let removed = store.removed().await?;
        let left_out = store.left_out().await?;
        let mut zones = store.summaries().await?;
        let indicators: Vec<IndicatorName> = holdings
            .indicators
            .iter()
            .map(|indicator| IndicatorName {
                id: indicator.id.clone(),
                name: indicator.name.clone(),
            })
            .collect();
        let archive = Archive::new(&zones, holdings);
        archive.tell(&mut zones);
        let by_slug = (0..)
            .zip(&zones)
            .map(|(n, zone)| (zone.slug.clone(), n))
            .collect();
        let by_code = (0..)
            .zip(&zones)
            .filter_map(|(n, zone)| Some((zone.code.clone()?, n)))
            .collect();
        let known_indicators = archive.known_indicators();
        let indicators = indicators
            .into_iter()
            .filter(|indicator| known_indicators.contains(&indicator.id))
            .collect();
        let outline = outline(reference, &zones, indicators);
        let browse = Browse::load(&store, &outline, &archive, &zones, brotli_level).await?;
        Ok(Self {
            known: outline.known(&browse.groundwork.cities),
            coverage: coverage(&archive, left_out)?,
            store,
            browse,
            zones,
            removed,
            archive,
            by_slug,
            by_code,
            outline,
            identity,
        })
    }

    /// The filter that a query string asks for.
    pub fn filter(&self, query: &str) -> Filter {
        Filter::parse(query, &self.known).0
    }

    /// A zone by its number in the index.
    pub fn zone(&self, number: usize) -> Option<&ZoneSummary> {
        self.zones.get(number)
    }

    /// The zone of an address.
    pub fn by_slug(&self, slug: &ZoneSlug) -> Option<&ZoneSummary> {
        self.zone(*self.by_slug.get(slug)?)
    }

    /// The zone of a catalogue code.
    pub fn by_code(&self, code: &CatalogueCode) -> Option<&ZoneSummary> {
        self.zone(*self.by_code.get(code)?)
    }

    /// These zones side by side, each once.
    pub fn comparison(&self, slugs: &[ZoneSlug]) -> Comparison {
        let mut zones: Vec<ZoneSummary> = Vec::new();
        for zone in slugs.iter().filter_map(|slug| self.by_slug(slug)) {
            if !zones.iter().any(|other| other.slug == zone.slug) {
                zones.push(zone.clone());
            }
        }
        Comparison {
            dossiers: zones
                .iter()
                .map(|zone| self.archive.of_zone(zone).own_figures())
                .collect(),
            national: self.archive.national().map(Dossier::own_figures).collect(),
            zones,
        }
    }

    /// One indicator over all zones.
    pub fn league(&self, id: &IndicatorId) -> Option<League> {
        self.archive.league(&self.zones, id)
    }

    /// A figure with what is needed to question it.
    pub fn figure(&self, id: &FigureId) -> Option<Dossier> {
        if let Some(home) = self.archive.home_of(id) {
            return home.about(id);
        }
        // The area that a list gives of a zone of which nothing else is known.
        let name = name_of_listed_area(id)?;
        let zone = name
            .to_ascii_uppercase()
            .parse()
            .ok()
            .and_then(|code| self.by_code(&code))
            .or_else(|| self.by_slug(&name.parse().ok()?))?;
        self.archive.of_zone(zone).about(id)
    }
}

fn outline(reference: Reference, zones: &[ZoneSummary], indicators: Vec<IndicatorName>) -> Outline {
    let new_areas = zones
        .iter()
        .filter(|zone| zone.kind == Kind::NewArea)
        .count();
    Outline {
        catalogue: count(zones.len() - new_areas),
        new_areas: count(new_areas),
        provinces: reference.provinces,
        industry_groups: reference.industry_groups,
        indicators,
        digest: reference.digest,
        date: reference.date,
        origin: String::new(),
    }
}

fn coverage(archive: &Archive, left_out: Vec<LeftOut>) -> Result<Coverage, Error> {
    let (with_figures, with_history) = archive.zones_with_figures();
    Ok(Coverage {
        indicators: archive.coverage(),
        with_figures,
        with_history,
        groups: archive.groups().to_vec(),
        cautions: archive.judged(),
        left_out: LeftOutReason::ALL
            .iter()
            .map(|reason| {
                let lines = left_out.iter().filter(|line| line.reason == *reason);
                (*reason, count(lines.count()))
            })
            .filter(|(_, lines)| *lines > 0)
            .collect(),
        notable: left_out
            .into_iter()
            .filter(|line| line.note.is_some())
            .collect(),
        evaluation: toml::from_str(EVALUATION).map_err(Error::Evaluation)?,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
