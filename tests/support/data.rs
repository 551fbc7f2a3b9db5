//! The two datasets of the tests: the small one and the shipped one.

use std::fs;
use std::path::Path;

/// The folder of the small dataset: about 40 invented zones with every rule, mark and page state.
pub const SMALL_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// The folder of the shipped dataset.
pub const SHIPPED_DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../data");

/// Copies the small dataset to `folder`.
///
/// # Panics
/// If a file cannot be copied.
pub fn copy_data(folder: &Path) {
    for part in ["", "zones", "groups", "words"] {
        let (from, to) = (Path::new(SMALL_DATA).join(part), folder.join(part));
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
            }
        }
    }
}

/// Copies the small dataset to `folder` and changes one file in it.
///
/// # Panics
/// If the change has no effect.
pub fn changed_data(folder: &Path, file: &str, change: impl Fn(&str) -> String) {
    copy_data(folder);
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "the change to {file} changes nothing");
    fs::write(path, changed).unwrap();
}
