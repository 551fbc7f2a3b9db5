//! Single charts: pictures, data, frames and cards, and the pages that contain them.

use reqwest::StatusCode;
use reqwest::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use site_tests::small;

const QINGLAN: &str = "/zones/qinglan-high-tech-zone/output";
const THREE: &str = "zones=haidu-new-area,chaoyin-new-area,shuangli-new-area";

/// Returns the number of marks in a drawing.
fn marks(svg: &str) -> usize {
    svg.matches("class=\"mark series").count() - svg.matches("<g class=\"mark series").count()
}

/// Reads width and height from the header of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn a_chart_leaves_the_site_as_one_file_that_says_everything() {
    let site = small();
    for (prefix, says) in [
        (
            "",
            [
                "Output: parts of the zone, Qinglan High-tech Zone",
                "Sources: ",
                "dataset of",
            ],
        ),
        (
            "/zh",
            ["青岚高新区：产值：部分区域、产业或前身", "来源：", "数据集"],
        ),
    ] {
        let answer = site.get(&format!("{prefix}{QINGLAN}.svg")).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.header(CONTENT_TYPE).starts_with("image/svg+xml"));
        let svg = &answer.text;
        for text in says {
            assert!(svg.contains(text), "{text}: {svg}");
        }
        // The file loads nothing and contains no style name that is defined only on the site.
        for foreign in [
            "var(",
            "<style",
            "currentColor",
            "url(",
            "<image",
            "<script",
            "@import",
            "<link",
        ] {
            assert!(!svg.contains(foreign), "{foreign}: {svg}");
        }
        assert_eq!(marks(svg), 3, "{svg}");
        let receipt = format!("href=\"http://{}{prefix}/figures/", site.address());
        assert_eq!(svg.matches(&receipt).count(), 3, "{svg}");
        assert_eq!(svg, &site.page(&format!("{prefix}{QINGLAN}.svg")).await);
    }
}

#[tokio::test]
async fn a_picture_is_the_same_drawing_at_twice_its_size() {
    let site = small();
    let svg = site.page(&format!("/zh{QINGLAN}.svg")).await;
    let answer = site.get(&format!("/zh{QINGLAN}.png")).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(CONTENT_TYPE), "image/png");
    let (width, height) = size(&answer.bytes);
    let units = format!("viewBox=\"0 0 {} {}\"", width / 2, height / 2);
    assert!(svg.contains(&units), "{units}");
    // A drawing without its texts is far smaller.
    assert!(answer.bytes.len() > 30_000, "{}", answer.bytes.len());
    for path in [
        "/zones/yunquan-etdz/fiscal.png?form=bars&currency=usd",
        "/groups/national-etdzs/gdp.png?scale=log",
        "/indicators/gdp.png",
        "/zh/indicators/area.png",
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        size(&answer.bytes);
    }
    let compared = site.get(&format!("/compare/gdp.png?{THREE}")).await;
    assert_eq!(size(&compared.bytes).0, 1456);
}

#[tokio::test]
async fn the_data_of_a_chart_are_its_marks_with_their_receipts() {
    let site = small();
    let svg = site.page(&format!("{QINGLAN}.svg")).await;
    let answer = site.get(&format!("{QINGLAN}.csv")).await;
    assert!(answer.header(CONTENT_TYPE).starts_with("text/csv"));
    let mut table = csv::Reader::from_reader(answer.bytes.as_slice());
    let head = table.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|head| head == name).unwrap();
    let rows: Vec<csv::StringRecord> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), marks(&svg));
    let reported = rows
        .iter()
        .find(|row| &row[column("year")] == "2013")
        .unwrap();
    assert_eq!(&reported[column("shown_low")], "94.35");
    assert_eq!(
        &reported[column("as_stated")],
        "total industrial production of RMB 94.4 billion"
    );
    assert_eq!(&reported[column("status")], "reported");
    let json: serde_json::Value =
        serde_json::from_str(&site.page(&format!("{QINGLAN}.json?values=growth")).await).unwrap();
    assert_eq!(json["axis"], "change from previous year, %");
    for point in json["points"].as_array().unwrap() {
        let figure = &point["figure"];
        assert!(
            figure["as_stated"].as_str().is_some_and(|s| !s.is_empty()) || figure["rule"] != ""
        );
    }
}

#[tokio::test]
async fn dollars_are_of_the_average_rate_of_their_year() {
    let site = small();
    let json: serde_json::Value =
        serde_json::from_str(&site.page(&format!("{QINGLAN}.json?currency=usd")).await).unwrap();
    let of_2013 = json["points"]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p["year"] == 2013)
        .unwrap();
    // 94.35 and 94.45 billion yuan at 6.1478 yuan a dollar.
    let (low, high) = (
        of_2013["shown_low"].as_f64().unwrap(),
        of_2013["shown_high"].as_f64().unwrap(),
    );
    assert!(
        (low - 15.3469).abs() < 0.0005 && (high - 15.3633).abs() < 0.0005,
        "{low} {high}"
    );
    let notes = json["notes"].to_string();
    assert!(
        notes.contains("2013 6.1478") && notes.contains("Federal Reserve"),
        "{notes}"
    );
}

#[tokio::test]
async fn a_frame_may_be_anywhere_and_runs_nothing() {
    let site = small();
    for path in [
        format!("{QINGLAN}/embed"),
        format!("/zh{QINGLAN}/embed?form=table"),
        format!("/compare/gdp/embed?{THREE}&values=index"),
    ] {
        let answer = site.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let policy = answer.header(CONTENT_SECURITY_POLICY);
        assert!(policy.contains("frame-ancestors *"), "{policy}");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!answer.text.contains("<script"), "{path}");
        assert!(answer.text.contains("<base target=\"_top\">"), "{path}");
    }
    // The page of the chart itself still allows no frame.
    let page = site.get("/zones/qinglan-high-tech-zone").await;
    assert!(
        page.header(CONTENT_SECURITY_POLICY)
            .contains("frame-ancestors 'none'")
    );
}

#[tokio::test]
async fn every_zone_has_a_card_and_its_page_names_it() {
    let site = small();
    for (page, card) in [
        (
            "/zones/qinglan-high-tech-zone",
            "/zones/qinglan-high-tech-zone/card.png",
        ),
        ("/zh/zones/hengxu-etdz", "/zh/zones/hengxu-etdz/card.png"),
    ] {
        let html = site.page(page).await;
        let named = format!(
            "property=\"og:image\" content=\"http://{}{card}\"",
            site.address()
        );
        assert!(html.contains(&named), "{named}");
        assert_eq!(size(&site.get(card).await.bytes), (1200, 630), "{card}");
    }
}

#[tokio::test]
async fn what_is_no_chart_is_not_found() {
    let site = small();
    for path in [
        "/zones/atlantis/output.svg",
        "/zones/qinglan-high-tech-zone/patents.svg",
        "/zones/qinglan-high-tech-zone/%20.png",
        "/zones/atlantis/card.png",
        "/groups/x/gdp.csv",
        "/compare/gdp.svg",
        "/compare/gdp.svg?zones=atlantis",
        "/indicators/nonsense.csv",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Unknown options are ignored.
    let odd =
        format!("{QINGLAN}.svg?form=pie&values=%00&base=-1&hide=%F0%9F%98%80&scale=log&form=bars");
    assert_eq!(site.get(&odd).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_indicator_has_a_table_of_all_zones() {
    let site = small();
    let html = site.page("/indicators/gdp").await;
    let places: Vec<usize> = [
        "Haidu New Area",
        "Chaoyin New Area",
        "Muyun Industrial Park",
    ]
    .iter()
    .map(|name| html.find(&format!("\">{name}</a>")).unwrap())
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        html.contains("46 zones"),
        "the others are said to be not known"
    );
    let file: serde_json::Value =
        serde_json::from_str(&site.page("/indicators/gdp.json").await).unwrap();
    let zones = file["zones"].as_array().unwrap();
    assert_eq!(zones[0]["zone"], "haidu-new-area");
    assert!(
        zones
            .iter()
            .all(|zone| zone["figure"]["status"] != "target")
    );
    for path in [
        "/indicators/nonsense",
        "/indicators/gdp?page=9",
        "/indicators/gdp?page=x",
    ] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn zones_side_by_side_show_what_is_missing() {
    let site = small();
    let html = site.page(&format!("/compare?{THREE}")).await;
    let table = html.split_once("class=\"compare\"").unwrap().1;
    assert!(table.contains("unknown") && table.contains("National total"));
    assert!(
        table.contains("over 1.53 trillion yuan"),
        "the latest GDP of Haidu"
    );
    // Totals are far larger: they are hidden in the legend until a reader shows them.
    assert!(html.contains("legend-hidden"));
    let with = html.split_once("&amp;with=").unwrap().1;
    let with = with.split_once('"').unwrap().0;
    let shown = site
        .page(&format!("/compare?{THREE}&indicator=gdp&with={with}"))
        .await;
    assert!(
        shown.matches("class=\"mark series").count() > html.matches("class=\"mark series").count()
    );
}

#[tokio::test]
async fn the_picture_of_a_single_value_is_a_number() {
    // The only fiscal revenue of this zone is a target: it must not look like a reported value.
    let site = small();
    let svg = site.page("/zones/yunquan-etdz/fiscal.svg").await;
    let (_, number) = svg.split_once("class=\"sheet-number\"").unwrap();
    let (number, _) = number.split_once("</text>").unwrap();
    assert!(number.ends_with("over 7 billion yuan, target"), "{number}");
    assert!(!svg.contains("class=\"mark "), "{svg}");
    let several = site.page("/zones/yunquan-etdz/output.svg").await;
    assert!(!several.contains("sheet-number") && several.contains("class=\"mark "));
}
