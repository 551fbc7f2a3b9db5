//! The first and last step of each request: who sent it, whether the client sent too many, an id, and a line in the log.

use super::client::{Client, TrustedProxies};
use super::connections::Peer;
use super::headers::CachePolicy;
use super::metrics::Answered;
use super::site::Site;
use app::locale::Locale;
use axum::body::HttpBody;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tracing::Instrument;

/// The header with the id of a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The maximum length of an id that a proxy sends, in bytes.
const ID_LENGTH: usize = 64;

/// The id of a request, which is in its log lines, in its response and on error pages.
#[derive(Debug, Clone)]
pub struct RequestId(pub Arc<str>);

/// Makes the ids of the requests of this process.
#[derive(Debug)]
pub struct RequestIds {
    /// Differs in each process, so that ids in the log of several processes differ.
    process: u32,
    next: AtomicU64,
}

impl RequestIds {
    /// Starts the numbering.
    pub fn new() -> Self {
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed();
        let nanoseconds = since.unwrap_or_default().as_nanos();
        let [_, .., a, b, c, d] = nanoseconds.to_be_bytes();
        Self {
            process: u32::from_be_bytes([a, b, c, d]) ^ std::process::id(),
            next: AtomicU64::new(0),
        }
    }

    /// Returns the id that a trusted proxy gave, otherwise a new one.
    fn id(&self, headers: &HeaderMap, client: &Client) -> RequestId {
        let is_in_id = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        let given = headers.get(REQUEST_ID).and_then(|it| it.to_str().ok());
        let given = given.filter(|id| {
            client.is_proxied && (1..=ID_LENGTH).contains(&id.len()) && id.bytes().all(is_in_id)
        });
        let id = given.map(Arc::from).unwrap_or_else(|| {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            format!("{:08x}-{number}", self.process).into()
        });
        RequestId(id)
    }
}

/// Answers a request, and writes a line about it to the log. The line has no query string and no address of the client,
/// to protect the privacy of visitors.
pub async fn log_access(
    State((site, proxies)): State<(Arc<Site>, Arc<TrustedProxies>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let begun = Instant::now();
    let unknown = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let peer = request.extensions().get::<Peer>();
    let peer = peer.map_or(unknown, |Peer(address)| *address);
    let client = proxies.client(peer, request.uri(), request.headers());
    let id = site.request_ids.id(request.headers(), &client);
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let allowed = site.rate_limit.count(&client);
    request.extensions_mut().insert(client);
    request.extensions_mut().insert(id.clone());
    let span = tracing::error_span!("request", id = &*id.0);
    let mut response = match allowed {
        Ok(()) => next.run(request).instrument(span).await,
        Err(wait) => too_many(&site, wait),
    };
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    let bytes = response.body().size_hint().lower();
    let time = begun.elapsed();
    site.metrics.answered(&Answered {
        route: route.as_ref().map(|route| Locale::strip(route.as_str())),
        method: &method,
        status: response.status(),
        bytes,
        time,
    });
    let status = response.status().as_u16();
    let milliseconds = time.as_micros() as f64 / 1_000.0;
    tracing::info!(target: "access", %method, path, status, bytes, ms = milliseconds, id = &*id.0);
    response
}

/// Returns the response to a client that sent too many requests.
pub fn too_many(site: &Site, wait: Duration) -> Response {
    let text = "this address sent too many requests; try again later\n";
    let seconds = HeaderValue::from(wait.as_secs() + 1);
    let retry = [(header::RETRY_AFTER, seconds)];
    let mut response = (StatusCode::TOO_MANY_REQUESTS, retry, text).into_response();
    site.policies.complete(&mut response, CachePolicy::Never);
    response
}
