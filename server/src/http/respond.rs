//! The middleware of all routes. It brings a request into canonical form, looks for a cached response, otherwise calls
//! the handler, and adds headers. If the client already has the response, it sends status 304 without a body.

use super::access_log::{RequestId, too_many};
use super::cache::{BufferedResponse, Key};
use super::client::Client;
use super::encoding::{Encoding, is_compressed_by_itself};
use super::file_response::Format;
use super::headers::CachePolicy;
use super::sending::keep_for;
use super::site::Site;
use super::work::{Done, WorkClass, WorkError, is_file};
use crate::live::OpenAtlas;
use app::atlas::{Origin, SharedAtlas};
use app::locale::Locale;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use tracing::Instrument;

/// The methods that all routes answer.
const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");

/// The rules by which the requests for a route are answered.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How long clients may cache the response.
    pub policy: CachePolicy,
    /// The query parameters that the route reads. All others are removed before the handler runs.
    pub parameters: Parameters,
    /// Which responses the server caches.
    pub keep: CacheRule,
    /// The amount of work that a response needs.
    pub work: WorkClass,
}

/// The query parameters that a route reads.
#[derive(Debug, Clone, Copy)]
pub enum Parameters {
    /// The parameters with these names.
    Named(&'static [&'static str]),
    /// The parameters of the zone list, in the order in which a filter prints them.
    Filter,
    /// All parameters, for example the arguments of a server function.
    Any,
}

/// Which responses of a route the server caches. Only addresses whose number is limited by the data are cached, so that
/// no visitor can fill the cache.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheRule {
    /// No response.
    Never,
    /// Responses to requests without query parameters.
    Plain,
    /// The same, until the folder of the reader's own documents changes.
    PlainWithDocuments,
    /// Responses to simple filters: at most two values, no search and no picked zones.
    Filter,
}

/// A request in canonical form.
#[derive(Clone)]
pub struct CanonicalRequest {
    /// The id of the request.
    pub id: RequestId,
    /// The language of the page.
    pub locale: Locale,
    /// The path without its language prefix.
    pub path: String,
    /// The query string without a question mark: only the parameters that the route reads.
    pub query: String,
    /// The origin of the site (scheme, host and port).
    pub origin: Origin,
    /// The open database. One response reads only this one, so its data is from one dataset.
    pub atlas: Arc<OpenAtlas>,
}

/// The state of the [`respond`] middleware for one route.
#[derive(Clone)]
pub struct Responder {
    /// The state that all routes share.
    pub site: Arc<Site>,
    /// The rules of the route.
    pub rules: Rules,
}

/// Why no response was made. The cause is already logged.
#[derive(Debug, Clone, Copy)]
enum NoResponse {
    /// An error on the server.
    Failed,
    /// Too many requests wait, or this one waited too long.
    Overloaded,
}

/// The number of seconds after which a client may try again when the server was overloaded.
const RETRY_AFTER: HeaderValue = HeaderValue::from_static("5");

/// Answers a request for a route.
pub async fn respond(
    State(Responder { site, rules }): State<Responder>,
    mut request: Request,
    next: Next,
) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return respond_to_other_method(&site, &request);
    }
    let Some((client, id)) = identity(&request) else {
        tracing::error!("the request has no client: the outer middleware is missing");
        return error_response(&site, NoResponse::Failed);
    };
    let known: Vec<HeaderValue> = request
        .headers()
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .cloned()
        .collect();
    let encoding = Encoding::accepted(request.headers());
    let atlas = site.live.current();
    let origin = if is_table(request.uri().path()) {
        site.addresses.known()
    } else {
        site.addresses.of_request(&client)
    };
    let raw = request.uri().query().unwrap_or_default();
    let (query, is_kept_query) = canonical_query(rules, raw, &atlas);
    let keep = is_kept_query
        && rules.keep != CacheRule::Never
        && origin.is_own
        // Percent-encoding allows many spellings of one address, so these are not cached.
        && !request.uri().path().contains('%');
    let documents = match rules.keep {
        CacheRule::PlainWithDocuments if keep => atlas.documents_changed().await,
        _ => None,
    };
    let key = Key {
        path: request.uri().path().into(),
        query: query.as_str().into(),
        origin: origin.address.0.as_str().into(),
        encoding,
        edition: atlas.edition,
        documents,
    };
    if keep {
        let kept = site.cache.kept(&key).await;
        site.metrics.looked_up(kept.is_some());
        if let Some(kept) = kept {
            return response_or_304(kept, &known);
        }
    }
    if rules.work.of_path(request.uri().path()) == WorkClass::Heavy
        && let Err(wait) = site.rate_limit.count_heavy(&client)
    {
        return too_many(&site, wait);
    }
    let canonical = CanonicalRequest {
        id,
        locale: Locale::of_path(request.uri().path()),
        path: Locale::strip(request.uri().path()).to_owned(),
        query,
        origin: origin.address,
        atlas,
    };
    rewrite(&mut request, &canonical, encoding);
    let make = run(Arc::clone(&site), rules, request, next, (encoding, keep));
    let response = site.cache.get(key, keep, make);
    match tokio::time::timeout(site.request_timeout, response).await {
        Ok(Ok(buffered)) => response_or_304(buffered, &known),
        Ok(Err(error)) => error_response(&site, error),
        Err(_) => error_response(&site, NoResponse::Overloaded),
    }
}

/// Returns what the outer middleware found out about a request.
fn identity(request: &Request) -> Option<(Client, RequestId)> {
    let extensions = request.extensions();
    let client = extensions.get::<Client>()?;
    let id = extensions.get::<RequestId>()?;
    Some((client.clone(), id.clone()))
}

/// Runs the handler of a route on the workers that its weight allows, and compresses the response. Memory is reserved for
/// a large response that the cache does not keep.
async fn run(
    site: Arc<Site>,
    rules: Rules,
    request: Request,
    next: Next,
    (encoding, keep): (Encoding, bool),
) -> Result<BufferedResponse, NoResponse> {
    let weight = rules.work.of_path(request.uri().path());
    let workers = site.workers.clone();
    let work = async move {
        let mut response = next.run(request).await;
        site.policies.complete(&mut response, rules.policy);
        buffered(response, encoding).await
    };
    match workers.run(weight, work.in_current_span()).await {
        Ok(Done { result, memory }) => {
            let mut response = result?;
            let memory = memory.filter(|_| !keep);
            response.reserved = memory.map(|memory| keep_for(memory, response.body.len()));
            Ok(response)
        }
        Err(WorkError::Overloaded) => Err(NoResponse::Overloaded),
        Err(WorkError::Failed(error)) => {
            tracing::error!(%error, "cannot make a response");
            Err(NoResponse::Failed)
        }
    }
}

/// Answers a request with a method other than GET and HEAD. OPTIONS returns the methods; a browser asks for them before
/// a script of another site reads a file with headers of its own, such as `If-None-Match`.
fn respond_to_other_method(site: &Site, request: &Request) -> Response {
    let mut response = if *request.method() == Method::OPTIONS {
        StatusCode::NO_CONTENT.into_response()
    } else {
        let text = "this address answers GET and HEAD only\n";
        (StatusCode::METHOD_NOT_ALLOWED, text).into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::ALLOW, METHODS);
    if *request.method() == Method::OPTIONS && is_file(request.uri().path()) {
        headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        let any = HeaderValue::from_static("*");
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, any);
        let day = HeaderValue::from_static("86400");
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, day);
    }
    site.policies
        .complete(&mut response, CachePolicy::Revalidate);
    response
}

/// Returns the response for an error that is logged already.
fn error_response(site: &Site, error: NoResponse) -> Response {
    let mut response = match error {
        NoResponse::Failed => {
            let text = "an error occurred on the server; try again\n";
            (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
        }
        NoResponse::Overloaded => {
            let text = "the server is busy; try again in a few seconds\n";
            let retry = [(header::RETRY_AFTER, RETRY_AFTER)];
            (StatusCode::SERVICE_UNAVAILABLE, retry, text).into_response()
        }
    };
    site.policies
        .complete(&mut response, CachePolicy::Revalidate);
    response
}

/// True for the address of a data file (CSV, JSON or GeoJSON). Data files do not contain the origin of the site, so
/// clients with different `Host` headers share one response.
fn is_table(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    matches!(
        Format::of(name),
        Some((_, Format::Csv | Format::Json | Format::GeoJson))
    )
}

/// Returns the canonical query string, and whether its response may be cached (see [`CacheRule`]).
fn canonical_query(rules: Rules, raw: &str, atlas: &OpenAtlas) -> (String, bool) {
    match rules.parameters {
        Parameters::Any => (raw.to_owned(), false),
        Parameters::Filter if raw.is_empty() => (String::new(), true),
        Parameters::Filter => match atlas.plain_filter(raw) {
            Some(filter) => (filter.query(), true),
            // The faults are left in, so that the page can report them.
            None => (raw.to_owned(), false),
        },
        Parameters::Named(names) => {
            let query = with_names(names, raw);
            let is_plain = query.is_empty();
            (query, is_plain)
        }
    }
}

/// Returns the pairs of a query string that have one of these names, in the order of the names.
fn with_names(names: &[&str], raw: &str) -> String {
    if raw.is_empty() || names.is_empty() {
        return String::new();
    }
    let pairs: Vec<_> = form_urlencoded::parse(raw.as_bytes()).collect();
    let mut query = form_urlencoded::Serializer::new(String::new());
    for name in names {
        for (_, value) in pairs.iter().filter(|(of, _)| of == name) {
            query.append_pair(name, value);
        }
    }
    query.finish()
}

/// Rewrites a request for the handler: canonical query string, method GET, and no headers of the client. Equal requests
/// share a response, so nothing else may influence it.
fn rewrite(request: &mut Request, canonical: &CanonicalRequest, encoding: Encoding) {
    if request.uri().query().unwrap_or_default() != canonical.query {
        let path = request.uri().path();
        let path_and_query = match canonical.query.as_str() {
            "" => path.to_owned(),
            query => format!("{path}?{query}"),
        };
        // Parsing cannot fail: the path comes from an address, and the query string is percent-encoded.
        if let Ok(path_and_query) = path_and_query.parse::<PathAndQuery>() {
            *request.uri_mut() = Uri::from(path_and_query);
        }
    }
    *request.method_mut() = Method::GET;
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT_ENCODING, encoding.name());
    *request.headers_mut() = headers;
    let shared: SharedAtlas = Arc::<OpenAtlas>::clone(&canonical.atlas);
    request.extensions_mut().insert(shared);
    request.extensions_mut().insert(canonical.clone());
}

/// Reads the whole body of a response and compresses it unless the handler has done so. A response with status 200 gets
/// the hash of its body as `ETag`.
async fn buffered(response: Response, encoding: Encoding) -> Result<BufferedResponse, NoResponse> {
    let (mut parts, body) = response.into_parts();
    let mut body = to_bytes(body, usize::MAX).await.map_err(|error| {
        tracing::error!(%error, "cannot read the body of a response");
        NoResponse::Failed
    })?;
    let is_done = parts.headers.contains_key(header::CONTENT_ENCODING);
    if !is_done && !is_compressed_by_itself(&parts.headers) {
        let compressed = encoding.compress(&body).map_err(|error| {
            tracing::error!(%error, "cannot compress a response");
            NoResponse::Failed
        })?;
        if let Some(compressed) = compressed {
            body = compressed;
            parts
                .headers
                .insert(header::CONTENT_ENCODING, encoding.name());
        }
    }
    if parts.status == StatusCode::OK {
        let hash = BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(&body)[..12]);
        if let Ok(tag) = HeaderValue::try_from(format!("\"{hash}\"")) {
            parts.headers.insert(header::ETAG, tag);
        }
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::ACCEPT_RANGES);
    parts.headers.remove(header::LAST_MODIFIED);
    Ok(BufferedResponse {
        status: parts.status,
        headers: Arc::new(parts.headers),
        body,
        reserved: None,
    })
}

/// Returns the response, or status 304 with the same headers if the client has it (RFC 9110, 13.1.2).
fn response_or_304(buffered: BufferedResponse, known: &[HeaderValue]) -> Response {
    let tag = buffered.headers.get(header::ETAG);
    let is_known = tag.is_some_and(|tag| known.iter().any(|known| names(known, tag)));
    if !is_known {
        return buffered.into();
    }
    let buffered = BufferedResponse {
        status: StatusCode::NOT_MODIFIED,
        headers: buffered.headers,
        body: bytes::Bytes::new(),
        reserved: None,
    };
    let mut response = Response::from(buffered);
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response
}

/// True if a value of `If-None-Match` contains this tag.
fn names(known: &HeaderValue, tag: &HeaderValue) -> bool {
    let (Ok(known), Ok(tag)) = (known.to_str(), tag.to_str()) else {
        return false;
    };
    known
        .split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_parameters_of_a_route_are_left_in_one_order() {
        let of = |raw| with_names(&["zones", "pick"], raw);
        assert_eq!(
            of("pick=b&utm=1&zones=x%2Cy&pick=a"),
            "zones=x%2Cy&pick=b&pick=a"
        );
        assert_eq!(of("%7Aones=x"), "zones=x");
        assert_eq!(of("other=1"), "");
        assert_eq!(with_names(&[], "pick=1"), "");
    }

    #[test]
    fn a_tag_is_named_weakly_in_a_list_or_by_a_star() {
        let tag = HeaderValue::from_static("\"abc\"");
        for (known, is_named) in [
            ("\"abc\"", true),
            ("W/\"abc\"", true),
            ("\"x\", \"abc\"", true),
            ("*", true),
            ("abc", false),
            ("\"abcd\"", false),
            ("", false),
        ] {
            assert_eq!(
                names(&HeaderValue::from_static(known), &tag),
                is_named,
                "{known}"
            );
        }
    }
}
