//! A count that is shown on several pages is the same on all of them.

use crate::html::{all, inside, text};
use scraper::Html;
use serde_json::Value;
use site_tests::small;

async fn page(path: &str) -> Html {
    Html::parse_document(&small().page(path).await)
}

/// Returns the number of zones in the list at an address.
async fn zones_at(address: &str) -> usize {
    let (_, query) = address.split_once('?').unwrap();
    let file = small().page(&format!("/data/zones.json?{query}")).await;
    let file: Value = serde_json::from_str(&file).unwrap();
    file["zones"].as_array().unwrap().len()
}

fn number(text: &str) -> usize {
    let digits = text.chars().filter(char::is_ascii_digit);
    digits.collect::<String>().parse().unwrap()
}

#[tokio::test]
async fn zones_with_figures_of_an_indicator() {
    let data = page("/data").await;
    let mut indicators = 0;
    for link in all(&data, "td.number > a[href^='/?known=']") {
        let href = link.attr("href").unwrap();
        let count = number(&text(link));
        assert_eq!(count, zones_at(href).await, "{href}");
        let (_, id) = href.split_once('=').unwrap();
        indicators += 1;
        let ranking = page(&format!("/indicators/{id}")).await;
        let line = all(&ranking, &format!(".indicator-known a[href='{href}']"));
        // The page of the area has no such link, because nearly every zone has an area.
        assert_eq!(line.is_empty(), id == "area", "{id}");
        for link in line {
            assert_eq!(number(&text(link)), count, "{id}");
        }
    }
    assert!(indicators > 5, "{indicators}");
}

#[tokio::test]
async fn figures_of_a_zone() {
    let zones: Value = serde_json::from_str(&small().page("/data/zones.json").await).unwrap();
    let mut seen = 0;
    for zone in zones["zones"].as_array().unwrap() {
        let (slug, figures) = (zone["slug"].as_str().unwrap(), &zone["figures"]);
        let html = page(&format!("/zones/{slug}")).await;
        let sections = all(&html, "nav.sections a[href='#figures']");
        for link in sections {
            let rows = all(&html, "#figures tr.figure-row").len();
            assert_eq!(number(&text(link)), rows, "{slug}");
            let stated = all(&html, "#figures tbody tr")
                .into_iter()
                .filter(|row| !inside(*row, "a[href^='/sources/']").is_empty());
            assert!(stated.count() as u64 >= figures.as_u64().unwrap(), "{slug}");
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}
