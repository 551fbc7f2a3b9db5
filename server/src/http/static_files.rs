//! The files made by the build: scripts, Wasm, style sheet, fonts.

use super::headers::CachePolicy;
use super::respond::CacheRule;
use super::site::Site;
use crate::error::Error;
use app::{Assets, LiveReload};
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get_service};
use leptos::config::LeptosOptions;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tower_http::services::ServeDir;

/// The folder with the files of the build.
#[derive(Debug, Clone)]
pub struct StaticFiles {
    folder: PathBuf,
    live_reload: Option<LiveReload>,
    /// The names of the files that each page links to.
    pub assets: Assets,
}

/// `manifest.json`, which the build writes beside the files.
#[derive(Deserialize)]
struct Manifest {
    loader: String,
    stylesheet: String,
}

impl StaticFiles {
    /// Reads the manifest of `folder`, or of the folder `site` beside this program.
    ///
    /// # Errors
    /// When the folder does not exist or its manifest cannot be parsed.
    pub fn find(folder: Option<&Path>, live_reload: Option<LiveReload>) -> Result<Self, Error> {
        let folder = match folder {
            Some(folder) => folder.to_owned(),
            None => beside_program(),
        };
        let error = |source| Error::Assets {
            folder: folder.clone(),
            source,
        };
        let text = std::fs::read_to_string(folder.join("manifest.json")).map_err(error)?;
        let names: Manifest = serde_json::from_str(&text).map_err(|e| error(e.into()))?;
        Ok(Self {
            folder,
            live_reload,
            assets: Assets {
                loader: names.loader,
                stylesheet: names.stylesheet,
            },
        })
    }

    /// Returns the options of Leptos. Pages do not use them for file names; see [`Assets`].
    pub fn leptos_options(&self) -> LeptosOptions {
        let port = self
            .live_reload
            .map_or(0, |LiveReload { port }| port.into());
        LeptosOptions::builder()
            .output_name("zone-atlas")
            .site_root(self.folder.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .reload_port(port)
            .build()
    }

    /// Returns the handler that serves a file by its path, in the form that the build has compressed if there is one.
    pub fn service(&self) -> MethodRouter<Arc<Site>> {
        let files = ServeDir::new(&self.folder)
            .append_index_html_on_directories(false)
            .precompressed_br()
            .precompressed_gzip();
        get_service(files)
    }

    /// Returns how long clients may cache a file with a hash in its name. During development a changed style sheet
    /// keeps its name, so clients must revalidate.
    pub fn policy_of_hashed(&self) -> CachePolicy {
        match self.live_reload {
            Some(_) => CachePolicy::Revalidate,
            None => CachePolicy::Immutable,
        }
    }

    /// Returns which files the server caches in memory: none during development.
    pub fn keep(&self) -> CacheRule {
        match self.live_reload {
            Some(_) => CacheRule::Never,
            None => CacheRule::Plain,
        }
    }
}

fn beside_program() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let folder = program.parent().unwrap_or_else(|| Path::new("."));
    // Test programs are one folder deeper than the server program.
    let folder = if folder.ends_with("deps") {
        folder.parent().unwrap_or(folder)
    } else {
        folder
    };
    folder.join("site")
}

/// The address of the speculation rules, by which browsers prefetch the next page.
pub const SPECULATION_RULES: &str = "/speculation-rules.json";

/// Speculation rules: browsers prefetch a page when a visitor is about to follow its link. Files and server functions
/// are excluded.
const RULES: &str = r#"{"prefetch": [{
  "where": {"and": [
    {"href_matches": "/*"},
    {"not": {"href_matches": ["/pkg/*", "/fn/*", "/fonts/*", "/data/*", "/*.csv", "/*.json", "/*.svg", "/*.png", "/*/embed"]}},
    {"not": {"selector_matches": "[download], [data-noscroll]"}}
  ]},
  "eagerness": "moderate"
}]}"#;

/// Handles the request for the speculation rules.
pub async fn speculation_rules() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/speculationrules+json")], RULES)
}
