//! The comparison page: a line and a column for each zone, and the national totals.

use crate::html::{all, figure_of, href, inside, only, text};
use regex::Regex;
use scraper::{ElementRef, Html};
use serde_json::Value;
use site_tests::small;
use std::collections::{BTreeMap, BTreeSet};

/// The page of each line and its name in the legend: six zones, then the two totals.
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

/// The same page with another sixth zone, whose gross domestic product is not known.
const ONE_NOT_KNOWN: &str = "/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park,chaoyin-new-area,\
                             nanlu-economic-technological-development-area,qinglan-high-tech-zone&indicator=gdp";

/// The comparison of the six zones without an indicator, in English.
const SIX_ZONES: &str = "/compare?zones=yunquan-etdz,haidu-new-area,muyun-industrial-park,chaoyin-new-area,\
                         nanlu-economic-technological-development-area,taiqiu-high-tech-zone";

async fn page(path: &str) -> Html {
    Html::parse_document(&small().page(path).await)
}

/// Returns the page of each figure, by the id of the figure.
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
async fn a_comparison_is_called_one_of_parts_only_where_no_zone_has_a_figure_of_its_own() {
    for (zones, title) in [
        (
            "qinglan-high-tech-zone",
            "Fiscal revenue: parts of the zone",
        ),
        ("qinglan-high-tech-zone,yunquan-etdz", "Fiscal revenue"),
    ] {
        let html = page(&format!("/compare?zones={zones}&indicator=fiscal-revenue")).await;
        assert_eq!(
            texts(&html, "#chart-fiscal-revenue .growth-title"),
            [title],
            "{zones}"
        );
    }
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
            "unknown",
            "not applicable",
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
    let back = only(&html, ".compare-back a");
    assert_eq!(
        back.attr("href"),
        Some("/?pick=haidu-new-area&pick=yunquan-etdz&pick=muyun-industrial-park")
    );
    // The search for another zone leads to the atlas and keeps these zones selected.
    let picks: Vec<&str> = all(&html, "form.compare-add input[name=pick]")
        .into_iter()
        .map(|pick| pick.attr("value").unwrap())
        .collect();
    assert_eq!(
        picks,
        ["haidu-new-area", "yunquan-etdz", "muyun-industrial-park"]
    );
}

#[tokio::test]
async fn zones_are_named_by_their_codes_too() {
    let zones: Value = serde_json::from_str(&small().page("/data/zones.json").await).unwrap();
    let zones = zones["zones"].as_array().unwrap();
    let zone = zones
        .iter()
        .find(|zone| zone["slug"] == "yunquan-etdz")
        .unwrap();
    let code = zone["code"].as_str().unwrap();
    let by_slug = page("/compare?zones=yunquan-etdz,haidu-new-area").await;
    for names in [
        format!("{code},haidu-new-area"),
        format!("{}&zones=haidu-new-area", code.to_lowercase()),
        format!("yunquan-etdz,+haidu-new-area,{code}"),
    ] {
        let html = page(&format!("/compare?zones={names}")).await;
        assert_eq!(texts(&html, ".chip"), texts(&by_slug, ".chip"), "{names}");
        assert!(all(&html, ".notice").is_empty(), "{names}");
    }
    let strange = page("/compare?zones=G000000,haidu-new-area").await;
    assert!(texts(&strange, ".notice")[0].contains("G000000"));
}

#[tokio::test]
async fn the_way_back_keeps_the_filters_that_the_reader_came_with() {
    let html = page("/compare?zones=haidu-new-area,yunquan-etdz&from=province%3Dhunan%26pick%3Dmuyun-industrial-park").await;
    let back = only(&html, ".compare-back a");
    assert_eq!(
        back.attr("href"),
        Some("/?province=hunan&pick=haidu-new-area&pick=yunquan-etdz")
    );
    for selector in [
        ".chip",
        ".compare-indicators a",
        ".chart-choices a",
        ".legend-line",
    ] {
        for link in all(&html, selector) {
            let href = link.attr("href").unwrap();
            assert!(
                href.contains("&from=province%3Dhunan"),
                "{selector}: {href}"
            );
        }
    }
    // Files and frames do not depend on the page that a reader comes from.
    for link in all(&html, ".chart-downloads dd a") {
        assert!(!link.attr("href").unwrap().contains("from="));
    }
}

#[tokio::test]
async fn a_summary_has_the_latest_value_of_each_zone_in_what_is_charted() {
    for (indicator, charted) in [("", "gdp"), ("&indicator=population", "population")] {
        let html = page(&format!("{SIX_ZONES}{indicator}")).await;
        let ranking = page(&format!("/indicators/{charted}")).await;
        let rows = all(&html, ".compare-summary tbody tr");
        assert_eq!(rows.len(), ZONES, "{charted}");
        let mut known = 0;
        for row in rows {
            let Some(value) = inside(row, "td a").first().copied() else {
                assert_eq!(text(inside(row, "td")[0]), "unknown");
                continue;
            };
            known += 1;
            let ranked: Vec<String> = all(&ranking, "table.ranking tbody tr td:nth-child(4) a")
                .into_iter()
                .map(figure_of)
                .collect();
            assert!(
                ranked.contains(&figure_of(value)),
                "{charted}: {}",
                text(row)
            );
        }
        assert!(known > 1, "{charted}");
    }
}

#[tokio::test]
async fn what_one_zone_alone_has_is_folded_and_industries_of_two_are_named() {
    let html = page(SIX_ZONES).await;
    let tables = all(&html, "table.compare");
    assert_eq!(tables.len(), 2);
    let values = |row: ElementRef<'_>| {
        let cells = inside(row, "td").into_iter().take(ZONES);
        cells.filter(|cell| !inside(*cell, "a").is_empty()).count()
    };
    for row in inside(tables[1], "tbody tr") {
        assert!(values(row) <= 1, "{}", text(row));
    }
    let rows = inside(tables[0], "tbody tr");
    let latest = rows.iter().filter(|row| text(**row).contains(", latest"));
    let latest: Vec<usize> = latest.map(|row| values(*row)).collect();
    assert!(!latest.is_empty());
    let shared = texts(&html, "table.compare td ul li");
    let industries = rows
        .iter()
        .find(|row| text(**row).starts_with("Leading industries"))
        .unwrap();
    for line in &shared {
        let (name, _) = line.split_once(" (").unwrap();
        let of = inside(*industries, "td")
            .into_iter()
            .filter(|cell| text(*cell).contains(name));
        assert!(of.count() > 1, "{line}");
    }
    assert!(!shared.is_empty());
}
