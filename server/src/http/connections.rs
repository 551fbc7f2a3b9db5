//! The connections of the server: how many there are, how long a client may take, and how they end.

use super::address_limit::{AddressLimit, Counted};
use super::metrics::{Metrics, OpenConnection};
use super::sending::{Deadlines, Pace, SentBody};
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use std::convert::Infallible;
use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

/// How often an HTTP/2 client is asked whether it is still there.
const PING_INTERVAL: Duration = Duration::from_secs(20);

/// The size of the buffer of a connection for what it sends, in bytes.
const SEND_BUFFER: usize = 64 << 10;

/// The pause after an error of the operating system, such as too many open files.
const PAUSE: Duration = Duration::from_millis(200);

/// The limits of connections.
#[derive(Debug, Clone, Copy)]
pub struct ConnectionLimits {
    /// The maximum number of connections. More wait in the queue of the operating system.
    pub connections: usize,
    /// The maximum number of requests at a time on one HTTP/2 connection.
    pub streams: u32,
    /// The time for the headers of a request, and for an idle connection.
    pub header: Duration,
    /// The time for a write to make progress.
    pub write: Duration,
    /// The time for a whole response.
    pub pace: Pace,
    /// The time for requests in progress when the server stops.
    pub drain: Duration,
}

/// The address of the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// A server of the routes of a router.
pub struct Server {
    /// The routes.
    pub router: Router,
    /// The limits of connections.
    pub limits: ConnectionLimits,
    /// The limit of connections per address.
    pub addresses: Arc<AddressLimit>,
    /// Counts the connections.
    pub metrics: Arc<Metrics>,
}

impl Server {
    /// Serves requests until `stop` completes. Then accepts no more connections, and waits for the requests in progress
    /// until `stop_now` completes, or for the time of `limits.drain` at most.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()>,
        stop_now: impl Future<Output = ()>,
    ) {
        let limits = self.limits;
        let builder = Arc::new(protocol(limits));
        let places = Arc::new(Semaphore::new(limits.connections));
        let graceful = GracefulShutdown::new();
        // Dropping the set ends the connections that are left.
        let mut connections = JoinSet::new();
        let mut stop = pin!(stop);
        loop {
            let (stream, peer, place) = tokio::select! {
                accepted = accept(&listener, &places) => accepted,
                () = &mut stop => break,
            };
            let Some(counted) = self.addresses.count(peer.ip()) else {
                tracing::warn!(
                    "closed a connection of an address that has too many. If it is a proxy, name it with --trust-proxy"
                );
                continue;
            };
            let connection = Connection {
                builder: Arc::clone(&builder),
                router: self.router.clone(),
                limits,
                watcher: graceful.watcher(),
                _held: (place, counted, self.metrics.connection()),
            };
            connections.spawn(connection.run(stream, peer));
            // Removes the results of connections that have ended.
            while connections.try_join_next().is_some() {}
        }
        drop(listener);
        tokio::select! {
            () = graceful.shutdown() => {}
            () = tokio::time::sleep(limits.drain) => {
                tracing::warn!("closing the connections that are still open");
            }
            () = stop_now => tracing::warn!("stopping at once"),
        }
    }
}

/// An accepted connection.
struct Connection {
    builder: Arc<Builder<TokioExecutor>>,
    router: Router,
    limits: ConnectionLimits,
    /// Ends the connection after its requests in progress when the server stops.
    watcher: Watcher,
    /// What is counted until the connection ends.
    _held: (OwnedSemaphorePermit, Counted, OpenConnection),
}

impl Connection {
    /// Answers the requests of a client until it leaves, or until it misses a deadline.
    async fn run(self, stream: TcpStream, peer: SocketAddr) {
        // Nagle's algorithm together with delayed acknowledgements costs 40 ms per page.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "cannot set TCP_NODELAY");
        }
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(self.limits.write));
        let deadlines = Deadlines::default();
        // A client that sends nothing, or half of an HTTP/2 preface, is in no timeout of the protocol yet.
        let first = Mutex::new(Some(deadlines.add(self.limits.header)));
        let pace = self.limits.pace;
        let service = service_fn(|mut request: Request<Incoming>| {
            drop(first.lock().unwrap_or_else(PoisonError::into_inner).take());
            request.extensions_mut().insert(Peer(peer));
            let response = self.router.clone().oneshot(request.map(Body::new));
            let deadlines = deadlines.clone();
            async move {
                let Ok(response) = response.await;
                Ok::<_, Infallible>(SentBody::of(response, &deadlines, pace))
            }
        });
        let stream = TokioIo::new(Box::pin(stream));
        let connection = self.builder.serve_connection(stream, service);
        tokio::select! {
            ended = self.watcher.watch(connection) => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended with an error");
                }
            }
            () = deadlines.missed() => tracing::debug!(%peer, "closed a connection that missed a deadline"),
        }
    }
}

fn protocol(limits: ConnectionLimits) -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header)
        .max_buf_size(SEND_BUFFER);
    builder
        .http2()
        .timer(TokioTimer::new())
        .keep_alive_interval(PING_INTERVAL)
        .keep_alive_timeout(limits.header)
        .max_concurrent_streams(limits.streams)
        .max_send_buf_size(SEND_BUFFER)
        .max_header_list_size(16 << 10);
    builder
}

/// Waits for a place, and then for a client.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        // It fails only if the semaphore is closed, which never happens.
        let Ok(place) = Arc::clone(places).acquire_owned().await else {
            std::future::pending::<()>().await;
            continue;
        };
        match listener.accept().await {
            Ok((stream, peer)) => return (stream, peer, place),
            Err(error) if is_of_client(&error) => {}
            Err(error) => {
                tracing::warn!(%error, "cannot accept a connection");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// True if a client closed its connection before it was accepted.
fn is_of_client(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset
    )
}
