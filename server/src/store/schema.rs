//! The schema of the database, and the checks that a file must pass before it is opened.

use super::failed;
use crate::error::Error;
use sqlx::sqlite::SqliteConnectOptions;
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

/// The dataset in a file, and whether the current rules wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// The edition of the dataset, which increases with every release.
    pub edition: u32,
    /// SHA-256 over its data files, in hexadecimal.
    pub digest: String,
    /// True if this program would write the same file from the same dataset.
    pub current_rules: bool,
}

/// Reads which dataset a file contains; `None` if there is no file.
///
/// # Errors
/// When the file belongs to another program, is incomplete, or cannot be read.
pub async fn stored(path: &Path) -> Result<Option<Stored>, Error> {
    if !check_header(path).await? {
        return Ok(None);
    }
    let options = SqliteConnectOptions::new().filename(path).read_only(true);
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
    let damaged = |what: &str| Error::Corrupt {
        path: path.to_owned(),
        what: what.to_owned(),
    };
    let edition = row.edition.ok_or_else(|| damaged("no edition"))?;
    Ok(Some(Stored {
        edition: edition.parse().map_err(|_| damaged("no edition"))?,
        digest: row.digest.ok_or_else(|| damaged("no digest"))?,
        current_rules: row.rules.as_deref() == Some(RULES),
    }))
}

/// True if the file exists. A file that is not a complete database of this program is an error.
pub(super) async fn check_header(path: &Path) -> Result<bool, Error> {
    let unreadable = |source| Error::DatabaseFile {
        path: path.to_owned(),
        source,
    };
    let mut file = match tokio::fs::File::open(path).await {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(unreadable(error)),
    };
    let length = file.metadata().await.map_err(unreadable)?.len();
    let mut header = Vec::with_capacity(HEADER);
    let mut start = (&mut file).take(HEADER as u64);
    start.read_to_end(&mut header).await.map_err(unreadable)?;
    match fault(&header, length) {
        None => Ok(true),
        Some(why) => Err(Error::NotAnAtlas {
            path: path.to_owned(),
            why,
        }),
    }
}

/// Returns what is wrong with a file that has this header and a length of `length` bytes; `None` if nothing is wrong.
fn fault(header: &[u8], length: u64) -> Option<&'static str> {
    let number = |at: usize| {
        let bytes = header.get(at..at + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?))
    };
    if header.len() < HEADER || !header.starts_with(b"SQLite format 3\0") {
        return Some("it is not an SQLite file");
    }
    if number(68) != Some(APPLICATION) {
        return Some("it is of another program, or of an earlier version of this one");
    }
    let page_size = match header.get(16..18) {
        Some([0, 1]) => 65_536,
        Some([high, low]) => u64::from(*high) << 8 | u64::from(*low),
        _ => 0,
    };
    let pages = number(28).map_or(0, u64::from);
    if length < pages * page_size {
        return Some("the file is truncated");
    }
    None
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
        assert_eq!(
            fault(&header(), 3 * 4096 - 1),
            Some("the file is truncated")
        );
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(fault(b"no database", 11), Some("it is not an SQLite file"));
        let mut other = header();
        other[68..72].fill(0);
        let why = "it is of another program, or of an earlier version of this one";
        assert_eq!(fault(&other, 3 * 4096), Some(why));
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
    fn the_schema_names_our_files() {
        let pragma = format!("PRAGMA application_id = {APPLICATION};");
        assert!(SCHEMA.contains(&pragma));
    }
}
