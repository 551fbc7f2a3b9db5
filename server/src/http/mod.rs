//! The HTTP server: routes, handlers, headers and the response cache.

mod access_log;
mod address_limit;
mod cache;
mod charts;
mod client;
mod connections;
mod data_files;
mod encoding;
mod file_response;
mod headers;
mod metrics;
mod pages;
mod rate_limit;
mod respond;
mod routes;
mod search_engines;
mod security_txt;
mod sending;
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
use access_log::{RequestIds, log_access};
use address_limit::AddressLimit;
use any_spawner::Executor;
use app::LiveReload;
use axum::middleware;
use cache::ResponseCache;
pub use client::ProxyNetwork;
use client::TrustedProxies;
pub use connections::ConnectionLimits;
use connections::Server;
use headers::Policies;
use metrics::{Metrics, serve_metrics};
use rate_limit::RateLimit;
pub use security_txt::SecurityContact;
pub use sending::Pace;
use site::{Site, SiteOrigins};
use static_files::StaticFiles;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tower_http::catch_panic::CatchPanicLayer;
use work::Workers;

/// The number of files that a process may open on most systems.
const USUAL_OPEN_FILES: u64 = 1024;

/// The server, bound to its address and ready to run.
pub struct Application {
    listener: TcpListener,
    server: Server,
    site: Arc<Site>,
    database_check: Duration,
    /// Where the metrics are read; `None` if nobody reads them.
    metrics: Option<TcpListener>,
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
        let listener = listen(options.addr).await?;
        let (metrics, collected) = match options.metrics_addr {
            Some(address) => (Some(listen(address).await?), Metrics::collecting()?),
            None => (None, Metrics::default()),
        };
        let address = listener.local_addr().map_err(Error::Serve)?;
        let target = options.database.target();
        import_if_older(target).await?;
        let documents = Documents::of(&options.documents);
        let live = LiveAtlas::open(target.path, documents, target.brotli_level).await?;
        let site = Arc::new(Site {
            live: Arc::new(live),
            cache: ResponseCache::new(),
            workers: Workers::new(),
            pictures: Pictures::new(),
            assets: files.assets.clone(),
            options: files.leptos_options(),
            live_reload,
            policies: Policies::new(live_reload, options.hsts),
            addresses: SiteOrigins::new(options.origin.clone(), address),
            security_contact: options.security_contact.clone(),
            request_ids: RequestIds::new(),
            rate_limit: RateLimit::new(options.limits.rate_limit),
            request_timeout: options.limits.for_request(),
            metrics: Arc::new(collected),
        });
        let proxies = Arc::new(TrustedProxies::new(options.trust_proxy.clone()));
        let most = usize::from(options.limits.max_connections_per_address.get());
        let addresses = AddressLimit::new(most, Arc::clone(&proxies));
        let state = (Arc::clone(&site), proxies);
        let router = routes::router(&site, &files)
            .layer(CatchPanicLayer::new())
            .layer(middleware::from_fn_with_state(state, log_access));
        Ok(Self {
            listener,
            server: Server {
                router,
                limits: options.limits.connections(open_files()),
                addresses,
                metrics: Arc::clone(&site.metrics),
            },
            site,
            database_check: Duration::from_millis(options.database_check_ms),
            metrics,
        })
    }

    /// Returns the address that the server listens on, with the port that was chosen if the option was port 0.
    ///
    /// # Errors
    /// When the operating system does not return the address.
    pub fn address(&self) -> Result<SocketAddr, Error> {
        self.listener.local_addr().map_err(Error::Serve)
    }

    /// Returns the address of the metrics; `None` if they are switched off.
    ///
    /// # Errors
    /// When the operating system does not return the address.
    pub fn metrics_address(&self) -> Result<Option<SocketAddr>, Error> {
        let address = self.metrics.as_ref().map(TcpListener::local_addr);
        address.transpose().map_err(Error::Serve)
    }

    /// Serves requests until `stop` completes, then finishes the requests in progress. When `stop_now` completes, or
    /// after the time of `--drain-timeout`, the remaining connections are closed.
    pub async fn run(self, stop: impl Future<Output = ()>, stop_now: impl Future<Output = ()>) {
        let mut background = JoinSet::new();
        let (site, interval) = (Arc::clone(&self.site), self.database_check);
        background.spawn(async move { site.live.watch_file(interval).await });
        let site = Arc::clone(&self.site);
        background.spawn(async move { site.rate_limit.forget_old().await });
        if let Some(listener) = self.metrics {
            let metrics = Arc::clone(&self.site.metrics);
            background.spawn(async move { metrics.count_times().await });
            background.spawn(serve_metrics(listener, self.site, self.server.limits));
        }
        self.server.serve(self.listener, stop, stop_now).await;
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Error> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|source| Error::Listen { address, source })
}

/// Raises the number of files that the process may open to what the system allows, and returns it.
fn open_files() -> u64 {
    rlimit::increase_nofile_limit(u64::MAX).unwrap_or_else(|error| {
        tracing::warn!(%error, "cannot read the limit of open files");
        USUAL_OPEN_FILES
    })
}
