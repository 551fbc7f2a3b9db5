//! An in-memory cache of responses. A page has the same bytes for every visitor, so it is made once.

use super::encoding::Encoding;
use super::sending::Reserved;
use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode};
use bytes::Bytes;
use moka::future::Cache;
use std::future::Future;
use std::sync::Arc;
use std::time::SystemTime;

/// The capacity of the cache, in bytes.
pub const CAPACITY: u64 = 16 << 20;

/// The memory that a cached response needs beyond its body, in bytes: headers, key and table entry.
const OVERHEAD: usize = 1_500;

/// The cache key of a response: everything that the response depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The path, with the language prefix.
    pub path: Box<str>,
    /// The query string: only the parameters that the route reads, in canonical order.
    pub query: Box<str>,
    /// The origin of the site (scheme, host and port), which pages contain.
    pub origin: Box<str>,
    /// The encoding of the body.
    pub encoding: Encoding,
    /// The number of the open database that the response was made from; see [`crate::live::OpenAtlas`].
    pub edition: u64,
    /// The time when the folder of the reader's own documents last changed, for pages that show them; `None` for other
    /// pages.
    pub documents: Option<SystemTime>,
}

/// A response with its whole body in memory. Clones share the body.
#[derive(Debug, Clone)]
pub struct BufferedResponse {
    /// The status code.
    pub status: StatusCode,
    /// The headers; a response with status 200 has an `ETag`.
    pub headers: Arc<HeaderMap>,
    /// The body as it is sent, usually compressed.
    pub body: Bytes,
    /// The memory that is reserved for the body until it is sent; `None` if the cache keeps it, or if it is small.
    pub reserved: Option<Reserved>,
}

impl From<BufferedResponse> for Response<Body> {
    fn from(buffered: BufferedResponse) -> Self {
        let mut response = Self::new(buffered.body.into());
        *response.status_mut() = buffered.status;
        *response.headers_mut() = HeaderMap::clone(&buffered.headers);
        if let Some(reserved) = buffered.reserved {
            response.extensions_mut().insert(reserved);
        }
        response
    }
}

/// The cached responses and the responses that are in progress. Equal requests at the same time share one response.
#[derive(Debug, Clone)]
pub struct ResponseCache {
    kept: Cache<Key, BufferedResponse>,
    /// Stores nothing. It only joins equal requests that arrive while the first one is in progress.
    joined: Cache<Key, BufferedResponse>,
}

impl ResponseCache {
    /// Creates an empty cache of at most [`CAPACITY`] bytes. When it is full, rarely requested responses are dropped.
    pub fn new() -> Self {
        let weight = |key: &Key, response: &BufferedResponse| {
            let texts = key.path.len() + key.query.len() + key.origin.len();
            u32::try_from(texts + response.body.len() + OVERHEAD).unwrap_or(u32::MAX)
        };
        Self {
            kept: Cache::builder()
                .max_capacity(CAPACITY)
                .weigher(weight)
                .build(),
            joined: Cache::builder().max_capacity(0).build(),
        }
    }

    /// Returns the size of the cached responses, in bytes.
    pub async fn bytes(&self) -> u64 {
        // The cache counts in the background.
        self.kept.run_pending_tasks().await;
        self.kept.weighted_size()
    }

    /// Returns the cached response to a request; `None` if there is none.
    pub async fn kept(&self, key: &Key) -> Option<BufferedResponse> {
        self.kept.get(key).await
    }

    /// Returns the response to a request: from the cache, from an equal request in progress, or from `make`. It is
    /// cached if `keep` is true and its status is 200.
    ///
    /// # Errors
    /// When `make` fails.
    pub async fn get<E: Clone + Send + Sync + 'static>(
        &self,
        key: Key,
        keep: bool,
        make: impl Future<Output = Result<BufferedResponse, E>>,
    ) -> Result<BufferedResponse, E> {
        if !keep {
            let joined = self.joined.try_get_with(key, make).await;
            return joined.map_err(|error| E::clone(&error));
        }
        // Only an `Ok` value is cached, so a response with another status is passed on as an error.
        let good = async {
            let response = make.await.map_err(Uncached::Error)?;
            if response.status == StatusCode::OK {
                Ok(response)
            } else {
                Err(Uncached::Response(response))
            }
        };
        match self.kept.try_get_with(key, good).await {
            Ok(response) => Ok(response),
            Err(not_kept) => match &*not_kept {
                Uncached::Response(response) => Ok(response.clone()),
                Uncached::Error(error) => Err(error.clone()),
            },
        }
    }
}

/// The reason why a response is not cached.
enum Uncached<E> {
    /// Its status is not 200, for example 404 or a redirect.
    Response(BufferedResponse),
    /// No response could be made.
    Error(E),
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn key(path: &str) -> Key {
        Key {
            path: path.into(),
            query: "".into(),
            origin: "".into(),
            encoding: Encoding::Identity,
            edition: 0,
            documents: None,
        }
    }

    fn response(status: StatusCode, length: usize) -> BufferedResponse {
        BufferedResponse {
            status,
            headers: Arc::default(),
            body: vec![0; length].into(),
            reserved: None,
        }
    }

    /// Returns how often a response is made for four requests: two at the same time, then two one after the other.
    async fn times_made(status: StatusCode, keep: bool) -> usize {
        let cache = ResponseCache::new();
        let made = AtomicUsize::new(0);
        let ask = || {
            cache.get(key("/x"), keep, async {
                made.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
                Ok::<_, ()>(response(status, 10))
            })
        };
        let (one, two) = tokio::join!(ask(), ask());
        assert!(one.is_ok() && two.is_ok());
        for _ in 0..2 {
            assert_eq!(ask().await.unwrap().status, status);
        }
        made.into_inner()
    }

    #[tokio::test]
    async fn a_good_response_is_made_once() {
        assert_eq!(times_made(StatusCode::OK, true).await, 1);
    }

    #[tokio::test]
    async fn what_is_not_kept_is_made_once_for_all_who_ask_at_the_same_time() {
        assert_eq!(times_made(StatusCode::NOT_FOUND, true).await, 3);
        assert_eq!(times_made(StatusCode::OK, false).await, 3);
    }

    #[tokio::test]
    async fn no_more_is_kept_than_there_is_room_for() {
        let cache = ResponseCache::new();
        for number in 0..100 {
            let make = async { Ok::<_, ()>(response(StatusCode::OK, 1 << 20)) };
            let got = cache.get(key(&number.to_string()), true, make).await;
            assert!(got.is_ok());
        }
        cache.kept.run_pending_tasks().await;
        assert!(cache.kept.weighted_size() <= CAPACITY);
        assert!(cache.kept.entry_count() > 10);
    }
}
