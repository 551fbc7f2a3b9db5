//! The pages of zones: whole without JavaScript, every figure with its receipt.

use crate::support::{TestSite, visible};

/// The values of the documents as each page must show them.
const NUMBERS: &[(&str, &[&str])] = &[
    (
        "liyang-high-tech-zone",
        &[
            "94.4 billion yuan",
            "6.8%",
            "1.169 billion yuan",
            "21.5%",
            "58",
            "about 4.97 km²",
            "about 50",
            "over 25 billion yuan",
            "about 118 km²",
            "88.30–88.48 billion yuan",
        ],
    ),
    (
        "liuyang-etdz",
        &[
            "25 km",
            "15 km",
            "33 km",
            "3rd",
            "80%",
            "50%",
            "16 km²",
            "150,000",
            "120 billion yuan",
            "500 billion yuan",
            "over 2 times",
            "134",
            "over 800",
            "over 10 billion yuan",
            "20 km²",
            "about 190,000",
            "over 200 billion yuan",
            "over 7 billion yuan",
            "top 20",
        ],
    ),
    (
        "luzhou-high-tech-zone",
        &[
            "202 km²",
            "4.62 km²",
            "28",
            "over 4,000",
            "over 50 billion yuan (7.43 billion US dollars)",
            "over 10 billion yuan",
        ],
    ),
    (
        "liangjiang-new-area",
        &[
            "1,200 km²",
            "3.33 million",
            "1.5%",
            "about 15%",
            "20%",
            "30%",
            "40%",
            "60%",
            "70%",
            "41",
            "166",
            "at least 200 billion yuan",
            "6.5%",
            "5.4%",
            "15.8%",
            "595.4 billion yuan",
            "over 200 billion yuan",
            "519 km",
            "252 km",
            "1.2 million TEU",
            "18 June 2010",
        ],
    ),
];

#[tokio::test]
async fn every_number_of_the_documents_is_on_its_page() {
    let site = TestSite::start().await;
    for (slug, numbers) in NUMBERS {
        let text = visible(&site.page(&format!("/zones/{slug}")).await);
        for number in *numbers {
            assert!(text.contains(number), "{slug} lacks {number}");
        }
    }
}

#[tokio::test]
async fn chinese_pages_write_the_same_numbers_their_way() {
    let site = TestSite::start().await;
    let text = visible(&site.page("/zh/zones/liyang-high-tech-zone").await);
    for number in [
        "944亿元",
        "11.69亿元",
        "超过250亿元",
        "约4.97平方公里",
        "883.0–884.8亿元",
    ] {
        assert!(text.contains(number), "{number}");
    }
    let text = visible(&site.page("/zh/zones/liangjiang-new-area").await);
    for number in ["333万", "2,000亿元以上", "120万标准箱", "2010年6月18日"] {
        assert!(text.contains(number), "{number}");
    }
}

#[tokio::test]
async fn a_figure_leads_to_its_receipt() {
    let site = TestSite::start().await;
    let html = site.page("/zones/liyang-high-tech-zone").await;
    let row = html.split_once("id=\"figure-fyqx5\"").unwrap().1;
    let row = row.split_once("</tr>").unwrap().0;
    assert!(row.contains("href=\"/figures/fyqx5\""), "{row}");
    let row = visible(row);
    assert!(
        row.contains("paragraph") && row.contains("sentence"),
        "{row}"
    );
}

#[tokio::test]
async fn charts_are_drawn_on_the_server() {
    let site = TestSite::start().await;
    let html = site.page("/zones/liyang-high-tech-zone").await;
    assert_eq!(
        html.matches("<svg class=\"chart chart-ink chart-wide\"")
            .count(),
        2
    );
    assert!(
        html.contains("class=\"mark series-0 derived predecessor\" href=\"/figures/t6a2e-before\"")
    );
    assert!(html.contains("class=\"arrow\""));
    let html = site.page("/zones/liuyang-etdz").await;
    assert!(html.contains("class=\"mark series-1 target\""));
    let without = site.page("/zones/luzhou-high-tech-zone").await;
    assert!(!without.contains("chart-wide"));
    assert!(visible(&without).contains("Nothing is estimated in their place."));
}

#[tokio::test]
async fn a_zone_of_the_catalogue_alone_says_what_is_not_known() {
    let site = TestSite::start().await;
    let text = visible(&site.page("/zones/dongli-etdz").await);
    for words in [
        "东丽经济技术开发区",
        "G121050",
        "721.7 ha",
        "February 2014",
        "What is not known",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let text = visible(&site.page("/zones/tianfu-new-area").await);
    assert!(text.contains("Weak sources") && text.contains("not known"));
}

#[tokio::test]
async fn a_seed_zone_is_one_zone_with_its_catalogue_row() {
    let site = TestSite::start().await;
    for (code, slug) in [
        ("S328119", "liyang-high-tech-zone"),
        ("G431178", "liuyang-etdz"),
        ("g512141", "luzhou-high-tech-zone"),
    ] {
        assert_eq!(
            site.redirect(&format!("/zones/{code}")).await,
            format!("/zones/{slug}")
        );
        assert_eq!(
            site.redirect(&format!("/zh/zones/{code}")).await,
            format!("/zh/zones/{slug}")
        );
    }
}
