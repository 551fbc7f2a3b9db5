//! Responses that are kept: a page is the same bytes for everyone, so it is made once.

use super::encoding::Encoding;
use axum::body::Body;
use axum::http::{HeaderMap, Response, StatusCode};
use bytes::Bytes;
use moka::future::Cache;
use std::future::Future;
use std::sync::Arc;
use std::time::SystemTime;

/// How much is kept, in bytes.
pub const CAPACITY: u64 = 16 << 20;

/// What a kept response weighs beyond its body, in bytes: its headers, its key and its place in the table.
const OVERHEAD: usize = 1_500;

/// What a response depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The path, with its language.
    pub path: Box<str>,
    /// The query string with the parameters that the route reads, in canonical order.
    pub query: Box<str>,
    /// The address of the site, which pages name.
    pub origin: Box<str>,
    /// How the body is compressed.
    pub encoding: Encoding,
    /// Which opened database it was made from; see [`crate::live::OpenAtlas`].
    pub edition: u64,
    /// When a document of the reader's own was last added or taken away, for pages that show them.
    pub documents: Option<SystemTime>,
}

/// A response that was read to its end. Copies share the body.
#[derive(Debug, Clone)]
pub struct BufferedResponse {
    /// The status.
    pub status: StatusCode,
    /// The headers, `ETag` among them.
    pub headers: Arc<HeaderMap>,
    /// The body, compressed.
    pub body: Bytes,
}

impl From<BufferedResponse> for Response<Body> {
    fn from(buffered: BufferedResponse) -> Self {
        let mut response = Self::new(buffered.body.into());
        *response.status_mut() = buffered.status;
        *response.headers_mut() = HeaderMap::clone(&buffered.headers);
        response
    }
}

/// The responses that are kept, and those that are being made. What is asked for twice at once is made once.
#[derive(Debug, Clone)]
pub struct ResponseCache {
    kept: Cache<Key, BufferedResponse>,
    /// Keeps nothing: it only joins equal requests that come while the first is being answered.
    joined: Cache<Key, BufferedResponse>,
}

impl ResponseCache {
    /// Keeps at most [`CAPACITY`] bytes: of what does not fit, what is asked for least.
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

    /// The response that is kept for a request.
    pub async fn kept(&self, key: &Key) -> Option<BufferedResponse> {
        self.kept.get(key).await
    }

    /// The response to a request: kept, under way, or made now. It is kept where `keep` is true and it is a good one.
    ///
    /// # Errors
    /// When making it fails.
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
        // A response that failed is not kept: it leaves through the door of errors.
        let good = async {
            let response = make.await.map_err(NotKept::Error)?;
            if response.status == StatusCode::OK {
                Ok(response)
            } else {
                Err(NotKept::Response(response))
            }
        };
        match self.kept.try_get_with(key, good).await {
            Ok(response) => Ok(response),
            Err(not_kept) => match &*not_kept {
                NotKept::Response(response) => Ok(response.clone()),
                NotKept::Error(error) => Err(error.clone()),
            },
        }
    }
}

/// Why a response is not kept.
enum NotKept<E> {
    /// It says that there is nothing, or leads elsewhere.
    Response(BufferedResponse),
    /// There is none.
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
        }
    }

    /// How often a response is made that is asked for four times: twice at once, then twice one after the other.
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
