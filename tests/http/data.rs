//! Sources, groups, coverage and downloads.

use crate::html::{all, only, text};
use app::messages::columns::{ColumnType, FIGURES, POINTS, ZONES};
use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use scraper::Html;
use serde_json::Value;
use server::import::import;
use site_tests::{SMALL_DATA, small, small_copy, target, visible};
use std::path::Path;

#[tokio::test]
async fn equal_data_gives_equal_bytes_and_names_the_dataset() {
    // The second site serves a database that was imported again.
    let (one, other) = (small(), small_copy().await);
    import(target(&other.database()), Some(Path::new(SMALL_DATA)))
        .await
        .unwrap();
    let page = one.page("/").await;
    let footer = page.split_once("<footer").unwrap().1;
    let digest = footer
        .split_once("<code>")
        .unwrap()
        .1
        .split_once('<')
        .unwrap()
        .0;
    assert_eq!(digest.len(), 12);
    for (path, kind) in [
        ("/zones/qinglan-high-tech-zone.json", "application/json"),
        ("/zh/zones/qinglan-high-tech-zone.csv", "text/csv"),
        ("/zones/hengxu-etdz.csv", "text/csv"),
        ("/groups/national-etdzs.json", "application/json"),
        ("/figures/fyqx5.json", "application/json"),
        ("/data/figures.csv", "text/csv"),
        ("/data/figures.json", "application/json"),
        ("/data/cautions.json", "application/json"),
    ] {
        let answer = one.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.header(CONTENT_TYPE).starts_with(kind), "{path}");
        assert!(answer.text.contains(digest), "{path}");
        assert_eq!(answer.text, other.page(path).await, "{path}");
    }
    for path in [
        "/zones/atlantis.json",
        "/figures/zzzzz.json",
        "/groups/x.csv",
    ] {
        assert_eq!(one.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn an_exported_figure_has_its_receipt() {
    let site = small();
    let csv = site.page("/zones/qinglan-high-tech-zone.csv").await;
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(&header[..2], ["\u{feff}id", "page"]);
    let line = lines.find(|line| line.starts_with("fyqx5,")).unwrap();
    for cell in [
        "94.4 billion CNY",
        "94400000000,CNY,94350000000,true,94450000000,false,rounded",
        "2013,year,2013-01-01,2013-12-31",
        "S328901",
        "qinglan-article",
        "p6 s1",
    ] {
        assert!(line.contains(cell), "{cell}: {line}");
    }
    let derived = csv
        .lines()
        .find(|line| line.starts_with("t6a2e-before,"))
        .unwrap();
    assert!(
        derived.contains("level-before-growth,fyqx5 t6a2e,nominal-rate"),
        "{derived}"
    );
}

#[tokio::test]
async fn sources_say_what_was_taken_from_them() {
    let site = small();
    let list = visible(&site.page("/sources").await);
    assert!(
        list.contains("Official: ") && list.contains("Press: "),
        "{list}"
    );
    let html = site.page("/sources/qinglan-article").await;
    let text = visible(&html);
    for words in [
        "94.4 billion yuan",
        "paragraph 6, sentence 1",
        "Check your own copy",
        "5897f0a9",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(html.contains("href=\"/figures/fyqx5\""));
    assert!(html.contains("href=\"/zones/qinglan-high-tech-zone#fact-npw7u\""));
    let catalogue = visible(&site.page("/sources/catalogue-2018").await);
    assert!(catalogue.contains("Its areas are on the page of each zone"));
}

#[tokio::test]
async fn totals_of_groups_join_only_while_their_membership_is_the_same() {
    let site = small();
    let html = site.page("/groups/national-etdzs").await;
    assert!(visible(&html).contains("219 zones"));
    let chart = html.split_once("chart-wide").unwrap().1;
    assert!(
        !chart.contains("class=\"link"),
        "groups of different size are joined"
    );
}

#[tokio::test]
async fn coverage_says_what_is_known_and_leads_to_what_is_not() {
    let site = small();
    let html = site.page("/data").await;
    let text = visible(&html);
    for words in [
        "Of 46 zones",
        "Gross domestic product",
        "precision",
        "Question justified",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("not judged yet"), "a caution was not judged");
    let known = count(&site.page("/?known=gdp").await);
    let unknown = count(&site.page("/?unknown=gdp").await);
    assert_eq!(known + unknown, 46);
    assert!(known > 5);
    assert!(html.contains("href=\"/?unknown=gdp\""));
    let notice = visible(&site.page("/?known=charm").await);
    assert!(notice.contains("There is no indicator “charm”"), "{notice}");
}

#[tokio::test]
async fn every_download_names_the_digest_that_the_page_shows() {
    let site = small();
    let html = Html::parse_document(&site.page("/data").await);
    let digest = text(only(&html, "#downloads code"));
    let hexadecimal = |text: &str| text.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
    assert!(digest.len() == 64 && hexadecimal(&digest), "{digest}");
    assert_eq!(text(only(&html, "footer code")), digest[..12]);
    let href = |words: &str| {
        let links = all(&html, "#downloads a");
        let link = links.into_iter().find(|link| text(*link) == words);
        link.unwrap().attr("href").unwrap().to_owned()
    };
    let json = async |path: &str| -> Value {
        let response = site.get(path).await;
        assert_eq!(
            response.header(CONTENT_TYPE),
            "application/json; charset=utf-8"
        );
        let json: Value = serde_json::from_str(&response.text).unwrap();
        assert_eq!(json["dataset"]["digest"], *digest, "{path}");
        json
    };
    let with_id = |json: &Value, id: &str| -> Value {
        let figures = json["figures"].as_array().unwrap();
        figures
            .iter()
            .find(|figure| figure["id"] == id)
            .unwrap()
            .clone()
    };
    let figures = json(&href("All figures with their receipts, JSON")).await;
    let corrected = with_id(&figures, "k4p6c");
    assert_eq!(corrected["as_stated"], "10.49亿元");
    assert_eq!(corrected["printed"], "10.49 yi CNY");
    assert_eq!(corrected["corrected"], "10.49 wan-yi CNY");
    let cautions = json(&href("All possible problems and conflicts, JSON")).await;
    assert!(!cautions["cautions"].as_array().unwrap().is_empty());
    with_id(&json("/zones/qinglan-high-tech-zone.json").await, "fyqx5");
    with_id(&json("/figures/k4p6c.json").await, "k4p6c");
    let csv = site
        .get(&href("All figures with their receipts, CSV"))
        .await;
    assert!(
        csv.header(CONTENT_TYPE)
            .starts_with("text/csv; charset=utf-8")
    );
    let mut lines = csv.text.lines();
    let head = lines.next().unwrap();
    assert!(
        head.starts_with("\u{feff}id,") && head.ends_with(",dataset"),
        "{head}"
    );
    assert!(lines.next().unwrap().ends_with(&format!(",{digest}")));
}

/// Returns the number of zones in the heading of the list.
fn count(html: &str) -> u32 {
    let heading = html.split_once("class=\"results-count\"").unwrap().1;
    let text = visible(heading.split_once("</h2>").unwrap().0);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits
        .parse()
        .unwrap_or_else(|_| panic!("no number in {text}"))
}

#[tokio::test]
async fn every_table_has_the_columns_that_are_described() {
    let site = small();
    for (path, columns) in [
        ("/data/figures.csv", vec![FIGURES]),
        ("/zones/qinglan-high-tech-zone.csv", vec![FIGURES]),
        ("/indicators/gdp.csv", vec![FIGURES]),
        ("/indicators/gdp/figures.csv", vec![FIGURES]),
        (
            "/zones/qinglan-high-tech-zone/output.csv",
            vec![POINTS, FIGURES],
        ),
        ("/data/zones.csv", vec![ZONES]),
        ("/data/zones.csv?q=no+such+zone", vec![ZONES]),
    ] {
        let columns: Vec<&str> = columns.concat().iter().map(|column| column.name).collect();
        let table = site.page(path).await;
        let header = table.strip_prefix('\u{feff}').unwrap().lines().next();
        assert_eq!(header.unwrap(), columns.join(","), "{path}");
    }
    let figures: Value = serde_json::from_str(&site.page("/data/figures.json").await).unwrap();
    for figure in figures["figures"].as_array().unwrap() {
        let figure = figure.as_object().unwrap();
        assert_eq!(figure.len(), FIGURES.len());
        for column in FIGURES {
            let value = &figure[column.name];
            let fits = match column.of_type {
                ColumnType::Text => value.is_string(),
                ColumnType::Date => {
                    let day = value.as_str().unwrap();
                    day.is_empty() || (day.len() == 10 && day.split('-').count() == 3)
                }
                ColumnType::Number | ColumnType::Integer => value.is_number() || value.is_null(),
                ColumnType::Boolean => value.is_boolean() || value.is_null(),
            };
            assert!(fits, "{}: {value}", column.name);
        }
    }
}

#[tokio::test]
async fn all_areas_of_a_table_are_in_hectares() {
    let site = small();
    for path in ["/data/figures.json", "/zones/qinglan-high-tech-zone.json"] {
        let file: Value = serde_json::from_str(&site.page(path).await).unwrap();
        for figure in file["figures"].as_array().unwrap() {
            assert_ne!(figure["unit"], "km2", "{}", figure["id"]);
        }
    }
    let zones: Value = serde_json::from_str(&site.page("/data/zones.geojson").await).unwrap();
    let areas = zones["features"].as_array().unwrap().iter();
    let areas = areas.map(|zone| &zone["properties"]["area_ha"]);
    assert!(areas.clone().all(|area| area.is_number() || area.is_null()));
    assert!(areas.filter(|area| area.is_number()).count() > 20);
}

#[tokio::test]
async fn the_figures_of_an_indicator_are_those_of_the_dataset() {
    let site = small();
    let all: Value = serde_json::from_str(&site.page("/data/figures.json").await).unwrap();
    let all = all["figures"].as_array().unwrap();
    let of_gdp: Vec<&Value> = all
        .iter()
        .filter(|figure| figure["indicator"] == "gdp")
        .collect();
    assert!(of_gdp.len() > 5 && of_gdp.len() < all.len());
    let path = "/indicators/gdp/figures.json";
    let found: Value = serde_json::from_str(&site.page(path).await).unwrap();
    let found: Vec<&Value> = found["figures"].as_array().unwrap().iter().collect();
    assert_eq!(found, of_gdp);
    for path in [
        "/indicators/nonsense/figures.csv",
        "/indicators/gdp/figures.png",
        "/indicators/gdp/zones.csv",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
