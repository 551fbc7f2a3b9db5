//! A database with wrong content, or one that is damaged or replaced while it is served.

use crate::change;
use crate::counts::alone;
use reqwest::StatusCode;
use reqwest::header::HeaderName;
use site_tests::{TestSite, shipped, small, small_copy, visible};
use std::fs;
use std::path::Path;

/// A page that needs the database.
const PAGE: &str = "/zones/hengxu-etdz";

fn copy_of_small(folder: &Path) -> std::path::PathBuf {
    let database = folder.join("atlas.db");
    fs::copy(small().database(), &database).unwrap();
    database
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
async fn a_copy_of_the_shipped_dataset_that_is_cut_off_while_it_is_served_is_written_anew() {
    let _alone = alone().await;
    let folder = tempfile::tempdir().unwrap();
    fs::copy(shipped().database(), folder.path().join("atlas.db")).unwrap();
    let site = TestSite::over(folder).await;
    site.page("/zones/liuyang-etdz").await;
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
