//! `zone-atlas check`: everything wrong, doubtful or contradictory in the data files.

use crate::dataset::{Dataset, Files, Problem};
use crate::documents::Documents;
use crate::error::Error;
use crate::export::{CautionLine, ConflictLine, DoubtsFile};
use crate::import;
use crate::live::OpenAtlas;
use serde::Serialize;
use std::fmt;
use std::path::Path;

/// What a check of the data files found.
#[derive(Debug, Serialize)]
pub struct Report {
    /// SHA-256 over the data files.
    pub digest: String,
    /// What keeps the dataset from being imported.
    pub errors: Vec<Problem>,
    /// The checks that fired; none where there are errors.
    pub cautions: Vec<CautionLine>,
    /// Figures for one thing that cannot all be true; none where there are errors.
    pub conflicts: Vec<ConflictLine>,
    /// Cautions that no person has judged.
    pub not_judged: Vec<String>,
    /// Judgements of cautions that do not fire.
    pub idle_judgements: Vec<String>,
}

/// Reads the data files of `folder`, or those the program carries, and says what is wrong, doubtful
/// or contradictory in them. What it says is what the site would show: it goes through the same
/// database, in a file of its own.
///
/// # Errors
/// When the files cannot be read, or no temporary file written. What is wrong in the files is no
/// error of this function but part of the report.
pub async fn check(folder: Option<&Path>) -> Result<Report, Error> {
    let files = Files::find(folder)?;
    let dataset = match Dataset::read(&files) {
        Ok(dataset) => dataset,
        Err(errors) => {
            return Ok(Report {
                digest: files.digest(),
                errors,
                cautions: Vec::new(),
                conflicts: Vec::new(),
                not_judged: Vec::new(),
                idle_judgements: Vec::new(),
            });
        }
    };
    let atlas = temporary(dataset).await?;
    let doubts = DoubtsFile::of(&atlas).await?;
    let not_judged = atlas
        .store
        .judged(&atlas.reference)
        .await?
        .iter()
        .filter(|judged| judged.judgement.is_none())
        .flat_map(|judged| &judged.dossier.cautions)
        .map(|caution| caution.key().to_string())
        .collect();
    let idle_judgements = atlas.store.idle_judgements().await?;
    Ok(Report {
        digest: files.digest(),
        errors: Vec::new(),
        cautions: doubts.cautions,
        conflicts: doubts.conflicts,
        not_judged,
        idle_judgements,
    })
}

/// What the site would serve of a dataset, from a database that is gone when it is no longer used.
///
/// # Errors
/// When no temporary file can be written.
pub async fn temporary(dataset: Dataset) -> Result<OpenAtlas, Error> {
    let folder = tempfile::tempdir().map_err(|source| Error::DatabaseFile {
        path: std::env::temp_dir(),
        source,
    })?;
    let database = folder.path().join("check.db");
    // Nobody downloads its index files, so the fastest compression is enough.
    import::write(&database, dataset, 0).await?;
    // The open file stays readable after its folder is gone.
    OpenAtlas::open(&database, Documents::of(folder.path())).await
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in &self.errors {
            writeln!(f, "error {error}")?;
        }
        for caution in &self.cautions {
            write!(f, "{caution}")?;
        }
        for conflict in &self.conflicts {
            write!(f, "{conflict}")?;
        }
        for key in &self.not_judged {
            writeln!(f, "not judged {key}")?;
        }
        for key in &self.idle_judgements {
            writeln!(f, "judged but not fired {key}")?;
        }
        writeln!(
            f,
            "{} errors, {} cautions, {} conflicts; dataset {}",
            self.errors.len(),
            self.cautions.len(),
            self.conflicts.len(),
            self.digest
        )
    }
}
