//! Bad input never causes a server error. The site returns a page and states what was ignored.

use crate::html::{all, only, text};
use reqwest::StatusCode;
use scraper::Html;
use site_tests::{TestSite, small, visible};
use std::io::{Read, Write};
use std::net::TcpStream;

#[tokio::test]
async fn any_query_gives_a_page() {
    let site = small();
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
        "/?q=%E4%BA%91%E6%B3%89",
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
    let site = small();
    for (path, words) in [
        ("/?province=atlantis", "There is no province “atlantis”"),
        ("/?kind=zoo", "There is no type “zoo”"),
        ("/?from=2010&to=1990", "The years were in reverse order"),
        ("/?page=99999", "There is no page 99999"),
        ("/zh?province=atlantis", "没有“atlantis”这一省份"),
    ] {
        assert!(visible(&site.page(path).await).contains(words), "{path}");
    }
    let long = site.page(&format!("/?q={}", "x".repeat(10_000))).await;
    assert!(visible(&long).contains("The address was too long"));
}

#[tokio::test]
async fn the_first_note_of_the_list_names_what_was_dropped() {
    let site = small();
    let y = format!("q={}", "y".repeat(101));
    let x = format!("q={}", "x".repeat(10_240));
    let many = format!("kind=etdz&{}", "province=atlantis&".repeat(600));
    for (query, words) in [
        ("province=atlantis", "There is no province “atlantis”"),
        ("kind=zoo", "There is no type “zoo”"),
        ("level=galactic", "There is no level “galactic”"),
        ("industry=magic", "There is no industry “magic”"),
        ("sort=random", "There is no sort order “random”"),
        ("from=20", "There is no year “20”"),
        (
            "to=99999999999999999999",
            "There is no year “99999999999999999999”",
        ),
        ("page=0", "There is no page “0”"),
        ("page=-1", "There is no page “-1”"),
        ("page=9999", "no page 9999"),
        ("page=4294967295", "no page 4294967295"),
        ("page=4294967296", "There is no page “4294967296”"),
        (
            "province=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "There is no province “<script>alert(1)</script>”",
        ),
        ("province=%00", "Unprintable characters"),
        ("q=%00", "Unprintable characters"),
        (&y, "first 100 characters"),
        ("province=%FF%FE", "There is no province"),
        (&x, "too long"),
        (&many, "too long"),
    ] {
        let html = page(&site, &format!("/?{query}")).await;
        let notes = all(
            &html,
            "#results .notices[role=status], #results .notices [role=status]",
        );
        let note = text(*notes.first().unwrap());
        assert!(note.contains(words), "{words}: {note}");
    }
}

#[tokio::test]
async fn the_search_field_shows_the_search_as_it_was_written() {
    let site = small();
    for (written, shown) in [
        ("100%25", "100%"),
        ("%2525", "%25"),
        ("a%2Bb", "a+b"),
        ("li+yang", "li yang"),
        ("%22Qinglan%22", "\"Qinglan\""),
        ("%27+OR+1%3D1+--", "' OR 1=1 --"),
        ("%E9%9D%92%E5%B2%9A", "青岚"),
        ("%F0%9F%8F%AD", "🏭"),
        ("%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9", "👨\u{200d}👩"),
        ("a%00b", "a b"),
        (
            "%3Cscript%3Edocument.title%3D1%3C%2Fscript%3E",
            "<script>document.title=1</script>",
        ),
        ("%26amp%3B%3Cb%3E", "&amp;<b>"),
        ("%5C..%2F..%2Fetc", "\\../../etc"),
        ("*%5B%5D(", "*[]("),
    ] {
        let html = page(&site, &format!("/?q={written}")).await;
        assert_eq!(
            only(&html, "input[name=q][form=filter]").attr("value"),
            Some(shown)
        );
        let label = format!("Remove filter: “{shown}”");
        let links = all(&html, "a[aria-label]");
        assert!(
            links
                .iter()
                .any(|link| link.attr("aria-label") == Some(&label)),
            "{label}"
        );
    }
}

#[tokio::test]
async fn a_zone_that_cannot_exist_is_not_found_and_offers_a_search() {
    let site = small();
    let long = "x".repeat(5000);
    for name in [
        "%00",
        "%25",
        "%2525",
        "+",
        "%22",
        "%E6%B1%9F",
        "%F0%9F%8F%AD",
        "a%2Fb",
        "..%2F..",
        "%FF",
        &long,
        "G000000",
    ] {
        for prefix in ["", "/zh"] {
            let response = site.get(&format!("{prefix}/zones/{name}")).await;
            assert_eq!(response.status, StatusCode::NOT_FOUND, "{name}");
            let html = Html::parse_document(&response.text);
            only(&html, "h1");
            only(&html, "main input[type=search]");
            assert_sound(&response.text);
        }
    }
}

/// Requests a page that must exist and returns it. Fails if the page contains a server error.
async fn page(site: &TestSite, path: &str) -> Html {
    let text = site.page(path).await;
    assert_sound(&text);
    Html::parse_document(&text)
}

fn assert_sound(html: &str) {
    let text = visible(html);
    for failure in ["could not be made", "panicked", "Internal Server Error"] {
        assert!(!text.contains(failure), "{text}");
    }
}

#[tokio::test]
async fn text_is_never_markup() {
    let site = small();
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
    let site = small();
    let long = format!("/zones/{}", "a".repeat(10_000));
    for path in [
        "/zones/%00",
        "/zones/%FF",
        "/zones/..%2F..%2Fetc",
        "/zones/%E4%BA%91",
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
    let site = small();
    for path in [
        "/fn/explorer?x=y",
        "/fn/series?page=%2Fzones%2Fqinglan-high-tech-zone%3Fpick%3D%2500",
        "/fn/series?page=%2Fcompare",
        "/fn/zone-summary?page=%2Fzh%2Fzones%2Fqinglan-high-tech-zone",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
    for path in [
        "/fn/series?page=%00",
        "/fn/series?page=..",
        "/fn/series?page=%2Fmethods",
        "/fn/series",
        "/fn/zone-summary?page=%2Fzones%2F..",
        "/fn/nothing",
    ] {
        let answer = site.get(path).await;
        assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
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
    let site = small();
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
            // The server may answer or close the connection. It only has to serve the next request.
            let _ = stream.read_to_end(&mut answer);
        }
    })
    .await
    .unwrap();
    site.page("/").await;
}
