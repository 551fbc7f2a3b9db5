//! The two files by which a browser filters zones itself. Their names hold their hash, so they never change.

use super::headers::CachePolicy;
use crate::live::OpenAtlas;
use axum::extract::{Extension, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// Answers with a file where the address is that of one.
pub async fn index_file(
    Extension(atlas): Extension<Arc<OpenAtlas>>,
    request: Request,
    next: Next,
) -> Response {
    let takes_brotli = takes_any_brotli(request.headers());
    match atlas.index_file(request.uri().path(), takes_brotli).await {
        Ok(None) => next.run(request).await,
        Ok(Some(content)) => {
            let response = answer(content, takes_brotli);
            CachePolicy::Immutable.layer()(response).await
        }
        Err(error) => {
            tracing::error!(%error, "cannot read an index file");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

fn answer(content: Vec<u8>, is_brotli: bool) -> Response {
    let kind = HeaderValue::from_static("application/octet-stream");
    let vary = HeaderValue::from_static("accept-encoding");
    let headers = [(header::CONTENT_TYPE, kind), (header::VARY, vary)];
    let encoding = [(header::CONTENT_ENCODING, HeaderValue::from_static("br"))];
    if is_brotli {
        (headers, encoding, content).into_response()
    } else {
        (headers, content).into_response()
    }
}

fn takes_any_brotli(asked: &HeaderMap) -> bool {
    asked
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(takes_brotli)
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
