//! Headers: how long clients may keep a response, and what browsers may do with it.

use app::{EARLY_SCRIPT, LiveReload};
use axum::http::HeaderMap;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    HeaderValue, REFERRER_POLICY, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::Response;
use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// How long clients may keep a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachePolicy {
    /// For good: the address holds the hash of the content.
    Immutable,
    /// For a day: the file changes with a new version of the program at most, and an old one does no harm.
    Day,
    /// Only after asking again, by `ETag`: an import can change the data at any moment.
    Revalidate,
    /// Not at all: it tells how the process is now.
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

/// What kind of content a response has, for the headers that it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// A page.
    Page,
    /// Everything else: data, pictures, scripts, fonts.
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

/// The inline scripts of each page: ours, and leptos' books on data for the browser, which are empty, since
/// only islands are hydrated. By their hashes.
const INLINE_SCRIPTS: [&str; 3] = [
    EARLY_SCRIPT,
    "__RESOLVED_RESOURCES=[];__SERIALIZED_ERRORS=[];__PENDING_RESOURCES=[];__RESOURCE_RESOLVERS=[];",
    "__INCOMPLETE_CHUNKS=[];",
];

/// The address of the rules by which browsers fetch the next page early, as a header: a list of quoted addresses.
const SPECULATION_RULES: &str = "\"/speculation-rules.json\"";

/// What a chart for frames may do: any site may show it, and nothing runs in it.
pub const FRAMED: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'self'; \
     frame-ancestors *",
);

/// The headers of responses, by their content.
#[derive(Debug, Clone)]
pub struct Policies {
    page: Vec<(HeaderName, HeaderValue)>,
    file: Vec<(HeaderName, HeaderValue)>,
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
        let text = HeaderValue::from_static;
        let closed = text("default-src 'none'; frame-ancestors 'none'");
        // The same bytes in other compressions.
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
        // The data is public, and no response depends on who asks: programs of other sites may read it.
        file.push((ACCESS_CONTROL_ALLOW_ORIGIN, text("*")));
        Self { page, file }
    }

    /// Adds the headers that a response does not have itself. One that failed is not kept by clients.
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

/// The source expression of a policy that allows a script.
fn hash(script: &str) -> String {
    let digest = Sha256::digest(script.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(digest))
}
