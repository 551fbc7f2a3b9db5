//! The dataset: data files parsed into domain types, judged as a whole.

mod described;
mod document;
mod entries;
mod files;
mod lists;
mod problem;
mod rules;
mod table;
mod tables;

pub use described::{GroupFile, ZoneFile};
pub use files::Files;
pub use lists::Lists;
pub use problem::Problem;
pub use tables::{Tables, ZoneEntry};

use document::Document;
use domain::date::PartialDate;
use domain::indicator::Indicator;
use domain::source::Source;
use problem::Problems;
use rules::Context;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Which release of the data it is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Counted up with every release.
    pub edition: u32,
    /// The day of the release.
    pub date: PartialDate,
}

/// The file that says which release it is.
const EDITION: &str = "dataset.toml";

impl Edition {
    /// Reads which release the data files are.
    ///
    /// # Errors
    /// What is wrong in the file that says so.
    pub fn read(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let edition = Self::find(files, &mut problems);
        problems.into_result()?;
        edition.ok_or_else(Vec::new)
    }

    /// The same, where problems of other files are collected as well.
    fn find(files: &Files, problems: &mut Problems) -> Option<Self> {
        let edition = whole(files, EDITION, problems);
        if edition.is_none() {
            problems.add(EDITION, 0, 0, "the file is missing or names no edition");
        }
        edition
    }
}

/// All data files, parsed and judged sound.
#[derive(Debug)]
pub struct Dataset {
    /// Which release it is.
    pub edition: Edition,
    /// SHA-256 over all files.
    pub digest: String,
    /// Divisions, industries and the lists of zones.
    pub tables: Tables,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// What was read.
    pub sources: Vec<Source>,
    /// The zones of which more is known than the lists say.
    pub zones: Vec<ZoneFile>,
    /// The groups of zones.
    pub groups: Vec<GroupFile>,
    /// The lists that speak of figures.
    pub lists: Lists,
}

impl Dataset {
    /// Reads and judges all files.
    ///
    /// # Errors
    /// Everything that is wrong in them, with file and line.
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
    Document::read(file, files.get(file)?, problems)?.rest(problems)
}

fn without_lines<T>(entries: Vec<(usize, T)>) -> Vec<T> {
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The entries `[[name]]` of a file that holds nothing else, with their lines.
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
    let Some(mut document) = Document::read(file, text, problems) else {
        return Vec::new();
    };
    let entries = document.entries(name, problems);
    let _: Option<Nothing> = document.rest(problems);
    entries
}
