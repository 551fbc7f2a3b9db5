//! The totals of the dataset. Also checks that a person has judged each of its cautions.

use server::check::check;
use site_tests::{shipped, visible};

/// The zones of the catalogue and the state-level new areas.
const ZONES: usize = 2543 + 19 + 13;

#[tokio::test]
async fn the_headline_counts_the_whole_catalogue() {
    let site = shipped();
    let text = visible(&site.page("/").await);
    assert!(
        text.contains("2,543 zones of the catalogue, 19 state-level new areas and 13 newer zones")
    );
    assert!(text.contains("2,575 zones"));
    let text = visible(&site.page("/zh").await);
    assert!(text.contains("目录内开发区2,543家，国家级新区19个，目录之后新设13家"));
}

#[tokio::test]
async fn a_title_of_ours_is_in_the_language_of_the_page() {
    let site = shipped();
    let (english, chinese) = ("Lists of state-level new areas", "国家级新区名单");
    for (path, shown, not_shown) in [
        ("/sources/new-area-lists", english, chinese),
        ("/zh/sources/new-area-lists", chinese, english),
        ("/sources", english, chinese),
        ("/zh/sources", chinese, english),
    ] {
        let text = visible(&site.page(path).await);
        assert!(text.contains(shown), "{path}");
        assert!(!text.contains(not_shown), "{path}");
    }
}

#[tokio::test]
async fn the_list_and_the_page_on_the_data_count_the_same_zones_with_data() {
    let site = shipped();
    let table = site.page("/data/zones.csv?figures=with").await;
    let count = table.lines().count() - 1;
    assert!(count > 60, "{count}");
    let text = visible(&site.page("/data").await);
    assert!(text.contains(&format!("{count} have figures beyond")));
    let text = visible(&site.page("/?figures=with").await);
    assert!(text.contains(&format!("{count} zones")));
}

#[tokio::test]
async fn the_page_on_the_data_counts_what_is_known_and_what_is_not() {
    let site = shipped();
    let text = visible(&site.page("/data").await);
    // 668 growth rates were left out because the words of their sources are not stored.
    for words in [
        "Of 2,575 zones",
        "Gross domestic product",
        "668",
        "precision",
        "Question justified",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("not judged yet"), "a caution was not judged");
    let count = async |query: &str| {
        let path = format!("/data/zones.json?{query}");
        let json: serde_json::Value = serde_json::from_str(&site.page(&path).await).unwrap();
        json["zones"].as_array().unwrap().len()
    };
    // A level of today is compared only if the address asks for it.
    assert_eq!(count("level=national").await, 571);
    assert_eq!(count("as=today&level=national").await, 609);
    let known = count("known=gdp").await;
    assert!(known > 20, "{known}");
    assert_eq!(known + count("unknown=gdp").await, ZONES);
}

#[tokio::test]
async fn the_export_of_zones_holds_all_of_them() {
    let json: serde_json::Value =
        serde_json::from_str(&shipped().page("/data/zones.json").await).unwrap();
    assert_eq!(json["zones"].as_array().unwrap().len(), ZONES);
}

#[tokio::test]
async fn the_check_finds_no_error_and_nothing_unjudged() {
    let report = check(None).await.unwrap();
    assert!(report.errors.is_empty());
    assert!(report.cautions.len() > 20 && report.conflicts.len() > 3);
    assert_eq!(report.not_judged, Vec::<String>::new());
    assert_eq!(report.idle_judgements, Vec::<String>::new());
}
