//! Bad input: never an error of ours, always a page with a word on what was dropped.

use crate::support::{TestSite, visible};
use reqwest::StatusCode;
use std::io::{Read, Write};
use std::net::TcpStream;

#[tokio::test]
async fn any_query_gives_a_page() {
    let site = TestSite::start().await;
    let long = format!("/?q={}", "a".repeat(10_000));
    for path in [
        "/?province=atlantis",
        "/?kind=zoo&level=galactic",
        "/?page=99999",
        "/?page=-1",
        "/?page=0",
        "/?from=2010&to=1990",
        "/?from=abc",
        "/?q=%25",
        "/?q=%2525",
        "/?q=a+b%2B",
        "/?q=%22%27%3Cscript%3E",
        "/?q=%E6%B5%8F%E9%98%B3",
        "/?q=%F0%9F%9A%80",
        "/?q=%00",
        "/?q=%FF%FE",
        "/?%00=%00",
        "/?q",
        "/?=&&==&",
        "/?q=%",
        "/?q=%zz",
        "/?sort=random",
        long.as_str(),
    ] {
        for path in [path.to_owned(), format!("/zh{}", &path[1..])] {
            let answer = site.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert!(answer.text.contains("</footer>"), "{path} was cut off");
        }
    }
}

#[tokio::test]
async fn what_is_dropped_is_told() {
    let site = TestSite::start().await;
    for (path, words) in [
        (
            "/?province=atlantis",
            "“atlantis” is no province of the atlas",
        ),
        ("/?kind=zoo", "“zoo” is no kind of the atlas"),
        ("/?from=2010&to=1990", "The years were in the wrong order"),
        ("/?page=99999", "The list has no page 99999"),
        ("/zh?province=atlantis", "图谱中没有“atlantis”"),
    ] {
        assert!(visible(&site.page(path).await).contains(words), "{path}");
    }
    let long = site.page(&format!("/?q={}", "x".repeat(10_000))).await;
    assert!(visible(&long).contains("The address was too long"));
}

#[tokio::test]
async fn text_is_never_markup() {
    let site = TestSite::start().await;
    let html = site
        .page("/?q=%3Cscript%3Ealert(1)%3C/script%3E%22onx=%22")
        .await;
    assert!(!html.contains("<script>alert"));
    assert!(!html.contains("<input onx=") && !html.contains("\" onx=\"\""));
    assert!(html.contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;onx=&quot;\""));
    let html = site.get("/zones/%3Cscript%3Ealert(1)").await;
    assert_eq!(html.status, StatusCode::NOT_FOUND);
    assert!(!html.text.contains("<script>alert"));
}

#[tokio::test]
async fn strange_paths_are_not_found() {
    let site = TestSite::start().await;
    let long = format!("/zones/{}", "a".repeat(10_000));
    for path in [
        "/zones/%00",
        "/zones/%FF",
        "/zones/..%2F..%2Fetc",
        "/zones/%E6%B5%8F",
        "/zones/a%20b",
        "/zones/%25",
        "/pkg/..%2f..%2fmanifest.json",
        "/pkg/%00",
        "/zones/G999999",
        long.as_str(),
    ] {
        let status = site.get(path).await.status;
        assert!(status.is_client_error(), "{path}: {status}");
    }
}

#[tokio::test]
async fn server_functions_take_bad_input_calmly() {
    let site = TestSite::start().await;
    for path in [
        "/api/zones?query=province%3Datlantis",
        "/api/zones?query=%00",
        "/api/outline?x=y",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    for path in [
        "/api/zone?slug=%00",
        "/api/zone?slug=..",
        "/api/zone",
        "/api/nothing",
        "/api/zones",
    ] {
        let answer = site.get(path).await;
        assert!(!answer.status.is_success(), "{path}");
        for internal in ["sqlx", "src/", "panicked", "missing field"] {
            assert!(
                !answer.text.contains(internal),
                "{path} tells {internal}: {}",
                answer.text
            );
        }
    }
}

#[tokio::test]
async fn what_is_no_http_does_no_harm() {
    let site = TestSite::start().await;
    let address = site.address();
    tokio::task::spawn_blocking(move || {
        for bytes in [
            &b"\0\0\0\0\r\n\r\n"[..],
            b"GET / HTTP/9.9\r\n\r\n",
            b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
        ] {
            let mut stream = TcpStream::connect(address).unwrap();
            stream.write_all(bytes).unwrap();
            stream
                .set_read_timeout(Some(std::time::Duration::from_secs(2)))
                .unwrap();
            let mut answer = Vec::new();
            // Whether it answers or hangs up is its own affair; what counts is what comes after.
            let _ = stream.read_to_end(&mut answer);
        }
    })
    .await
    .unwrap();
    site.page("/").await;
}
