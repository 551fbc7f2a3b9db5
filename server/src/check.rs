//! The command `zone-atlas check`: finds all errors, cautions and conflicts in the data files.

use crate::dataset::{Dataset, Files, Problem};
use crate::documents::Documents;
use crate::error::Error;
use crate::export::{CautionLine, CautionsFile, ConflictLine};
use crate::import::{self, Parts};
use crate::live::OpenAtlas;
use crate::store::Provenance;
use serde::Serialize;
use std::fmt;
use std::path::Path;

/// The result of a check of the data files.
#[derive(Debug, Serialize)]
pub struct Report {
    /// SHA-256 over the data files, in hexadecimal.
    pub digest: String,
    /// The problems that prevent an import.
    pub errors: Vec<Problem>,
    /// The cautions that fired; empty if there are errors.
    pub cautions: Vec<CautionLine>,
    /// Competing figures that cannot all be true; empty if there are errors.
    pub conflicts: Vec<ConflictLine>,
    /// The keys of cautions that no person has judged.
    pub not_judged: Vec<String>,
    /// The keys of judgements whose caution no longer fires.
    pub idle_judgements: Vec<String>,
}

/// Checks the data files of `folder`, or those inside the program. The data goes through a temporary database, so the
/// report contains the same cautions and conflicts as the site.
///
/// # Errors
/// When the files cannot be read or no temporary file can be written. Problems in the data files are part of the report
/// and not an error of this function.
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
    let doubts = CautionsFile::of(&atlas).await?;
    let not_judged = atlas
        .store
        .judged(&atlas.reference)
        .await?
        .iter()
        .filter(|judged| judged.judgement.is_none())
        .flat_map(|judged| &judged.profile.cautions)
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

/// Imports a dataset into a temporary database and opens it. The file is deleted when the result is dropped.
///
/// # Errors
/// When no temporary file can be written.
pub async fn temporary(dataset: Dataset) -> Result<OpenAtlas, Error> {
    let folder = tempfile::tempdir().map_err(|source| Error::DatabaseFile {
        path: std::env::temp_dir(),
        source,
    })?;
    let database = folder.path().join("check.db");
    // Nobody downloads the index files of this database, so the fastest compression is enough.
    let target = import::Target {
        path: &database,
        brotli_level: 0,
        force: false,
    };
    import::write(target, Parts::of(dataset, Provenance::Program)).await?;
    // The open file remains readable after its folder is deleted.
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
            writeln!(f, "judgement without caution {key}")?;
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
