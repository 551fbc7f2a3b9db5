//! Headers: how long an answer keeps, and what a browser may do with it.

use app::LiveReload;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

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

/// The inline scripts of each page: leptos' books on data for the browser, which are empty, since
/// only islands are hydrated. By their hashes.
const INLINE_SCRIPTS: [&str; 2] = [
    "__RESOLVED_RESOURCES=[];__SERIALIZED_ERRORS=[];__PENDING_RESOURCES=[];__RESOURCE_RESOLVERS=[];",
    "__INCOMPLETE_CHUNKS=[];",
];

/// Where the rules stand by which browsers fetch the next page early.
pub const SPECULATION_RULES: &str = "/speculation-rules.json";

/// The same as the value of a header, which is a list of quoted addresses.
const SPECULATION_RULES_HEADER: &str = "\"/speculation-rules.json\"";

/// What a chart for frames may do: any site may show it, and nothing runs in it.
pub const FRAMED: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; \
     frame-ancestors *",
);

/// What browsers may do with the answers of this site.
#[derive(Debug, Clone)]
pub struct Policies {
    /// For pages.
    page: HeaderValue,
}

impl Policies {
    /// Pages run the site's own scripts only. While a developer works on the site, they also run the inline
    /// script that reloads them.
    pub fn new(live_reload: Option<LiveReload>) -> Self {
        let (scripts, connections) = match live_reload {
            None => (INLINE_SCRIPTS.map(hash).join(" "), String::new()),
            Some(LiveReload { port }) => ("'unsafe-inline'".to_owned(), format!(" ws://*:{port}")),
        };
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {scripts}; style-src 'self'; \
             img-src 'self' data:; font-src 'self'; connect-src 'self'{connections}; form-action 'self'; \
             base-uri 'none'; frame-ancestors 'none'"
        );
        let closed = HeaderValue::from_static("default-src 'none'");
        Self {
            page: HeaderValue::from_str(&policy).unwrap_or(closed),
        }
    }

    /// Tells a browser what it may do with an answer that does not say so itself.
    pub fn secure(&self, mut response: Response) -> Response {
        let of = response.headers().get(CONTENT_TYPE);
        let is_page = of.is_some_and(|of| of.as_bytes().starts_with(b"text/html"));
        let other = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
        let content = if is_page { self.page.clone() } else { other };
        let text = HeaderValue::from_static;
        let mut headers = vec![
            (CONTENT_SECURITY_POLICY, content),
            (X_CONTENT_TYPE_OPTIONS, text("nosniff")),
            (REFERRER_POLICY, text("strict-origin-when-cross-origin")),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                text("same-origin"),
            ),
        ];
        if is_page {
            let name = HeaderName::from_static("speculation-rules");
            headers.push((name, text(SPECULATION_RULES_HEADER)));
        }
        for (name, value) in headers {
            response.headers_mut().entry(name).or_insert(value);
        }
        response
    }
}

/// The source expression of a policy that allows a script.
fn hash(script: &str) -> String {
    let digest = Sha256::digest(script.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(digest))
}
