//! The dataset: the data files, parsed into domain types and checked together.

mod cells;
mod entity_files;
mod entries;
mod files;
mod lists;
mod problem;
mod rules;
mod table;
mod tables;
mod toml_file;
mod zone_tables;

pub use entity_files::{GroupFile, ZoneFile};
pub use files::Files;
pub use lists::{LEFT_OUT, Lists};
pub use problem::Problem;
pub use table::tab_separated;
pub use tables::Tables;
pub use zone_tables::ZoneEntry;

use domain::date::PartialDate;
use domain::indicator::Indicator;
use domain::source::Source;
use problem::Problems;
use rules::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml_file::TomlFile;

/// The release of the data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// A number that increases with every release.
    pub edition: u32,
    /// The date of the release.
    pub date: PartialDate,
}

/// The file that contains the release.
const EDITION: &str = "dataset.toml";

impl Edition {
    /// Reads the release of the data files.
    ///
    /// # Errors
    /// The problems in `dataset.toml`.
    pub fn read(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let edition = Self::find(files, &mut problems);
        problems.into_result()?;
        edition.ok_or_else(Vec::new)
    }

    /// Reads the release and adds problems to those of other files.
    fn find(files: &Files, problems: &mut Problems) -> Option<Self> {
        let edition = whole(files, EDITION, problems);
        if edition.is_none() {
            problems.add(EDITION, 0, 0, "the file is missing or names no edition");
        }
        edition
    }
}

/// All data files, parsed and without problems.
#[derive(Debug)]
pub struct Dataset {
    /// The release.
    pub edition: Edition,
    /// SHA-256 over all files, in hexadecimal.
    pub digest: String,
    /// The provinces, cities, industries, synonyms and lists of zones.
    pub tables: Tables,
    /// The indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// The sources, in the order of the file.
    pub sources: Vec<Source>,
    /// The zones with a file of their own: more is known of them than the lists state.
    pub zones: Vec<ZoneFile>,
    /// The groups of zones.
    pub groups: Vec<GroupFile>,
    /// The lists about figures.
    pub lists: Lists,
}

impl Dataset {
    /// Reads and checks all files.
    ///
    /// # Errors
    /// All problems in the files, with file and line.
    pub fn read(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let edition = Edition::find(files, &mut problems);
        let tables = Tables::read(files, &mut problems);
        let indicators: Vec<(usize, Indicator)> =
            list(files, "indicators.toml", "indicator", &mut problems);
        let sources: Vec<(usize, Source)> = list(files, "sources.toml", "source", &mut problems);
        let mut zones: Vec<ZoneFile> = files
            .within("zones/")
            .filter_map(|(file, text)| ZoneFile::read(file, text, &mut problems))
            .collect();
        let mut groups: Vec<GroupFile> = files
            .within("groups/")
            .filter_map(|(file, text)| GroupFile::read(file, text, &mut problems))
            .collect();
        let lists = Lists::read(files, &mut problems);
        lists::correct(files, &mut zones, &mut groups, &mut problems);
        let context = Context {
            tables: &tables,
            indicators: &indicators,
            sources: &sources,
            groups: &groups,
            lists: &lists,
        };
        rules::judge(&zones, &context, &mut problems);
        problems.into_result()?;
        edition.map_or_else(
            || Err(Vec::new()),
            |edition| {
                Ok(Self {
                    edition,
                    digest: files.digest(),
                    tables,
                    indicators: without_lines(indicators),
                    sources: without_lines(sources),
                    zones,
                    groups,
                    lists,
                })
            },
        )
    }
}

fn whole<T: DeserializeOwned>(files: &Files, file: &str, problems: &mut Problems) -> Option<T> {
    TomlFile::read(file, files.get(file)?, problems)?.rest(problems)
}

fn without_lines<T>(entries: Vec<(usize, T)>) -> Vec<T> {
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// Returns the entries `[[name]]` of a file, with lines. Anything else in the file is a problem.
fn list<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    name: &str,
    problems: &mut Problems,
) -> Vec<(usize, T)> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}

    let Some(text) = files.get(file) else {
        problems.add(file, 0, 0, "the file is missing");
        return Vec::new();
    };
    let Some(mut toml_file) = TomlFile::read(file, text, problems) else {
        return Vec::new();
    };
    let entries = toml_file.entries(name, problems);
    let _: Option<Nothing> = toml_file.rest(problems);
    entries
}
