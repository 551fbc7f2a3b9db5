//! The small dataset and a database with it.

use server::dataset::{Dataset, Files};
use server::documents::Documents;
use server::error::Error;
use server::import::{self, Parts, Target};
use server::live::OpenAtlas;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

/// The folder of the small dataset.
pub const SMALL_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");

/// The files of the small dataset. The tables of the real dataset among them have only the rows that its zones need, so
/// that a check takes less time.
pub static FILES: LazyLock<Files> = LazyLock::new(|| {
    let files = Files::folder(Path::new(SMALL_DATA)).unwrap();
    let zones = ["catalogue.tsv", "new_areas.tsv", "new_zones.tsv"];
    let zones: String = zones.iter().filter_map(|name| files.get(name)).collect();
    let used: HashSet<&str> = zones.split(['\t', '、', '\n']).collect();
    let is_used = |row: &str| row.split('\t').take(2).any(|cell| used.contains(cell));
    let mut reduced: BTreeMap<String, String> = ["cities.tsv", "industry_terms.tsv"]
        .map(|name| (name.to_owned(), rows(&files, name, is_used)))
        .into();
    let synonyms = rows(&files, "synonyms.tsv", |row| row.contains("batteries"));
    reduced.insert("synonyms.tsv".to_owned(), synonyms);
    files.with(&reduced)
});

/// Returns the header of a table and some of its rows.
fn rows(files: &Files, name: &str, is_kept: impl Fn(&str) -> bool) -> String {
    let lines = files.get(name).unwrap().split_inclusive('\n').enumerate();
    let kept = lines.filter(|(n, row)| *n == 0 || is_kept(row));
    kept.map(|(_, row)| row).collect()
}

/// The opened database with the small dataset.
pub static ATLAS: LazyLock<OpenAtlas> = LazyLock::new(|| {
    let dataset = Dataset::read(&FILES).unwrap();
    let folder = TempDir::new().unwrap();
    RUNTIME
        .block_on(write_and_open(dataset, folder.path()))
        .unwrap()
});

/// Runs the asynchronous functions of the server.
pub static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
});

/// Writes a database to a folder and opens it.
pub async fn write_and_open(dataset: Dataset, folder: &Path) -> Result<OpenAtlas, Error> {
    let path = folder.join("atlas.db");
    let target = Target {
        path: &path,
        brotli_level: 0,
        force: false,
    };
    import::write(
        target,
        Parts::of(dataset, server::store::Provenance::Folder),
    )
    .await?;
    OpenAtlas::open(&path, Documents::of(folder)).await
}
