//! The threads that make responses. They are separate from the threads that handle connections, and their number is
//! limited.

use super::sending::BodyMemory;
use crate::error::Error;
use std::future::Future;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

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

/// The maximum number of requests that wait for one class of work. With more, the server is overloaded: a client would
/// wait for seconds.
const WAITING: usize = 256;

/// The limits of how many responses are made at a time.
#[derive(Debug, Clone)]
pub struct Workers {
    pages: Queue,
    heavy: Queue,
    memory: BodyMemory,
}

/// A number of threads, and the requests that wait for one.
#[derive(Debug, Clone)]
struct Queue {
    threads: Arc<Semaphore>,
    /// One permit per request that waits or is being answered.
    places: Arc<Semaphore>,
    /// The number of places.
    size: usize,
}

/// Why work was not done.
#[derive(Debug)]
pub enum WorkError {
    /// Too many requests wait already.
    Overloaded,
    /// The work panicked.
    Failed(Error),
}

/// The result of work, with the memory that was reserved for it; `None` if it needs little.
#[derive(Debug)]
pub struct Done<T> {
    /// The result.
    pub result: T,
    /// The reserved memory.
    pub memory: Option<OwnedSemaphorePermit>,
}

impl Queue {
    fn new(threads: usize) -> Self {
        Self {
            threads: Arc::new(Semaphore::new(threads)),
            places: Arc::new(Semaphore::new(threads + WAITING)),
            size: threads + WAITING,
        }
    }

    fn requests(&self) -> usize {
        self.size.saturating_sub(self.places.available_permits())
    }
}

impl Workers {
    /// Allows as many pages at a time as there are processors, and one heavy response.
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            pages: Queue::new(processors),
            heavy: Queue::new(1),
            memory: BodyMemory::new(),
        }
    }

    /// Returns the number of requests of each class that are being answered or wait. Light work is not counted.
    pub fn requests(&self) -> [(&'static str, usize); 2] {
        [
            ("page", self.pages.requests()),
            ("file", self.heavy.requests()),
        ]
    }

    /// Returns the memory that is reserved for large bodies, in bytes.
    pub fn reserved_bytes(&self) -> usize {
        self.memory.reserved_bytes()
    }

    /// Runs `work`. Light work runs at once; other work waits until the limit of its weight allows it, and then runs on
    /// a separate thread. Heavy work also waits for the memory of its response.
    ///
    /// # Errors
    /// When too many requests wait already, or the work panics.
    pub async fn run<T: Send + 'static>(
        &self,
        weight: WorkClass,
        work: impl Future<Output = T> + Send + 'static,
    ) -> Result<Done<T>, WorkError> {
        let queue = match weight {
            WorkClass::Light => {
                return Ok(Done {
                    result: work.await,
                    memory: None,
                });
            }
            WorkClass::Page => &self.pages,
            WorkClass::Heavy => &self.heavy,
        };
        let place = Arc::clone(&queue.places).try_acquire_owned();
        let place = place.map_err(|_| WorkError::Overloaded)?;
        let memory = match weight {
            WorkClass::Heavy => self.memory.reserve().await,
            WorkClass::Light | WorkClass::Page => None,
        };
        // Acquiring fails only if the semaphore is closed, which never happens.
        let thread = Arc::clone(&queue.threads).acquire_owned().await;
        let runtime = Handle::current();
        let done = tokio::task::spawn_blocking(move || {
            let result = runtime.block_on(work);
            drop((thread, place));
            result
        });
        let result = done.await.map_err(Error::Task).map_err(WorkError::Failed)?;
        Ok(Done { result, memory })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::watch;
    use tokio::task::JoinSet;

    #[tokio::test]
    async fn requests_that_would_wait_too_long_are_refused_at_once() {
        let workers = Workers::new();
        let (release, released) = watch::channel(false);
        let mut waiting = JoinSet::new();
        for _ in 0..=WAITING {
            let (workers, mut released) = (workers.clone(), released.clone());
            waiting.spawn(async move {
                let work =
                    async move { released.wait_for(|is_released| *is_released).await.is_ok() };
                workers.run(WorkClass::Heavy, work).await
            });
        }
        while workers.heavy.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let refused = workers.run(WorkClass::Heavy, async {}).await;
        assert!(matches!(refused, Err(WorkError::Overloaded)));
        // Pages have their own threads.
        assert!(workers.run(WorkClass::Page, async {}).await.is_ok());
        release.send_replace(true);
        while let Some(done) = waiting.join_next().await {
            assert!(done.unwrap().unwrap().result);
        }
        assert!(workers.run(WorkClass::Heavy, async {}).await.is_ok());
    }

    #[tokio::test]
    async fn work_that_panics_gives_its_thread_back() {
        let workers = Workers::new();
        for _ in 0..3 {
            let failed = workers.run(WorkClass::Heavy, async { panic!("on purpose") });
            assert!(matches!(failed.await, Err(WorkError::Failed(_))));
        }
        assert_eq!(workers.heavy.threads.available_permits(), 1);
    }
}
