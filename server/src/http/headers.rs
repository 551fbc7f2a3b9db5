//! Headers: how long an answer keeps, and what a browser may do with it.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;

/// How long an answer keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// For good: its address holds its hash.
    Immutable,
    /// For a day: it hardly ever changes, and may be old for a while.
    Day,
    /// Not without asking again.
    Revalidate,
}

impl CachePolicy {
    const fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Day => "public, max-age=86400",
            Self::Revalidate => "no-cache",
        })
    }

    /// Sets the header on good answers; what failed is not kept.
    pub fn layer(self) -> impl Fn(Response) -> std::future::Ready<Response> + Clone + Send {
        move |mut response: Response| {
            let policy = if response.status().is_success() {
                self
            } else {
                Self::Revalidate
            };
            response
                .headers_mut()
                .entry(CACHE_CONTROL)
                .or_insert_with(|| policy.value());
            std::future::ready(response)
        }
    }
}

/// What every answer tells a browser. Pages set a policy of their own for their scripts.
pub async fn secure(mut response: Response) -> Response {
    let headers = [
        (
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
    ];
    for (name, value) in headers {
        response
            .headers_mut()
            .entry(name)
            .or_insert_with(|| HeaderValue::from_static(value));
    }
    response
}
