//! The threads that make responses. They are separate from the threads that handle connections, and their number is
//! limited.

use crate::error::Error;
use std::future::Future;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

/// The amount of work that a response needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkClass {
    /// Less than 1 ms of CPU time. It runs on the thread of the connection.
    Light,
    /// A page, below 10 ms.
    Page,
    /// A file or a picture, up to 210 ms (BENCHMARKS.md). Only one runs at a time, so that many such requests do not
    /// delay pages.
    Heavy,
}

impl WorkClass {
    /// Returns the amount of work for a path. A route may serve both pages and files; a last part with a dot is a file.
    pub fn of_path(self, path: &str) -> Self {
        match self {
            Self::Page if is_file(path) => Self::Heavy,
            weight => weight,
        }
    }
}

/// True if the last part of a path has an ending: the address of a file and not of a page.
pub fn is_file(path: &str) -> bool {
    let name = path.rsplit('/').next();
    name.is_some_and(|name| name.contains('.'))
}

/// The limits of how many responses are made at a time.
#[derive(Debug, Clone)]
pub struct Workers {
    pages: Arc<Semaphore>,
    heavy: Arc<Semaphore>,
}

impl Workers {
    /// Allows as many pages at a time as there are processors, and one heavy response.
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            pages: Arc::new(Semaphore::new(processors)),
            heavy: Arc::new(Semaphore::new(1)),
        }
    }

    /// Runs `work`. Light work runs at once; other work waits until the limit of its weight allows it, and then runs on
    /// a separate thread.
    ///
    /// # Errors
    /// When the work panics.
    pub async fn run<T: Send + 'static>(
        &self,
        weight: WorkClass,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Error> {
        let places = match weight {
            WorkClass::Light => return Ok(work.await),
            WorkClass::Page => &self.pages,
            WorkClass::Heavy => &self.heavy,
        };
        // Acquiring fails only if the semaphore is closed, which never happens.
        let place = Arc::clone(places).acquire_owned().await;
        let runtime = Handle::current();
        tokio::task::spawn_blocking(move || {
            let done = runtime.block_on(work);
            drop(place);
            done
        })
        .await
        .map_err(Error::Task)
    }
}
