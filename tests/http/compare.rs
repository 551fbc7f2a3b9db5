//! The page that compares zones: a line and a column for each, and national totals.

use crate::html::{all, figure_of, href, inside, only, text};
use regex::Regex;
use scraper::Html;
use serde_json::Value;
use site_tests::small;
use std::collections::{BTreeMap, BTreeSet};

/// The page of each line, and its name in the legend: six zones, then the two totals.
const LINES: [(&str, &str); 8] = [
    ("/zones/yunquan-etdz", "云泉经济技术开发区"),
    ("/zones/haidu-new-area", "上海海渡新区"),
    ("/zones/muyun-industrial-park", "沐云工业园区"),
    ("/zones/chaoyin-new-area", "天津潮音新区"),
    (
        "/zones/nanlu-economic-technological-development-area",
        "南鹭经济技术开发区",
    ),
    ("/zones/taiqiu-high-tech-zone", "苔秋高新技术产业开发区"),
    ("/groups/national-etdzs", "国家级经济技术开发区"),
    ("/groups/national-high-tech-zones", "国家高新技术产业开发区"),
];
const ZONES: usize = 6;

/// The page that compares the gross domestic product of six zones.
const SIX: &str = "/zh/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park,chaoyin-new-area,\
                   nanlu-economic-technological-development-area,taiqiu-high-tech-zone&indicator=gdp";

/// The same with another zone at the end: its gross domestic product is not known.
const ONE_NOT_KNOWN: &str = "/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park,chaoyin-new-area,\
                             nanlu-economic-technological-development-area,qinglan-high-tech-zone&indicator=gdp";

async fn page(path: &str) -> Html {
    Html::parse_document(&small().page(path).await)
}

/// The page that each figure belongs to.
async fn pages_of_figures() -> BTreeMap<String, String> {
    let json: Value = serde_json::from_str(&small().page("/data/figures.json").await).unwrap();
    let figures = json["figures"].as_array().unwrap().iter();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    figures
        .map(|figure| (text(&figure["id"]), text(&figure["page"])))
        .collect()
}

fn texts(html: &Html, selector: &str) -> Vec<String> {
    all(html, selector).into_iter().map(text).collect()
}

#[tokio::test]
async fn each_compared_zone_has_a_line_and_a_total_has_one_when_the_address_says_so() {
    let pages = pages_of_figures().await;
    let names = LINES.map(|(_, name)| name);
    for (query, shown) in [
        ("", ZONES),
        ("&with=vpns4", ZONES + 1),
        ("&with=vpns4&with=k3xbn", ZONES + 2),
    ] {
        let html = page(&format!("{SIX}{query}")).await;
        assert_eq!(texts(&html, "#chart-gdp .legend-line"), names, "{query}");
        let hidden = texts(&html, "#chart-gdp .legend-hidden .legend-line");
        assert_eq!(hidden, names[shown..], "{query}");
        let expected: BTreeSet<&str> = LINES[..shown].iter().map(|(page, _)| *page).collect();
        for drawing in ["wide", "narrow"] {
            let marks = all(&html, &format!("#chart-gdp svg.chart-{drawing} a.mark"));
            let drawn: BTreeSet<&str> = marks
                .into_iter()
                .map(|mark| &*pages[&figure_of(mark)])
                .collect();
            assert_eq!(drawn, expected, "{query}, {drawing}");
        }
    }
}

#[tokio::test]
async fn each_mark_belongs_to_the_zone_that_the_legend_names_for_its_line() {
    let pages = pages_of_figures().await;
    let html = page(SIX).await;
    let legend = texts(&html, "#chart-gdp .legend-line");
    let marks = all(&html, "#chart-gdp svg.chart-wide a.mark");
    let mut last = "";
    for mark in marks {
        let (line, _) = mark.attr("data-at").unwrap().split_once(' ').unwrap();
        let line: usize = line.parse().unwrap();
        let figure = figure_of(mark);
        assert_eq!((&*pages[&figure], &*legend[line]), LINES[line], "{figure}");
        last = &legend[line];
    }
    assert_eq!(last, LINES[ZONES - 1].1);
}

#[tokio::test]
async fn the_legend_leads_to_the_address_with_one_more_total() {
    for (query, line, address) in [
        ("", "vpns4", "&with=vpns4"),
        ("&with=vpns4", "k3xbn", "&with=vpns4&with=k3xbn"),
    ] {
        let html = page(&format!("{SIX}{query}")).await;
        let link = only(&html, &format!("#chart-gdp-line-{line}"));
        assert_eq!(href(link), format!("{SIX}{address}"));
    }
}

#[tokio::test]
async fn the_table_says_what_is_not_known_and_what_does_not_apply() {
    let code = Regex::new(r"^[A-Z]\d{6}$").unwrap();
    let languages = [
        (
            "",
            "not known",
            "does not apply",
            ["Catalogue code", "Gross domestic product, latest"],
        ),
        ("/zh", "不详", "不适用", ["目录代码", "地区生产总值，最新"]),
    ];
    for (prefix, not_known, does_not_apply, [codes, gdp]) in languages {
        let html = page(&format!("{prefix}{ONE_NOT_KNOWN}")).await;
        let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for row in all(&html, "table.compare tbody tr") {
            let cells: Vec<String> = inside(row, "td").into_iter().map(text).collect();
            let head = inside(row, "th").into_iter().map(text).collect();
            for cell in &cells {
                assert!(!cell.is_empty(), "{prefix}: an empty cell of {head}");
            }
            rows.insert(head, cells);
        }
        let codes = &rows[codes];
        assert_eq!(codes.len(), 8);
        for (column, cell) in codes.iter().enumerate() {
            let expected = match column {
                1 | 3 => cell == not_known,
                0..6 => code.is_match(cell),
                _ => cell.ends_with(does_not_apply),
            };
            assert!(expected, "{prefix}, column {column}: {cell}");
        }
        let gdp = &rows[gdp];
        assert_eq!(gdp.len(), 8);
        for (column, cell) in gdp.iter().enumerate() {
            let expected = match column {
                5 => cell == not_known,
                _ => cell.contains(|c: char| c.is_ascii_digit()),
            };
            assert!(expected, "{prefix}, column {column}: {cell}");
        }
    }
}

#[tokio::test]
async fn zones_may_come_in_several_values_and_with_spaces() {
    let wanted = page("/compare?zones=haidu-new-area,yunquan-etdz").await;
    let drops = |html: &Html| -> Vec<String> {
        let chips = all(html, "[id^=drop-]").into_iter();
        chips
            .map(|chip| chip.attr("id").unwrap().to_owned())
            .collect()
    };
    assert_eq!(drops(&wanted), ["drop-haidu-new-area", "drop-yunquan-etdz"]);
    for query in [
        "zones=haidu-new-area&zones=yunquan-etdz",
        "zones=haidu-new-area%2C+yunquan-etdz",
    ] {
        assert_eq!(
            drops(&page(&format!("/compare?{query}")).await),
            drops(&wanted),
            "{query}"
        );
    }
}

#[tokio::test]
async fn a_comparison_begins_with_what_zones_share_and_not_with_their_area() {
    let html = page("/compare?zones=haidu-new-area,yunquan-etdz,muyun-industrial-park").await;
    let choices: Vec<String> = all(&html, ".compare-indicators a")
        .into_iter()
        .map(|choice| choice.attr("id").unwrap().to_owned())
        .collect();
    assert_eq!(choices[0], "chart-of-gdp", "{choices:?}");
    assert!(choices.contains(&"chart-of-area".to_owned()), "{choices:?}");
    let add = only(&html, "a.button-quiet[href^='/?pick=']");
    assert_eq!(
        add.attr("href"),
        Some("/?pick=haidu-new-area&pick=yunquan-etdz&pick=muyun-industrial-park")
    );
}
