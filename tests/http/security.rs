//! The headers that protect visitors. The rules are those of the HTTP Observatory of Mozilla, from its scoring guide: each
//! test that it marks down or up.

use reqwest::StatusCode;
use reqwest::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use site_tests::{Response, small, small_with};
use std::collections::HashMap;

const PAGES: [&str; 7] = [
    "/",
    "/zh",
    "/?level=national",
    "/zones/hengxu-etdz",
    "/data",
    "/methods",
    "/no/such/page",
];

const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// Returns the directives of the content security policy.
fn policy(response: &Response) -> HashMap<String, Vec<String>> {
    let policy = response.header(CONTENT_SECURITY_POLICY);
    let directives = policy.split(';').filter_map(|directive| {
        let mut words = directive.split_whitespace().map(str::to_owned);
        Some((words.next()?, words.collect()))
    });
    directives.collect()
}

#[tokio::test]
async fn pages_pass_each_rule_of_the_observatory() {
    let site = small_with(&["--hsts=63072000"]).await;
    for path in PAGES {
        let page = site.get(path).await;
        let policy = policy(&page);
        // The bonus: nothing is allowed by default.
        assert_eq!(policy["default-src"], ["'none'"], "{path}");
        for (directive, sources) in &policy {
            for source in sources {
                let is_narrow = ["'self'", "'none'", "'wasm-unsafe-eval'"]
                    .contains(&source.as_str())
                    || source.starts_with("'sha256-")
                    || (directive == "img-src" && source == "data:");
                assert!(is_narrow, "{path}: {directive} {source}");
            }
        }
        for closed in ["base-uri", "frame-ancestors"] {
            assert_eq!(policy[closed], ["'none'"], "{path}");
        }
        assert_eq!(policy["form-action"], ["'self'"], "{path}");
        let strict = page.header(STRICT_TRANSPORT_SECURITY);
        assert_eq!(strict, "max-age=63072000; includeSubDomains", "{path}");
        assert_eq!(page.header(X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
        assert_eq!(
            page.header(REFERRER_POLICY),
            "strict-origin-when-cross-origin"
        );
        assert_eq!(page.header(RESOURCE_POLICY), "same-origin", "{path}");
        assert_eq!(page.header(ACCESS_CONTROL_ALLOW_ORIGIN), "", "{path}");
        assert_eq!(page.header(SET_COOKIE), "", "{path}");
        assert!(page.header(PERMISSIONS).contains("camera=()"), "{path}");
        // All scripts and styles are of this site, so none needs an integrity attribute.
        for other in ["src=\"http", "src=\"//", "rel=\"stylesheet\" href=\"http"] {
            assert!(!page.text.contains(other), "{path}: {other}");
        }
    }
}

#[tokio::test]
async fn other_sites_may_show_files_and_frames_and_no_pages() {
    let site = small();
    for path in [
        "/data/zones.csv",
        "/zones/qinglan-high-tech-zone/output.svg",
        "/zones/qinglan-high-tech-zone/output/embed",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header(RESOURCE_POLICY), "cross-origin", "{path}");
        assert!(!policy(&answer).contains_key("script-src"), "{path}");
    }
}

#[tokio::test]
async fn strict_transport_security_is_a_choice_of_the_operator() {
    let page = small().get("/").await;
    assert_eq!(page.header(STRICT_TRANSPORT_SECURITY), "");
}

#[tokio::test]
async fn a_contact_for_reports_is_published_if_there_is_one() {
    let path = "/.well-known/security.txt";
    let without = small_with(&[]).await;
    assert_eq!(without.get(path).await.status, StatusCode::NOT_FOUND);
    let site = small_with(&[
        "--security-contact=mailto:security@atlas.example",
        "--origin=https://atlas.example",
    ])
    .await;
    let text = site.page(path).await;
    assert!(
        text.starts_with("Contact: mailto:security@atlas.example\n"),
        "{text}"
    );
    assert!(text.contains("\nCanonical: https://atlas.example/.well-known/security.txt\n"));
    let (_, expires) = text.split_once("Expires: ").unwrap();
    assert!(
        expires.starts_with("20") && expires[10..].starts_with('T'),
        "{text}"
    );
}
