//! Sources, groups, coverage, and the data to take away.

use crate::support::{TestSite, visible};
use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use server::check::check;
use server::import::import;

#[tokio::test]
async fn equal_data_gives_equal_bytes_and_names_the_dataset() {
    let (one, other) = (TestSite::start().await, TestSite::start().await);
    // The second site serves a file that was imported anew.
    import(&other.database(), None).await.unwrap();
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
        ("/zones/liyang-high-tech-zone.json", "application/json"),
        ("/zh/zones/liyang-high-tech-zone.csv", "text/csv"),
        ("/zones/dongli-etdz.csv", "text/csv"),
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
    let site = TestSite::start().await;
    let csv = site.page("/zones/liyang-high-tech-zone.csv").await;
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(&header[..2], ["dataset", "id"]);
    let line = lines.find(|line| line.contains(",fyqx5,")).unwrap();
    for cell in [
        "94.4 billion CNY",
        "94350000000,true,94450000000,false",
        "liyang-article",
        "p6 s1",
    ] {
        assert!(line.contains(cell), "{cell}: {line}");
    }
    let derived = csv
        .lines()
        .find(|line| line.contains(",t6a2e-before,"))
        .unwrap();
    assert!(
        derived.contains("level-before-growth,fyqx5 t6a2e,nominal-rate"),
        "{derived}"
    );
}

#[tokio::test]
async fn sources_say_what_was_taken_from_them() {
    let site = TestSite::start().await;
    let list = visible(&site.page("/sources").await);
    assert!(
        list.contains("Official: ") && list.contains("Press: "),
        "{list}"
    );
    let html = site.page("/sources/liyang-article").await;
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
    assert!(html.contains("href=\"/zones/liyang-high-tech-zone#fact-npw7u\""));
    let catalogue = visible(&site.page("/sources/catalogue-2018").await);
    assert!(catalogue.contains("Its areas stand on the page of every zone"));
}

#[tokio::test]
async fn totals_of_groups_join_only_while_their_membership_is_the_same() {
    let site = TestSite::start().await;
    let html = site.page("/groups/national-etdzs").await;
    assert!(visible(&html).contains("219 zones counted"));
    let chart = html.split_once("chart-wide").unwrap().1;
    assert!(
        !chart.contains("class=\"link"),
        "groups of different size are joined"
    );
}

#[tokio::test]
async fn coverage_says_what_is_known_and_leads_to_what_is_not() {
    let site = TestSite::start().await;
    let html = site.page("/data").await;
    let text = visible(&html);
    for words in [
        "Of 2,562 zones",
        "Gross domestic product",
        "278",
        "precision",
        "judged right",
    ] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains("not judged yet"), "a caution was not judged");
    let known = count(&site.page("/?known=gdp").await);
    let unknown = count(&site.page("/?unknown=gdp").await);
    assert_eq!(known + unknown, 2562);
    assert!(known > 20);
    assert!(html.contains("href=\"/?unknown=gdp\""));
    let notice = visible(&site.page("/?known=charm").await);
    assert!(
        notice.contains("“charm” is no indicator of the atlas"),
        "{notice}"
    );
}

/// How many zones the list of a page has in all.
fn count(html: &str) -> u32 {
    let heading = html.split_once("class=\"results-count\"").unwrap().1;
    let text = visible(heading.split_once("</h2>").unwrap().0);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits
        .parse()
        .unwrap_or_else(|_| panic!("no number in {text}"))
}

#[tokio::test]
async fn the_check_finds_no_error_and_nothing_unjudged() {
    let report = check(None).await.unwrap();
    assert!(report.errors.is_empty());
    assert!(report.cautions.len() > 20 && report.conflicts.len() > 3);
    assert_eq!(report.not_judged, Vec::<String>::new());
    assert_eq!(report.idle_judgements, Vec::<String>::new());
}
