//! What all pages share: language, links, headers, titles.

use base64::prelude::{BASE64_STANDARD, Engine};
use futures_util::future::join_all;
use reqwest::StatusCode;
use reqwest::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName};
use sha2::{Digest, Sha256};
use site_tests::small;

const SPECULATION_RULES: HeaderName = HeaderName::from_static("speculation-rules");

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

/// A page of each type.
const PAGE_TYPES: [&str; 13] = [
    "/",
    "/?q=qinglan&province=jiangsu&pick=qinglan-high-tech-zone",
    "/zones/qinglan-high-tech-zone?values=growth",
    "/zones/luoxi-high-tech-zone",
    "/groups/national-etdzs",
    "/compare?zones=qinglan-high-tech-zone,yunquan-etdz",
    "/indicators/gdp",
    "/figures/xpy47",
    "/sources",
    "/sources/hill-and-coast-2005",
    "/indicators",
    "/data",
    "/methods",
];

#[tokio::test]
async fn pages_run_only_their_own_scripts() {
    let site = small();
    for path in PAGE_TYPES {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let policy = answer.header(CONTENT_SECURITY_POLICY);
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        let page = scraper::Html::parse_document(&answer.text);
        let scripts = scraper::Selector::parse("script").unwrap();
        for script in page.select(&scripts) {
            if script.attr("src").is_some() {
                continue;
            }
            let text: String = script.text().collect();
            let digest = Sha256::digest(text.as_bytes());
            let hash = format!("'sha256-{}'", BASE64_STANDARD.encode(digest));
            assert!(policy.contains(&hash), "{path}: {text}");
        }
        assert!(
            !answer.text.contains(" style=\""),
            "{path}: inline styles are refused by the policy"
        );
    }
}

#[tokio::test]
async fn the_same_page_is_the_same_bytes_also_under_load() {
    let site = small();
    let mut first = Vec::new();
    for path in PAGE_TYPES {
        first.push(site.get(path).await);
    }
    // All types are requested at the same time, each several times: a page must not depend on which request ends first.
    let again = |_| PAGE_TYPES.map(|path| site.get(path));
    let answers = join_all((0..4).flat_map(again)).await;
    for (number, answer) in answers.iter().enumerate() {
        let path = PAGE_TYPES[number % PAGE_TYPES.len()];
        let before = &first[number % PAGE_TYPES.len()];
        assert_eq!(answer.text, before.text, "{path}");
        assert_eq!(
            answer.header(CONTENT_SECURITY_POLICY),
            before.header(CONTENT_SECURITY_POLICY)
        );
    }
}

#[tokio::test]
async fn browsers_learn_which_pages_to_fetch_early() {
    let site = small();
    let named = site.get("/methods").await.header(SPECULATION_RULES);
    let rules = site.get(named.trim_matches('"')).await;
    assert_eq!(
        rules.header(CONTENT_TYPE),
        "application/speculationrules+json"
    );
    let rules: serde_json::Value = serde_json::from_str(&rules.text).unwrap();
    assert!(rules["prefetch"][0]["where"].is_object());
    assert_eq!(
        site.get("/data/zones.csv").await.header(SPECULATION_RULES),
        ""
    );
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
        ("/nothing", "Page not found"),
        ("/zones/nothing", "Zone not found"),
        ("/zh/nothing", "未找到页面"),
        ("/zh/zones/nothing", "未找到该开发区"),
        ("/zhx", "Page not found"),
        ("/zones", "Page not found"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.text.contains(words), "{path}");
        assert!(
            answer.text.contains("name=\"q\""),
            "{path} offers no way out"
        );
    }
    let answer = site.get("/fn/series?page=%2Fzones%2Fnothing").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(!answer.header(CONTENT_TYPE).contains("html"));
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
    assert_eq!(site.get("/readyz").await.text, "ready");
}
