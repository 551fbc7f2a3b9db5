//! The checksum of a database file. It is a row of the table `meta`: the SHA-256 of the whole file, in which the digits of
//! the checksum itself count as zeros. It detects damage, not intent.

use crate::error::Error;
use memchr::memmem;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// The text before the digits.
const MARK: &str = "zone-atlas-sha256:";

/// The number of hexadecimal digits of a SHA-256.
const DIGITS: usize = 64;

/// How many bytes of a file are read at a time.
const CHUNK_BYTES: u64 = 1024 * 1024;

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
    let scan = scan(&file, CHUNK_BYTES).map_err(failed)?;
    if scan.copies.is_empty() {
        return Err(missing(path));
    }
    for copy in scan.copies {
        let write = |file: &mut File| {
            file.seek(SeekFrom::Start(copy.start))?;
            file.write_all(scan.checksum.as_bytes())
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
    let scan = File::open(path).and_then(|file| scan(file, CHUNK_BYTES));
    let scan = scan.map_err(|source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    })?;
    if scan.copies.is_empty() {
        return Err(missing(path));
    }
    // An edit by another program can leave an old copy of the row in unused space. Only one copy has to be right.
    let checksum = scan.checksum.as_bytes();
    if scan.copies.iter().any(|copy| copy.digits == checksum) {
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

/// What one pass over a file finds.
#[derive(Debug, PartialEq)]
struct Scan {
    /// The calculated checksum, as hexadecimal digits.
    checksum: String,
    copies: Vec<StoredCopy>,
}

/// A copy of the checksum in a file.
#[derive(Debug, PartialEq)]
struct StoredCopy {
    /// Where its digits start, in bytes from the start of the file.
    start: u64,
    digits: Vec<u8>,
}

/// Reads a file in parts of `chunk` bytes, so that a large file needs no more memory than a small one.
fn scan(mut file: impl Read, chunk: u64) -> io::Result<Scan> {
    let mut hasher = Sha256::new();
    let mut copies = Vec::new();
    let mut part = Vec::new();
    let mut part_start = 0;
    loop {
        let is_last = file.by_ref().take(chunk).read_to_end(&mut part)? == 0;
        let starts: Vec<usize> = memmem::find_iter(&part, MARK).collect();
        for start in starts {
            let digits = start + MARK.len();
            if let Some(place) = part.get_mut(digits..digits + DIGITS) {
                copies.push(StoredCopy {
                    start: part_start + digits as u64,
                    digits: place.to_vec(),
                });
                place.fill(b'0');
            }
        }
        // The last bytes may be the start of a copy. They are looked at again with the next part.
        let kept = if is_last { 0 } else { MARK.len() + DIGITS - 1 };
        let complete = part.len().saturating_sub(kept);
        hasher.update(part.drain(..complete).as_slice());
        part_start += complete as u64;
        if is_last {
            break;
        }
    }
    let digest = hasher.finalize();
    Ok(Scan {
        checksum: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        copies,
    })
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

    #[test]
    fn the_size_of_the_parts_does_not_matter() {
        let content = format!("{0} between {0}, then a short one: {MARK}12", placeholder());
        let whole = scan(content.as_bytes(), CHUNK_BYTES).unwrap();
        let starts: Vec<u64> = whole.copies.iter().map(|copy| copy.start).collect();
        assert_eq!(starts, [18, 109]);
        for chunk in 1..content.len() as u64 {
            assert_eq!(scan(content.as_bytes(), chunk).unwrap(), whole, "{chunk}");
        }
    }
}
