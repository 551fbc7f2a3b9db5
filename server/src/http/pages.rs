//! Handlers for pages and server functions, which Leptos renders.

use super::respond::CanonicalRequest;
use super::site::Site;
use app::atlas::RequestReference;
use app::{Page, PageRequest, shell};
use axum::extract::{Extension, FromRequestParts, Path, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, take_context};
use leptos_axum::{handle_server_fns_with_context, render_app_async_with_context};
use std::convert::Infallible;
use std::sync::Arc;

/// The name in the address of a page or file. If it is not valid UTF-8, it is the replacement character, which matches
/// nothing.
pub struct Name(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let name = Path::<String>::from_request_parts(parts, state).await;
        let no_text = || char::REPLACEMENT_CHARACTER.to_string();
        Ok(Self(name.map_or_else(|_| no_text(), |Path(name)| name)))
    }
}

/// Returns the handler of a page.
pub fn page(page: Page) -> MethodRouter<Arc<Site>> {
    get(
        move |State(site): State<Arc<Site>>,
              Extension(canonical): Extension<CanonicalRequest>,
              request: Request| { render(site, canonical, page, request) },
    )
}

/// Returns the handler of a page whose address contains a name.
pub fn named_page(page: fn(String) -> Page) -> MethodRouter<Arc<Site>> {
    get(
        move |State(site): State<Arc<Site>>,
              Extension(canonical): Extension<CanonicalRequest>,
              Name(name): Name,
              request: Request| render(site, canonical, page(name), request),
    )
}

/// Renders a page as a complete HTML document.
pub async fn render(
    site: Arc<Site>,
    canonical: CanonicalRequest,
    page: Page,
    request: Request,
) -> Response {
    let is_filtered = page.is_list() && !canonical.query.is_empty();
    let page = PageRequest {
        locale: canonical.locale,
        path: canonical.path.clone(),
        query: canonical.query.clone(),
        page,
    };
    let options = site.options.clone();
    let render = render_app_async_with_context(
        move || context(&site, &canonical),
        move || shell(options.clone(), page.clone()),
    );
    let mut response = render(request).await;
    if is_filtered {
        // There are far more filters than a search engine should read. It may follow the links to zones.
        let robots = HeaderName::from_static("x-robots-tag");
        let rule = HeaderValue::from_static("noindex");
        response.headers_mut().insert(robots, rule);
    }
    response
}

/// Handles a call of a server function.
pub async fn server_function(
    State(site): State<Arc<Site>>,
    Extension(canonical): Extension<CanonicalRequest>,
    request: Request,
) -> Response {
    let context = move || context(&site, &canonical);
    handle_server_fns_with_context(context, request)
        .await
        .into_response()
}

/// Provides the values that pages and server functions read from their Leptos context.
fn context(site: &Site, canonical: &CanonicalRequest) {
    // leptos_axum creates a random nonce for each response. Our inline scripts are allowed by hash, and without a nonce
    // two responses have the same bytes.
    drop(take_context::<Nonce>());
    provide_context(canonical.origin.clone());
    provide_context(RequestReference(Arc::clone(&canonical.id.0)));
    provide_context(site.assets.clone());
    if let Some(live_reload) = site.live_reload {
        provide_context(live_reload);
    }
}
