//! A running site and its responses.

use clap::Parser;
use reqwest::header::{HeaderMap, HeaderName, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use server::config::{Cli, Command, ServeOptions};
use server::http::Application;
use server::import::Target;
use server::store::{Found, Stored, find};
use std::ffi::OsString;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The Brotli level of test sites. It is the fastest one: only the tests of sizes depend on the level.
pub const FAST: u8 = 0;

/// The interval at which a test site checks its database file, in milliseconds.
const DATABASE_CHECK_MS: u64 = 20;

/// The timeout for background work of a site. The work takes milliseconds, unless the machine is busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// Writes assets with almost no content into a folder, and returns their path.
///
/// # Panics
/// If the folder cannot be written.
pub fn write_assets(folder: &Path) -> PathBuf {
    let assets = folder.join("site");
    fs::create_dir_all(assets.join("pkg")).unwrap();
    fs::create_dir_all(assets.join("fonts")).unwrap();
    fs::write(assets.join("pkg/atlas.css"), "body{}").unwrap();
    fs::write(assets.join("fonts/a.woff2"), "a font").unwrap();
    fs::write(assets.join("favicon.svg"), "<svg/>").unwrap();
    let manifest = r#"{"loader":"atlas","stylesheet":"atlas.css"}"#;
    fs::write(assets.join("manifest.json"), manifest).unwrap();
    assets
}

/// Returns the options of a site with the files of a folder: the database `atlas.db`, assets with almost no content,
/// and the reader's documents. `more` are options of the command line, such as `--max-connections=3`; each option is given
/// once at most.
///
/// # Panics
/// If the folder cannot be written, or an option is invalid.
pub fn options(folder: &Path, more: &[&str]) -> ServeOptions {
    let assets = write_assets(folder);
    let path = |name: &str| folder.join(name).into_os_string();
    let given: [OsString; 11] = [
        "zone-atlas".into(),
        "serve".into(),
        "--addr=127.0.0.1:0".into(),
        "--database".into(),
        path("atlas.db"),
        "--assets".into(),
        assets.into_os_string(),
        "--documents".into(),
        path("documents"),
        format!("--database-check-ms={DATABASE_CHECK_MS}").into(),
        format!("--brotli-level={FAST}").into(),
    ];
    let more = more.iter().map(OsString::from);
    match Cli::parse_from(given.into_iter().chain(more)).command {
        Command::Serve(options) => options,
        other => panic!("not `serve`: {other:?}"),
    }
}

/// Returns a database to write, with the fastest compression.
pub fn target(path: &Path) -> Target<'_> {
    Target {
        path,
        brotli_level: FAST,
        force: false,
    }
}

/// Returns which dataset a database contains.
///
/// # Panics
/// If there is no complete database.
pub async fn stored(database: &Path) -> Stored {
    match find(database).await.unwrap() {
        Found::Database(stored) => stored,
        other => panic!("no database: {other:?}"),
    }
}

/// A server that runs in this process.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    metrics: Option<SocketAddr>,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn start(folder: &Path, more: &[&str]) -> Self {
        let application = Application::build(&options(folder, more)).await.unwrap();
        let address = application.address().unwrap();
        let metrics = application.metrics_address().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(async move {
            // A dropped sender does not stop the server: a shared site has none.
            let stopped = async {
                if stopped.await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            application.run(stopped, std::future::pending()).await;
        });
        Self {
            address,
            metrics,
            stop,
            served,
        }
    }

    /// Waits until the server ends by itself.
    pub(crate) async fn end(self) {
        self.served.await.unwrap();
    }
}

/// A site that receives the requests of a test: a shared one or a separate one.
pub struct TestSite {
    address: SocketAddr,
    client: Client,
    folder: PathBuf,
    own: Option<(Running, TempDir)>,
}

/// A response with its complete body.
pub struct Response {
    /// The HTTP status.
    pub status: StatusCode,
    /// The body as text; invalid UTF-8 is replaced.
    pub text: String,
    /// The bytes of the body, as received.
    pub bytes: Vec<u8>,
    headers: HeaderMap,
}

impl TestSite {
    /// Starts a separate site with the files of a folder, which must contain a database.
    pub async fn over(folder: TempDir) -> Self {
        Self::with(folder, &[]).await
    }

    /// Starts a separate site with the files of a folder and more options; see [`options`].
    pub async fn with(folder: TempDir, more: &[&str]) -> Self {
        let running = Running::start(folder.path(), more).await;
        let mut site = Self::at(running.address, folder.path());
        site.own = Some((running, folder));
        site
    }

    /// Returns a site that is already running.
    pub(crate) fn at(address: SocketAddr, folder: &Path) -> Self {
        Self {
            address,
            // Each test has its own client, because the connections of a client end with the runtime that created them.
            client: Client::builder().redirect(Policy::none()).build().unwrap(),
            folder: folder.to_owned(),
            own: None,
        }
    }

    /// Returns the path of the database that is served.
    pub fn database(&self) -> PathBuf {
        self.folder.join("atlas.db")
    }

    /// Returns the folder with the files of the site.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Returns the address and port of the server.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Reads the metrics of a separate site.
    ///
    /// # Panics
    /// If the site is shared or has no metrics.
    pub async fn metrics(&self) -> String {
        let running = self.own.as_ref().map(|(running, _)| running);
        let address = running.and_then(|running| running.metrics).unwrap();
        let response = self
            .client
            .get(format!("http://{address}/metrics"))
            .send()
            .await;
        response
            .unwrap()
            .error_for_status()
            .unwrap()
            .text()
            .await
            .unwrap()
    }

    /// Requests a page. `path` is sent unchanged.
    pub async fn get(&self, path: &str) -> Response {
        self.get_with(path, &[]).await
    }

    /// Requests a page with request headers. `path` is sent unchanged.
    pub async fn get_with(&self, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        let mut request = self.client.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        Response::read(request.send().await.unwrap()).await
    }

    /// Requests a file that must exist, and returns its bytes.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}");
        response.bytes
    }

    /// Requests a page that must exist, and returns its HTML.
    pub async fn page(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}\n{}", response.text);
        response.text
    }

    /// Requests a page repeatedly, without a pause, until its response fulfils a condition. This is for background work
    /// that a site does after a test changed a file.
    ///
    /// # Panics
    /// If that takes more than half a minute.
    pub async fn get_until(&self, path: &str, wanted: impl Fn(&Response) -> bool) -> Response {
        let begun = Instant::now();
        loop {
            let response = self.get(path).await;
            if wanted(&response) {
                return response;
            }
            let status = response.status;
            assert!(
                begun.elapsed() < PATIENCE,
                "{path} stays as it is: {status}"
            );
        }
    }

    /// Requests a page that must be a permanent redirect, and returns its target.
    pub async fn redirect(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        response.header(LOCATION)
    }

    /// Stops a separate site and waits until it has stopped.
    ///
    /// # Panics
    /// If the site is shared.
    pub async fn stop(self) {
        let (running, _folder) = self.own.expect("a shared site is not stopped");
        running.stop.send(()).unwrap();
        running.served.await.unwrap();
    }
}

impl Response {
    async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = response.bytes().await.unwrap().to_vec();
        Self {
            status,
            headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    /// Returns the value of a header; empty if it is missing.
    pub fn header(&self, name: HeaderName) -> String {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
            .to_owned()
    }
}
