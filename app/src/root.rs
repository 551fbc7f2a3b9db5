//! The document, the routes, and the frame that all pages share. Only the server renders them.

use crate::components::layout::Layout;
use crate::locale::Locale;
use crate::pages::atlas::AtlasPage;
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
use leptos_meta::{MetaTags, provide_meta_context};
use leptos_router::any_nested_route::{AnyNestedRoute, IntoAnyNestedRoute};
use leptos_router::components::{Router, Routes};
use leptos_router::location::RequestUrl;
use leptos_router::{
    NestedRoute, ParamSegment, PossibleRouteMatch, SsrMode, StaticSegment, WildcardSegment,
};

/// The names of the files that each page names, below `/pkg`.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub stylesheet: String,
    /// The script that loads the Wasm when it is needed.
    pub loader: String,
}

/// Set while a developer works on the site: pages reload when `cargo xtask dev` tells them to.
#[derive(Debug, Clone, Copy)]
pub struct LiveReload {
    /// The port on which it tells them.
    pub port: u16,
}

/// The whole document round a page.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    // Only what is inside an island is hydrated. leptos' own `HydrationScripts` would say so; pages here have a loader of
    // their own.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    let locale = Locale::of_path(&request_path());
    let is_watched = use_context::<LiveReload>().is_some();
    let assets = use_context::<Assets>();
    let file = |name: fn(Assets) -> String| {
        let name = assets.clone().map(name).unwrap_or_default();
        format!("/pkg/{name}")
    };
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
                <link rel="preload" href="/fonts/source-serif-4.woff2" r#as="font" type="font/woff2" crossorigin="anonymous"/>
                <link rel="stylesheet" href=file(|assets| assets.stylesheet)/>
                <script type="module" src=file(|assets| assets.loader)></script>
                <AutoReload disable_watch=!is_watched options/>
                <MetaTags/>
            </head>
            <body>
                <App/>
            </body>
        </html>
    }
}

/// The path of the request, without host and query string.
fn request_path() -> String {
    let url = use_context::<RequestUrl>()
        .map(|url| url.as_ref().to_owned())
        .unwrap_or_default();
    path_of(&url).to_owned()
}

fn path_of(url: &str) -> &str {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    match url.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |start| &rest[start..]),
        None => url,
    }
}

/// The site.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
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

#[cfg(test)]
mod tests {
    use super::path_of;

    #[test]
    fn the_path_of_a_url_has_no_host_and_no_query() {
        for (url, path) in [
            ("http://localhost/zh/zones/x?q=/", "/zh/zones/x"),
            ("/zh?q=1", "/zh"),
            ("http://localhost", "/"),
        ] {
            assert_eq!(path_of(url), path, "{url}");
        }
    }
}
