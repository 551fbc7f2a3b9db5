//! Imports that are killed, or that cannot write.

use crate::process::{finish, start_backup, start_import};
use crate::{ALONE, times};
use server::store::{Found, find};
use site_tests::{SMALL_DATA, small, stored};
use std::fs;
use std::path::Path;
use std::time::Duration;

async fn is_whole(database: &Path) -> bool {
    matches!(find(database).await.unwrap(), Found::Database(_))
}

/// Returns the names of the files in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[tokio::test]
async fn an_import_that_is_killed_loses_nothing_and_leaves_nothing() {
    let _alone = ALONE.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    fs::copy(small().database(), &database).unwrap();
    let kills = times(10, 100);
    for n in 0..kills {
        let mut import = start_import(&database, SMALL_DATA, "");
        // From the first instruction to after the end: a whole import takes a second at most.
        let after = Duration::from_millis(1_000 * n as u64 / kills as u64);
        tokio::time::sleep(after).await;
        import.kill().unwrap();
        import.wait().unwrap();
        assert!(is_whole(&database).await, "kill {n} after {after:?}");
    }
    let left_over = names(folder.path()).len() - 1;
    // The next import deletes what is older than 10 s.
    tokio::time::sleep(Duration::from_secs(11)).await;
    let next = finish(start_import(&database, SMALL_DATA, ""));
    assert!(next.status.success(), "{}", next.errors);
    assert_eq!(names(folder.path()), ["atlas.db"], "{left_over} before");
}

#[tokio::test]
async fn an_import_that_cannot_write_all_keeps_the_old_database() {
    let _alone = ALONE.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    fs::copy(small().database(), &database).unwrap();
    let before = stored(&database).await;
    let steps = times(4, 20);
    for n in 0..steps {
        // A file may have at most this many blocks, as on a disk that is full. The signal would end the process at once.
        let blocks = n * 1_400 / steps;
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}");
        let import = finish(start_import(&database, SMALL_DATA, &limit));
        assert!(!import.status.success(), "{blocks} blocks are enough");
        let lines: Vec<&str> = import.errors.lines().collect();
        assert_eq!(lines.len(), 1, "{blocks} blocks: {lines:?}");
        assert_eq!(stored(&database).await, before, "{blocks} blocks");
        assert_eq!(names(folder.path()), ["atlas.db"], "{blocks} blocks");
    }
}

#[tokio::test]
async fn a_name_with_a_meaning_in_sqlite_is_the_name_of_a_file() {
    let _alone = ALONE.lock().await;
    let folder = tempfile::tempdir().unwrap();
    let into_folder = format!("cd {}", folder.path().display());
    for name in [":memory:", "file:atlas.db"] {
        let database = Path::new(name);
        let import = finish(start_import(database, SMALL_DATA, &into_folder));
        assert!(import.status.success(), "{name}: {}", import.errors);
        let backup = finish(start_backup(database, "backup.db", &into_folder));
        assert!(backup.status.success(), "{name}: {}", backup.errors);
        assert!(is_whole(&folder.path().join(name)).await, "{name}");
    }
}
