//! What search engines read: canonical links, the sitemap, `robots.txt`, and the header of filtered lists.

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HOST, HeaderName};
use scraper::{Html, Selector};
use site_tests::small;
use std::collections::HashSet;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const ZONE: &str = "/zones/qinglan-high-tech-zone";

/// Returns the path of the canonical link of a page; `None` if it has no such link.
fn canonical(page: &str, origin: &str) -> Option<String> {
    let selector = Selector::parse("link[rel=canonical]").unwrap();
    let page = Html::parse_document(page);
    let mut links = page.select(&selector);
    let link = links.next()?.attr("href").unwrap();
    assert!(links.next().is_none(), "two canonical links");
    Some(link.strip_prefix(origin).unwrap().to_owned())
}

#[tokio::test]
async fn a_view_of_a_page_names_the_page_and_a_filtered_list_is_not_indexed() {
    let site = small();
    let origin = format!("http://{}", site.address());
    for (path, named, robots) in [
        ("/", Some("/"), ""),
        ("/zh", Some("/zh"), ""),
        (ZONE, Some(ZONE), ""),
        ("/zones/qinglan-high-tech-zone?form=bars", Some(ZONE), ""),
        ("/zones/qinglan-high-tech-zone?utm_source=x", Some(ZONE), ""),
        ("/?utm_source=x", Some("/"), ""),
        ("/?province=jiangsu", None, "noindex"),
        ("/zh?q=a", None, "noindex"),
        ("/print?kind=high-tech", None, "noindex"),
        ("/compare?zones=qinglan-high-tech-zone", None, "noindex"),
        ("/compare", Some("/compare"), ""),
        ("/indicators/gdp", Some("/indicators/gdp"), ""),
        ("/indicators/gdp?province=jiangsu", None, "noindex"),
        ("/groups/national-etdzs", Some("/groups/national-etdzs"), ""),
        (
            "/sources/qinglan-article?x=1",
            Some("/sources/qinglan-article"),
            "",
        ),
        ("/methods", Some("/methods"), ""),
    ] {
        let response = site.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}");
        assert_eq!(
            canonical(&response.text, &origin).as_deref(),
            named,
            "{path}"
        );
        assert_eq!(response.header(ROBOTS), robots, "{path}");
    }
    // A second request gets the cached response.
    assert_eq!(
        site.get("/?province=jiangsu").await.header(ROBOTS),
        "noindex"
    );
    let missing = site.get("/zones/nothing").await;
    assert_eq!(canonical(&missing.text, &origin), None);
}

#[tokio::test]
async fn the_sitemap_has_every_page_in_both_languages() {
    let site = small();
    let origin = format!("http://{}", site.address());
    let robots = site.get("/robots.txt").await;
    assert_eq!(robots.header(CONTENT_TYPE), "text/plain; charset=utf-8");
    let named = robots
        .text
        .lines()
        .find_map(|line| line.strip_prefix("Sitemap: "));
    assert_eq!(named, Some(&*format!("{origin}/sitemap.xml")));

    let sitemap = site.get("/sitemap.xml").await;
    assert!(sitemap.header(CONTENT_TYPE).starts_with("application/xml"));
    let addresses = sitemap.text.split("<loc>").skip(1);
    let addresses: Vec<_> = addresses
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    let distinct: HashSet<_> = addresses.iter().collect();
    assert_eq!(distinct.len(), addresses.len());
    for address in &addresses {
        let path = address.strip_prefix(&origin).unwrap();
        let response = site.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}");
        assert_eq!(canonical(&response.text, &origin).as_deref(), Some(path));
        assert_eq!(response.header(ROBOTS), "", "{path}");
    }
    for path in [
        "/",
        "/zh",
        ZONE,
        "/zh/zones/qinglan-high-tech-zone",
        "/groups/national-etdzs",
        "/indicators/gdp",
        "/sources/qinglan-article",
    ] {
        assert!(distinct.contains(&&*format!("{origin}{path}")), "{path}");
    }
    let alternate = format!(r#"hreflang="zh-Hans" href="{origin}/zh{ZONE}""#);
    assert_eq!(sitemap.text.matches(&alternate).count(), 2);
    // The cache does not give the address that one client sends to others.
    let other = site
        .get_with("/sitemap.xml", &[(HOST, "evil.example")])
        .await;
    assert!(other.text.contains("http://evil.example/"));
    assert!(!site.get("/sitemap.xml").await.text.contains("evil.example"));
}
