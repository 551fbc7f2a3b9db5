//! The filtered list: browser and server give the same result. Also the search, the map, the comparison tray and the
//! downloads.

use app::records::ExplorerData;
use domain::filter::{Columns, Filter, Index, SearchColumns};
use reqwest::StatusCode;
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE};
use serde_json::Value;
use site_tests::{TestSite, small, visible, zone_links};

async fn json(site: &TestSite, path: &str) -> Value {
    serde_json::from_str(&site.page(path).await).unwrap()
}

/// Returns the data that a browser loads in order to run filters itself.
async fn explorer(site: &TestSite) -> ExplorerData {
    let bytes = site.bytes("/fn/explorer").await;
    postcard::from_bytes(&bytes).unwrap()
}

#[tokio::test]
async fn the_browser_and_the_server_answer_alike() {
    let site = small();
    let data = explorer(&site).await;
    let columns = Columns::from_bytes(&site.bytes(&data.index_manifest.index).await).unwrap();
    let words = SearchColumns::from_bytes(&site.bytes(&data.index_manifest.search).await).unwrap();
    let known = data.site_metadata.known(&data.index_manifest.cities);
    let index = Index::new(columns);
    index.add_search(data.site_metadata.province_names(), words);
    for query in [
        "",
        "q=qinglan&sort=newest",
        "kind=high-tech&province=jiangsu&zoom=jiangsu&city=changzhou",
        "q=%E8%8B%8F%E5%B7%9E&group=province&page=2",
        "decade=1990s&area=100-500&figures=without&from=1992",
        "cautions=with&known=gdp&industry=automotive",
        "province=hainan&city=changzhou",
        "pick=qinglan-high-tech-zone&page=99",
    ] {
        let (filter, _) = Filter::parse(query, &known);
        let here = index.select(&filter);
        let there = site.page(&format!("/?{query}")).await;
        let rows: Vec<String> = here
            .rows
            .iter()
            .map(|row| format!("/zones/{}", row.slug))
            .collect();
        assert_eq!(zone_links(&there), rows, "{query}");
        let shown = format!("data-query=\"{}\"", filter.query().replace('&', "&amp;"));
        assert!(there.contains(&shown), "{query}: not {shown}");
        let tiles = here.facets.provinces.counts().map(|tile| tile.zones());
        let total: u32 = tiles.sum();
        let panel = visible(&there);
        assert!(panel.contains(&total.to_string()), "{query}: {total}");
    }
}

#[tokio::test]
async fn browsers_may_keep_the_index_files() {
    let site = small();
    let data = explorer(&site).await;
    for address in [&data.index_manifest.index, &data.index_manifest.search] {
        let packed = site
            .get_with(address, &[(ACCEPT_ENCODING, "gzip, br")])
            .await;
        assert_eq!(packed.header(CONTENT_ENCODING), "br");
        assert!(packed.header(CACHE_CONTROL).contains("immutable"));
        let plain = site.get(address).await;
        assert_eq!(plain.header(CONTENT_ENCODING), "");
        assert!(plain.bytes.len() > packed.bytes.len());
    }
    let gone = site.get("/data/index/index-0000000000000000.bin").await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_best_match_comes_first() {
    let site = small();
    for (words, first) in [
        ("qinglan", "/zones/qinglan-high-tech-zone"),
        (
            "%E9%9D%92%E5%B2%9A%E9%AB%98%E6%96%B0%E5%8C%BA",
            "/zones/qinglan-high-tech-zone",
        ),
        ("li+yang+gao+xin", "/zones/qinglan-high-tech-zone"),
        ("S328901", "/zones/qinglan-high-tech-zone"),
        ("Voltan", "/zones/qinglan-high-tech-zone"),
        ("muyun+industrial+park", "/zones/muyun-industrial-park"),
        ("qniglan", "/zones/qinglan-high-tech-zone"),
    ] {
        let html = site.page(&format!("/?q={words}")).await;
        let found = zone_links(&html);
        assert!(
            found.iter().take(3).any(|row| row == first),
            "{words}: {:?}",
            &found[..found.len().min(3)]
        );
    }
    let corrected = visible(&site.page("/?q=qniglan").await);
    assert!(corrected.contains("No match for “qniglan”"));
    let marked = site.page("/?q=qinglan").await;
    assert!(marked.contains("<mark>Qinglan</mark>"));
}

#[tokio::test]
async fn an_empty_list_says_which_filter_to_lift() {
    let site = small();
    let html = site
        .page("/?province=hainan&city=changzhou&level=national")
        .await;
    let text = visible(&html);
    assert!(text.contains("No zone matches all filters."));
    let offered = text.split("Without the city: ").nth(1).unwrap();
    let zones: usize = offered.split(' ').next().unwrap().parse().unwrap();
    let lifted = site.page("/?level=national&province=hainan").await;
    assert_eq!(zone_links(&lifted).len(), zones);
    assert!(!text.contains("Without the level"));
}

#[tokio::test]
async fn rows_are_grouped_by_province() {
    let site = small();
    let html = site.page("/?group=province&level=national").await;
    let heads: Vec<&str> = html
        .split("<h3>")
        .skip(1)
        .map(|head| head.split('<').next().unwrap())
        .collect();
    assert_eq!(heads[..2], ["Beijing", "Tianjin"]);
}

#[tokio::test]
async fn the_map_shows_the_cities_of_a_province() {
    let site = small();
    let html = site.page("/?zoom=jiangsu&map=area").await;
    assert!(html.contains("id=\"city-changzhou\""));
    assert!(!html.contains("id=\"province-jiangsu\""));
    assert!(visible(&html).contains("Zones by city in Jiangsu"));
}

#[tokio::test]
async fn the_tray_leads_to_zones_side_by_side() {
    let site = small();
    let html = site
        .page("/?pick=qinglan-high-tech-zone&pick=nowhere&pick=yunquan-etdz")
        .await;
    assert!(html.contains("href=\"/compare?zones=qinglan-high-tech-zone,yunquan-etdz\""));
    assert!(visible(&html).contains("There is no zone “nowhere”"));
    let filtered = site
        .page("/?province=jiangsu&map=area&pick=qinglan-high-tech-zone")
        .await;
    let with_list = "href=\"/compare?zones=qinglan-high-tech-zone&amp;from=province%3Djiangsu\"";
    assert!(filtered.contains(with_list));
    let compared = site
        .page("/compare?zones=qinglan-high-tech-zone,yunquan-etdz,nowhere,yunquan-etdz")
        .await;
    let text = visible(&compared);
    assert!(text.contains("Qinglan High-tech Zone") && text.contains("Yunquan"));
    assert!(text.contains("There is no zone “nowhere”"));
    let (_, table) = compared.split_once("class=\"compare\"").unwrap();
    let (table, _) = table.split_once("</table>").unwrap();
    // The two zones, each once, and the totals of both classes of national zones.
    assert_eq!(table.matches("<th scope=\"col\"").count(), 4);
    let none = visible(&site.page("/compare").await);
    assert!(none.contains("No zone is selected"));
}

#[tokio::test]
async fn what_is_shown_can_be_taken_away() {
    let site = small();
    let query = "province=jiangsu&kind=high-tech&sort=newest&page=7";
    let shown = json(&site, &format!("/data/zones.json?{query}")).await;
    let zones = shown["zones"].as_array().unwrap();
    assert_eq!(
        shown["query"],
        "kind=high-tech&province=jiangsu&sort=newest"
    );
    assert!(
        zones.len() > 3
            && zones
                .iter()
                .all(|zone| zone["province"] == "jiangsu" && zone["kind"] == "high-tech")
    );
    let digest = shown["dataset"]["digest"].as_str().unwrap();
    let csv = site.get(&format!("/data/zones.csv?{query}")).await;
    assert!(csv.header(CONTENT_TYPE).starts_with("text/csv"));
    assert_eq!(csv.text.lines().count(), zones.len() + 1);
    assert!(csv.text.lines().skip(1).all(|line| line.ends_with(digest)));
    let map = site.get(&format!("/data/zones.geojson?{query}")).await;
    assert_eq!(
        map.header(CONTENT_TYPE),
        "application/geo+json; charset=utf-8"
    );
    let map: Value = serde_json::from_str(&map.text).unwrap();
    let features = map["features"].as_array().unwrap();
    assert_eq!(features.len(), zones.len());
    for feature in features {
        let of = feature["properties"]["point_of"].as_str().unwrap();
        assert_eq!(of == "city", feature["geometry"]["type"] == "Point");
    }
    // GeoJSON puts the longitude first. The point is that of Changzhou.
    let qinglan = features
        .iter()
        .find(|feature| feature["properties"]["code"] == "S328901")
        .unwrap();
    assert_eq!(
        qinglan["geometry"]["coordinates"],
        serde_json::json!([119.95401, 31.77359])
    );
    let receipt = zones[0]["area_receipt"].as_str().unwrap();
    assert!(visible(&site.page(receipt).await).contains(&zones[0]["area_ha"].to_string()));
    assert_eq!(
        json(&site, "/data/zones.json").await["zones"]
            .as_array()
            .unwrap()
            .len(),
        46
    );
}

#[tokio::test]
async fn the_order_of_output_is_that_of_the_ranking_and_the_others_follow_under_a_rule() {
    let site = small();
    let ranking = json(&site, "/indicators/industrial-output.json").await;
    let ranked: Vec<String> = ranking["zones"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|zone| zone["place"].is_number())
        .map(|zone| format!("/zones/{}", zone["zone"].as_str().unwrap()))
        .collect();
    assert!(ranked.len() > 5);
    let page = site.page("/?sort=output").await;
    let shown = zone_links(&page);
    assert_eq!(shown[..ranked.len()], ranked);
    let (above, below) = page.split_once("class=\"zones-not-ranked\"").unwrap();
    assert!(above.contains(&ranked[ranked.len() - 1]));
    assert!(!below.contains("zones-not-ranked"));
    // The value is that of the ranking, with its period and a link to the receipt.
    let first = &ranking["zones"][0]["figure"];
    let receipt = format!("href=\"/figures/{}\"", first["id"].as_str().unwrap());
    assert!(page.contains(&receipt), "{receipt}");
    assert!(above.contains(first["period"].as_str().unwrap()));
    // This is the default order of the atlas, but not of a search.
    let plain = site.page("/").await;
    assert_eq!(zone_links(&plain), shown);
    let searched = site.page("/?q=zone").await;
    assert!(!searched.contains("zones-not-ranked"));
}
