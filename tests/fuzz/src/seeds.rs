//! The inputs that a search for faults starts with: files that are kept in the folder `seeds`, and the small dataset.

use crate::atlas::{ATLAS, FILES, RUNTIME};
use crate::index_files::INDEX;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder with one folder per target.
const KEPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

/// Returns the seeds of a target. A target without a folder of its own has only seeds that are made here.
pub fn seeds(target: &str) -> Vec<Vec<u8>> {
    let mut seeds = kept(target);
    match target {
        "data_files" => seeds.extend(data_files()),
        "index_files" => seeds.extend(index_files()),
        _ => {}
    }
    seeds
}

fn kept(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(KEPT).join(target);
    if !folder.exists() {
        return Vec::new();
    }
    let files = files_in(&folder);
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// The files of the small dataset, each after its name.
fn data_files() -> impl Iterator<Item = Vec<u8>> {
    let files = FILES.within("");
    files.map(|(name, text)| format!("{name}\n{text}").into_bytes())
}

/// The index and the search columns of the small dataset.
fn index_files() -> [Vec<u8>; 2] {
    let index = ATLAS.index.columns().to_bytes();
    let (_, search) = RUNTIME.block_on(ATLAS.store.index_file("search")).unwrap();
    [
        [&[INDEX], &index[..]].concat(),
        [b"s", &search[..]].concat(),
    ]
}
