//! The number of SQL queries for each page.

use site_tests::small;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::{Mutex, MutexGuard};
use tracing::level_filters::LevelFilter;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::{Context, SubscriberExt};

static QUERIES: AtomicUsize = AtomicUsize::new(0);

/// Counts the log events of sqlx: it logs one event for each query.
struct Counter;

impl<S: Subscriber> Layer<S> for Counter {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            QUERIES.fetch_add(1, Ordering::SeqCst);
        }
    }
}

static ALONE: LazyLock<Mutex<()>> = LazyLock::new(|| {
    let counter = Counter.with_filter(LevelFilter::DEBUG);
    let subscriber = tracing_subscriber::registry().with(counter);
    tracing::subscriber::set_global_default(subscriber).unwrap();
    Mutex::new(())
});

/// Lets only one test of this program run at a time, so that the queries of other tests are not counted.
pub async fn alone() -> MutexGuard<'static, ()> {
    ALONE.lock().await
}

/// Pages of each kind, with the number of queries for each.
const PAGES: [(&str, usize); 16] = [
    ("/", 0),
    ("/?q=hengxu&province=jiangsu", 0),
    ("/methods", 0),
    ("/zones/yunquan-etdz", 8),
    ("/zones/hengxu-etdz", 8),
    ("/groups/national-etdzs", 4),
    ("/figures/k4p6c", 5),
    ("/figures/no-such-figure", 2),
    ("/indicators/gdp", 3),
    ("/indicators/area", 3),
    ("/compare?zones=yunquan-etdz,hengxu-etdz", 5),
    ("/sources", 1),
    ("/sources/qinglan-article", 6),
    ("/data", 8),
    ("/zones/G121901", 1),
    ("/zones/yunquan-etdz/output.svg", 5),
];

#[tokio::test]
async fn a_page_takes_a_small_fixed_number_of_queries() {
    let _alone = alone().await;
    let site = small();
    // The first request may wait until the site has started.
    site.page("/").await;
    let mut wrong = Vec::new();
    for (path, expected) in PAGES {
        assert!(expected <= 8, "{path}");
        QUERIES.store(0, Ordering::SeqCst);
        site.get(path).await;
        let queries = QUERIES.load(Ordering::SeqCst);
        if queries != expected {
            wrong.push(format!("{path}: {queries} instead of {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
