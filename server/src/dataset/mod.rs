//! The dataset: data files parsed into domain types, judged as a whole.

mod document;
mod files;
mod problem;
mod rules;
mod table;
mod tables;
mod zone_file;

pub use files::Files;
pub use problem::Problem;
pub use tables::{City, Entry, ListedZone, Tables};
pub use zone_file::ZoneFile;

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
    /// The described zones.
    pub zones: Vec<ZoneFile>,
}

impl Dataset {
    /// Reads and judges all files.
    ///
    /// # Errors
    /// Everything that is wrong in them, with file and line.
    pub fn read(files: &Files) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::default();
        let edition: Option<Edition> = whole(files, "dataset.toml", &mut problems);
        let tables = Tables::read(files, &mut problems);
        let indicators: Vec<Indicator> = list(files, "indicators.toml", "indicator", &mut problems);
        let sources: Vec<Source> = list(files, "sources.toml", "source", &mut problems);
        let zones: Vec<ZoneFile> = files
            .zones()
            .filter_map(|(file, text)| ZoneFile::read(file, text, &mut problems))
            .collect();
        let context = Context {
            tables: &tables,
            indicators: &indicators,
            sources: &sources,
        };
        rules::judge(&zones, &context, &mut problems);
        if edition.is_none() {
            problems.add(
                "dataset.toml",
                0,
                0,
                "the file is missing or names no edition",
            );
        }
        problems.into_result()?;
        edition.map_or_else(
            || Err(Vec::new()),
            |edition| {
                Ok(Self {
                    edition,
                    digest: files.digest(),
                    tables,
                    indicators,
                    sources,
                    zones,
                })
            },
        )
    }
}

fn whole<T: DeserializeOwned>(files: &Files, file: &str, problems: &mut Problems) -> Option<T> {
    Document::read(file, files.get(file)?, problems)?.rest(problems)
}

/// The entries `[[name]]` of a file that holds nothing else.
fn list<T: DeserializeOwned>(
    files: &Files,
    file: &str,
    name: &str,
    problems: &mut Problems,
) -> Vec<T> {
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
    entries.into_iter().map(|(_, entry)| entry).collect()
}
