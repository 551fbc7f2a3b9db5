//! The checksum of a database file. It is a row of the table `meta`: the SHA-256 of the whole file, in which the digits of
//! the checksum itself count as zeros. It detects damage, not intent.

use crate::error::Error;
use memchr::memmem;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;

/// The text before the digits.
const MARK: &str = "zone-atlas-sha256:";

/// The number of hexadecimal digits of a SHA-256.
const DIGITS: usize = 64;

/// The value of the row before the checksum is known.
pub fn placeholder() -> String {
    format!("{MARK}{}", "0".repeat(DIGITS))
}

/// Writes the checksum into a file that contains a checksum or the placeholder.
///
/// # Errors
/// When the file cannot be read or written, or has no place for the checksum.
pub fn write(path: &Path) -> Result<(), Error> {
    let failed = |source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    };
    let open = File::options().read(true).write(true).open(path);
    let mut file = open.map_err(failed)?;
    let mut content = Vec::new();
    file.read_to_end(&mut content).map_err(failed)?;
    let places = places(&content);
    if places.is_empty() {
        return Err(missing(path));
    }
    let digits = calculate(&mut content, &places);
    for place in places {
        let start = SeekFrom::Start(place.start as u64);
        let write = |file: &mut File| {
            file.seek(start)?;
            file.write_all(digits.as_bytes())
        };
        write(&mut file).map_err(failed)?;
    }
    file.sync_all().map_err(failed)
}

/// Compares the checksum in a file with its content.
///
/// # Errors
/// [`Error::Corrupt`] if they differ, [`Error::DatabaseFile`] if the file cannot be read.
pub fn verify(path: &Path) -> Result<(), Error> {
    let content = std::fs::read(path);
    let mut content = content.map_err(|source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    })?;
    let places = places(&content);
    if places.is_empty() {
        return Err(missing(path));
    }
    // An edit by another program can leave an old copy of the row in unused space. Only one copy has to be right.
    let stored: Vec<Vec<u8>> = places
        .iter()
        .filter_map(|place| content.get(place.clone()).map(<[u8]>::to_vec))
        .collect();
    let digits = calculate(&mut content, &places);
    if stored.iter().any(|stored| stored == digits.as_bytes()) {
        return Ok(());
    }
    Err(Error::Corrupt {
        path: path.to_owned(),
        what: "its content differs from its checksum".to_owned(),
    })
}

fn missing(path: &Path) -> Error {
    Error::Corrupt {
        path: path.to_owned(),
        what: "it has no checksum".to_owned(),
    }
}

/// Returns where the digits of checksums are in a file.
fn places(content: &[u8]) -> Vec<Range<usize>> {
    memmem::find_iter(content, MARK)
        .map(|start| start + MARK.len()..start + MARK.len() + DIGITS)
        .filter(|place| place.end <= content.len())
        .collect()
}

/// Returns the checksum of a file, after replacing the digits at `places` with zeros.
fn calculate(content: &mut [u8], places: &[Range<usize>]) -> String {
    for place in places {
        if let Some(digits) = content.get_mut(place.clone()) {
            digits.fill(b'0');
        }
    }
    let digest = Sha256::digest(content);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_changed_bit_is_noticed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        let content = format!("before {} after", placeholder());
        std::fs::write(&path, &content).unwrap();
        assert!(verify(&path).is_err(), "the placeholder is no checksum");
        write(&path).unwrap();
        verify(&path).unwrap();
        let good = std::fs::read(&path).unwrap();
        assert_eq!(good.len(), content.len());
        for bit in 0..good.len() * 8 {
            let mut bad = good.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            std::fs::write(&path, &bad).unwrap();
            assert!(verify(&path).is_err(), "bit {bit}");
        }
        std::fs::write(&path, "no place").unwrap();
        assert!(write(&path).is_err());
    }
}
