//! The file at the path of the database: what `serve` and `import` replace, and what they never replace.

use crate::counts::alone;
use crate::{change, edit, open};
use server::backup::copy;
use server::error::Error;
use server::import::{Target, import, import_if_older};
use server::store::{Found, Provenance, find};
use sha2::{Digest, Sha256};
use site_tests::{SMALL_DATA, TestSite, shipped, small, stored, target};
use std::fs::{self, Permissions};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

/// Makes the metadata of another version of the program.
const OTHER_RULES: &str = "UPDATE meta SET value = 'others' WHERE key = 'rules'";

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    (folder, database)
}

/// A copy of a database that was imported from a folder.
fn from_folder() -> (TempDir, PathBuf) {
    let (folder, database) = folder();
    fs::copy(small().database(), &database).unwrap();
    (folder, database)
}

/// A copy of a database with the dataset inside the program.
fn from_program() -> (TempDir, PathBuf) {
    let (folder, database) = folder();
    fs::copy(shipped().database(), &database).unwrap();
    (folder, database)
}

fn forced(path: &Path) -> Target<'_> {
    Target {
        force: true,
        ..target(path)
    }
}

/// Runs `serve` and `import` at a path; both must leave the file as it is and tell why in one line.
async fn assert_kept(path: &Path, words: &str) {
    let before = fs::read(path).ok();
    for error in [
        import_if_older(target(path)).await,
        import(target(path), Some(Path::new(SMALL_DATA))).await,
    ] {
        let text = error.unwrap_err().to_string();
        assert!(text.contains(words) && !text.contains('\n'), "{text}");
    }
    assert_eq!(fs::read(path).ok(), before, "{words}: the file has changed");
}

/// Runs `serve` at a path; it must leave the file as it is and tell why in one line.
async fn assert_not_served(path: &Path, words: &str) {
    let before = fs::read(path).unwrap();
    let text = import_if_older(target(path)).await.unwrap_err().to_string();
    assert!(text.contains(words) && !text.contains('\n'), "{text}");
    assert_eq!(
        fs::read(path).unwrap(),
        before,
        "{words}: the file has changed"
    );
}

#[tokio::test]
async fn files_of_others_are_replaced_by_force_only() {
    let _alone = alone().await;
    let (_folder, text) = folder();
    fs::write(&text, "dear diary").unwrap();
    assert_kept(&text, "it is not an SQLite file").await;

    let (_folder, other) = folder();
    fs::write(&other, "").unwrap();
    edit(&other, "CREATE TABLE diary (entry TEXT)").await;
    assert_kept(&other, "an SQLite file of another program").await;

    let (_folder, linked) = folder();
    symlink(&text, &linked).unwrap();
    assert_kept(&linked, "it is not an SQLite file").await;

    for path in [&text, &other] {
        import_if_older(forced(path)).await.unwrap();
        assert_eq!(stored(path).await.provenance, Provenance::Program);
    }
}

#[tokio::test]
async fn what_is_no_file_is_never_replaced() {
    let _alone = alone().await;
    let (folder, path) = folder();
    assert_kept(folder.path(), "it is not a file").await;
    let made = Command::new("mkfifo").arg(&path).status().unwrap();
    assert!(made.success());
    let device = folder.path().join("device");
    symlink("/dev/null", &device).unwrap();
    for path in [&path, &device] {
        for path in [target(path), forced(path)] {
            let served = import_if_older(path).await;
            let imported = import(path, Some(Path::new(SMALL_DATA))).await;
            for error in [served, imported] {
                let text = error.unwrap_err().to_string();
                assert!(text.contains("it is not a file"), "{text}");
            }
        }
    }
    assert!(fs::metadata(&path).unwrap().file_type().is_fifo());
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[tokio::test]
async fn a_file_that_is_locked_or_read_only_is_not_replaced() {
    let _alone = alone().await;
    let (_folder, locked) = from_program();
    change(&locked, OTHER_RULES).await;
    let mut writer = open(&locked).await;
    sqlx::query("BEGIN EXCLUSIVE")
        .execute(&mut writer)
        .await
        .unwrap();
    assert_kept(&locked, "another program is writing to it").await;
    drop(writer);
    let (_folder, read_only) = from_program();
    change(&read_only, OTHER_RULES).await;
    fs::set_permissions(&read_only, Permissions::from_mode(0o444)).unwrap();
    assert_kept(&read_only, "it is read-only").await;
}

#[tokio::test]
async fn a_database_that_only_its_owner_can_make_is_kept() {
    let _alone = alone().await;
    let (_folder, database) = from_folder();
    let before = fs::read(&database).unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(fs::read(&database).unwrap(), before);
    // The same after an import with the edition of the dataset inside the program.
    change(
        &database,
        "UPDATE meta SET value = '1' WHERE key = 'edition'",
    )
    .await;
    let before = fs::read(&database).unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(fs::read(&database).unwrap(), before);

    change(&database, OTHER_RULES).await;
    assert_not_served(&database, "it was imported from a folder").await;

    let (_folder, newer) = from_program();
    let sql = format!("{OTHER_RULES}; UPDATE meta SET value = '999999' WHERE key = 'edition'");
    change(&newer, &sql).await;
    assert_not_served(&newer, "a newer version of the program wrote it").await;

    for path in [&database, &newer] {
        import_if_older(forced(path)).await.unwrap();
        assert!(stored(path).await.current_rules);
    }
}

#[tokio::test]
async fn a_copy_of_the_dataset_by_other_rules_is_written_anew_with_the_same_mode() {
    let _alone = alone().await;
    let (folder, database) = from_program();
    change(&database, OTHER_RULES).await;
    fs::set_permissions(&database, Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.db");
    symlink("atlas.db", &link).unwrap();
    import_if_older(target(&link)).await.unwrap();
    assert!(stored(&database).await.current_rules);
    let mode = fs::metadata(&database).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[tokio::test]
async fn one_changed_bit_is_noticed_on_every_page() {
    let (_folder, database) = from_folder();
    let whole = fs::read(&database).unwrap();
    let pages = whole.len() / 4096;
    for n in 0..50 {
        let mut damaged = whole.clone();
        // A prime step reaches different places of the pages.
        let at = n * pages / 50 * 4096 + 100 + n * 79;
        damaged[at] ^= 1 << (n % 8);
        fs::write(&database, &damaged).unwrap();
        let found = find(&database).await.unwrap();
        assert!(matches!(found, Found::Damaged(..)), "byte {at}: {found:?}");
    }
    assert_not_served(&database, "Run `zone-atlas import`").await;
    // An import makes it whole.
    import(target(&database), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    assert_eq!(stored(&database).await, stored(&small().database()).await);
}

/// Databases that are cut off, or of which a part is inverted or overwritten by random bytes.
#[tokio::test]
async fn random_damage_is_never_served() {
    let (_folder, database) = from_folder();
    let whole = fs::read(&database).unwrap();
    for n in 0..60_usize {
        let random = Sha256::digest(n.to_le_bytes());
        let [a, b, c, d, ..] = random[..] else {
            unreachable!()
        };
        let at = u32::from_le_bytes([a, b, c, d]) as usize % whole.len();
        let mut damaged = whole.clone();
        let end = whole.len().min(at + 1 + n * 200);
        match n % 3 {
            0 => damaged.truncate(at),
            1 => damaged[at..end].iter_mut().for_each(|byte| *byte = !*byte),
            _ => (at..end).for_each(|place| damaged[place] ^= random[place % 32] | 1),
        }
        fs::write(&database, &damaged).unwrap();
        let found = find(&database).await;
        assert!(
            !matches!(found, Ok(Found::Database(_) | Found::Nothing)),
            "{n}: {found:?}"
        );
        let written = import_if_older(target(&database)).await;
        assert!(written.is_err(), "{n}");
        assert_eq!(fs::read(&database).unwrap(), damaged, "{n}");
    }
}

#[tokio::test]
async fn a_damaged_copy_of_the_dataset_is_healed() {
    let _alone = alone().await;
    let (_folder, database) = from_program();
    let whole = fs::read(&database).unwrap();
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    fs::write(&database, &damaged).unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(
        stored(&database).await.digest,
        stored(&shipped().database()).await.digest
    );
    fs::write(&database, &whole[..whole.len() - 4096]).unwrap();
    import_if_older(target(&database)).await.unwrap();
    assert_eq!(
        stored(&database).await.digest,
        stored(&shipped().database()).await.digest
    );
}

#[tokio::test]
async fn files_beside_the_database_do_no_harm() {
    let _alone = alone().await;
    let (folder, database) = from_folder();
    let beside = ["-wal", "-shm", "-journal"].map(|ending| {
        let path = folder.path().join(format!("atlas.db{ending}"));
        fs::write(&path, vec![0xD9; 70_000]).unwrap();
        path
    });
    assert!(matches!(find(&database).await, Ok(Found::Database(_))));
    import(target(&database), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    for path in beside {
        assert!(!path.exists(), "{}", path.display());
    }
    // Two files of imports: one was killed an hour ago, one began just now.
    let dead = folder.path().join(".atlas.db.dead00.new");
    let young = folder.path().join(".atlas.db.young0.new");
    for path in [&dead, &young] {
        fs::write(path, "half").unwrap();
    }
    let hour_ago = SystemTime::now() - Duration::from_secs(3600);
    fs::File::options()
        .write(true)
        .open(&dead)
        .unwrap()
        .set_modified(hour_ago)
        .unwrap();
    import(target(&database), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    assert!(!dead.exists() && young.exists());
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[tokio::test]
async fn a_backup_is_checked_and_comes_back() {
    let _alone = alone().await;
    let (folder, database) = from_folder();
    let site = TestSite::over(folder).await;
    let backup = site.folder().join("backup.db");
    copy(&database, &backup, false).await.unwrap();
    assert_eq!(fs::read(&backup).unwrap(), fs::read(&database).unwrap());

    change(
        &database,
        "UPDATE zone SET name_en = 'Renamed' WHERE slug = 'hengxu-etdz'",
    )
    .await;
    let page = "/zones/hengxu-etdz";
    site.get_until(page, |answer| answer.text.contains("Renamed"))
        .await;
    copy(&backup, &database, false).await.unwrap();
    site.get_until(page, |answer| !answer.text.contains("Renamed"))
        .await;

    let whole = fs::read(&backup).unwrap();
    let mut damaged = whole.clone();
    damaged[whole.len() / 3] ^= 4;
    fs::write(&backup, damaged).unwrap();
    let error = copy(&backup, &database, false).await.unwrap_err();
    assert!(matches!(error, Error::Corrupt { .. }), "{error}");
    assert_eq!(fs::read(&database).unwrap(), whole, "damage was restored");

    let diary = site.folder().join("diary");
    fs::write(&diary, "dear diary").unwrap();
    for (from, to) in [(&diary, &database), (&database, &diary)] {
        assert!(copy(from, to, false).await.is_err());
    }
    assert_eq!(fs::read(&diary).unwrap(), b"dear diary");
    assert_eq!(fs::read(&database).unwrap(), whole);
    let missing = site.folder().join("missing.db");
    assert!(copy(&missing, &database, false).await.is_err());
}

#[tokio::test]
async fn a_file_that_cannot_be_read_is_not_replaced() {
    let _alone = alone().await;
    let (folder, _) = folder();
    let below_a_file = folder.path().join("file").join("atlas.db");
    fs::write(folder.path().join("file"), "").unwrap();
    let error = import_if_older(target(&below_a_file)).await.unwrap_err();
    assert!(matches!(error, Error::DatabaseFile { .. }), "{error}");
}
