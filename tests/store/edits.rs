//! A database that was edited by hand: after its next start, the server shows the edited data.

use crate::counts::alone;
use crate::{change, open};
use reqwest::StatusCode;
use site_tests::{TestSite, small, visible};
use std::fs;
use std::path::Path;

/// Returns a site with a copy of the small database that was edited before the start.
async fn changed(sql: &str) -> TestSite {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("atlas.db");
    fs::copy(small().database(), &database).unwrap();
    change(&database, sql).await;
    TestSite::over(folder).await
}

#[tokio::test]
async fn a_name_with_markup_is_text_in_each_part_of_a_page() {
    let name = "</title><img src=x onerror=alert(1)>";
    let site = changed(&format!(
        "UPDATE zone SET name_en = '{name}' WHERE slug = 'hengxu-etdz'"
    ))
    .await;
    for path in [
        "/zones/hengxu-etdz",
        "/compare?zones=hengxu-etdz,yunquan-etdz",
    ] {
        let page = site.page(path).await;
        assert!(page.contains("onerror"), "{path}: the name is missing");
        assert!(!page.contains("<img src=x"), "{path}");
    }
}

#[tokio::test]
async fn a_changed_figure_is_shown_changed() {
    let _alone = alone().await;
    let site = changed("UPDATE figure SET value = '123.4 billion CNY' WHERE id = 'fyqx5'").await;
    for path in ["/figures/fyqx5", "/zones/qinglan-high-tech-zone"] {
        let text = visible(&site.page(path).await);
        assert!(text.contains("123.4"), "{path}: {text}");
    }
}

/// Returns the addresses of all pages for the rows of a database.
async fn pages(database: &Path) -> Vec<String> {
    let mut db = open(database).await;
    let addresses = "SELECT '/zones/' || slug FROM zone UNION ALL SELECT '/groups/' || id FROM zone_group
        UNION ALL SELECT '/figures/' || id FROM figure UNION ALL SELECT '/sources/' || id FROM source
        UNION ALL SELECT '/indicators/' || id FROM indicator";
    let found = sqlx::query_scalar(addresses).fetch_all(&mut db).await;
    let lists = [
        "/",
        "/data",
        "/sources",
        "/data/cautions.json",
        "/data/figures.csv",
    ];
    found
        .unwrap()
        .into_iter()
        .chain(lists.map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn a_deleted_figure_is_gone_with_all_that_rests_on_it() {
    let _alone = alone().await;
    let pages = pages(&small().database()).await;
    assert!(pages.len() > 100, "{}", pages.len());
    let site = changed(
        "CREATE TEMPORARY TABLE gone AS
             SELECT first_input AS id FROM figure WHERE first_input IS NOT NULL
             UNION SELECT figure FROM caution_member WHERE figure IS NOT NULL
             UNION SELECT figure FROM ranking;
         DELETE FROM figure WHERE id IN (SELECT id FROM gone);",
    )
    .await;
    let mut db = open(&site.database()).await;
    for nothing in [
        "SELECT COUNT(*) FROM caution WHERE position IN (SELECT caution FROM caution_member WHERE figure IS NOT NULL)",
        "SELECT COUNT(*) FROM ranking",
        "SELECT COUNT(*) FROM figure WHERE first_input IS NOT NULL",
    ] {
        let left = sqlx::query_scalar::<_, i64>(nothing)
            .fetch_one(&mut db)
            .await
            .unwrap();
        assert_eq!(left, 0, "{nothing}");
    }
    let broken = sqlx::query("PRAGMA foreign_key_check")
        .fetch_optional(&mut db)
        .await
        .unwrap();
    assert!(broken.is_none());
    for path in pages {
        let status = site.get(&path).await.status;
        assert!(!status.is_server_error(), "{path}: {status}");
    }
}

#[tokio::test]
async fn a_deleted_figure_answers_that_it_is_not_there() {
    let _alone = alone().await;
    let site = changed("DELETE FROM figure WHERE id = 'fyqx5'").await;
    assert_eq!(
        site.get("/figures/fyqx5").await.status,
        StatusCode::NOT_FOUND
    );
    let page = site.page("/zones/qinglan-high-tech-zone").await;
    assert!(!page.contains("/figures/fyqx5"));
}
