//! Response headers: how long clients may cache a response, and what browsers may do with it.

use app::{EARLY_SCRIPT, LiveReload};
use axum::http::HeaderMap;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
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

/// The header that decides whether other sites may load a response as a part of their pages.
pub const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-resource-policy");

/// The value of [`CROSS_ORIGIN_RESOURCE_POLICY`] that allows it.
pub const ANY_SITE: HeaderValue = HeaderValue::from_static("cross-origin");

/// The content security policy of a chart for frames: any site may embed it, and it runs no scripts.
pub const EMBED_CSP: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; \
     frame-ancestors *",
);

/// The features of browsers that no page uses, so that a script that got into a page could not use them either.
const NO_FEATURES: &str = "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), \
     usb=(), xr-spatial-tracking=()";

/// The headers that all responses get, by kind of content.
#[derive(Debug, Clone)]
pub struct Policies {
    page: Vec<(HeaderName, HeaderValue)>,
    file: Vec<(HeaderName, HeaderValue)>,
}

impl Policies {
    /// Creates the headers. Pages run only the site's own scripts. During development they also run the inline script
    /// that reloads them. `hsts` is the number of seconds for which browsers use HTTPS only; 0 leaves the choice to them.
    pub fn new(live_reload: Option<LiveReload>, hsts: u32) -> Self {
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
        let name = HeaderName::from_static;
        let closed = text("default-src 'none'; frame-ancestors 'none'");
        let policy = HeaderValue::from_str(&policy).unwrap_or_else(|_| closed.clone());
        let mut both = vec![
            // A browser must not read data as a script.
            (X_CONTENT_TYPE_OPTIONS, text("nosniff")),
            // Other sites learn from which site a visitor comes, not from which page.
            (REFERRER_POLICY, text("strict-origin-when-cross-origin")),
            // A page that opens ours in a window gets no access to it.
            (name("cross-origin-opener-policy"), text("same-origin")),
            // The body depends on the compression that the client accepts.
            (VARY, text("accept-encoding")),
        ];
        if hsts > 0
            && let Ok(value) = HeaderValue::from_str(&format!("max-age={hsts}; includeSubDomains"))
        {
            both.push((STRICT_TRANSPORT_SECURITY, value));
        }
        let page = [
            (CONTENT_SECURITY_POLICY, policy),
            (name("permissions-policy"), text(NO_FEATURES)),
            // No other site may load a page as an image or a script.
            (CROSS_ORIGIN_RESOURCE_POLICY, text("same-origin")),
            (name("speculation-rules"), text(SPECULATION_RULES)),
        ];
        let file = [
            // A file that is opened as a page, such as an SVG, loads and runs nothing.
            (CONTENT_SECURITY_POLICY, closed),
            // The data is public and no response depends on the visitor, so other sites may show it, and their scripts may
            // read it.
            (CROSS_ORIGIN_RESOURCE_POLICY, ANY_SITE),
            (ACCESS_CONTROL_ALLOW_ORIGIN, text("*")),
        ];
        Self {
            page: both.iter().cloned().chain(page).collect(),
            file: both.iter().cloned().chain(file).collect(),
        }
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
