//! The files for search engines: `/robots.txt` and `/sitemap.xml`.

use super::respond::CanonicalRequest;
use crate::error::Error;
use app::atlas::Origin;
use app::locale::Locale;
use axum::extract::Extension;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::{PreEscaped, html};

/// The pages whose address contains no name. `/print` is not among them: it shows the same zones as `/`.
const PLAIN_PAGES: [&str; 7] = [
    "/",
    "/indicators",
    "/sources",
    "/data",
    "/data/columns",
    "/methods",
    "/accessibility",
];

/// Handles `/robots.txt`. Server functions answer only the site's own scripts. All other addresses are open: a crawler
/// must read a filtered list to see that it is not to be indexed.
pub async fn robots(Extension(canonical): Extension<CanonicalRequest>) -> String {
    let Origin(origin) = canonical.origin;
    format!("User-agent: *\nDisallow: /fn/\nSitemap: {origin}/sitemap.xml\n")
}

/// Handles `/sitemap.xml`: the addresses of the plain pages and of all zones, groups, indicators and sources, each in
/// both languages. Figures are left out: the pages of their zones link to them.
pub async fn sitemap(Extension(canonical): Extension<CanonicalRequest>) -> Result<Response, Error> {
    let Origin(origin) = &canonical.origin;
    let named = canonical.atlas.store.page_paths().await?;
    let paths = PLAIN_PAGES
        .into_iter()
        .chain(named.iter().map(String::as_str));
    let languages = [Locale::En, Locale::Zh];
    let sitemap = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" {
            @for path in paths {
                @let addresses = languages.map(|locale| (locale.tag(), [origin, &*locale.href(path)].concat()));
                @for (_, address) in &addresses {
                    url {
                        loc { (address) }
                        @for (tag, address) in &addresses {
                            xhtml:link rel="alternate" hreflang=(tag) href=(address) {}
                        }
                    }
                    (PreEscaped("\n"))
                }
            }
        }
    };
    let content_type = [(CONTENT_TYPE, "application/xml; charset=utf-8")];
    Ok((content_type, sitemap.into_string()).into_response())
}
