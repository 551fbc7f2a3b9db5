//! Numbers for the operator, in the text format of Prometheus, on an address of their own.

use super::address_limit::AddressLimit;
use super::connections::{ConnectionLimits, Server};
use super::site::Site;
use crate::error::Error;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics::{
    Gauge, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
    with_local_recorder,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusRecorder};
use metrics_process::Collector;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;

/// The upper ends of the classes that times are counted in, in seconds.
const TIMES: [f64; 9] = [0.001, 0.005, 0.025, 0.1, 0.25, 1.0, 5.0, 15.0, 30.0];

/// The interval at which the times of requests are counted into their classes.
const COUNT_INTERVAL: Duration = Duration::from_secs(5);

/// The maximum number of connections to the address of the metrics.
const CONNECTIONS: usize = 16;

const REQUESTS: &str = "zone_atlas_requests_total";
const TIME: &str = "zone_atlas_request_seconds";
const BYTES: &str = "zone_atlas_response_bytes_total";
const LOOKUPS: &str = "zone_atlas_cache_lookups_total";
const CACHE: &str = "zone_atlas_cache_bytes";
const OPEN: &str = "zone_atlas_connections";
const LIMIT: &str = "zone_atlas_connections_limit";
const WORK: &str = "zone_atlas_work";
const BODIES: &str = "zone_atlas_body_memory_bytes";
const DATASET: &str = "zone_atlas_dataset_info";

/// The numbers that are collected; `None` if nobody reads them.
#[derive(Default)]
pub struct Metrics(Option<Box<Exporter>>);

struct Exporter {
    recorder: PrometheusRecorder,
    process: Collector,
    /// The dataset that was last reported.
    dataset: Mutex<Option<Gauge>>,
}

/// An answered request.
pub struct Answered<'a> {
    /// The path of the route, such as `/zones/{name}`, without language; `None` for an address without a route.
    pub route: Option<&'a str>,
    /// The method.
    pub method: &'a Method,
    /// The status code of the response.
    pub status: StatusCode,
    /// The size of the body, in bytes.
    pub bytes: u64,
    /// The time until the response was made; sending it is not included.
    pub time: Duration,
}

/// A connection that is counted until this is dropped.
#[derive(Debug)]
pub struct OpenConnection(Gauge);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}

impl Metrics {
    /// Starts to collect.
    ///
    /// # Errors
    /// When the classes of times are not valid.
    pub fn collecting() -> Result<Self, Error> {
        let times = Matcher::Full(TIME.to_owned());
        let recorder = PrometheusBuilder::new()
            .set_buckets_for_metric(times, &TIMES)
            .map_err(Error::Metrics)?
            .build_recorder();
        let exporter = Box::new(Exporter {
            recorder,
            process: Collector::default(),
            dataset: Mutex::default(),
        });
        with_local_recorder(&exporter.recorder, describe);
        with_local_recorder(&exporter.recorder, || exporter.process.describe());
        Ok(Self(Some(exporter)))
    }

    /// Counts a request.
    pub fn answered(&self, request: &Answered<'_>) {
        let route = request.route.unwrap_or("none").to_owned();
        // Clients may invent methods, and each value is a line for as long as the server runs.
        let method = match *request.method {
            Method::GET => "GET",
            Method::HEAD => "HEAD",
            _ => "other",
        };
        let status = request.status.as_str().to_owned();
        self.record(|| {
            counter!(REQUESTS, "route" => route.clone(), "method" => method, "status" => status)
                .increment(1);
            counter!(BYTES, "route" => route.clone()).increment(request.bytes);
            histogram!(TIME, "route" => route).record(request.time.as_secs_f64());
        });
    }

    /// Counts a request that the cache was asked for.
    pub fn looked_up(&self, is_kept: bool) {
        let result = if is_kept { "hit" } else { "miss" };
        self.record(|| counter!(LOOKUPS, "result" => result).increment(1));
    }

    /// Counts a connection until the result is dropped.
    pub fn connection(&self) -> OpenConnection {
        let mut connections = Gauge::noop();
        self.record(|| connections = gauge!(OPEN));
        connections.increment(1);
        OpenConnection(connections)
    }

    fn record(&self, numbers: impl FnOnce()) {
        if let Some(exporter) = &self.0 {
            with_local_recorder(&exporter.recorder, numbers);
        }
    }

    /// Returns all numbers as text; `None` if they are not collected.
    async fn text(&self, site: &Site, limits: ConnectionLimits) -> Option<String> {
        let exporter = self.0.as_ref()?;
        let cached = site.cache.bytes().await;
        with_local_recorder(&exporter.recorder, || {
            exporter.process.collect();
            gauge!(LIMIT).set(limits.connections as f64);
            gauge!(CACHE).set(cached as f64);
            gauge!(BODIES).set(site.workers.reserved_bytes() as f64);
            for (class, requests) in site.workers.requests() {
                gauge!(WORK, "class" => class).set(requests as f64);
            }
            let atlas = site.live.current();
            let (digest, date) = (&atlas.reference.digest, &atlas.reference.date);
            let dataset = gauge!(DATASET, "digest" => digest.clone(), "date" => date.clone());
            let mut last = exporter
                .dataset
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if let Some(earlier) = last.replace(dataset.clone()) {
                earlier.set(0.0);
            }
            dataset.set(1.0);
        });
        let handle = exporter.recorder.handle();
        handle.run_upkeep();
        Some(handle.render())
    }

    /// Counts the times of requests into their classes, without end. Otherwise each time needs memory until it is read.
    pub async fn count_times(&self) {
        let Some(exporter) = &self.0 else { return };
        let mut ticker = tokio::time::interval(COUNT_INTERVAL);
        loop {
            ticker.tick().await;
            exporter.recorder.handle().run_upkeep();
        }
    }
}

/// Serves the numbers at `/metrics`, without end.
pub async fn serve_metrics(listener: TcpListener, site: Arc<Site>, limits: ConnectionLimits) {
    let own_limits = ConnectionLimits {
        connections: CONNECTIONS,
        ..limits
    };
    let router = Router::new()
        .route("/metrics", get(metrics))
        .with_state((site, limits));
    let server = Server {
        router,
        limits: own_limits,
        addresses: AddressLimit::new(CONNECTIONS, Arc::default()),
        metrics: Arc::default(),
    };
    let never = std::future::pending;
    server.serve(listener, never(), never()).await;
}

async fn metrics(State((site, limits)): State<(Arc<Site>, ConnectionLimits)>) -> Response {
    const FORMAT: HeaderValue =
        HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    match site.metrics.text(&site, limits).await {
        Some(text) => ([(header::CONTENT_TYPE, FORMAT)], text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn describe() {
    describe_counter!(REQUESTS, Unit::Count, "Answered requests.");
    describe_counter!(BYTES, Unit::Bytes, "Bytes of the bodies of responses.");
    describe_histogram!(
        TIME,
        Unit::Seconds,
        "Time until a response was made, without sending it."
    );
    describe_counter!(
        LOOKUPS,
        Unit::Count,
        "Requests that the cache was asked for."
    );
    describe_gauge!(CACHE, Unit::Bytes, "Bytes of the responses in the cache.");
    describe_gauge!(OPEN, Unit::Count, "Open connections.");
    describe_gauge!(LIMIT, Unit::Count, "Maximum number of connections.");
    describe_gauge!(
        WORK,
        Unit::Count,
        "Requests that are being answered or wait, by class of work."
    );
    describe_gauge!(
        BODIES,
        Unit::Bytes,
        "Memory reserved for large bodies that are being sent."
    );
    describe_gauge!(
        DATASET,
        Unit::Count,
        "1 for the dataset that is served, 0 for earlier ones."
    );
}
