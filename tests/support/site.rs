//! A running site and its responses.

use reqwest::header::{HeaderMap, HeaderName, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use server::config::{Compression, ServeOptions};
use server::http::Application;
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Compression that takes no time: no test but one of sizes looks at how small a file becomes.
pub const FAST: u8 = 0;

/// How often a site of a test checks its database file, in milliseconds.
const DATABASE_CHECK_MS: u64 = 20;

/// How long a test waits for what a site does by itself: it takes milliseconds, unless the machine is busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// The options of a site over the files of a folder: the database `atlas.db`, assets that are nothing but names, and the
/// reader's documents.
///
/// # Panics
/// When the folder cannot be written.
pub fn options(folder: &Path) -> ServeOptions {
    let assets = folder.join("site");
    fs::create_dir_all(assets.join("pkg")).unwrap();
    fs::write(assets.join("pkg/atlas.css"), "body{}").unwrap();
    let manifest = r#"{"loader":"atlas","stylesheet":"atlas.css"}"#;
    fs::write(assets.join("manifest.json"), manifest).unwrap();
    ServeOptions {
        addr: "127.0.0.1:0".parse().unwrap(),
        database: folder.join("atlas.db"),
        assets: Some(assets),
        documents: folder.join("documents"),
        origin: None,
        database_check_ms: DATABASE_CHECK_MS,
        compression: Compression { brotli_level: FAST },
        live_reload_port: None,
    }
}

/// A server that runs in this process.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Running {
    pub(crate) async fn start(folder: &Path) -> Self {
        let application = Application::build(&options(folder)).await.unwrap();
        let address = application.address().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(async move {
            // A dropped sender is no signal to stop: a shared site has no one to send it.
            let stopped = async {
                if stopped.await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            application.run(stopped).await.unwrap();
        });
        Self {
            address,
            stop,
            served,
        }
    }

    /// Waits until it ends by itself.
    pub(crate) async fn end(self) {
        self.served.await.unwrap();
    }
}

/// A site to send requests to: a shared one, or one of the test's own.
pub struct TestSite {
    address: SocketAddr,
    client: Client,
    folder: PathBuf,
    own: Option<(Running, TempDir)>,
}

/// A response with its body read.
pub struct Response {
    /// The status.
    pub status: StatusCode,
    /// The body as text.
    pub text: String,
    /// The body.
    pub bytes: Vec<u8>,
    headers: HeaderMap,
}

impl TestSite {
    /// Starts a site of the test's own over the files of a folder, which must hold a database.
    pub async fn over(folder: TempDir) -> Self {
        let running = Running::start(folder.path()).await;
        let mut site = Self::at(running.address, folder.path());
        site.own = Some((running, folder));
        site
    }

    /// A site that runs already.
    pub(crate) fn at(address: SocketAddr, folder: &Path) -> Self {
        Self {
            address,
            // Each test has its own: the connections of a client end with the runtime of the test that made them.
            client: Client::builder().redirect(Policy::none()).build().unwrap(),
            folder: folder.to_owned(),
            own: None,
        }
    }

    /// The database that is served.
    pub fn database(&self) -> PathBuf {
        self.folder.join("atlas.db")
    }

    /// The folder that its files are in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Asks for a page; `path` goes out as it stands.
    pub async fn get(&self, path: &str) -> Response {
        self.get_with(path, &[]).await
    }

    /// The same, with request headers.
    pub async fn get_with(&self, path: &str, headers: &[(HeaderName, &str)]) -> Response {
        let mut request = self.client.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        Response::read(request.send().await.unwrap()).await
    }

    /// The content of a file that must be there.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}");
        response.bytes
    }

    /// The HTML of a page that must be there.
    pub async fn page(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::OK, "{path}\n{}", response.text);
        response.text
    }

    /// Asks for a page again and again, without a pause, until its response is as wanted. For what a site does by itself some
    /// time after a test changed a file.
    ///
    /// # Panics
    /// When that takes more than half a minute.
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

    /// The address that a redirect from `path` leads to.
    pub async fn redirect(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        response.header(LOCATION)
    }

    /// Stops a site of the test's own and waits until it has stopped.
    ///
    /// # Panics
    /// When the site is a shared one.
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

    /// A header; empty where it is missing.
    pub fn header(&self, name: HeaderName) -> String {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
            .to_owned()
    }
}
