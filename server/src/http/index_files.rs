//! The two files by which a browser filters zones itself. Their names hold their hash, so they never change.

use super::headers::CachePolicy;
use crate::live::{IndexFile, LiveAtlas};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Answers with a file where the address is that of one.
pub async fn index_file(
    State(atlas): State<Arc<LiveAtlas>>,
    request: Request,
    next: Next,
) -> Response {
    let current = atlas.current();
    let path = request.uri().path();
    let found = current
        .browse
        .files
        .iter()
        .find(|file| file.address == path);
    match found {
        Some(file) => CachePolicy::Immutable.layer()(answer(file, request.headers())).await,
        None => next.run(request).await,
    }
}

fn answer(file: &IndexFile, asked: &HeaderMap) -> Response {
    let takes_brotli = asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(takes_brotli);
    let kind = HeaderValue::from_static("application/octet-stream");
    let vary = HeaderValue::from_static("accept-encoding");
    let headers = [(header::CONTENT_TYPE, kind), (header::VARY, vary)];
    if takes_brotli {
        let packed = [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))];
        (headers, packed, file.packed.clone()).into_response()
    } else {
        (headers, file.plain.clone()).into_response()
    }
}

/// Whether one of the encodings that a browser names is Brotli, and not refused.
fn takes_brotli(named: &str) -> bool {
    let mut parts = named.split(';').map(str::trim);
    let quality = |part: &str| part.strip_prefix("q=").map(str::parse::<f32>);
    parts.next() == Some("br") && !parts.any(|part| matches!(quality(part), Some(Ok(0.0))))
}

#[cfg(test)]
mod tests {
    use super::takes_brotli;

    #[test]
    fn brotli_is_sent_to_those_who_take_it() {
        assert!(takes_brotli(" br"));
        assert!(takes_brotli("br;q=0.5"));
        for other in ["gzip", "br;q=0", "br; q=0.0", "brotli", "*"] {
            assert!(!takes_brotli(other), "{other}");
        }
    }
}
