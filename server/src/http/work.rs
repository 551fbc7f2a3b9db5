//! Where responses are made: on threads beside the ones that handle connections, a bounded number at a time.

use crate::error::Error;
use std::future::Future;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

/// How much work a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Less than a millisecond of CPU: it is done where the connection is handled.
    Light,
    /// A page, below 10 ms.
    Page,
    /// A file or a picture, up to 210 ms (BENCHMARKS.md). One at a time, so that whoever asks for many delays nobody's pages.
    Heavy,
}

impl Work {
    /// How much work the response at a path is, where its route is for pages and for files.
    pub fn of_path(self, path: &str) -> Self {
        let is_file = path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.contains('.'));
        match self {
            Self::Page if is_file => Self::Heavy,
            weight => weight,
        }
    }
}

/// The places where responses are made.
#[derive(Debug, Clone)]
pub struct Workers {
    pages: Arc<Semaphore>,
    heavy: Arc<Semaphore>,
}

impl Workers {
    /// As many places for pages as there are processors, and one for heavy work.
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            pages: Arc::new(Semaphore::new(processors)),
            heavy: Arc::new(Semaphore::new(1)),
        }
    }

    /// Runs `work` where its weight belongs, when there is a place.
    ///
    /// # Errors
    /// When the work panics.
    pub async fn run<T: Send + 'static>(
        &self,
        weight: Work,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, Error> {
        let places = match weight {
            Work::Light => return Ok(work.await),
            Work::Page => &self.pages,
            Work::Heavy => &self.heavy,
        };
        // The semaphore is never closed.
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
