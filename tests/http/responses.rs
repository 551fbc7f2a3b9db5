//! What all responses share: methods, entity tags and headers. Also which responses are equal.

use regex::Regex;
use reqwest::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING,
    CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HOST, HeaderName, IF_NONE_MATCH,
    ORIGIN, RANGE, VARY, X_CONTENT_TYPE_OPTIONS,
};
use reqwest::{Client, Method, StatusCode};
use site_tests::{TestSite, small};
use std::io::{Read, Write};
use std::net::TcpStream;

const METHODS: &str = "GET, HEAD, OPTIONS";
const ZONE: &str = "/zones/qinglan-high-tech-zone";

/// Returns at least one address of each route, and the same address in Chinese where the route has one.
async fn addresses(site: &TestSite) -> Vec<String> {
    let page = site.page(ZONE).await;
    let figure = page.split("\"/figures/").nth(1).unwrap();
    let figure = figure.split('"').next().unwrap();
    let home = site.page("/").await;
    let index = home.split("data-index=\"").nth(1).unwrap();
    let index = index.split('"').next().unwrap();
    let fixed = [
        "/",
        "/zh",
        "/?province=jiangsu",
        ZONE,
        "/zones/qinglan-high-tech-zone.json",
        "/zh/zones/qinglan-high-tech-zone.csv",
        "/zones/qinglan-high-tech-zone/output.svg",
        "/zones/qinglan-high-tech-zone/output.csv",
        "/zones/qinglan-high-tech-zone/output.json",
        "/zones/qinglan-high-tech-zone/card.png",
        "/zones/qinglan-high-tech-zone/output/embed",
        "/groups/national-etdzs",
        "/groups/national-etdzs.json",
        "/groups/national-etdzs/gdp.svg",
        "/zh/groups/national-etdzs/gdp/embed",
        "/compare?zones=qinglan-high-tech-zone",
        "/compare/output.svg?zones=qinglan-high-tech-zone",
        "/compare/output/embed?zones=qinglan-high-tech-zone",
        "/indicators/gdp",
        "/indicators/gdp.json",
        "/indicators/gdp.csv",
        "/indicators/gdp/figures.csv",
        "/indicators/gdp/figures.json",
        "/sources",
        "/sources/qinglan-article",
        "/indicators",
        "/data",
        "/data/columns",
        "/data/figures.csv",
        "/data/figures.json",
        "/data/zones.csv",
        "/data/zones.json?q=a",
        "/zh/data/zones.geojson",
        "/data/cautions.json",
        "/methods",
        "/accessibility",
        "/print",
        "/fn/series?page=%2Fzones%2Fqinglan-high-tech-zone",
        "/pkg/atlas.css",
        "/fonts/a.woff2",
        "/favicon.svg",
        "/robots.txt",
        "/sitemap.xml",
        "/speculation-rules.json",
        "/healthz",
        "/readyz",
        "/.well-known/security.txt",
    ];
    let found = [format!("/figures/{figure}"), index.to_owned()];
    fixed.map(str::to_owned).into_iter().chain(found).collect()
}

#[tokio::test]
async fn these_tests_ask_for_every_route() {
    let routes = include_str!("../../server/src/http/routes.rs");
    let route = Regex::new(r#"\b(?:data|file)\("([^"]+)""#).unwrap();
    let parameter = Regex::new(r"\{[^}]+\}").unwrap();
    let addresses = addresses(&small()).await;
    let mut routes_seen = 0;
    for found in route.captures_iter(routes) {
        let pattern = parameter.replace_all(&found[1], "[^/]+");
        let pattern = Regex::new(&format!("^(/zh)?{pattern}(\\?|$)")).unwrap();
        let is_asked = addresses.iter().any(|address| pattern.is_match(address));
        assert!(is_asked, "no test asks for {}", &found[1]);
        routes_seen += 1;
    }
    assert!(routes_seen > 25, "only {routes_seen} routes are found");
}

#[tokio::test]
async fn an_address_answers_get_and_head_and_refuses_all_else() {
    let site = small();
    let client = Client::new();
    for path in addresses(&site).await {
        let url = format!("http://{}{path}", site.address());
        let got = site.get(&path).await;
        assert_eq!(got.status, StatusCode::OK, "{path}");
        let head = client.head(&url).send().await.unwrap();
        assert_eq!(head.status(), StatusCode::OK, "{path}");
        for name in [ETAG, CONTENT_TYPE, CACHE_CONTROL, VARY, CONTENT_LENGTH] {
            let of_head = head.headers().get(&name).unwrap().to_str().unwrap();
            assert_eq!(of_head, got.header(name), "{path}");
        }
        assert!(head.bytes().await.unwrap().is_empty(), "{path}");
        for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
            let refused = client.request(method.clone(), &url).send().await.unwrap();
            assert_eq!(
                refused.status(),
                StatusCode::METHOD_NOT_ALLOWED,
                "{method} {path}"
            );
            assert_eq!(refused.headers()[ALLOW], METHODS, "{path}");
            assert!(refused.headers().contains_key(X_CONTENT_TYPE_OPTIONS));
            assert!(
                refused.text().await.unwrap().contains("GET and HEAD only"),
                "{path}"
            );
        }
    }
}

#[tokio::test]
async fn a_response_that_the_client_has_is_not_sent_again() {
    let site = small();
    for path in addresses(&site).await {
        for encoding in ["br", "gzip", "identity"] {
            let whole = site.get_with(&path, &[(ACCEPT_ENCODING, encoding)]).await;
            let tag = whole.header(ETAG);
            assert!(tag.len() > 10, "{path}");
            let same = site
                .get_with(&path, &[(ACCEPT_ENCODING, encoding), (IF_NONE_MATCH, &tag)])
                .await;
            assert_eq!(same.status, StatusCode::NOT_MODIFIED, "{path} {encoding}");
            assert!(same.bytes.is_empty(), "{path}");
            for name in [
                ETAG,
                CACHE_CONTROL,
                VARY,
                CONTENT_SECURITY_POLICY,
                ACCESS_CONTROL_ALLOW_ORIGIN,
            ] {
                assert_eq!(same.header(name.clone()), whole.header(name), "{path}");
            }
            let other = site
                .get_with(
                    &path,
                    &[(ACCEPT_ENCODING, encoding), (IF_NONE_MATCH, "\"x\"")],
                )
                .await;
            assert_eq!(other.status, StatusCode::OK, "{path}");
        }
    }
}

#[tokio::test]
async fn each_compression_has_a_tag_of_its_own() {
    let site = small();
    for path in addresses(&site).await {
        let mut tags = Vec::new();
        for encoding in ["br", "gzip", ""] {
            let response = site.get_with(&path, &[(ACCEPT_ENCODING, encoding)]).await;
            let sent = response.header(CONTENT_ENCODING);
            assert!(sent == encoding || sent.is_empty(), "{path}");
            assert_eq!(response.header(VARY), "accept-encoding", "{path}");
            tags.push((sent, response.header(ETAG)));
        }
        tags.sort();
        tags.dedup();
        let mut encodings: Vec<_> = tags.iter().map(|(encoding, _)| encoding).collect();
        encodings.dedup();
        assert_eq!(tags.len(), encodings.len(), "{path}: {tags:?}");
        // Small bodies, pictures and fonts are not compressed. The index is stored with Brotli alone.
        let is_small = ["card.png", "woff2", "healthz", "readyz", ".css", ".svg"]
            .iter()
            .any(|name| path.contains(name));
        let least = match path.as_str() {
            _ if path.starts_with("/data/index/") => 2,
            _ if is_small => 1,
            _ => 3,
        };
        assert!(tags.len() >= least, "{path}: {tags:?}");
    }
}

#[tokio::test]
async fn programs_of_other_sites_may_read_the_data_and_not_the_pages() {
    let site = small();
    let from = [(ORIGIN, "https://other.example")];
    let client = Client::new();
    for path in addresses(&site).await {
        let response = site.get_with(&path, &from).await;
        let is_page = response.header(CONTENT_TYPE).starts_with("text/html");
        let allowed = response.header(ACCESS_CONTROL_ALLOW_ORIGIN);
        assert_eq!(allowed, if is_page { "" } else { "*" }, "{path}");
        // What a browser asks before a script of another site sends `If-None-Match`.
        let url = format!("http://{}{path}", site.address());
        let asked = client.request(Method::OPTIONS, &url);
        let asked = asked.header(ORIGIN, "https://other.example");
        let asked = asked.header("access-control-request-method", "GET");
        let asked = asked.header("access-control-request-headers", "if-none-match");
        let answer = asked.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::NO_CONTENT, "{path}");
        assert_eq!(answer.headers()[ALLOW], METHODS, "{path}");
        let file = path.split('?').next().unwrap().rsplit('/').next().unwrap();
        if file.contains('.') {
            let headers = answer.headers();
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_HEADERS], "*", "{path}");
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_METHODS], METHODS, "{path}");
        }
    }
}

#[tokio::test]
async fn a_table_is_stored_under_a_name_that_tells_what_it_is() {
    let site = small();
    for (path, disposition) in [
        (
            "/data/figures.csv",
            "attachment; filename=\"zone-atlas-figures.csv\"",
        ),
        (
            "/zones/qinglan-high-tech-zone/output.csv",
            "attachment; filename=\"zone-atlas-qinglan-high-tech-zone-output.csv\"",
        ),
        (
            "/zh/zones/qinglan-high-tech-zone.json",
            "inline; filename=\"zone-atlas-qinglan-high-tech-zone.json\"",
        ),
        (ZONE, ""),
    ] {
        assert_eq!(
            site.get(path).await.header(CONTENT_DISPOSITION),
            disposition,
            "{path}"
        );
    }
}

#[tokio::test]
async fn parameters_that_a_page_does_not_read_change_nothing() {
    let site = small();
    for (plain, other) in [
        (ZONE.to_owned(), format!("{ZONE}?utm_source=x&q=y")),
        ("/methods".to_owned(), "/methods?a=1&a=2&a=3".to_owned()),
        (
            "/?province=jiangsu".to_owned(),
            "/?utm=1&province=jiangsu".to_owned(),
        ),
        (
            "/data/figures.json".to_owned(),
            "/data/figures.json?callback=alert".to_owned(),
        ),
    ] {
        let plain = site.get(&plain).await;
        let with = site.get(&other).await;
        assert_eq!(with.status, StatusCode::OK, "{other}");
        assert_eq!(plain.text, with.text, "{other}");
    }
    let endless = format!("{ZONE}?{}", "pick=k7f2q&".repeat(3_000));
    assert_eq!(site.get(&endless).await.status, StatusCode::OK);
}

#[tokio::test]
async fn no_visitor_sees_an_address_that_another_has_made_up() {
    let site = small();
    for _ in 0..2 {
        let other = site.get_with(ZONE, &[(HOST, "evil.example")]).await;
        assert!(other.text.contains("http://evil.example/zones/"));
        assert!(!site.page(ZONE).await.contains("evil.example"));
    }
    // All clients share one cached response for a table, whatever host they send, so it must not contain the host. The
    // same holds for the page that answers the address of a table that does not exist.
    let missing = ["/figures/none.csv", "/sources/none.json", "/none.json"].map(str::to_owned);
    for path in addresses(&site).await.into_iter().chain(missing) {
        let is_table = [".csv", ".json", ".geojson"].map(|ending| path.contains(ending));
        if is_table.contains(&true) {
            let table = site.get_with(&path, &[(HOST, "evil.example")]).await;
            assert!(!table.text.contains("evil.example"), "{path}");
        }
    }
    let escaped = site.page("/zones/%71inglan-high-tech-zone").await;
    assert!(escaped.contains("<h1>"));
}

#[tokio::test]
async fn odd_headers_get_the_whole_page() {
    let site = small();
    let odd: [(HeaderName, &str); 7] = [
        (RANGE, "bytes=0-10"),
        (RANGE, "bytes=9-1,x"),
        (ACCEPT_ENCODING, ";;,q=,br;q=9999"),
        (ACCEPT_ENCODING, "br;q=0, *;q=0"),
        (IF_NONE_MATCH, "W/"),
        (reqwest::header::ACCEPT, "application/x-nothing"),
        (reqwest::header::ACCEPT, "\u{ff}"),
    ];
    for path in ["/", ZONE, "/data/zones.csv", "/pkg/atlas.css"] {
        for header in odd.clone() {
            let response = site.get_with(path, std::slice::from_ref(&header)).await;
            assert_eq!(response.status, StatusCode::OK, "{path} {header:?}");
        }
    }
    let address = site.address();
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(b"GET /methods HTTP/1.0\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    });
    let answer = answer.await.unwrap();
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
    assert!(answer.contains("</html>"), "{answer}");
}

#[tokio::test]
async fn a_path_of_ten_thousand_letters_is_not_found() {
    let site = small();
    for path in [
        format!("/{}", "x".repeat(10_000)),
        format!("/zones/{}", "x".repeat(10_000)),
        format!("/zones/{}.csv", "x".repeat(10_000)),
        "/zones/qinglan-high-tech-zone.pdf".to_owned(),
        "/zones/qinglan-high-tech-zone/output.gif".to_owned(),
        "/data/nothing.csv".to_owned(),
        "/zones/a/b/c/d/e".to_owned(),
    ] {
        let response = site.get(&path).await;
        assert_eq!(response.status, StatusCode::NOT_FOUND);
        assert!(!response.text.is_empty(), "{path} says nothing");
    }
}
