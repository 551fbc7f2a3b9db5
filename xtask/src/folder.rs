//! File and folder operations whose errors contain the path.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Returns the entries of a folder, sorted by name.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = || -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path()))
            .collect()
    };
    let mut entries =
        read().with_context(|| format!("the folder {} cannot be read", folder.display()))?;
    entries.sort();
    Ok(entries)
}

/// Returns every file below a folder, sorted by path.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in entries(folder)? {
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// Copies a file, or a folder with all its content.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        create(to)?;
        for path in entries(from)? {
            if let Some(name) = path.file_name() {
                copy(&path, &to.join(name))?;
            }
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        create(folder)?;
    }
    fs::copy(from, to)
        .map(|_| ())
        .with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}

/// Writes a file. Creates its folder if necessary.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Reads the content of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Renames a file or a folder.
pub fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to)
        .with_context(|| format!("{} cannot be renamed to {}", from.display(), to.display()))
}

/// Replaces a folder by a new one. The old folder is first renamed to `retired`, then removed.
pub fn replace(current: &Path, fresh: &Path, retired: &Path) -> Result<()> {
    remove(retired)?;
    if current.exists() {
        rename(current, retired)?;
    }
    rename(fresh, current)?;
    remove(retired)
}

/// Creates a folder and its parent folders.
pub fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))
}

/// Removes a folder with all its content, if it exists.
pub fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("the folder {} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}
