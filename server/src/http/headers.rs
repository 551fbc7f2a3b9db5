//! Response headers: how long clients may cache a response, and what browsers may do with it.

use app::{EARLY_SCRIPT, LiveReload};
use axum::http::HeaderMap;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// How long clients may cache a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// One year: the address contains the hash of the content.
    Immutable,
    /// One day: the file changes only with a new version of the program, and an old copy does no harm.
    Day,
    /// Only after revalidation by `ETag`, because an import can change the data at any time.
    Revalidate,
    /// Not at all: the response describes the current state of the process.
    Never,
}

impl CachePolicy {
    const fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Day => "public, max-age=86400",
            Self::Revalidate => "no-cache",
            Self::Never => "no-store",
        })
    }
}

/// The kind of content of a response, which decides its headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// An HTML page.
    Page,
    /// Any other content: data, pictures, scripts, fonts.
    File,
}

impl Content {
    fn of(headers: &HeaderMap) -> Self {
        let content_type = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
        match content_type {
            Some(name) if name.starts_with(b"text/html") => Self::Page,
            _ => Self::File,
        }
    }
}

/// The inline scripts of each page, which the policy allows by hash: our own script, and two scripts of Leptos that
/// declare data for the browser. The data is empty, since only islands are hydrated.
const INLINE_SCRIPTS: [&str; 3] = [
    EARLY_SCRIPT,
    "__RESOLVED_RESOURCES=[];__SERIALIZED_ERRORS=[];__PENDING_RESOURCES=[];__RESOURCE_RESOLVERS=[];",
    "__INCOMPLETE_CHUNKS=[];",
];

/// The header value with the address of the speculation rules, by which browsers prefetch the next page. The format is
/// a list of quoted addresses.
const SPECULATION_RULES: &str = "\"/speculation-rules.json\"";

/// The content security policy of a chart for frames: any site may embed it, and it runs no scripts.
pub const EMBED_CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; \
     frame-ancestors *",
);

/// The headers that all responses get, by kind of content.
#[derive(Debug, Clone)]
pub struct Policies {
    page: Vec<(HeaderName, HeaderValue)>,
    file: Vec<(HeaderName, HeaderValue)>,
}

impl Policies {
    /// Creates the headers. Pages run only the site's own scripts. During development they also run the inline script
    /// that reloads them.
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
        let text = HeaderValue::from_static;
        let closed = text("default-src 'none'; frame-ancestors 'none'");
        // The body depends on the compression that the client accepts.
        let vary = (VARY, text("accept-encoding"));
        let both = [
            (X_CONTENT_TYPE_OPTIONS, text("nosniff")),
            (REFERRER_POLICY, text("strict-origin-when-cross-origin")),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                text("same-origin"),
            ),
            vary,
        ];
        let mut page = both.to_vec();
        page.push((
            CONTENT_SECURITY_POLICY,
            HeaderValue::from_str(&policy).unwrap_or_else(|_| closed.clone()),
        ));
        page.push((
            HeaderName::from_static("speculation-rules"),
            text(SPECULATION_RULES),
        ));
        let mut file = both.to_vec();
        file.push((CONTENT_SECURITY_POLICY, closed));
        // The data is public and no response depends on the visitor, so scripts of other sites may read it.
        file.push((ACCESS_CONTROL_ALLOW_ORIGIN, text("*")));
        Self { page, file }
    }

    /// Adds the headers that a response does not have yet. Clients do not cache error responses.
    pub fn complete(&self, response: &mut Response, policy: CachePolicy) {
        let policy = match policy {
            CachePolicy::Immutable | CachePolicy::Day if !response.status().is_success() => {
                CachePolicy::Revalidate
            }
            policy => policy,
        };
        let headers = response.headers_mut();
        headers.entry(CACHE_CONTROL).or_insert(policy.value());
        let table = match Content::of(headers) {
            Content::Page => &self.page,
            Content::File => &self.file,
        };
        for (name, value) in table {
            headers.entry(name).or_insert_with(|| value.clone());
        }
    }
}

/// Returns the source expression that allows a script in a content security policy.
fn hash(script: &str) -> String {
    let digest = Sha256::digest(script.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(digest))
}
