//! Every number of the five documents that describe four zones is on the page of its zone. A person copied the numbers
//! from the documents into `numbers.toml`, in the order of the documents.

use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;
use site_tests::shipped;

#[derive(Deserialize)]
struct Numbers {
    page: Vec<Page>,
}

#[derive(Deserialize)]
struct Page {
    path: String,
    /// Topic, period and value: the texts of one row of the table of figures.
    figures: Vec<[String; 3]>,
    /// Date and text of an event.
    timeline: Vec<[String; 2]>,
    /// Texts anywhere in the main part of the page.
    texts: Vec<String>,
}

#[tokio::test]
async fn every_number_of_the_documents_is_on_its_page() {
    let numbers: Numbers = toml::from_str(include_str!("numbers.toml")).unwrap();
    assert_eq!(numbers.page.len(), 8, "four zones in two languages");
    let site = shipped();
    for Page {
        path,
        figures,
        timeline,
        texts,
    } in numbers.page
    {
        let html = Html::parse_document(&site.page(&path).await);
        let rows = pieces(&html, "tr:has([id^=figure-]), tr[id^=figure-]");
        let events = pieces(&html, "#timeline li:has(time)");
        let words = pieces(&html, "main").concat().join(" ");
        for figure in &figures {
            assert!(
                rows.iter().any(|row| is_row(row, figure)),
                "{path} has no row {figure:?}"
            );
        }
        for [when, what] in &timeline {
            let found = events
                .iter()
                .any(|event| event[0] == *when && event.join(" ").contains(what));
            assert!(found, "{path} has no event {when}: {what}");
        }
        for text in &texts {
            assert!(words.contains(text), "{path} lacks {text}");
        }
    }
}

/// Returns true if a row is about this topic and period, and one of its texts is exactly this value.
fn is_row(row: &[String], [what, when, value]: &[String; 3]) -> bool {
    let words = row.join(" ").to_lowercase();
    row.contains(value)
        && words.contains(&what.to_lowercase())
        && words.contains(&when.to_lowercase())
}

/// Returns the texts of each element that a selector finds. Elements in closed `details` are left out.
fn pieces(html: &Html, selector: &str) -> Vec<Vec<String>> {
    html.select(&Selector::parse(selector).unwrap())
        .filter(|element| !is_folded(*element))
        .map(|element| {
            element
                .text()
                .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
                .filter(|text| !text.is_empty())
                .collect()
        })
        .collect()
}

fn is_folded(element: ElementRef<'_>) -> bool {
    element
        .ancestors()
        .filter_map(ElementRef::wrap)
        .any(|above| above.value().name() == "details" && above.attr("open").is_none())
}
