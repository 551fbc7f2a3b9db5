//! The schema of the database, and the checks that a file must pass before it is opened.

use super::target::Refusal;
use super::{checksum, connection_to, failed};
use crate::error::Error;
use sqlx::{ConnectOptions, Connection};
use std::io::ErrorKind;
use std::path::Path;
use tokio::io::AsyncReadExt;

/// The SQL that creates the tables, followed by the SQL that creates the indices.
const SCHEMA: &str = include_str!("../../../migrations/0001_schema.sql");

/// The beginning of the comment in the schema that separates tables and indices.
const INDICES: &str = "-- Indices:";

/// Returns the statements that create the tables.
pub(super) fn tables() -> &'static str {
    SCHEMA
        .split_once(INDICES)
        .map_or(SCHEMA, |(tables, _)| tables)
}

/// Returns the statements that create the indices.
pub(super) fn indices() -> &'static str {
    SCHEMA
        .find(INDICES)
        .and_then(|at| SCHEMA.get(at..))
        .unwrap_or_default()
}

/// The hash of the source files that decide what import writes; `build.rs` calculates it.
pub(super) const RULES: &str = env!("ZONE_ATLAS_RULES");

/// The value of `PRAGMA application_id` in our files: `ZATL` in ASCII.
const APPLICATION: u32 = 0x5A41_544C;

/// The size of the header of an SQLite file, in bytes. <https://www.sqlite.org/fileformat.html>
const HEADER: usize = 100;

/// Where the data of a database comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// The dataset inside the program. The program can make the file again.
    Program,
    /// A folder of data files, which only its owner has.
    Folder,
}

impl Provenance {
    const ALL: [Self; 2] = [Self::Program, Self::Folder];

    /// The value of `PRAGMA user_version`, in the header of the file. The two values differ in many bits, so that a changed
    /// bit does not turn one into the other.
    const fn number(self) -> u32 {
        match self {
            Self::Program => 0x0F0F_A5A5,
            Self::Folder => 0x7070_5A5A,
        }
    }

    /// The statement that stores it.
    pub(super) const fn statement(self) -> &'static str {
        match self {
            Self::Program => "PRAGMA user_version = 0x0F0FA5A5",
            Self::Folder => "PRAGMA user_version = 0x70705A5A",
        }
    }
}

/// The dataset in a file, and whether the current rules wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The edition of the dataset, which increases with every release.
    pub edition: u32,
    /// SHA-256 over its data files, in hexadecimal.
    pub digest: String,
    /// True if this program would write the same file from the same dataset.
    pub current_rules: bool,
    /// Where the data comes from.
    pub provenance: Provenance,
}

/// What is at the path of the database.
#[derive(Debug)]
pub enum Found {
    /// No file, or an empty one.
    Nothing,
    /// A complete database.
    Database(Stored),
    /// A damaged database, and where its data came from if that is still known.
    Damaged(Error, Option<Provenance>),
}

/// Reads what is at a path, and compares the content of a database with its checksum.
///
/// # Errors
/// When the file belongs to another program or cannot be read.
pub async fn find(path: &Path) -> Result<Found, Error> {
    let provenance = match check_header(path).await {
        Ok(None) => return Ok(Found::Nothing),
        Ok(Some(provenance)) => provenance,
        Err(error @ Error::Corrupt { .. }) => {
            let provenance = provenance_in(&header_of(path).await?.unwrap_or_default().0);
            return Ok(Found::Damaged(error, provenance));
        }
        Err(error) => return Err(error),
    };
    match stored(path, provenance).await {
        Ok(stored) => Ok(Found::Database(stored)),
        Err(error @ Error::Corrupt { .. }) => Ok(Found::Damaged(error, Some(provenance))),
        Err(error) => Err(error),
    }
}

async fn stored(path: &Path, provenance: Provenance) -> Result<Stored, Error> {
    verify(path).await?;
    let damaged = |what: &str| Error::Corrupt {
        path: path.to_owned(),
        what: what.to_owned(),
    };
    let options = connection_to(path).read_only(true).immutable(true);
    let mut db = options.connect().await.map_err(failed(path))?;
    let row = sqlx::query!(
        r#"SELECT (SELECT value FROM meta WHERE key = 'edition') AS "edition: String",
               (SELECT value FROM meta WHERE key = 'digest') AS "digest: String",
               (SELECT value FROM meta WHERE key = 'rules') AS "rules: String""#
    )
    .fetch_one(&mut db)
    .await
    .map_err(failed(path))?;
    // An error on closing does no harm, because nothing was written.
    let _ = db.close().await;
    let edition = row.edition.ok_or_else(|| damaged("no edition"))?;
    Ok(Stored {
        edition: edition.parse().map_err(|_| damaged("no edition"))?,
        digest: row.digest.ok_or_else(|| damaged("no digest"))?,
        current_rules: row.rules.as_deref() == Some(RULES),
        provenance,
    })
}

/// Compares the content of a file with its checksum, on a separate thread.
///
/// # Errors
/// [`Error::Corrupt`] if they differ, [`Error::DatabaseFile`] if the file cannot be read.
pub(super) async fn verify(path: &Path) -> Result<(), Error> {
    let path = path.to_owned();
    tokio::task::spawn_blocking(move || checksum::verify(&path))
        .await
        .map_err(Error::Task)?
}

/// Returns where the data of a database comes from; `None` if there is no file, or an empty one.
///
/// # Errors
/// [`Error::NotAnAtlas`] if it is a file of another program, [`Error::Corrupt`] if it is an incomplete database,
/// [`Error::DatabaseFile`] if it cannot be read.
pub(super) async fn check_header(path: &Path) -> Result<Option<Provenance>, Error> {
    let Some((header, length)) = header_of(path).await? else {
        return Ok(None);
    };
    match fault(&header, length) {
        None => provenance_in(&header)
            .map(Some)
            .ok_or_else(|| Error::Corrupt {
                path: path.to_owned(),
                what: "its header is unknown".to_owned(),
            }),
        Some(Fault::NotOurs(why)) => Err(Error::NotAnAtlas {
            path: path.to_owned(),
            why,
        }),
        Some(Fault::Truncated) => Err(Error::Corrupt {
            path: path.to_owned(),
            what: "the file is truncated".to_owned(),
        }),
    }
}

/// Returns the header and the length of a file; `None` if there is no file, or an empty one.
async fn header_of(path: &Path) -> Result<Option<(Vec<u8>, u64)>, Error> {
    let unreadable = |source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    };
    // Opening a pipe would wait for a writer.
    let metadata = match tokio::fs::metadata(path).await {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    if !metadata.is_file() {
        return Err(Error::NotReplaced {
            path: path.to_owned(),
            why: Refusal::NotAFile,
        });
    }
    if metadata.len() == 0 {
        return Ok(None);
    }
    let file = tokio::fs::File::open(path).await.map_err(unreadable)?;
    let mut header = Vec::with_capacity(HEADER);
    let mut start = file.take(HEADER as u64);
    start.read_to_end(&mut header).await.map_err(unreadable)?;
    Ok(Some((header, metadata.len())))
}

/// What is wrong with a file.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// It belongs to another program.
    NotOurs(&'static str),
    /// It is ours, and its end is missing.
    Truncated,
}

/// Returns the number of four bytes in a header.
fn number(header: &[u8], at: usize) -> Option<u32> {
    let bytes = header.get(at..at + 4)?;
    Some(u32::from_be_bytes(bytes.try_into().ok()?))
}

fn provenance_in(header: &[u8]) -> Option<Provenance> {
    let stored = number(header, 60)?;
    let mut all = Provenance::ALL.into_iter();
    all.find(|provenance| provenance.number() == stored)
}

/// Returns what is wrong with a file that has this header and a length of `length` bytes; `None` if nothing is wrong.
fn fault(header: &[u8], length: u64) -> Option<Fault> {
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Some(Fault::NotOurs("it is not an SQLite file"));
    }
    if number(header, 68) != Some(APPLICATION) {
        return Some(Fault::NotOurs("it is an SQLite file of another program"));
    }
    let page_size = match header.get(16..18) {
        Some([0, 1]) => 65_536,
        Some([high, low]) => u64::from(*high) << 8 | u64::from(*low),
        _ => 0,
    };
    let pages = number(header, 28).map_or(0, u64::from);
    (length < pages * page_size).then_some(Fault::Truncated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> [u8; HEADER] {
        let mut header = [0; HEADER];
        header[..16].copy_from_slice(b"SQLite format 3\0");
        header[16..18].copy_from_slice(&4096_u16.to_be_bytes());
        header[28..32].copy_from_slice(&3_u32.to_be_bytes());
        header[68..72].copy_from_slice(&APPLICATION.to_be_bytes());
        header
    }

    #[test]
    fn a_file_of_ours_is_whole() {
        assert_eq!(fault(&header(), 3 * 4096), None);
        assert_eq!(fault(&header(), 3 * 4096 - 1), Some(Fault::Truncated));
    }

    #[test]
    fn other_files_are_told_apart() {
        let why = "it is not an SQLite file";
        assert_eq!(fault(b"no database", 11), Some(Fault::NotOurs(why)));
        let mut other = header();
        other[68..72].fill(0);
        let why = "it is an SQLite file of another program";
        assert_eq!(fault(&other, 3 * 4096), Some(Fault::NotOurs(why)));
    }

    #[test]
    fn the_schema_is_taken_apart_into_tables_and_indices() {
        assert!(tables().contains("CREATE TABLE index_file"));
        assert!(!tables().contains("CREATE INDEX"));
        assert!(indices().contains("CREATE INDEX figure_by_zone"));
        assert!(!indices().contains("CREATE TABLE"));
        assert_eq!(tables().len() + indices().len(), SCHEMA.len());
    }

    #[test]
    fn the_provenance_is_stored_in_the_header() {
        let [program, folder] = Provenance::ALL.map(Provenance::number);
        assert!((program ^ folder).count_ones() > 8);
        for provenance in Provenance::ALL {
            let hexadecimal = format!("0x{:08X}", provenance.number());
            assert!(provenance.statement().ends_with(&hexadecimal));
            let mut header = header();
            header[60..64].copy_from_slice(&provenance.number().to_be_bytes());
            assert_eq!(provenance_in(&header), Some(provenance));
        }
        assert_eq!(provenance_in(&header()), None);
    }

    #[test]
    fn the_schema_names_our_files() {
        let pragma = format!("PRAGMA application_id = {APPLICATION};");
        assert!(SCHEMA.contains(&pragma));
    }
}
