//! Every figure has a receipt, and every link on the pages with figures leads to a page.

use reqwest::StatusCode;
use scraper::{Html, Selector};
use serde_json::Value;
use site_tests::shipped;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of pages that are too many to request. Their addresses are compared with the exports instead.
const LISTED: [&str; 2] = ["/figures/", "/zones/"];

#[tokio::test]
async fn every_figure_has_a_receipt() {
    let figures = array("/data/figures.json", "figures").await;
    assert!(figures.len() > 700, "{}", figures.len());
    let ids: BTreeSet<&str> = figures.iter().map(|figure| text(figure, "id")).collect();
    assert_eq!(ids.len(), figures.len(), "an id is used twice");
    for figure in &figures {
        let id = text(figure, "id");
        if text(figure, "rule").is_empty() {
            for part in ["printed", "source", "source_title", "as_stated", "place"] {
                assert!(!text(figure, part).is_empty(), "{id} has no {part}");
            }
        } else {
            let inputs = text(figure, "inputs");
            assert!(!inputs.is_empty(), "{id} is derived from nothing");
            for input in inputs.split(' ') {
                assert!(
                    ids.contains(input) || input.ends_with("-area"),
                    "{id}: {input}"
                );
            }
        }
    }
}

#[tokio::test]
async fn every_link_leads_to_a_page() {
    let site = shipped();
    let figures = array("/data/figures.json", "figures").await;
    let zones = array("/data/zones.json", "zones").await;
    let mut listed: BTreeSet<String> = figures
        .iter()
        .map(|figure| format!("/figures/{}", text(figure, "id")))
        .collect();
    for zone in &zones {
        listed.insert(path_of(text(zone, "address")).to_owned());
        listed.insert(path_of(text(zone, "area_receipt")).to_owned());
    }
    // The pages of everything that has figures, alternately in English and Chinese, and one page of each other kind.
    let mut pages: BTreeSet<String> = figures
        .iter()
        .map(|figure| text(figure, "page").to_owned())
        .collect();
    assert!(pages.len() > 60, "{}", pages.len());
    let others = [
        "/",
        "/methods",
        "/data",
        "/sources",
        "/compare",
        "/indicators/gdp",
        // A zone that is only in the catalogue, and one with an event and without figures.
        "/zones/fengtai-economic-development-zone",
        "/zones/aksu-aral-high-tech-zone",
    ];
    pages.extend(others.map(str::to_owned));
    let mut links: BTreeMap<String, String> = BTreeMap::new();
    let mut fragments: BTreeSet<(String, String, String)> = BTreeSet::new();
    let mut ids: BTreeSet<(String, String)> = BTreeSet::new();
    for (number, page) in pages.iter().enumerate() {
        let prefix = if number % 2 == 0 { "" } else { "/zh" };
        let page = format!(
            "{prefix}{}",
            if prefix.is_empty() || page != "/" {
                page
            } else {
                ""
            }
        );
        let html = Html::parse_document(&site.page(&page).await);
        for element in html.select(&Selector::parse("[id]").unwrap()) {
            let id = element.attr("id").unwrap();
            ids.insert((english(&page).to_owned(), id.to_owned()));
        }
        for link in html.select(&Selector::parse("a[href]").unwrap()) {
            let href = link.attr("href").unwrap();
            assert!(!href.is_empty(), "an empty link on {page}");
            if let Some((address, id)) = href.split_once('#') {
                let target = if address.is_empty() { &page } else { address };
                let target = english(path_of(target)).to_owned();
                fragments.insert((target, id.to_owned(), page.clone()));
            }
            if href.starts_with('/') {
                links
                    .entry(path_of(href).to_owned())
                    .or_insert(page.clone());
            }
        }
    }
    assert!(links.len() > 1000, "{}", links.len());
    let requested: BTreeSet<String> = ids.iter().map(|(page, _)| page.clone()).collect();
    fragments.retain(|(target, ..)| requested.contains(target));
    assert!(fragments.len() > 1000, "{}", fragments.len());
    for (target, id, page) in fragments {
        let place = (target, id);
        assert!(ids.contains(&place), "{place:?} on {page}");
    }
    for (link, page) in &links {
        let english = english(link);
        let is_listed = LISTED.iter().any(|kind| english.starts_with(kind));
        // The addresses of exports and pictures contain a dot.
        if is_listed && !english.contains('.') && listed.contains(english) {
            continue;
        }
        let status = site.get(link).await.status;
        assert_eq!(status, StatusCode::OK, "{link} on {page}");
    }
}

async fn array(path: &str, name: &str) -> Vec<Value> {
    let json: Value = serde_json::from_str(&shipped().page(path).await).unwrap();
    json[name].as_array().unwrap().clone()
}

fn text<'a>(line: &'a Value, name: &str) -> &'a str {
    line[name].as_str().unwrap_or_default()
}

/// Returns the path of a page in English.
fn english(path: &str) -> &str {
    match path.strip_prefix("/zh") {
        Some("") => "/",
        Some(rest) => rest,
        None => path,
    }
}

/// Returns the path of an address, without query and fragment.
fn path_of(href: &str) -> &str {
    href.split(['?', '#']).next().unwrap_or(href)
}
