//! The site over HTTP.

mod assets;
mod charts;
mod exports;
mod headers;
mod index_files;
mod redirects;

pub use assets::Manifest;

use crate::config::ServeOptions;
use crate::documents::Documents;
use crate::error::Error;
use crate::import::import_if_older;
use crate::live::{LiveAtlas, OpenAtlas};
use app::atlas::{Origin, SharedAtlas};
use app::{App, LiveReload, shell};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::get;
use axum::serve::ListenerExt;
use charts::Charts;
use headers::{CachePolicy, Policies};
use leptos::nonce::Nonce;
use leptos::prelude::{provide_context, take_context};
use leptos_axum::{LeptosRoutes, generate_route_list};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::trace::TraceLayer;

/// The server, bound to its address and ready to run.
pub struct Application {
    listener: TcpListener,
    router: Router,
    atlas: Arc<LiveAtlas>,
    database_check: Duration,
}

impl Application {
    /// Imports the dataset where needed, opens the database and binds the address.
    ///
    /// # Errors
    /// When the assets, the database or the address cannot be had.
    pub async fn build(options: &ServeOptions) -> Result<Self, Error> {
        let manifest = Manifest::find(options.assets.as_deref())?;
        let listener = TcpListener::bind(options.addr)
            .await
            .map_err(|source| Error::Listen {
                address: options.addr,
                source,
            })?;
        import_if_older(&options.database, options.compression.brotli_level).await?;
        let documents = Documents::of(&options.documents);
        let atlas = Arc::new(
            LiveAtlas::open(
                &options.database,
                documents,
                options.compression.brotli_level,
            )
            .await?,
        );
        let live_reload = options.live_reload_port.map(|port| LiveReload { port });
        Ok(Self {
            listener,
            router: router(
                manifest,
                Arc::clone(&atlas),
                options.origin.clone(),
                live_reload,
            ),
            atlas,
            database_check: Duration::from_millis(options.database_check_ms),
        })
    }

    /// The address it listens on, with the port that was free.
    ///
    /// # Errors
    /// When the system does not tell.
    pub fn address(&self) -> Result<SocketAddr, Error> {
        self.listener.local_addr().map_err(Error::Serve)
    }

    /// Serves until `stop` comes, then finishes the requests under way.
    ///
    /// # Errors
    /// When the system ends it.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), Error> {
        let atlas = Arc::clone(&self.atlas);
        let interval = self.database_check;
        let patrol = tokio::spawn(async move { atlas.keep_current(interval).await });
        // Nagle's algorithm against delayed acknowledgements costs 40 ms a page.
        let listener = self.listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "cannot set TCP_NODELAY");
            }
        });
        let served = axum::serve(listener, self.router)
            .with_graceful_shutdown(stop)
            .await;
        patrol.abort();
        served.map_err(Error::Serve)
    }
}

fn router(
    manifest: Manifest,
    atlas: Arc<LiveAtlas>,
    origin: Option<Origin>,
    live_reload: Option<LiveReload>,
) -> Router {
    let options = manifest.leptos_options(live_reload);
    let assets = manifest.assets.clone();
    let charts = Arc::new(Charts::new(assets.stylesheet.clone(), origin.clone()));
    let policies = Policies::new(live_reload);
    let context = move || {
        // leptos_axum draws a number for each answer to allow its inline scripts by. Ours are allowed by hash, so
        // that two answers are the same bytes.
        drop(take_context::<Nonce>());
        provide_context(assets.clone());
        if let Some(live_reload) = live_reload {
            provide_context(live_reload);
        }
        if let Some(origin) = &origin {
            provide_context(origin.clone());
        }
    };
    let pages = Router::new()
        .leptos_routes_with_context(&options, generate_route_list(App), context, {
            let options = options.clone();
            move || shell(options.clone())
        })
        .layer(middleware::from_fn_with_state(charts, exports::export))
        .layer(middleware::from_fn(redirects::redirect))
        .layer(middleware::map_response(CachePolicy::Revalidate.layer()))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(index_files::index_file))
        .layer(middleware::from_fn_with_state(atlas, attach))
        .with_state(options);
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .merge(assets::router(&manifest, live_reload))
        .merge(pages)
        .layer(middleware::map_response(move |response| {
            std::future::ready(policies.secure(response))
        }))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http())
}

/// Attaches the atlas of this moment to a request, so that everything in its response is of one dataset.
async fn attach(State(live): State<Arc<LiveAtlas>>, mut request: Request, next: Next) -> Response {
    let atlas = live.current();
    let shared: SharedAtlas = Arc::<OpenAtlas>::clone(&atlas);
    request.extensions_mut().insert(shared);
    request.extensions_mut().insert(atlas);
    next.run(request).await
}
