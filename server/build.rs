//! Hashes the source files that decide what import writes. The server rewrites a database that has another hash.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The source files and folders, relative to the root of the workspace.
const RULES: [&str; 9] = [
    "app/src/format",
    "app/src/messages",
    "app/src/wording.rs",
    "domain/src",
    "migrations",
    "server/src/dataset",
    "server/src/export",
    "server/src/import",
    "server/src/store",
];

fn main() -> io::Result<()> {
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let root = package.parent().unwrap_or(&package);
    let mut files = Vec::new();
    for path in RULES {
        println!("cargo:rerun-if-changed={}", root.join(path).display());
        collect(&root.join(path), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(
            file.strip_prefix(root)
                .unwrap_or(&file)
                .to_string_lossy()
                .as_bytes(),
        );
        hash.update([0]);
        hash.update(fs::read(&file)?);
    }
    let digest = hash.finalize();
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo:rustc-env=ZONE_ATLAS_RULES={digest}");
    Ok(())
}

/// Collects the path of a file, or of all files in a folder.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path)? {
        collect(&entry?.path(), files)?;
    }
    Ok(())
}
