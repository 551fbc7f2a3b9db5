//! The marks of a chart: their titles and their links to receipts.

use crate::html::{all, href, titles};
use regex::Regex;
use reqwest::StatusCode;
use scraper::Html;
use site_tests::small;
use std::collections::BTreeSet;

const OUTPUT: &str = "#chart-output svg.chart-wide";

#[tokio::test]
async fn a_target_is_marked_as_a_target_and_no_line_joins_it() {
    let site = small();
    let html = Html::parse_document(&site.page("/zh/zones/yunquan-etdz").await);
    let marks = all(&html, &format!("{OUTPUT} a.mark"));
    let expected = [
        (
            "0 0",
            "reported",
            "2017年：1,200亿元，公布值",
            "/zh/figures/bx88w",
        ),
        (
            "2 0",
            "target",
            "2020年：超过2,000亿元，目标",
            "/zh/figures/vphp2",
        ),
    ];
    assert_eq!(
        titles(&html, &format!("{OUTPUT} a.mark")),
        expected.map(|(_, _, title, _)| title)
    );
    assert_eq!(marks.len(), expected.len());
    for (mark, (place, status, title, receipt)) in marks.iter().zip(expected) {
        assert_eq!(mark.attr("data-at"), Some(place), "{title}");
        assert!(
            mark.value().classes().any(|class| class == status),
            "{title}: {status}"
        );
        assert_eq!(href(*mark), receipt, "{title}");
    }
    // Checks the selector: another drawing has a line between its marks.
    let joined = Html::parse_document(&site.page("/zh/zones/qinglan-high-tech-zone").await);
    assert_eq!(all(&joined, &format!("{OUTPUT} .link")).len(), 1);
    assert!(all(&html, &format!("{OUTPUT} .link")).is_empty());
}

#[tokio::test]
async fn each_mark_and_each_row_of_the_table_leads_to_its_receipt() {
    let site = small();
    let html = Html::parse_document(&site.page("/zones/haidu-new-area").await);
    let receipts = |selector| -> BTreeSet<String> {
        let links = all(&html, selector);
        links.into_iter().map(href).collect()
    };
    let marks = receipts("a.mark");
    assert!(marks.len() > 25, "{}", marks.len());
    assert_eq!(marks, receipts(".growth-table a"));
    let receipt = Regex::new("^/figures/[a-z0-9-]+$").unwrap();
    for path in &marks {
        assert!(receipt.is_match(path), "{path}");
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
}
