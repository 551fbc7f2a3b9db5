//! The list of all zones, 100 on each page.

use site_tests::{shipped, visible, zone_links};

#[tokio::test]
async fn pages_of_the_list_do_not_overlap() {
    let site = shipped();
    let first = zone_links(&site.page("/?sort=name").await);
    let second = zone_links(&site.page("/?sort=name&page=2").await);
    assert_eq!((first.len(), second.len()), (100, 100));
    assert!(first.iter().all(|link| !second.contains(link)));
}

#[tokio::test]
async fn a_page_with_groups_holds_a_hundred_rows_too() {
    let html = shipped().page("/?group=province&level=national").await;
    assert_eq!(zone_links(&html).len(), 100);
    let heads: Vec<&str> = html
        .split("<h3>")
        .skip(1)
        .map(|head| head.split('<').next().unwrap())
        .collect();
    assert_eq!(heads[..2], ["Beijing", "Tianjin"]);
}

#[tokio::test]
async fn searches_among_all_zones_give_the_meant_zone_first() {
    let site = shipped();
    for (words, first) in [
        ("liyang", "/zones/liyang-high-tech-zone"),
        (
            "%E6%BA%A7%E9%98%B3%E9%AB%98%E6%96%B0%E5%8C%BA",
            "/zones/liyang-high-tech-zone",
        ),
        ("li+yang+gao+xin", "/zones/liyang-high-tech-zone"),
        ("S328119", "/zones/liyang-high-tech-zone"),
        ("CATL", "/zones/liyang-high-tech-zone"),
        ("suzhou+industrial+park", "/zones/suzhou-industrial-park"),
        ("lyiang", "/zones/liyang-high-tech-zone"),
    ] {
        let found = zone_links(&site.page(&format!("/?q={words}")).await);
        assert!(
            found.iter().take(3).any(|row| row == first),
            "{words}: {:?}",
            &found[..found.len().min(3)]
        );
    }
}

#[tokio::test]
async fn old_addresses_by_code_lead_to_the_zone() {
    let site = shipped();
    for (code, slug) in [
        ("S328119", "liyang-high-tech-zone"),
        ("G431178", "liuyang-etdz"),
        ("g512141", "luzhou-high-tech-zone"),
    ] {
        assert_eq!(
            site.redirect(&format!("/zones/{code}")).await,
            format!("/zones/{slug}")
        );
    }
}

#[tokio::test]
async fn an_indicator_ranks_the_zones_of_the_dataset() {
    let site = shipped();
    let html = site.page("/indicators/gdp").await;
    let places: Vec<usize> = [
        "Pudong New Area",
        "Binhai New Area",
        "Suzhou Industrial Park",
    ]
    .iter()
    .map(|name| html.find(&format!("\">{name}</a>")).unwrap())
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    site.page("/indicators/area?page=2").await;
    assert!(
        visible(&html).contains("2,575 zones"),
        "how many zones there are in all"
    );
}
