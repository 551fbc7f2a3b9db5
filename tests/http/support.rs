//! A running site for a test, and what the tests say about its answers.

use reqwest::header::{HeaderName, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use server::config::ServeOptions;
use server::http::Application;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A site of its own on a free port; stopped when dropped.
pub struct TestSite {
    address: SocketAddr,
    client: Client,
    stop: Option<oneshot::Sender<()>>,
    served: JoinHandle<()>,
    folder: TempDir,
}

/// An answer with its text read.
pub struct Answer {
    pub status: StatusCode,
    pub text: String,
    pub bytes: Vec<u8>,
    headers: reqwest::header::HeaderMap,
}

impl TestSite {
    /// Imports the dataset that ships and serves it. The pages need no assets but their names.
    pub async fn start() -> Self {
        Self::over(tempfile::tempdir().unwrap()).await
    }

    /// Serves the database `atlas.db` of a folder, or imports the dataset that ships where there is
    /// none; the reader's documents lie in the folder `documents` beside it.
    pub async fn over(folder: TempDir) -> Self {
        let assets = folder.path().join("site");
        std::fs::create_dir_all(assets.join("pkg")).unwrap();
        std::fs::write(assets.join("pkg/atlas.css"), "body{}").unwrap();
        let manifest = r#"{"output_name":"atlas","stylesheet":"atlas.css"}"#;
        std::fs::write(assets.join("manifest.json"), manifest).unwrap();
        let options = ServeOptions {
            addr: "127.0.0.1:0".parse().unwrap(),
            database: folder.path().join("atlas.db"),
            assets: Some(assets),
            documents: folder.path().join("documents"),
            origin: None,
        };
        let application = Application::build(&options).await.unwrap();
        let address = application.address().unwrap();
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(async move {
            let stopped = async { _ = stopped.await };
            application.run(stopped).await.unwrap();
        });
        Self {
            address,
            client: Client::builder().redirect(Policy::none()).build().unwrap(),
            stop: Some(stop),
            served,
            folder,
        }
    }

    /// The database that is served.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("atlas.db")
    }

    /// The folder that its files are in.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Asks for a page; `path` goes out as it stands.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[]).await
    }

    /// The same, with headers of the asker's own.
    pub async fn get_with(&self, path: &str, headers: &[(HeaderName, &str)]) -> Answer {
        let mut request = self.client.get(format!("http://{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        Answer::read(request.send().await.unwrap()).await
    }

    /// The content of a file that must be there.
    pub async fn bytes(&self, path: &str) -> Vec<u8> {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        answer.bytes
    }

    /// Asks for a page that must be there.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}\n{}", answer.text);
        answer.text
    }

    /// The address that a redirect from `path` leads to.
    pub async fn redirect(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
        answer.header(LOCATION)
    }

    /// Stops it and waits until it has.
    pub async fn stop(mut self) {
        if let Some(stop) = self.stop.take() {
            stop.send(()).unwrap();
        }
        self.served.await.unwrap();
    }
}

impl Answer {
    async fn read(response: Response) -> Self {
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

/// A copy of the data folder in which `change` was made to a file.
pub fn changed_data(folder: &Path, file: &str, change: impl Fn(&str) -> String) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    for part in ["", "zones", "groups"] {
        let (from, to) = (source.join(part), folder.join(part));
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            if entry.path().is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    }
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "the change to {file} changes nothing");
    std::fs::write(path, changed).unwrap();
}

/// The text that a page shows: without markup, scripts and the data for the browser's half.
pub fn visible(html: &str) -> String {
    let body = html.split_once("<body>").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut rest = body;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        let tag = &rest[start..];
        let end = if tag.starts_with("<script") {
            tag.find("</script>").map(|end| end + "</script>".len())
        } else if tag.starts_with("<!--") {
            tag.find("-->").map(|end| end + 3)
        } else {
            // The end of a block or cell parts words; that of a link or a mark does not.
            let inline = ["<a", "</a", "<span", "</span", "<strong", "</strong"];
            if !inline.iter().any(|inline| tag.starts_with(inline)) {
                text.push(' ');
            }
            tag.find('>').map(|end| end + 1)
        };
        rest = end.map_or("", |end| &tag[end..]);
    }
    text.push_str(rest);
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
