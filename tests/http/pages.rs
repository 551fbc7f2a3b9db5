//! What all pages share: language, links, headers, titles.

use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use site_tests::small;

const PAGES: &[&str] = &[
    "/",
    "/methods",
    "/zones/qinglan-high-tech-zone",
    "/zones/hengxu-etdz",
];

#[tokio::test]
async fn the_first_segment_decides_the_language() {
    let site = small();
    for path in PAGES {
        let english = site.page(path).await;
        assert!(english.contains("<html lang=\"en\""), "{path}");
        let chinese = site
            .page(&format!("/zh{}", path.trim_end_matches('/')))
            .await;
        assert!(chinese.contains("<html lang=\"zh-Hans\""), "{path}");
        for html in [english, chinese] {
            assert!(
                html.contains("hreflang=\"en\"") && html.contains("hreflang=\"zh-Hans\""),
                "{path}"
            );
            assert_eq!(html.matches("<h1").count(), 1, "{path}");
            assert!(html.contains("<meta name=\"description\""), "{path}");
        }
    }
}

#[tokio::test]
async fn pages_run_only_their_own_scripts() {
    let site = small();
    let answer = site.get("/").await;
    let policy = answer.header(CONTENT_SECURITY_POLICY);
    assert!(
        policy.starts_with("default-src 'none'") && policy.contains("'nonce-"),
        "{policy}"
    );
    let nonce = policy
        .split("'nonce-")
        .nth(1)
        .unwrap()
        .split('\'')
        .next()
        .unwrap();
    for script in answer.text.split("<script").skip(1) {
        let tag = script.split('>').next().unwrap();
        assert!(tag.contains(nonce), "a script without the nonce: {tag}");
    }
    assert!(
        !answer.text.contains(" style=\""),
        "inline styles are refused by the policy"
    );
    let again = site.get("/").await.header(CONTENT_SECURITY_POLICY);
    assert_ne!(policy, again, "a nonce is used once");
}

#[tokio::test]
async fn hashed_files_keep_and_pages_do_not() {
    let site = small();
    let style = site.get("/pkg/atlas.css").await;
    assert_eq!(style.status, StatusCode::OK);
    assert!(style.header(CACHE_CONTROL).contains("immutable"));
    assert_eq!(site.get("/").await.header(CACHE_CONTROL), "no-cache");
    let missing = site.get("/pkg/nothing.js").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    assert!(!missing.header(CACHE_CONTROL).contains("immutable"));
}

#[tokio::test]
async fn what_is_not_there_is_told_to_people_and_machines() {
    let site = small();
    for (path, words) in [
        ("/nothing", "There is no such page"),
        ("/zones/nothing", "There is no such zone"),
        ("/zh/nothing", "没有这个页面"),
        ("/zh/zones/nothing", "没有这家开发区"),
        ("/zhx", "There is no such page"),
        ("/zones", "There is no such page"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text.contains(words), "{path}");
        assert!(
            answer.text.contains("name=\"q\""),
            "{path} offers no way out"
        );
    }
    let api = site.get("/api/zone?slug=nothing").await;
    assert_eq!(api.status, StatusCode::NOT_FOUND);
    assert!(!api.header(CONTENT_TYPE).contains("html"));
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let site = small();
    assert_eq!(site.redirect("/zh/").await, "/zh");
    assert_eq!(
        site.redirect("/zones/yunquan-etdz/?a=1").await,
        "/zones/yunquan-etdz?a=1"
    );
    assert_eq!(site.get("/healthz").await.text, "ok");
}
