//! Writes the files of `.sqlx/`, or compares them with the correct ones.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use super::schema;
use crate::folder;
use crate::process;
use crate::progress::{self, Stages};
use crate::workspace::Workspace;

/// The content of the files in a folder, by name.
type Files = BTreeMap<OsString, Vec<u8>>;

/// Compiles the server, so that the macros describe every query again. Then replaces `.sqlx/`, or only compares it if
/// `check` is set.
pub fn prepare(workspace: &Workspace, check: bool) -> Result<()> {
    let committed = workspace.root().join(".sqlx");
    let fresh = workspace.root().join(".sqlx.new");
    folder::remove(&fresh)?;
    folder::create(&fresh)?;
    let outcome = describe(workspace, &fresh).and_then(|()| {
        if check {
            compare(&committed, &fresh)
        } else {
            store(workspace, &committed, &fresh)
        }
    });
    folder::remove(&fresh)?;
    outcome
}

fn describe(workspace: &Workspace, fresh: &Path) -> Result<()> {
    let mut stages = Stages::new(2);
    let temporary =
        tempfile::tempdir().context("cannot create a temporary folder: check TMPDIR")?;
    let database = temporary.path().join("schema.db");
    stages.run("schema", || {
        schema::create(
            &database,
            &workspace.root().join("migrations/0001_schema.sql"),
        )
    })?;
    stages.run("queries", || {
        touch(&workspace.root().join("server/src/lib.rs"))?;
        let mut command = workspace.cargo("check");
        command
            .args(["--package", "server", "--all-targets"])
            .env("DATABASE_URL", format!("sqlite://{}", database.display()))
            .env("SQLX_OFFLINE_DIR", fresh)
            .env("SQLX_OFFLINE", "false");
        process::run(&mut command)
    })
}

/// Cargo does not notice a changed database. A newer library file makes it compile the queries again.
fn touch(path: &Path) -> Result<()> {
    File::options()
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(SystemTime::now()))
        .with_context(|| format!("{} cannot be touched", path.display()))
}

fn store(workspace: &Workspace, committed: &Path, fresh: &Path) -> Result<()> {
    let count = read(fresh)?.len();
    if count == 0 {
        bail!("the server has no query that sqlx checks, so .sqlx/ was left as it is");
    }
    folder::replace(committed, fresh, &workspace.root().join(".sqlx.old"))?;
    progress::note(&format!(
        "{count} queries are in {}: commit them",
        committed.display()
    ));
    Ok(())
}

fn compare(committed: &Path, fresh: &Path) -> Result<()> {
    let should = read(fresh)?;
    let is = if committed.is_dir() {
        read(committed)?
    } else {
        Files::new()
    };
    let differing = differing(&is, &should);
    if !differing.is_empty() {
        bail!(
            "{} of the files in .sqlx/ are not what the queries and migrations ask for: run `cargo xtask \
             prepare-queries` and commit .sqlx/ ({})",
            differing.len(),
            differing.join(", ")
        );
    }
    progress::note(&format!(
        "{} queries in .sqlx/ are as they should be",
        should.len()
    ));
    Ok(())
}

fn read(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    for path in folder::entries(folder)? {
        let content =
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        files.insert(path.file_name().unwrap_or_default().to_owned(), content);
    }
    Ok(files)
}

/// Returns the names of the files that are missing, superfluous or different.
fn differing(is: &Files, should: &Files) -> Vec<String> {
    let mut names: Vec<_> = should
        .iter()
        .filter(|(name, content)| is.get(*name) != Some(*content))
        .collect();
    names.extend(is.iter().filter(|(name, _)| !should.contains_key(*name)));
    names
        .into_iter()
        .map(|(name, _)| name.to_string_lossy().into_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Files, differing};

    fn files(list: &[(&str, &str)]) -> Files {
        list.iter()
            .map(|(name, content)| (name.into(), content.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn missing_changed_and_stale_files_differ() {
        let is = files(&[("same", "1"), ("changed", "2"), ("stale", "3")]);
        let should = files(&[("same", "1"), ("changed", "x"), ("missing", "4")]);
        assert_eq!(differing(&is, &should), ["changed", "missing", "stale"]);
        assert!(differing(&is, &is).is_empty());
    }
}
