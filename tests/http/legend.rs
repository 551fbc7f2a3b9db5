//! The legend of a chart: its links hide and show lines.

use crate::html::{all, href, only, text, titles};
use scraper::Html;
use site_tests::small;

const PATH: &str = "/zh/zones/qinglan-high-tech-zone";
const OUTPUT: &str = "#chart-output svg.chart-wide";
/// The legend links of the two lines.
const PREDECESSOR: &str = "#chart-output-line-t6a2e-before";
const BATTERIES: &str = "#chart-output-line-b496p";

const MARKS: [&str; 3] = [
    "2012年：883.0–884.8亿元，推算",
    "2013年：944亿元，公布值",
    "2020年：超过250亿元，公布值",
];

async fn page(query: &str) -> Html {
    Html::parse_document(&small().page(&format!("{PATH}{query}")).await)
}

/// Returns the titles of the marks, ordered by line and by position in the line.
fn marks(html: &Html) -> Vec<String> {
    let selector = format!("{OUTPUT} a.mark");
    let places = all(html, &selector)
        .into_iter()
        .map(|mark| mark.attr("data-at").unwrap());
    let mut marks: Vec<_> = places.zip(titles(html, &selector)).collect();
    marks.sort();
    marks.into_iter().map(|(_, title)| title).collect()
}

#[tokio::test]
async fn a_hidden_line_has_no_marks() {
    for (query, expected) in [
        ("", &MARKS[..]),
        ("?hide=t6a2e-before", &MARKS[2..]),
        ("?hide=b496p", &MARKS[..2]),
        ("?hide=t6a2e-before&hide=b496p", &[]),
    ] {
        assert_eq!(marks(&page(query).await), expected, "{query}");
    }
}

#[tokio::test]
async fn a_chart_with_all_lines_hidden_says_so() {
    let html = page("?hide=t6a2e-before&hide=b496p").await;
    assert_eq!(
        text(only(&html, &format!("{OUTPUT} text"))),
        "所有系列均已隐藏，可在图例中恢复。"
    );
}

#[tokio::test]
async fn the_legend_names_what_it_hides_and_what_it_shows() {
    let html = page("?hide=b496p").await;
    for (line, label) in [
        (
            PREDECESSOR,
            "隐藏工业产值（前身：江苏问村科技产业园，总产值）",
        ),
        (BATTERIES, "显示工业产值（产业：动力与储能电池）"),
    ] {
        assert_eq!(only(&html, line).attr("aria-label"), Some(label));
    }
    let hidden = only(&html, "#chart-output .legend-hidden .legend-line");
    assert_eq!(text(hidden), "工业产值（产业：动力与储能电池）");
}

#[tokio::test]
async fn each_link_of_the_legend_switches_its_line() {
    for (query, line, address) in [
        ("", PREDECESSOR, "?hide=t6a2e-before"),
        ("", BATTERIES, "?hide=b496p"),
        (
            "?hide=t6a2e-before",
            BATTERIES,
            "?hide=t6a2e-before&hide=b496p",
        ),
        ("?hide=t6a2e-before&hide=b496p", PREDECESSOR, "?hide=b496p"),
    ] {
        let html = page(query).await;
        let link = only(&html, line);
        assert_eq!(href(link), format!("{PATH}{address}"), "{query} {line}");
    }
}
