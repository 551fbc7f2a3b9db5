//! The atlas page: totals, filters, counts, and the list with its pages.

use site_tests::{small, visible};

#[tokio::test]
async fn filters_narrow_the_list_together() {
    let site = small();
    let html = site
        .page("/?province=jiangsu&kind=high-tech&from=2010")
        .await;
    assert!(html.contains("href=\"/zones/qinglan-high-tech-zone\""));
    assert!(!html.contains("href=\"/zones/luoxi-high-tech-zone\""));
    assert!(html.contains("aria-label=\"Remove filter: Jiangsu\""));
    assert!(html.contains("aria-pressed=\"true\""));
    let none = visible(&site.page("/?province=xizang&kind=border&from=2017").await);
    assert!(none.contains("No zone matches all filters."));
}

#[tokio::test]
async fn a_repeated_name_is_a_set() {
    let site = small();
    let results = |html: String| {
        let text = visible(&html);
        let words: Vec<&str> = text.split_whitespace().collect();
        let counted = |pair: &[&str]| {
            let number = pair[0].replace(',', "").parse::<u32>().ok();
            number.filter(|_| pair[1] == "zones")
        };
        words.windows(2).find_map(counted).unwrap()
    };
    let hunan = results(site.page("/?province=hunan").await);
    let jiangsu = results(site.page("/?province=jiangsu").await);
    let both = results(site.page("/?province=hunan&province=jiangsu").await);
    assert!(hunan > 0 && jiangsu > 0);
    assert_eq!(both, hunan + jiangsu);
}

#[tokio::test]
async fn search_finds_names_cities_and_codes_in_both_languages() {
    let site = small();
    for q in [
        "Qinglan",
        "青岚",
        "s328901",
        "wencun+high-tech",
        "%E9%97%AE%E6%9D%91",
    ] {
        let html = site.page(&format!("/?q={q}")).await;
        assert!(html.contains("/zones/qinglan-high-tech-zone"), "{q}");
    }
}
