//! The data of a run: the shipped dataset, or the shipped dataset with a longer catalogue, in a separate database.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::catalogue;
use crate::folder;
use crate::process;
use crate::workspace::Workspace;

/// The edition is later than that of any program: the server would overwrite an older one with its own dataset.
const EDITION: &str = "edition = 1000000";

/// The shipped data files that a run needs.
pub struct Shipped {
    folder: PathBuf,
    catalogue: String,
}

impl Shipped {
    /// Reads the catalogue of the checkout.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let folder = workspace.root().join("data");
        let catalogue = text(&folder.join("catalogue.tsv"))?;
        Ok(Self { folder, catalogue })
    }

    /// Returns the number of zones in the catalogue.
    pub fn zones(&self) -> usize {
        catalogue::count(&self.catalogue)
    }

    /// Writes a database with `zones` zones to a temporary folder, and returns its path.
    pub fn import(&self, server: &Path, zones: usize, temporary: &Path) -> Result<PathBuf> {
        let database = temporary.join("atlas.db");
        let data = temporary.join("data");
        self.write(zones, &data)?;
        let mut command = Command::new(server);
        command
            .arg("import")
            .arg("--data")
            .arg(&data)
            .arg("--database")
            .arg(&database)
            .env("ZONE_ATLAS_LOG", "warn");
        process::run(&mut command)?;
        Ok(database)
    }

    /// Writes a data folder with `zones` zones. All other files are copied: they refer only to real rows.
    fn write(&self, zones: usize, to: &Path) -> Result<()> {
        folder::copy(&self.folder, to)?;
        let provinces = text(&self.folder.join("provinces.tsv"))?;
        let extended = catalogue::extend(&self.catalogue, &names(&provinces)?, zones)?;
        folder::write(&to.join("catalogue.tsv"), extended.as_bytes())?;
        let edition = to.join("dataset.toml");
        folder::write(&edition, later(&text(&edition)?).as_bytes())
    }
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Returns the Chinese names of the provinces.
fn names(provinces: &str) -> Result<Vec<&str>> {
    let mut lines = provinces.lines();
    let column = lines
        .next()
        .and_then(|header| header.split('\t').position(|column| column == "name_zh"))
        .context("provinces.tsv has no column `name_zh`")?;
    Ok(lines
        .filter_map(|line| line.split('\t').nth(column))
        .collect())
}

/// Returns the content of `dataset.toml` with a later edition.
fn later(dataset: &str) -> String {
    let lines = dataset.lines().map(|line| {
        if line.starts_with("edition") {
            EDITION
        } else {
            line
        }
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::{later, names};

    #[test]
    fn only_the_edition_is_another() {
        assert_eq!(
            later("# Counted.\nedition = 1\ndate = \"2026-11-21\"\n"),
            "# Counted.\nedition = 1000000\ndate = \"2026-11-21\"\n"
        );
    }

    #[test]
    fn provinces_are_known_by_their_chinese_names() {
        let table = "slug\tname_zh\nbeijing\t北京\ntianjin\t天津\n";
        assert_eq!(names(table).unwrap(), ["北京", "天津"]);
        assert!(names("slug\n").is_err());
    }
}
