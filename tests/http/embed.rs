//! A chart in a frame on another site: the HTML to copy, and the page in the frame.

use crate::html::{all, figure_of, href, only, text, titles};
use regex::Regex;
use reqwest::StatusCode;
use reqwest::header::{CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS};
use scraper::Html;
use site_tests::small;

const QINGLAN: &str = "/zones/qinglan-high-tech-zone";
const MARKS: &str = "svg.chart-wide a.mark";

#[tokio::test]
async fn the_line_to_copy_frames_the_chart_as_the_page_shows_it() {
    let site = small();
    let html = Html::parse_document(&site.page(&format!("/zh{QINGLAN}?currency=usd")).await);
    let snippet = only(&html, "#chart-output .chart-snippet");
    let snippet = Html::parse_fragment(snippet.attr("value").unwrap());
    let src = only(&snippet, "iframe").attr("src").unwrap();
    let path = format!("/zh{QINGLAN}/output/embed?currency=usd");
    assert_eq!(src, format!("http://{}{path}", site.address()));

    let shown = titles(&html, &format!("#chart-output {MARKS}"));
    assert_eq!(shown.len(), 3);
    let frame = Html::parse_document(&site.page(&path).await);
    assert_eq!(titles(&frame, MARKS), shown);
}

#[tokio::test]
async fn a_mark_in_a_frame_opens_its_receipt_outside_the_frame() {
    let site = small();
    let path = format!("/zh{QINGLAN}/output/embed?currency=usd");
    let frame = Html::parse_document(&site.page(&path).await);
    let marks = all(&frame, "a.mark");
    for mark in &marks {
        assert_eq!(mark.attr("target"), Some("_top"), "{}", figure_of(*mark));
    }
    let last = *all(&frame, MARKS).last().unwrap();
    assert_eq!(href(last), "/zh/figures/b496p");
    let receipt = Html::parse_document(&site.page(&href(last)).await);
    let named = all(&receipt, "section[aria-labelledby]")
        .into_iter()
        .map(|section| section.attr("aria-labelledby").unwrap())
        .map(|name| text(only(&receipt, &format!("[id='{name}']"))))
        .filter(|name| name == "原文");
    assert_eq!(named.count(), 1);
}

#[tokio::test]
async fn any_site_may_frame_a_chart_and_nothing_in_it_runs() {
    let site = small();
    let nothing_else = Regex::new("(^|; )default-src 'none'(;|$)").unwrap();
    let anywhere = Regex::new(r"(^|; )frame-ancestors \*(;|$)").unwrap();
    let program = Regex::new(r"(?i)<script|\son[a-z]+=|javascript:").unwrap();
    for prefix in ["", "/zh"] {
        let path = format!("{prefix}{QINGLAN}/output/embed?currency=usd");
        let answer = site.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let policy = answer.header(CONTENT_SECURITY_POLICY);
        assert!(nothing_else.is_match(&policy), "{policy}");
        assert!(anywhere.is_match(&policy), "{policy}");
        assert!(!policy.contains("script-src"), "{policy}");
        assert_eq!(answer.header(X_FRAME_OPTIONS), "", "{path}");
        let found = program.find(&answer.text);
        assert!(found.is_none(), "{path}: {found:?}");
    }
    // Checks the pattern: it must match a page that has a script.
    assert!(program.is_match(&site.page(QINGLAN).await));
}

#[tokio::test]
async fn a_frame_can_show_every_view() {
    let site = small();
    for prefix in ["", "/zh"] {
        for query in [
            "",
            "?form=table",
            "?form=bars&currency=usd&panels=each",
            "?hide=t6a2e-before&hide=b496p",
        ] {
            let path = format!("{prefix}{QINGLAN}/output/embed{query}");
            assert_eq!(site.get(&path).await.status, StatusCode::OK, "{path}");
        }
    }
}
