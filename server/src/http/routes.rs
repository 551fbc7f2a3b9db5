//! All routes of the site, each with its handler and its rules.

use super::charts;
use super::data_files;
use super::headers::CachePolicy;
use super::pages::{named_page, page, server_function};
use super::respond::{CacheRule, CanonicalRequest, Parameters, Responder, Rules, respond};
use super::search_engines;
use super::security_txt::security_txt;
use super::site::Site;
use super::static_files::{SPECULATION_RULES, StaticFiles, speculation_rules};
use super::work::WorkClass;
use super::zone_names::redirect_other_names;
use crate::error::Error;
use app::Page;
use app::locale::Locale;
use axum::extract::Extension;
use axum::routing::{MethodRouter, get};
use axum::{Router, middleware};
use std::sync::Arc;

/// The parameters of pages with charts: display options, and the reader's choice among competing figures.
const CHARTS: Parameters = Parameters::Named(&[
    "form", "values", "base", "currency", "scale", "panels", "charts", "hide", "with", "pick",
]);

/// The parameters of pages and files that compare zones.
const COMPARISON: Parameters = Parameters::Named(&[
    "zones",
    "from",
    "indicator",
    "form",
    "values",
    "base",
    "currency",
    "scale",
    "panels",
    "charts",
    "hide",
    "with",
]);

const NO_PARAMETERS: Parameters = Parameters::Named(&[]);

/// The rules of pages and files made from the data.
const DATA: Rules = Rules {
    policy: CachePolicy::Revalidate,
    parameters: NO_PARAMETERS,
    keep: CacheRule::Plain,
    work: WorkClass::Page,
};

/// The rules of the files made by the build.
const FILE: Rules = Rules {
    policy: CachePolicy::Day,
    parameters: NO_PARAMETERS,
    keep: CacheRule::Plain,
    work: WorkClass::Light,
};

struct Route {
    /// The path, without language prefix.
    path: &'static str,
    rules: Rules,
    handler: MethodRouter<Arc<Site>>,
    /// True if the path exists in each language.
    is_in_languages: bool,
}

/// Creates the route of a page or a data file: one path per language.
fn data(path: &'static str, rules: Rules, handler: MethodRouter<Arc<Site>>) -> Route {
    Route {
        path,
        rules,
        handler,
        is_in_languages: true,
    }
}

/// Creates the route of a file of the build or of an address for programs: one path.
fn file(path: &'static str, rules: Rules, handler: MethodRouter<Arc<Site>>) -> Route {
    Route {
        is_in_languages: false,
        ..data(path, rules, handler)
    }
}

/// Lets other names of a zone lead to the address with its slug.
fn of_zone(handler: MethodRouter<Arc<Site>>) -> MethodRouter<Arc<Site>> {
    handler.layer(middleware::from_fn(redirect_other_names))
}

/// Returns all routes. A page and its data files (the same address with an ending) share one route, because the router
/// allows no ending after a parameter.
#[rustfmt::skip]
fn routes(build: &StaticFiles) -> Vec<Route> {
    let charts = Rules { parameters: CHARTS, ..DATA };
    let comparison = Rules { parameters: COMPARISON, keep: CacheRule::Never, ..DATA };
    let zones = Rules { parameters: Parameters::Filter, keep: CacheRule::Filter, ..DATA };
    let figure = Rules { parameters: Parameters::Named(&["pick"]), keep: CacheRule::PlainWithDocuments, ..DATA };
    let ranking = Rules { parameters: Parameters::Named(&["page", "province", "kind", "scale"]), ..DATA };
    let function = Rules { parameters: Parameters::Any, keep: CacheRule::Never, ..DATA };
    let built = Rules { keep: build.keep(), ..FILE };
    let hashed = Rules { policy: build.policy_of_hashed(), ..built };
    let sitemap = Rules { work: WorkClass::Heavy, ..DATA };
    let index = Rules { policy: CachePolicy::Immutable, ..FILE };
    let alive = Rules { policy: CachePolicy::Never, keep: CacheRule::Never, ..FILE };
    vec![
        data("/", zones, page(Page::Atlas)),
        data("/zones/{name}", charts, of_zone(get(data_files::zone))),
        data("/zones/{name}/{file}", charts, of_zone(get(charts::of_zone))),
        data("/zones/{name}/{chart}/embed", charts, of_zone(get(charts::zone_embedded))),
        data("/groups/{name}", charts, get(data_files::group)),
        data("/groups/{name}/{file}", charts, get(charts::of_group)),
        data("/groups/{name}/{chart}/embed", charts, get(charts::group_embedded)),
        data("/compare", comparison, page(Page::Compare)),
        data("/compare/{file}", comparison, get(charts::of_comparison)),
        data("/compare/{chart}/embed", comparison, get(charts::comparison_embedded)),
        data("/figures/{name}", figure, get(data_files::figure)),
        data("/indicators", DATA, page(Page::Indicators)),
        data("/indicators/{name}", ranking, get(data_files::indicator)),
        data("/indicators/{name}/{file}", DATA, get(data_files::of_indicator)),
        data("/sources", DATA, page(Page::Sources)),
        data("/sources/{name}", DATA, named_page(Page::Source)),
        data("/methods", DATA, page(Page::Methods)),
        data("/accessibility", DATA, page(Page::Accessibility)),
        data("/print", zones, page(Page::PrintedList)),
        data("/data", DATA, page(Page::Data)),
        data("/data/columns", DATA, page(Page::Columns)),
        data("/data/{file}", zones, get(data_files::dataset)),
        file("/data/index/{file}", index, get(data_files::index)),
        file("/fn/{name}", function, get(server_function)),
        file("/pkg/{*file}", hashed, build.service()),
        file("/fonts/{*file}", built, build.service()),
        file("/favicon.svg", built, build.service()),
        file("/robots.txt", FILE, get(search_engines::robots)),
        file("/sitemap.xml", sitemap, get(search_engines::sitemap)),
        file("/.well-known/security.txt", alive, get(security_txt)),
        file(SPECULATION_RULES, built, get(speculation_rules)),
        file("/healthz", alive, get(|| std::future::ready("ok"))),
        file("/readyz", alive, get(ready)),
    ]
}

/// Answers whether the database can be read. A balancer sends no visitors to a server that is not ready.
async fn ready(Extension(canonical): Extension<CanonicalRequest>) -> Result<&'static str, Error> {
    canonical.atlas.store.answers().await?;
    Ok("ready")
}

/// Builds the router. An address without a route leads to the "not found" page.
pub fn router(site: &Arc<Site>, build: &StaticFiles) -> Router {
    let mut router = Router::new();
    for route in routes(build) {
        let handler = with_middleware(site, route.rules, route.handler);
        if route.is_in_languages {
            let path = Locale::Zh.href(route.path);
            router = router.route(&path, handler.clone());
        }
        router = router.route(route.path, handler);
    }
    let missing = Rules {
        parameters: Parameters::Any,
        keep: CacheRule::Never,
        ..DATA
    };
    let missing = with_middleware(site, missing, get(data_files::missing));
    router
        .fallback_service(missing.with_state(Arc::clone(site)))
        .with_state(Arc::clone(site))
}

/// Wraps a handler in the [`respond`] middleware.
fn with_middleware(
    site: &Arc<Site>,
    rules: Rules,
    handler: MethodRouter<Arc<Site>>,
) -> MethodRouter<Arc<Site>> {
    let responder = Responder {
        site: Arc::clone(site),
        rules,
    };
    handler.layer(middleware::from_fn_with_state(responder, respond))
}
