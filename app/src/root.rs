//! The document, the router, and the frame that all pages share.

use crate::components::layout::Layout;
use crate::components::place::Places;
use crate::components::progress::{Busy, ProgressBar};
use crate::locale::Locale;
use crate::pages::atlas::{AtlasPage, LocalIndex};
use crate::pages::compare::ComparePage;
use crate::pages::data::DataPage;
use crate::pages::figure::FigurePage;
use crate::pages::group::GroupPage;
use crate::pages::indicator::IndicatorPage;
use crate::pages::methods::MethodsPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::source::SourcePage;
use crate::pages::sources::SourcesPage;
use crate::pages::zone::ZonePage;
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute};
use leptos_router::components::{Router, Routes};
use leptos_router::{
    NestedRoute, ParamSegment, PossibleRouteMatch, SsrMode, StaticSegment, WildcardSegment,
};

/// Where the browser finds its half of the site.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone)]
pub struct Assets {
    /// The file name of the style sheet, below `/pkg`.
    pub stylesheet: String,
}

/// Set while a developer works on the site: pages reload when `cargo xtask dev` tells them to.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone, Copy)]
pub struct LiveReload {
    /// The port on which it tells them.
    pub port: u16,
}

/// The whole document round a page.
#[cfg(feature = "ssr")]
pub fn shell(options: LeptosOptions) -> impl IntoView {
    use leptos_meta::MetaTags;
    use leptos_router::location::RequestUrl;

    let path = use_context::<RequestUrl>()
        .map(|url| url.as_ref().to_owned())
        .unwrap_or_default();
    let path = path.split(['?', '#']).next().unwrap_or_default().to_owned();
    let path = path.split_once("://").map_or(path.clone(), |(_, rest)| {
        rest.find('/')
            .map_or_else(|| "/".to_owned(), |start| rest[start..].to_owned())
    });
    let locale = Locale::of_path(&path);
    let live_reload = use_context::<LiveReload>();
    secure_scripts(live_reload);
    let stylesheet = use_context::<Assets>()
        .map(|assets| assets.stylesheet)
        .unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=locale.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f2ea"/>
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181c"/>
                <link rel="icon" href="/favicon.svg" type="image/svg+xml"/>
                <link rel="preload" href="/fonts/source-sans-3.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=format!("/pkg/{stylesheet}")/>
                <AutoReload disable_watch=live_reload.is_none() options=options.clone()/>
                <HydrationScripts options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// Lets the browser run only what this answer itself brought: our files, and inline scripts that
/// carry the number drawn for this answer.
#[cfg(feature = "ssr")]
fn secure_scripts(live_reload: Option<LiveReload>) {
    use leptos::nonce::use_nonce;

    let response = use_context::<leptos_axum::ResponseOptions>();
    if let (Some(nonce), Some(response)) = (use_nonce(), response) {
        let live_reload = live_reload
            .map(|LiveReload { port }| format!(" ws://*:{port}"))
            .unwrap_or_default();
        let policy = format!(
            "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data:; font-src 'self'; connect-src 'self'{live_reload}; form-action 'self'; base-uri 'none'; \
             frame-ancestors 'none'"
        );
        if let Ok(policy) = http::HeaderValue::from_str(&policy) {
            response.insert_header(http::header::CONTENT_SECURITY_POLICY, policy);
        }
    }
}

/// The site.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    let busy = Busy::provide();
    Places::provide();
    LocalIndex::provide();
    view! {
        <Router set_is_routing=busy.routing()>
            <ProgressBar/>
            // Chinese first: the English segment is empty and would match everything.
            <Routes fallback=|| ()>
                <LocaleRoutes locale=Locale::Zh/>
                <LocaleRoutes locale=Locale::En/>
            </Routes>
        </Router>
    }
}

/// The pages of one language.
///
/// Each route is one erased type: a router that knew them all by their types would name every page in
/// each of its functions, which made the server's program 1.5 GB of names in development.
#[component(transparent)]
fn LocaleRoutes(locale: Locale) -> AnyNestedRoute {
    let pages = (
        page(StaticSegment(""), AtlasPage),
        page(StaticSegment("compare"), ComparePage),
        page((StaticSegment("zones"), ParamSegment("slug")), ZonePage),
        page((StaticSegment("groups"), ParamSegment("id")), GroupPage),
        page((StaticSegment("figures"), ParamSegment("id")), FigurePage),
        page(
            (StaticSegment("indicators"), ParamSegment("id")),
            IndicatorPage,
        ),
        page(StaticSegment("sources"), SourcesPage),
        page((StaticSegment("sources"), ParamSegment("id")), SourcePage),
        page(StaticSegment("data"), DataPage),
        page(StaticSegment("methods"), MethodsPage),
        page(WildcardSegment("rest"), NotFoundPage),
    );
    NestedRoute::new(StaticSegment(locale.segment()), move || {
        view! { <Layout locale/> }.into_any()
    })
    .ssr_mode(SsrMode::Async)
    .child(pages)
    .into_any_nested_route()
}

/// A page at an address, whole in the server's answer.
fn page<S, V>(address: S, view: fn() -> V) -> AnyNestedRoute
where
    S: PossibleRouteMatch + Clone + Send + std::fmt::Debug + 'static,
    V: IntoView + 'static,
{
    NestedRoute::new(address, move || view().into_any())
        .ssr_mode(SsrMode::Async)
        .into_any_nested_route()
}
