//! The import: writes a database from the data files.

mod importer;
mod index;
mod search;
mod values;

pub use importer::Importer;

use crate::dataset::{Dataset, Edition, Files, ZoneEntry, ZoneFile};
use crate::error::Error;
use crate::store::{self, DatasetName, ReferenceLists, ZoneInput};
use domain::figure::Figure;
use domain::group::Group;
use domain::id::ZoneSlug;
use std::collections::HashMap;
use std::path::Path;

/// Reads the data files of `folder`, or those inside the program, and writes the database. `brotli_level` (0 to 11)
/// compresses the index files.
///
/// # Errors
/// When the files contain problems or the database cannot be written. The old database then stays unchanged.
pub async fn import(database: &Path, folder: Option<&Path>, brotli_level: u8) -> Result<(), Error> {
    let files = Files::find(folder)?;
    let read = move || Dataset::read(&files).map_err(Error::Dataset);
    let dataset = tokio::task::spawn_blocking(read)
        .await
        .map_err(Error::Task)??;
    let (edition, digest) = (dataset.edition.edition, dataset.digest.clone());
    let zones = dataset.tables.zones.len();
    write(database, dataset, brotli_level).await?;
    tracing::info!(
        database = %database.display(),
        zones,
        edition,
        digest = %&digest[..12],
        "imported the dataset"
    );
    Ok(())
}

/// Writes a database from a checked dataset.
///
/// # Errors
/// When the database cannot be written. The old database then stays unchanged.
pub async fn write(database: &Path, dataset: Dataset, brotli_level: u8) -> Result<(), Error> {
    let parts = Parts::from(dataset);
    let mut importer = Importer::begin(database, parts.lists, parts.groups).await?;
    for zone in parts.zones {
        importer.zone(zone).await?;
    }
    importer.finish(&parts.name, brotli_level).await
}

/// A dataset in the form that [`Importer`] needs.
#[derive(Debug)]
pub struct Parts {
    /// The edition, date and digest of the dataset.
    pub name: DatasetName,
    /// The lists that are written to the database without calculation.
    pub lists: ReferenceLists,
    /// The groups of zones, each with its stated figures.
    pub groups: Vec<(Group, Vec<Figure>)>,
    /// The zones, in the order of the lists.
    pub zones: Vec<ZoneInput>,
}

impl From<Dataset> for Parts {
    fn from(dataset: Dataset) -> Self {
        let described = dataset.zones.into_iter();
        let mut described: HashMap<ZoneSlug, ZoneFile> =
            described.map(|zone| (zone.slug.clone(), zone)).collect();
        let zones = dataset.tables.zones.into_iter().map(|entry| {
            let file = described.remove(&entry.summary.slug);
            input(entry, file)
        });
        let zones = zones.collect();
        let groups = dataset.groups.into_iter();
        let groups = groups.map(|file| (file.group, without_lines(file.figures)));
        Self {
            name: DatasetName {
                edition: dataset.edition.edition,
                date: dataset.edition.date,
                digest: dataset.digest,
            },
            lists: ReferenceLists {
                provinces: dataset.tables.provinces,
                cities: dataset.tables.cities.into_iter().collect(),
                industry_groups: dataset.tables.industry_groups,
                synonyms: dataset.tables.synonyms,
                indicators: dataset.indicators,
                sources: dataset.sources,
                rates: dataset.lists.rates,
                judgements: without_lines(dataset.lists.judgements),
                left_out: without_lines(dataset.lists.left_out),
                removed: without_lines(dataset.lists.removed),
            },
            groups: groups.collect(),
            zones,
        }
    }
}

/// Builds a zone from its row in a table and, if there is one, its own file.
fn input(entry: ZoneEntry, described: Option<ZoneFile>) -> ZoneInput {
    let mut summary = entry.summary;
    let mut county = entry.county;
    let listed_name = summary.name.clone();
    let mut other_names = Vec::new();
    let (mut lead, mut facts, mut figures) = (None, Vec::new(), Vec::new());
    if let Some(file) = described {
        // The zone file may use another name than the lists.
        if let Some(name) = file.name.filter(|name| *name != listed_name) {
            summary.name = name;
            other_names.push(listed_name.clone());
        }
        summary.today = file.today;
        county = county.or(file.county);
        other_names.extend(file.other_names);
        lead = file.lead;
        facts = without_lines(file.facts);
        figures = without_lines::<Figure>(file.figures);
    }
    ZoneInput {
        catalogue_name: summary.code.is_some().then_some(listed_name),
        summary,
        other_names,
        county,
        industries: entry.industries,
        new_area: entry.new_area,
        lead,
        facts,
        figures,
    }
}

fn without_lines<T>(entries: Vec<(usize, T)>) -> Vec<T> {
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// Imports the dataset inside the program, unless the database is at least as new and was written by the same rules.
///
/// # Errors
/// The same as [`import`].
pub async fn import_if_older(database: &Path, brotli_level: u8) -> Result<(), Error> {
    let files = Files::embedded();
    let edition = || Edition::read(&files).map_err(Error::Dataset);
    match store::stored(database).await {
        Ok(None) => {}
        Ok(Some(stored)) if !stored.current_rules => {
            tracing::info!(database = %database.display(), "another version of the program wrote the database; it is imported again");
            if stored.edition > edition()?.edition {
                set_aside(database).await?;
            }
        }
        // Compared by digest, so that a developer's change of the data is imported at once.
        Ok(Some(stored)) if stored.digest == files.digest() => return Ok(()),
        // Somebody put a newer edition there on purpose.
        Ok(Some(stored)) => {
            if stored.edition > edition()?.edition {
                return Ok(());
            }
        }
        Err(error) => {
            tracing::warn!(%error, "the database cannot be used");
            set_aside(database).await?;
        }
    }
    import(database, None, brotli_level).await
}

/// Renames a file that cannot be used instead of deleting it: it may belong to another program, or contain a dataset
/// that this program does not have.
async fn set_aside(database: &Path) -> Result<(), Error> {
    let mut name = database.file_name().unwrap_or_default().to_owned();
    name.push(".unusable");
    let unusable = database.with_file_name(name);
    tokio::fs::rename(database, &unusable)
        .await
        .map_err(|source| Error::DatabaseFile {
            path: database.to_owned(),
            source,
        })?;
    tracing::warn!(file = %unusable.display(), "an unusable database was renamed");
    Ok(())
}
