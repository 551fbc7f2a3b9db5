//! The HTTP server: routes, handlers, headers and the response cache.

mod cache;
mod charts;
mod data_files;
mod encoding;
mod file_response;
mod headers;
mod pages;
mod respond;
mod routes;
mod search_engines;
mod site;
mod static_files;
mod work;
mod zone_names;

use crate::config::ServeOptions;
use crate::documents::Documents;
use crate::error::Error;
use crate::import::import_if_older;
use crate::live::LiveAtlas;
use crate::picture::Pictures;
use any_spawner::Executor;
use app::LiveReload;
use axum::Router;
use axum::serve::ListenerExt;
use cache::ResponseCache;
use headers::Policies;
use site::{Site, SiteOrigins};
use static_files::StaticFiles;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::trace::TraceLayer;
use work::Workers;

/// The server, bound to its address and ready to run.
pub struct Application {
    listener: TcpListener,
    router: Router,
    atlas: Arc<LiveAtlas>,
    database_check: Duration,
}

impl Application {
    /// Imports the dataset if the database is missing or outdated, opens the database and binds the address.
    ///
    /// # Errors
    /// When the assets or the database cannot be read, or the address cannot be bound.
    pub async fn build(options: &ServeOptions) -> Result<Self, Error> {
        // Leptos spawns tasks on Tokio. In tests, a second application in the same process gets an error here, which is
        // harmless.
        let _ = Executor::init_tokio();
        let live_reload = options.live_reload_port.map(|port| LiveReload { port });
        let files = StaticFiles::find(options.assets.as_deref(), live_reload)?;
        let listener = TcpListener::bind(options.addr)
            .await
            .map_err(|source| Error::Listen {
                address: options.addr,
                source,
            })?;
        let address = listener.local_addr().map_err(Error::Serve)?;
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
        let site = Arc::new(Site {
            live: Arc::clone(&atlas),
            cache: ResponseCache::new(),
            workers: Workers::new(),
            pictures: Pictures::new(),
            assets: files.assets.clone(),
            options: files.leptos_options(),
            live_reload,
            policies: Policies::new(live_reload),
            addresses: SiteOrigins::new(options.origin.clone(), address),
        });
        let router = routes::router(&site, &files)
            .layer(CatchPanicLayer::new())
            .layer(TraceLayer::new_for_http());
        Ok(Self {
            listener,
            router,
            atlas,
            database_check: Duration::from_millis(options.database_check_ms),
        })
    }

    /// Returns the address that the server listens on, with the port that was chosen if the option was port 0.
    ///
    /// # Errors
    /// When the operating system does not return the address.
    pub fn address(&self) -> Result<SocketAddr, Error> {
        self.listener.local_addr().map_err(Error::Serve)
    }

    /// Serves requests until `stop` completes, then finishes the requests in progress.
    ///
    /// # Errors
    /// When the operating system stops the server.
    pub async fn run(self, stop: impl Future<Output = ()> + Send + 'static) -> Result<(), Error> {
        let atlas = Arc::clone(&self.atlas);
        let interval = self.database_check;
        let ticker = tokio::spawn(async move { atlas.watch_file(interval).await });
        // Nagle's algorithm together with delayed acknowledgements costs 40 ms per page.
        let listener = self.listener.tap_io(|stream| {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "cannot set TCP_NODELAY");
            }
        });
        let served = axum::serve(listener, self.router)
            .with_graceful_shutdown(stop)
            .await;
        ticker.abort();
        served.map_err(Error::Serve)
    }
}
