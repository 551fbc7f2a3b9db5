//! Sites that many tests share. Each test program imports a dataset once and serves it read-only until the program
//! ends.

use crate::data::SMALL_DATA;
use crate::site::{Running, TestSite, target};
use server::import::import;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, mpsc};
use std::thread;

/// The shared sites answer all routes, also the one that needs this option.
const CONTACT: &str = "--security-contact=mailto:security@atlas.example";

static SMALL: LazyLock<Shared> = LazyLock::new(|| Shared::start("small", Some(SMALL_DATA)));
static SHIPPED: LazyLock<Shared> = LazyLock::new(|| Shared::start("shipped", None));

/// Returns the shared site with the small dataset. A test that changes or damages the database uses [`small_copy`].
pub fn small() -> TestSite {
    SMALL.site()
}

/// Returns the shared site with the shipped dataset.
pub fn shipped() -> TestSite {
    SHIPPED.site()
}

/// Returns a separate site with a copy of the small database.
pub async fn small_copy() -> TestSite {
    small_with(&[]).await
}

/// Returns a separate site with a copy of the small database and more options; see [`crate::options`].
pub async fn small_with(more: &[&str]) -> TestSite {
    let folder = tempfile::tempdir().unwrap();
    copy_small(folder.path());
    TestSite::with(folder, more).await
}

fn copy_small(folder: &Path) {
    fs::copy(SMALL.folder.join("atlas.db"), folder.join("atlas.db")).unwrap();
}

struct Shared {
    folder: PathBuf,
    address: std::net::SocketAddr,
}

impl Shared {
    /// Imports a dataset into a database and serves it on a separate thread. A site on the runtime of the first test
    /// would end with that test.
    fn start(name: &str, data: Option<&str>) -> Self {
        let folder = scratch(name);
        let database = folder.join("atlas.db");
        let (send, receive) = mpsc::channel();
        let served = folder.clone();
        let data = data.map(PathBuf::from);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(async {
                import(target(&database), data.as_deref()).await.unwrap();
                let running = Running::start(&served, &[CONTACT]).await;
                send.send(running.address).unwrap();
                running.end().await;
            });
        });
        let address = receive.recv().expect("the shared site did not start");
        Self { folder, address }
    }

    fn site(&self) -> TestSite {
        TestSite::at(self.address, &self.folder)
    }
}

/// Returns an empty folder for this test program in the target folder of cargo. It remains until the next run, because
/// statics are not dropped at the end of a program.
fn scratch(name: &str) -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let target = program.ancestors().nth(2).unwrap();
    let stem = program.file_stem().unwrap().to_string_lossy();
    // Cargo appends a hash to the name of a test program.
    let stem = stem.rsplit_once('-').map_or(&*stem, |(stem, _)| stem);
    let folder = target.join("test-sites").join(format!("{stem}-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}
