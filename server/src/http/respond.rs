//! The one way that every request takes: what it asks for is brought into one form, looked up among the responses that are
//! kept, made where it is not there, and sent with its headers, or without its body where the client has it.

use super::cache::{BufferedResponse, Key};
use super::encoding::{Encoding, is_compressed_by_itself};
use super::file::Format;
use super::headers::CachePolicy;
use super::site::Site;
use super::work::Work;
use crate::live::OpenAtlas;
use app::atlas::{Origin, SharedAtlas};
use app::locale::Locale;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// How requests for a route are answered.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// How long clients may keep the response.
    pub policy: CachePolicy,
    /// The query parameters that the route reads. All others are left out before anything sees them.
    pub parameters: Parameters,
    /// Which responses the server keeps.
    pub keep: Keep,
    /// How much work a response is.
    pub work: Work,
}

/// The query parameters that a route reads.
#[derive(Debug, Clone, Copy)]
pub enum Parameters {
    /// Those of these names.
    Named(&'static [&'static str]),
    /// Those of the list of zones, in the order in which a filter prints them.
    Filter,
    /// All of them, such as the arguments of a server function.
    Any,
}

/// Which responses of a route the server keeps. No visitor can fill the cache: an address is kept only where the data
/// decides how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// None.
    Never,
    /// Those without query parameters.
    Plain,
    /// The same while no document of the reader's own was added or taken away.
    PlainWithDocuments,
    /// Those of filters that one or two clicks give: without search, without picked zones.
    Filter,
}

/// What a request asks for, in canonical form.
#[derive(Clone)]
pub struct CanonicalRequest {
    /// In which language.
    pub locale: Locale,
    /// The path without its language.
    pub path: String,
    /// The query string with the parameters that the route reads, without a question mark.
    pub query: String,
    /// The address of the site.
    pub origin: Origin,
    /// The open database: everything in one response is of one dataset.
    pub atlas: Arc<OpenAtlas>,
}

/// What [`respond`] needs for a route.
#[derive(Clone)]
pub struct Responder {
    /// The site.
    pub site: Arc<Site>,
    /// The rules of the route.
    pub rules: Rules,
}

/// No response could be made; why, is logged.
#[derive(Debug, Clone, Copy)]
struct ResponseFailed;

/// Answers a request for a route.
pub async fn respond(
    State(Responder { site, rules }): State<Responder>,
    mut request: Request,
    next: Next,
) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if !is_read {
        let mut response = next.run(request).await;
        if response.status() == StatusCode::METHOD_NOT_ALLOWED {
            *response.body_mut() = Body::from("this address answers GET and HEAD only\n");
        }
        site.policies
            .complete(&mut response, CachePolicy::Revalidate);
        return response;
    }
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
        site.addresses.of_request(request.headers())
    };
    let raw = request.uri().query().unwrap_or_default();
    let (query, is_kept_query) = canonical_query(rules, raw, &atlas);
    let keep = is_kept_query
        && rules.keep != Keep::Never
        && origin.is_own
        // The same address in other letters.
        && !request.uri().path().contains('%');
    let documents = match rules.keep {
        Keep::PlainWithDocuments if keep => atlas.documents_changed().await,
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
    if keep && let Some(kept) = site.cache.kept(&key).await {
        return or_not_modified(kept, &known);
    }
    let canonical = CanonicalRequest {
        locale: Locale::of_path(request.uri().path()),
        path: Locale::strip(request.uri().path()).to_owned(),
        query,
        origin: origin.address,
        atlas,
    };
    rewrite(&mut request, &canonical, encoding);
    let make = async {
        let weight = rules.work.of_path(request.uri().path());
        let site = Arc::clone(&site);
        let workers = site.workers.clone();
        let work = async move {
            let mut response = next.run(request).await;
            site.policies.complete(&mut response, rules.policy);
            buffered(response, encoding).await
        };
        match workers.run(weight, work).await {
            Ok(made) => made,
            Err(error) => {
                tracing::error!(%error, "cannot make a response");
                Err(ResponseFailed)
            }
        }
    };
    match site.cache.get(key, keep, make).await {
        Ok(buffered) => or_not_modified(buffered, &known),
        Err(ResponseFailed) => {
            let text = "something failed on our side; try again\n";
            let mut response = (StatusCode::INTERNAL_SERVER_ERROR, text).into_response();
            site.policies
                .complete(&mut response, CachePolicy::Revalidate);
            response
        }
    }
}

/// True for the address of a table of data. Tables do not hold the address of the site, so all clients share one response,
/// whatever host they name.
fn is_table(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    matches!(
        Format::of(name),
        Some((_, Format::Csv | Format::Json | Format::GeoJson))
    )
}

/// The query string in one form, and whether the data decides how many such there are.
fn canonical_query(rules: Rules, raw: &str, atlas: &OpenAtlas) -> (String, bool) {
    match rules.parameters {
        Parameters::Any => (raw.to_owned(), false),
        Parameters::Filter if raw.is_empty() => (String::new(), true),
        Parameters::Filter => match atlas.plain_filter(raw) {
            Some(filter) => (filter.query(), true),
            // With its faults, so that the page can name them.
            None => (raw.to_owned(), false),
        },
        Parameters::Named(names) => {
            let query = with_names(names, raw);
            let is_plain = query.is_empty();
            (query, is_plain)
        }
    }
}

/// The pairs of a query string that have one of these names, in the order of the names.
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

/// Brings a request into the form that handlers see. The query string is canonical, and no header of the client is left: equal
/// requests share a response, so nothing else may change it.
fn rewrite(request: &mut Request, canonical: &CanonicalRequest, encoding: Encoding) {
    if request.uri().query().unwrap_or_default() != canonical.query {
        let path = request.uri().path();
        let path_and_query = match canonical.query.as_str() {
            "" => path.to_owned(),
            query => format!("{path}?{query}"),
        };
        // Both parts were in an address, or were encoded for one.
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

/// Reads a response to its end and compresses its body, unless the handler has. A good one is named by the hash of its body.
async fn buffered(
    response: Response,
    encoding: Encoding,
) -> Result<BufferedResponse, ResponseFailed> {
    let (mut parts, body) = response.into_parts();
    let mut body = to_bytes(body, usize::MAX).await.map_err(|error| {
        tracing::error!(%error, "a response broke off");
        ResponseFailed
    })?;
    let is_done = parts.headers.contains_key(header::CONTENT_ENCODING);
    if !is_done && !is_compressed_by_itself(&parts.headers) {
        let compressed = encoding.compress(&body).map_err(|error| {
            tracing::error!(%error, "cannot compress a response");
            ResponseFailed
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
    })
}

/// The response, or that the client has it (RFC 9110, 13.1.2), with the same headers.
fn or_not_modified(buffered: BufferedResponse, known: &[HeaderValue]) -> Response {
    let tag = buffered.headers.get(header::ETAG);
    let is_known = tag.is_some_and(|tag| known.iter().any(|known| names(known, tag)));
    if !is_known {
        return buffered.into();
    }
    let buffered = BufferedResponse {
        status: StatusCode::NOT_MODIFIED,
        headers: buffered.headers,
        body: bytes::Bytes::new(),
    };
    let mut response = Response::from(buffered);
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response
}

/// True where a value of `If-None-Match` names this tag.
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
