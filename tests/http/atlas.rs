//! The atlas page: totals, filters, counts, the list and its pages.

use crate::support::{TestSite, visible};

#[tokio::test]
async fn the_headline_counts_the_whole_catalogue() {
    let site = TestSite::start().await;
    let text = visible(&site.page("/").await);
    assert!(text.contains("2,543 catalogue zones and 19 national new areas"));
    assert!(text.contains("2,562 zones"));
    let text = visible(&site.page("/zh").await);
    assert!(text.contains("2,543家目录开发区和19个国家级新区"));
}

#[tokio::test]
async fn filters_narrow_the_list_together() {
    let site = TestSite::start().await;
    let html = site
        .page("/?province=jiangsu&kind=high-tech&from=2010")
        .await;
    let text = visible(&html);
    assert!(html.contains("href=\"/zones/liyang-high-tech-zone\""));
    assert!(!html.contains("href=\"/zones/luzhou-high-tech-zone\""));
    assert!(text.contains("Remove") || html.contains("Remove filter: Jiangsu"));
    assert!(html.contains("aria-pressed=\"true\""));
    let none = visible(&site.page("/?province=xizang&kind=border&from=2017").await);
    assert!(none.contains("No zone fits all of these filters."));
}

#[tokio::test]
async fn a_repeated_name_is_a_set() {
    let site = TestSite::start().await;
    let results = |html: String| {
        let text = visible(&html);
        let words: Vec<&str> = text.split_whitespace().collect();
        let counted = |pair: &[&str]| {
            let number = pair[0].replace(',', "").parse::<u32>().ok();
            number.filter(|_| pair[1] == "zones")
        };
        words.windows(2).find_map(counted).unwrap()
    };
    let hebei = results(site.page("/?province=hebei").await);
    let jiangsu = results(site.page("/?province=jiangsu").await);
    let both = results(site.page("/?province=hebei&province=jiangsu").await);
    assert!(hebei > 0 && jiangsu > 0);
    assert_eq!(both, hebei + jiangsu);
}

#[tokio::test]
async fn search_finds_names_cities_and_codes_in_both_languages() {
    let site = TestSite::start().await;
    for q in [
        "Liyang",
        "溧阳",
        "s328119",
        "zhongguancun+high-tech",
        "%E4%B8%AD%E5%85%B3%E6%9D%91",
    ] {
        let html = site.page(&format!("/?q={q}")).await;
        assert!(html.contains("/zones/liyang-high-tech-zone"), "{q}");
    }
}

#[tokio::test]
async fn pages_of_the_list_do_not_overlap() {
    let site = TestSite::start().await;
    let links = |html: String| -> Vec<String> {
        html.split("class=\"zone-name\" href=\"")
            .skip(1)
            .map(|row| row.split('"').next().unwrap().to_owned())
            .collect()
    };
    let first = links(site.page("/?sort=name").await);
    let second = links(site.page("/?sort=name&page=2").await);
    assert_eq!((first.len(), second.len()), (100, 100));
    assert!(first.iter().all(|link| !second.contains(link)));
}
