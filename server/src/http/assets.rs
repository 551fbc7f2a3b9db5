//! The browser's half: files with their hash in their name, which never change.

use super::headers::{CachePolicy, SPECULATION_RULES};
use crate::error::Error;
use app::{Assets, LiveReload};
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::middleware;
use axum::response::IntoResponse;
use axum::routing::get;
use leptos::config::LeptosOptions;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use tower_http::services::{ServeDir, ServeFile};

/// The folder with the browser's half, and the names of the files in it.
#[derive(Debug, Clone)]
pub struct Manifest {
    folder: PathBuf,
    /// The files that each page names.
    pub assets: Assets,
}

/// What the build writes beside the files.
#[derive(Deserialize)]
struct Names {
    loader: String,
    stylesheet: String,
}

impl Manifest {
    /// Reads the folder given, or the folder `site` beside this program.
    ///
    /// # Errors
    /// When it is not there or not of this build.
    pub fn find(folder: Option<&Path>) -> Result<Self, Error> {
        let folder = match folder {
            Some(folder) => folder.to_owned(),
            None => beside_program(),
        };
        let error = |source| Error::Assets {
            folder: folder.clone(),
            source,
        };
        let text = std::fs::read_to_string(folder.join("manifest.json")).map_err(error)?;
        let names: Names = serde_json::from_str(&text).map_err(|e| error(e.into()))?;
        Ok(Self {
            folder,
            assets: Assets {
                loader: names.loader,
                stylesheet: names.stylesheet,
            },
        })
    }

    /// What leptos needs to know of the site; pages name its files by themselves.
    pub fn leptos_options(&self, live_reload: Option<LiveReload>) -> LeptosOptions {
        LeptosOptions::builder()
            .output_name("zone-atlas")
            .site_root(self.folder.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .reload_port(live_reload.map_or(0, |LiveReload { port }| port.into()))
            .build()
    }
}

fn beside_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let folder = program.parent().unwrap_or_else(|| Path::new("."));
    // Test programs lie one folder deeper than the program itself.
    let folder = if folder.ends_with("deps") {
        folder.parent().unwrap_or(folder)
    } else {
        folder
    };
    folder.join("site")
}

/// The routes of the files. With live reload a changed style sheet keeps its name, so that the hashed files must not
/// be cached.
pub fn router(manifest: &Manifest, live_reload: Option<LiveReload>) -> Router {
    let file = |name: &str| ServeFile::new(manifest.folder.join(name));
    let folder = |name: &str| {
        ServeDir::new(manifest.folder.join(name))
            .precompressed_br()
            .precompressed_gzip()
    };
    let policy = match live_reload {
        Some(_) => CachePolicy::Revalidate,
        None => CachePolicy::Immutable,
    };
    let hashed = Router::new()
        .nest_service("/pkg", folder("pkg"))
        .layer(middleware::map_response(policy.layer()));
    let named = Router::new()
        .nest_service("/fonts", folder("fonts"))
        .route_service("/favicon.svg", file("favicon.svg"))
        .route_service("/robots.txt", file("robots.txt"))
        .route(SPECULATION_RULES, get(speculation_rules))
        .layer(middleware::map_response(CachePolicy::Day.layer()));
    hashed.merge(named)
}

/// Lets browsers fetch a page when a visitor is about to follow its link. Only pages: no files, no answers of
/// server functions.
const RULES: &str = r#"{"prefetch": [{
  "where": {"and": [
    {"href_matches": "/*"},
    {"not": {"href_matches": ["/pkg/*", "/fn/*", "/fonts/*", "/data/*", "/*.csv", "/*.json", "/*.svg", "/*.png", "/*/embed"]}},
    {"not": {"selector_matches": "[download], [data-noscroll]"}}
  ]},
  "eagerness": "moderate"
}]}"#;

async fn speculation_rules() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/speculationrules+json")], RULES)
}
