//! The numbers for the operator.

use reqwest::StatusCode;
use server::import::import;
use site_tests::{changed_data, small, small_with, target};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// Returns the value of each line, by its name with labels.
fn values(text: &str) -> HashMap<String, f64> {
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let values = lines.map(|line| {
        let (name, value) = line.rsplit_once(' ').expect(line);
        (name.to_owned(), value.parse().expect(line))
    });
    values.collect()
}

#[tokio::test]
async fn requests_are_counted_by_route_and_status() {
    let site = small_with(&["--metrics-addr=127.0.0.1:0"]).await;
    for path in [
        "/zones/hengxu-etdz",
        "/zh/zones/hengxu-etdz",
        "/zones/hengxu-etdz",
    ] {
        site.page(path).await;
    }
    assert_eq!(
        site.get("/zones/no-such-zone").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        site.get("/no/such/page/at/all").await.status,
        StatusCode::NOT_FOUND
    );
    let found = values(&site.metrics().await);
    let requests = |route: &str, status: &str| {
        let labels = format!("{{route=\"{route}\",method=\"GET\",status=\"{status}\"}}");
        found
            .get(&format!("zone_atlas_requests_total{labels}"))
            .copied()
    };
    assert_eq!(requests("/zones/{name}", "200"), Some(3.0));
    assert_eq!(requests("/zones/{name}", "404"), Some(1.0));
    assert_eq!(requests("none", "404"), Some(1.0));
    assert_eq!(
        found["zone_atlas_request_seconds_count{route=\"/zones/{name}\"}"],
        4.0
    );
    assert_eq!(found["zone_atlas_cache_lookups_total{result=\"hit\"}"], 1.0);
    assert!(found["zone_atlas_cache_bytes"] > 1_000.0);
    assert!(found["zone_atlas_connections"] >= 1.0);
    assert!(found["process_resident_memory_bytes"] > 1e6);
    assert_eq!(found["zone_atlas_work{class=\"file\"}"], 0.0);
}

#[tokio::test]
async fn the_dataset_that_is_served_is_named() {
    let site = small_with(&["--metrics-addr=127.0.0.1:0"]).await;
    let served = |text: &str| {
        let mut found = values(text);
        found.retain(|name, _| name.starts_with("zone_atlas_dataset_info"));
        found
    };
    let before = served(&site.metrics().await);
    assert_eq!(before.values().copied().collect::<Vec<_>>(), [1.0]);
    let data = tempfile::tempdir().unwrap();
    changed_data(data.path(), "groups/national-etdzs.toml", |text| {
        format!("{text}\n")
    });
    import(target(&site.database()), Some(data.path()))
        .await
        .unwrap();
    let begun = Instant::now();
    while served(&site.metrics().await).len() < 2 {
        assert!(begun.elapsed() < Duration::from_secs(30));
    }
    let after = served(&site.metrics().await);
    let (name, _) = before.iter().next().unwrap();
    assert_eq!(after[name], 0.0);
}

/// The metrics tell about all visitors, so visitors cannot read them.
#[tokio::test]
async fn visitors_cannot_read_the_metrics() {
    assert_eq!(small().get("/metrics").await.status, StatusCode::NOT_FOUND);
    let site = small_with(&["--metrics-addr=127.0.0.1:0"]).await;
    assert_eq!(site.get("/metrics").await.status, StatusCode::NOT_FOUND);
}
