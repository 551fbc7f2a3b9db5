//! A wrong database file: of another program, written by other rules, damaged, or replaced while it is served.

use crate::change;
use crate::counts::alone;
use reqwest::StatusCode;
use reqwest::header::HeaderName;
use server::import::import_if_older;
use server::store::stored;
use site_tests::{FAST, TestSite, small, small_copy, visible};
use std::fs;
use std::path::Path;

/// A page that needs the database.
const PAGE: &str = "/zones/hengxu-etdz";

fn copy_of_small(folder: &Path) -> std::path::PathBuf {
    let database = folder.join("atlas.db");
    fs::copy(small().database(), &database).unwrap();
    database
}

async fn digest(database: &Path) -> String {
    stored(database).await.unwrap().unwrap().digest
}

#[tokio::test]
async fn a_database_written_by_other_rules_is_written_anew() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    let database = copy_of_small(folder.path());
    let before = digest(&database).await;
    import_if_older(&database, FAST).await.unwrap();
    assert_eq!(digest(&database).await, before, "it is of a newer edition");
    change(
        &database,
        "UPDATE meta SET value = 'others' WHERE key = 'rules'",
    )
    .await;
    assert!(!stored(&database).await.unwrap().unwrap().current_rules);
    import_if_older(&database, FAST).await.unwrap();
    assert!(stored(&database).await.unwrap().unwrap().current_rules);
    assert_ne!(digest(&database).await, before);
}

#[tokio::test]
async fn a_file_of_another_program_is_kept_and_named_in_one_line() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    change_new(
        &database,
        "CREATE TABLE diary (entry TEXT); INSERT INTO diary VALUES ('dear diary');",
    )
    .await;
    let error = stored(&database).await.unwrap_err().to_string();
    assert!(error.contains("is not a database of Zone Atlas"), "{error}");
    assert!(!error.contains('\n'), "{error}");
    import_if_older(&database, FAST).await.unwrap();
    assert!(stored(&database).await.unwrap().is_some());
    let kept = fs::read(folder.path().join("atlas.db.unusable")).unwrap();
    let words = b"dear diary";
    assert!(kept.windows(words.len()).any(|part| part == words));
}

async fn change_new(path: &Path, sql: &str) {
    fs::write(path, "").unwrap();
    change(path, sql).await;
}

#[tokio::test]
async fn a_file_without_its_end_is_written_anew_at_the_start() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    let database = copy_of_small(folder.path());
    let whole = fs::read(&database).unwrap();
    fs::write(&database, &whole[..whole.len() - 4096]).unwrap();
    let error = stored(&database).await.unwrap_err().to_string();
    assert!(error.contains("the file is truncated"), "{error}");
    import_if_older(&database, FAST).await.unwrap();
    assert!(stored(&database).await.unwrap().is_some());
}

#[tokio::test]
async fn a_word_that_no_type_knows_makes_one_page_unavailable() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    let database = copy_of_small(folder.path());
    change(
        &database,
        "UPDATE figure SET scope_kind = 'galaxy' WHERE zone = 'hengxu-etdz'",
    )
    .await;
    let site = TestSite::over(folder).await;
    let response = site.get(PAGE).await;
    assert_eq!(response.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!response.text.contains("galaxy"), "internals are sent");
    assert!(response.text.contains("</html>"), "half a page");
    let id = response.header(HeaderName::from_static("x-request-id"));
    assert!(
        response.text.contains(&format!("<code>{id}</code>")),
        "the page does not name the request: {id}"
    );
    assert_eq!(
        site.get(&format!("{PAGE}.json")).await.status,
        StatusCode::SERVICE_UNAVAILABLE
    );
    site.page("/zones/yunquan-etdz").await;
}

#[tokio::test]
async fn a_reference_that_leads_nowhere_makes_no_page_fail() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    let database = copy_of_small(folder.path());
    change(
        &database,
        "PRAGMA foreign_keys = OFF;
         UPDATE neighbour SET neighbour = 'atlantis' WHERE position = 0;
         UPDATE zone SET city = 'atlantis' WHERE slug = 'hengxu-etdz';
         UPDATE fact SET source = 'hearsay' WHERE zone = 'yunquan-etdz';
         UPDATE figure SET second_input = 'aaaaa' WHERE second_input IS NOT NULL;
         UPDATE caution_member SET figure = 'aaaaa' WHERE figure IS NOT NULL AND position = 1;",
    )
    .await;
    let site = TestSite::over(folder).await;
    for path in [
        PAGE,
        "/zones/yunquan-etdz",
        "/data",
        "/indicators/gdp",
        "/sources",
        "/data/cautions.json",
    ] {
        let status = site.get(path).await.status;
        assert!(!status.is_server_error(), "{path}: {status}");
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_used_does_not_replace_the_one_that_is_served() {
    let _alone = alone().await;
    let site = small_copy().await;
    let shown = visible(&site.page(PAGE).await);
    let other = site.folder().join("other.db");
    fs::write(&other, "no database").unwrap();
    fs::rename(&other, site.database()).unwrap();
    // The server checks the file every 20 ms.
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(visible(&site.page(PAGE).await), shown);
    fs::remove_file(site.database()).unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(visible(&site.page(PAGE).await), shown);
}

#[tokio::test]
async fn a_file_that_is_cut_off_while_it_is_served_is_written_anew() {
    let _alone = alone().await;
    let site = small_copy().await;
    site.page(PAGE).await;
    let file = fs::File::options()
        .write(true)
        .open(site.database())
        .unwrap();
    file.set_len(8192).unwrap();
    // The dataset inside the program replaces the file. Meanwhile every response is complete, and the server keeps
    // running.
    site.get_until("/zones/liuyang-etdz", |response| {
        assert!(
            response.text.contains("</html>"),
            "half a page: {}",
            response.text
        );
        response.status == StatusCode::OK
    })
    .await;
}

#[tokio::test]
async fn a_response_is_of_one_dataset_while_they_change() {
    let _alone = alone().await;
    let site = small_copy().await;
    let database = site.database();
    let mut editions = Vec::new();
    for (n, name) in ["Hengxu One", "Hengxu Two"].into_iter().enumerate() {
        let path = site.folder().join(format!("edition-{n}.db"));
        fs::copy(small().database(), &path).unwrap();
        let sql = format!(
            "UPDATE zone SET name_en = '{name}' WHERE slug = 'hengxu-etdz';
             UPDATE meta SET value = '{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}{n}' WHERE key = 'digest';"
        );
        change(&path, &sql).await;
        editions.push((path, name, n.to_string().repeat(12)));
    }
    for round in 0..6 {
        let (path, name, digest) = &editions[round % 2];
        let fresh = site.folder().join("fresh.db");
        fs::copy(path, &fresh).unwrap();
        fs::rename(&fresh, &database).unwrap();
        // Each response during the change must be complete: the digest and the name of the zone must be of the same
        // dataset.
        site.get_until(PAGE, |response| {
            let text = visible(&response.text);
            for (_, name, digest) in &editions {
                assert_eq!(text.contains(name), text.contains(digest), "{text}");
            }
            text.contains(name) && text.contains(digest)
        })
        .await;
    }
}
