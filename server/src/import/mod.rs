//! The import: writes a database from the data files.

mod importer;
mod index;
mod search;
mod values;

pub use importer::Importer;

use crate::dataset::{Dataset, Edition, Files, ZoneEntry, ZoneFile};
use crate::error::Error;
use crate::store::{self, DatasetName, Found, Provenance, ReferenceLists, Refusal, ZoneInput};
use domain::figure::Figure;
use domain::group::Group;
use domain::id::ZoneSlug;
use std::collections::HashMap;
use std::path::Path;

/// The database that an import writes.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The path of the file.
    pub path: &'a Path,
    /// The Brotli level of the index files, 0 to 11.
    pub brotli_level: u8,
    /// True if a file of another program may be replaced.
    pub force: bool,
}

/// Reads the data files of `folder`, or those inside the program, and writes the database.
///
/// # Errors
/// When the files contain problems, or the database cannot be written or must not be replaced. The old database then stays
/// unchanged.
pub async fn import(target: Target<'_>, folder: Option<&Path>) -> Result<(), Error> {
    let files = Files::find(folder)?;
    let read = move || Dataset::read(&files).map_err(Error::Dataset);
    let dataset = tokio::task::spawn_blocking(read)
        .await
        .map_err(Error::Task)??;
    let (edition, digest) = (dataset.edition.edition, dataset.digest.clone());
    let zones = dataset.tables.zones.len();
    let provenance = folder.map_or(Provenance::Program, |_| Provenance::Folder);
    write(target, Parts::of(dataset, provenance)).await?;
    tracing::info!(
        database = %target.path.display(),
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
/// When the database cannot be written or must not be replaced. The old database then stays unchanged.
pub async fn write(target: Target<'_>, parts: Parts) -> Result<(), Error> {
    let mut importer = Importer::begin(target, parts.lists, parts.groups).await?;
    for zone in parts.zones {
        importer.zone(zone).await?;
    }
    importer.finish(&parts.name).await
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

impl Parts {
    /// Divides a dataset into these parts.
    pub fn of(dataset: Dataset, provenance: Provenance) -> Self {
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
                provenance,
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

/// Imports the dataset inside the program, unless the database is at least as new and was written by the same rules. A
/// database that the program cannot make again is kept.
///
/// # Errors
/// The same as [`import`], and if the old database can neither be used nor replaced.
pub async fn import_if_older(target: Target<'_>) -> Result<(), Error> {
    if let Some(reason) = reason_to_import(target).await? {
        tracing::info!(database = %target.path.display(), "writing the database: {reason}");
        import(target, None).await?;
    }
    Ok(())
}

/// Returns why the dataset inside the program must be imported; `None` if the database can be used.
async fn reason_to_import(target: Target<'_>) -> Result<Option<String>, Error> {
    let refused = |why: Refusal| Error::NotReplaced {
        path: target.path.to_owned(),
        why,
    };
    let stored = match store::find(target.path).await {
        Ok(Found::Nothing) => return Ok(Some("there was none".to_owned())),
        Ok(Found::Damaged(error, Some(Provenance::Program))) => {
            return Ok(Some(format!(
                "the old one was only a copy of the dataset. {error}"
            )));
        }
        Ok(Found::Damaged(error, _)) if target.force => return Ok(Some(error.to_string())),
        Ok(Found::Damaged(error, _)) => return Err(error),
        Ok(Found::Database(stored)) => stored,
        Err(error @ Error::NotAnAtlas { .. }) if target.force => {
            return Ok(Some(error.to_string()));
        }
        Err(Error::NotAnAtlas { why, .. }) => return Err(refused(Refusal::NotOurs(why))),
        Err(error) => return Err(error),
    };
    let files = Files::embedded();
    let edition = Edition::read(&files).map_err(Error::Dataset)?.edition;
    let is_newer = stored.edition > edition;
    let why = match (stored.provenance, stored.current_rules) {
        (Provenance::Folder, true) => return Ok(None),
        (Provenance::Folder, false) if !target.force => return Err(refused(Refusal::FromFolder)),
        (Provenance::Program, false) if is_newer && !target.force => {
            return Err(refused(Refusal::Newer));
        }
        (_, false) => "another version of the program wrote the old one",
        // Compared by digest, so that a developer's change of the data is imported at once.
        (Provenance::Program, true) if is_newer || stored.digest == files.digest() => {
            return Ok(None);
        }
        (Provenance::Program, true) => "the dataset inside the program is newer",
    };
    Ok(Some(why.to_owned()))
}
