//! Every kind of page in both languages, as the server sends it: its head, its language, and no unfilled placeholder.

use crate::html::{all, only, text};
use regex::Regex;
use reqwest::StatusCode;
use scraper::Html;
use site_tests::{small, texts};
use std::collections::BTreeSet;

const FOUND: [&str; 10] = [
    "/",
    "/?province=jiangsu&kind=high-tech&from=2010&q=zhou&page=9",
    "/?q=no+such+zone",
    "/methods",
    "/zones/qinglan-high-tech-zone",
    "/zones/yunquan-etdz",
    "/zones/luoxi-high-tech-zone",
    "/zones/shuangli-new-area",
    "/zones/muyun-industrial-park",
    "/zones/songyao-new-area",
];

const MISSING: [&str; 2] = ["/zones/no-such-zone", "/no/such/page"];

struct Language {
    tag: &'static str,
    prefix: &'static str,
    site: &'static str,
    /// A pattern that no text in this language may match.
    foreign: &'static str,
}

const LANGUAGES: [Language; 2] = [
    Language {
        tag: "en",
        prefix: "",
        site: "Zone Atlas",
        foreign: r"\p{Han}",
    },
    Language {
        tag: "zh-Hans",
        prefix: "/zh",
        site: "开发区图谱",
        foreign: "[A-Za-z]+ [A-Za-z]+ [A-Za-z]+",
    },
];

impl Language {
    /// Returns the address of a page in this language.
    fn address(&self, path: &str) -> String {
        match path.strip_prefix('/') {
            Some(rest) if rest.is_empty() || rest.starts_with('?') => match self.prefix {
                "" => path.to_owned(),
                prefix => format!("{prefix}{rest}"),
            },
            _ => format!("{}{path}", self.prefix),
        }
    }
}

#[tokio::test]
async fn a_page_names_itself_and_its_other_language() {
    let site = small();
    for language in &LANGUAGES {
        let mut titles = BTreeSet::new();
        for path in FOUND.into_iter().chain(MISSING) {
            let address = language.address(path);
            let response = site.get(&address).await;
            let found = FOUND.contains(&path);
            let status = if found {
                StatusCode::OK
            } else {
                StatusCode::NOT_FOUND
            };
            assert_eq!(response.status, status, "{address}");
            let html = Html::parse_document(&response.text);
            assert_eq!(only(&html, "html").attr("lang"), Some(language.tag));
            let heading = text(only(&html, "h1"));
            let title = text(only(&html, "head title"));
            assert_eq!(title, format!("{heading} · {}", language.site), "{address}");
            let description = only(&html, "meta[name=description]");
            let description = description.attr("content").unwrap();
            assert!(description.chars().count() > 15, "{address}: {description}");
            assert!(
                !description.contains(['{', '}']),
                "{address}: {description}"
            );
            let links = all(&html, "link[rel=alternate][hreflang]");
            let tags: BTreeSet<_> = links.iter().map(|link| link.attr("hreflang")).collect();
            assert_eq!(tags.len(), links.len(), "{address}: a language twice");
            for other in &LANGUAGES {
                let link = links
                    .iter()
                    .find(|link| link.attr("hreflang") == Some(other.tag));
                let href = link.unwrap().attr("href").unwrap();
                if found {
                    let other = other.address(path);
                    let other = other.split('?').next().unwrap();
                    assert_eq!(href, format!("http://{}{other}", site.address()));
                }
            }
            if found && !path.contains('?') {
                assert!(titles.insert(title), "{address} has the title of another");
            }
        }
        assert_eq!(titles.len(), 8);
    }
}

#[tokio::test]
async fn every_text_is_in_the_language_of_its_page_or_says_otherwise() {
    let site = small();
    // Quoted text may be in any language, and the name of a language is in that language.
    let quoted = Regex::new("“[^”]*”|中文").unwrap();
    for language in &LANGUAGES {
        let foreign = Regex::new(language.foreign).unwrap();
        for path in FOUND.into_iter().chain(MISSING) {
            let address = language.address(path);
            let html = Html::parse_document(&site.get(&address).await.text);
            let texts = texts(&html);
            assert!(texts.len() > 20, "{address}");
            for (lang, text) in texts {
                let own = quoted.replace_all(&text, "");
                assert!(
                    lang != language.tag || !foreign.is_match(&own),
                    "{address}: {text}"
                );
            }
        }
    }
}

#[tokio::test]
async fn no_gap_is_left_unfilled() {
    let site = small();
    let gap = Regex::new(r"\{[a-z][\w-]*\}|undefined|NaN|None|null").unwrap();
    for language in &LANGUAGES {
        for path in FOUND.into_iter().chain(MISSING) {
            let address = language.address(path);
            let html = Html::parse_document(&site.get(&address).await.text);
            for (_, text) in texts(&html) {
                assert!(!gap.is_match(&text), "{address}: {text}");
            }
        }
    }
}
