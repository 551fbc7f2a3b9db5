//! The limit of requests per address, the ids of requests, and the origins that a client may name.

use reqwest::StatusCode;
use reqwest::header::{HOST, HeaderName, RETRY_AFTER};
use site_tests::{TestSite, small_with};

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

const PAGE: &str = "/zones/hengxu-etdz";

/// Returns the status of one request more than an address may send at once.
async fn last_status(site: &TestSite, path: &str, address: &str, allowed: usize) -> StatusCode {
    let headers = [(FORWARDED_FOR, address)];
    for _ in 0..allowed {
        let status = site.get_with(path, &headers).await.status;
        assert_eq!(status, StatusCode::OK, "{address}");
    }
    let last = site.get_with(path, &headers).await;
    if last.status == StatusCode::TOO_MANY_REQUESTS {
        let seconds: u64 = last.header(RETRY_AFTER).parse().unwrap();
        assert!((1..=2).contains(&seconds), "{seconds}");
    }
    last.status
}

#[tokio::test]
async fn an_address_that_sends_too_many_requests_is_refused_and_others_are_not() {
    let site = small_with(&["--rate-limit=1", "--trust-proxy=127.0.0.1"]).await;
    let refused = StatusCode::TOO_MANY_REQUESTS;
    assert_eq!(last_status(&site, PAGE, "192.0.2.1", 10).await, refused);
    assert_eq!(last_status(&site, PAGE, "192.0.2.2", 10).await, refused);
    // The client wrote the first address, and the proxy the second.
    let written = "192.0.2.9, 192.0.2.1";
    let answer = site.get_with(PAGE, &[(FORWARDED_FOR, written)]).await;
    assert_eq!(answer.status, refused);
    // Requests of this machine are not counted.
    for _ in 0..30 {
        site.page(PAGE).await;
    }
}

#[tokio::test]
async fn a_large_file_counts_as_ten_requests() {
    let site = small_with(&["--rate-limit=2", "--trust-proxy=127.0.0.1"]).await;
    let status = last_status(&site, "/data/figures.csv?q=a", "192.0.2.1", 1).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_forwarded_address_from_nobody_we_trust_is_ignored() {
    let site = small_with(&["--rate-limit=1"]).await;
    assert_eq!(
        last_status(&site, PAGE, "192.0.2.1", 20).await,
        StatusCode::OK
    );
}

#[tokio::test]
async fn only_a_trusted_proxy_names_the_public_address() {
    let headers = [
        (HOST, "inner.example"),
        (FORWARDED_HOST, "atlas.example"),
        (FORWARDED_PROTO, "https"),
    ];
    let address = |text: &str| {
        let (_, rest) = text.split_once("property=\"og:url\" content=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let alone = small_with(&[]).await;
    let page = alone.get_with(PAGE, &headers).await;
    assert_eq!(address(&page.text), format!("http://inner.example{PAGE}"));
    let behind = small_with(&["--trust-proxy=127.0.0.0/8"]).await;
    let page = behind.get_with(PAGE, &headers).await;
    assert_eq!(address(&page.text), format!("https://atlas.example{PAGE}"));
    for bad in ["a.example/path", "me@a.example", "a.example:99999", "a,b"] {
        let page = alone.get_with(PAGE, &[(HOST, bad)]).await;
        assert_eq!(address(&page.text), PAGE, "{bad}");
    }
}

#[tokio::test]
async fn each_response_has_the_id_of_its_request() {
    let site = small_with(&["--trust-proxy=127.0.0.1"]).await;
    let mut ids = Vec::new();
    for path in [PAGE, PAGE, "/no/such/page", "/data/zones.csv", "/healthz"] {
        let id = site.get(path).await.header(REQUEST_ID);
        assert!(!id.is_empty() && !ids.contains(&id), "{path}: {id:?}");
        ids.push(id);
    }
    let given = site.get_with(PAGE, &[(REQUEST_ID, "proxy-17")]).await;
    assert_eq!(given.header(REQUEST_ID), "proxy-17");
    let bad = site.get_with(PAGE, &[(REQUEST_ID, "a b<c>")]).await;
    assert_ne!(bad.header(REQUEST_ID), "a b<c>");
    let untrusted = small_with(&[]).await;
    let answer = untrusted.get_with(PAGE, &[(REQUEST_ID, "proxy-17")]).await;
    assert_ne!(answer.header(REQUEST_ID), "proxy-17");
}
