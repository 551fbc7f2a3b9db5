//! The page of an indicator: the ranking of all zones with a value, and its chart.

use crate::html::{all, figure_of, inside, only, text, titles};
use regex::Regex;
use reqwest::StatusCode;
use scraper::{ElementRef, Html};
use serde_json::Value;
use site_tests::small;
use std::collections::BTreeMap;

const ROWS: &str = "table.ranking tbody tr";
const MARKS: &str = "svg.chart-wide a.mark";

async fn page(path: &str) -> Html {
    Html::parse_document(&small().page(path).await)
}

/// Returns the figure of a row. The value is in the fourth cell.
fn figure(row: ElementRef<'_>) -> String {
    figure_of(inside(inside(row, "th, td")[3], "a")[0])
}

/// Returns all numbers in a text.
fn numbers(text: &str) -> Vec<usize> {
    Regex::new(r"\d+")
        .unwrap()
        .find_iter(text)
        .map(|number| number.as_str().parse().unwrap())
        .collect()
}

/// Returns the middle of each value in the JSON file of an indicator, by figure. A value with only one bound has that
/// bound.
async fn middles(path: &str) -> BTreeMap<String, f64> {
    let json: Value = serde_json::from_str(&small().page(path).await).unwrap();
    let zones = json["zones"].as_array().unwrap().iter();
    zones
        .map(|zone| {
            let figure = &zone["figure"];
            let (low, high) = (figure["value_low"].as_f64(), figure["value_high"].as_f64());
            let middle = f64::midpoint(low.or(high).unwrap(), high.or(low).unwrap());
            (figure["id"].as_str().unwrap().to_owned(), middle)
        })
        .collect()
}

#[tokio::test]
async fn the_table_is_in_the_order_of_its_values() {
    let middles = middles("/indicators/gdp.json").await;
    for prefix in ["", "/zh"] {
        let html = page(&format!("{prefix}/indicators/gdp")).await;
        let rows = all(&html, ROWS);
        assert_eq!(rows.len(), middles.len(), "{prefix}");
        let of_rows: Vec<f64> = rows.iter().map(|row| middles[&figure(*row)]).collect();
        assert!(of_rows.is_sorted_by(|one, next| one >= next), "{of_rows:?}");
        for (row, middle) in rows.iter().zip(&of_rows) {
            let greater = of_rows.iter().filter(|other| *other > middle).count();
            let place = text(inside(*row, "td")[1]);
            assert_eq!(place, (greater + 1).to_string(), "{}", figure(*row));
        }
    }
}

#[tokio::test]
async fn an_earlier_value_is_at_most_five_years_older_or_a_dash() {
    for prefix in ["", "/zh"] {
        let html = page(&format!("{prefix}/indicators/gdp")).await;
        let mut known = 0;
        for row in all(&html, ROWS) {
            let cells = inside(row, "td");
            let earlier = text(*cells.last().unwrap());
            if earlier == "–" {
                continue;
            }
            let years = |cell: &str| *numbers(cell).last().unwrap();
            let (latest, before) = (years(&text(cells[3])), years(&earlier));
            assert!(
                before < latest && latest - before <= 5,
                "{earlier}: {latest}"
            );
            known += 1;
        }
        assert!(known > 0 && known < all(&html, ROWS).len(), "{prefix}");
    }
}

#[tokio::test]
async fn a_zone_without_a_value_has_no_place_in_the_table() {
    for (prefix, words) in [
        ("", "the rest are not ranked."),
        ("/zh", "其余不参与排名。"),
    ] {
        let html = page(&format!("{prefix}/indicators/gdp")).await;
        let known = text(only(&html, ".indicator-known"));
        assert!(known.contains(words), "{known}");
        let numbers = numbers(&known);
        for number in [all(&html, ROWS).len(), 46] {
            assert!(numbers.contains(&number), "{number}: {known}");
        }
    }
}

#[tokio::test]
async fn the_first_mark_names_the_zone_of_the_first_row() {
    let html = page("/indicators/gdp").await;
    let zone = text(inside(all(&html, ROWS)[0], "th a")[0]);
    let title = &titles(&html, MARKS)[0];
    assert!(!zone.is_empty() && title.starts_with(&zone), "{title}");
}

#[tokio::test]
async fn the_chart_has_as_many_marks_as_it_says_in_the_order_of_the_table() {
    for (path, all_in_one_unit) in [
        ("/indicators/gdp", true),
        ("/indicators/foreign-trade", false),
        ("/indicators/area", false),
    ] {
        let html = page(path).await;
        let marks: Vec<String> = all(&html, MARKS).into_iter().map(figure_of).collect();
        let rows: Vec<String> = all(&html, ROWS).into_iter().map(figure).collect();
        let title = text(only(&html, "#chart-title"));
        assert_eq!(numbers(&title)[0], marks.len(), "{path}: {title}");
        assert_eq!(marks[0], rows[0], "{path}");
        let mut rest = rows.iter();
        for mark in &marks {
            assert!(rest.any(|row| row == mark), "{path}: {mark}, {rows:?}");
        }
        // A value in another unit is only in the table.
        assert_eq!(marks.len() == rows.len(), all_in_one_unit, "{path}");
    }
}

#[tokio::test]
async fn there_is_no_page_of_an_unknown_indicator_or_after_the_last_page() {
    let site = small();
    for (prefix, heading) in [("", "Indicator not found"), ("/zh", "未找到该指标")] {
        for address in [
            "area?page=0",
            "area?page=999",
            "area?page=x",
            "gdp?page=2",
            "nothing",
        ] {
            let path = format!("{prefix}/indicators/{address}");
            let answer = site.get(&path).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
            let html = Html::parse_document(&answer.text);
            assert_eq!(text(only(&html, "h1")), heading, "{path}");
        }
    }
}

#[tokio::test]
async fn an_indicator_of_which_nothing_is_known_has_no_chart_and_no_table() {
    for prefix in ["", "/zh"] {
        let html = page(&format!("{prefix}/indicators/competitiveness")).await;
        only(&html, ".not-known-line");
        for selector in ["svg.chart", "table.ranking"] {
            assert!(all(&html, selector).is_empty(), "{prefix}: {selector}");
        }
    }
}

#[tokio::test]
async fn a_province_and_a_kind_narrow_the_ranking() {
    let whole = page("/indicators/gdp").await;
    let about = |row: &ElementRef<'_>| text(inside(*row, "th .growth-what")[0]);
    let of = |what: &[&str]| -> Vec<String> {
        let rows = all(&whole, ROWS).into_iter();
        let fits = |row: &ElementRef<'_>| what.iter().all(|word| about(row).contains(word));
        rows.filter(fits).map(figure).collect()
    };
    let etdzs = of(&["economic and technological"]);
    assert!(
        (2..all(&whole, ROWS).len()).contains(&etdzs.len()),
        "{etdzs:?}"
    );
    let html = page("/indicators/gdp?kind=etdz").await;
    let found: Vec<String> = all(&html, ROWS).into_iter().map(figure).collect();
    assert_eq!(found, etdzs);
    let marks: Vec<String> = all(&html, MARKS).into_iter().map(figure_of).collect();
    assert_eq!(marks, etdzs, "the chart shows the same zones");
    let count = text(only(&html, ".ranking-controls span"));
    assert_eq!(numbers(&count)[0], etdzs.len(), "{count}");
    let selected: Vec<_> = all(&html, "option[selected]")
        .into_iter()
        .map(|option| option.attr("value").unwrap())
        .collect();
    assert_eq!(selected, ["etdz"]);

    let both = page("/indicators/gdp?province=hunan&kind=etdz").await;
    let found: Vec<String> = all(&both, ROWS).into_iter().map(figure).collect();
    assert_eq!(found, of(&["Hunan", "economic and technological"]));
    assert!(!found.is_empty() && found.len() < etdzs.len(), "{found:?}");

    let none = page("/zh/indicators/gdp?kind=border").await;
    assert!(text(only(&none, ".not-known-line")).contains("均无数据"));
}

#[tokio::test]
async fn a_log_axis_has_equal_factors() {
    let ticks = |html: &Html| -> Vec<(f64, i32)> {
        let labels = all(html, "svg.chart-wide text.label[text-anchor=middle]");
        let tick = |label: ElementRef<'_>| {
            let value = text(label).replace(',', "").parse().unwrap();
            (value, label.attr("x").unwrap().parse().unwrap())
        };
        labels.into_iter().map(tick).collect()
    };
    // Returns the distances, in pixels, between ticks of which one is ten times the other.
    let tenfold = |ticks: &[(f64, i32)]| -> Vec<i32> {
        let pairs = ticks
            .iter()
            .flat_map(|one| ticks.iter().map(move |other| (one, other)));
        let pairs =
            pairs.filter(|(one, other)| (one.0 * 10.0 - other.0).abs() < f64::EPSILON * other.0);
        pairs
            .filter(|(one, _)| one.0 > 0.0)
            .map(|(one, other)| other.1 - one.1)
            .collect()
    };
    let log = tenfold(&ticks(&page("/indicators/gdp?scale=log").await));
    assert!(log.len() > 1, "{log:?}");
    assert!(log.iter().all(|gap| (gap - log[0]).abs() < 3), "{log:?}");
    let linear = ticks(&page("/indicators/gdp").await);
    assert!(linear.iter().any(|(value, _)| *value == 0.0), "{linear:?}");
}

#[tokio::test]
async fn the_page_counts_the_figures_that_its_file_has() {
    let site = small();
    let index = page("/indicators").await;
    let ids: Vec<String> = all(&index, "main a[href^='/indicators/']")
        .into_iter()
        .map(|link| link.attr("href").unwrap().to_owned())
        .collect();
    assert!(ids.len() > 10, "{ids:?}");
    for path in ids.iter().filter(|path| !path.contains('.')) {
        let html = page(path).await;
        let lines = all(&html, ".indicator-downloads p");
        let line = lines
            .into_iter()
            .map(text)
            .find(|line| line.starts_with("All figures"));
        let file = site.page(&format!("{path}/figures.json")).await;
        let file: Value = serde_json::from_str(&file).unwrap();
        let count = file["figures"].as_array().unwrap().len();
        assert_eq!(numbers(&line.unwrap())[0], count, "{path}");
    }
}

#[tokio::test]
async fn values_older_than_five_years_are_paler_and_questioned_ones_lead_to_the_cautions() {
    let html = page("/indicators/gdp").await;
    let rows = all(&html, ROWS);
    let date = json_date().await;
    let first_recent = date - 5;
    let mut old = 0;
    for row in &rows {
        let year = numbers(&text(inside(*row, "td")[3]))[0];
        let is_old = row.value().classes().any(|class| class == "old");
        assert_eq!(is_old, year < first_recent, "{year}");
        old += usize::from(is_old);
    }
    assert!(old > 0 && old < rows.len(), "{old} of {}", rows.len());
    assert_eq!(all(&html, "svg.chart-wide a.mark.old").len(), old);
    let doubted = all(&html, "table.ranking a[href$='#cautions']");
    assert!(!doubted.is_empty());
}

/// Returns the year of the dataset.
async fn json_date() -> usize {
    let json: Value = serde_json::from_str(&small().page("/data/figures.json").await).unwrap();
    let date = json["dataset"]["date"].as_str().unwrap();
    date[..4].parse().unwrap()
}

#[tokio::test]
async fn ticked_zones_are_compared_in_the_indicator_of_the_page() {
    let html = page("/indicators/gdp").await;
    let form = only(&html, "form#compare-ticked");
    assert_eq!(form.attr("action"), Some("/compare"));
    let boxes = all(&html, "input[name=zones][form=compare-ticked]");
    assert_eq!(boxes.len(), all(&html, ROWS).len());
    let ticked: Vec<&str> = boxes
        .iter()
        .take(2)
        .map(|one| one.attr("value").unwrap())
        .collect();
    let compared = page(&format!(
        "/compare?indicator=gdp&zones={}&zones={}",
        ticked[0], ticked[1]
    ))
    .await;
    assert_eq!(all(&compared, ".chip").len(), 2);
    assert_eq!(all(&compared, "#chart-gdp").len(), 1);
}
