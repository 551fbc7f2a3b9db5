//! Bodies on their way to clients. Each has a deadline, and large ones share a limited amount of memory, so that clients
//! that read slowly cannot fill the memory of the server.

use axum::body::Body;
use axum::http::Response;
use bytes::Bytes;
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::num::NonZeroU32;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The size of the parts in which a body is sent, in bytes. A part is copied, so that the memory of the whole body is
/// free as soon as the last part is taken.
const PART: usize = 32 << 10;

/// The size of the memory that all large bodies share, in KiB.
const SHARED_KIB: usize = 48 << 10;

/// The memory that is reserved before a large body is made, in KiB. The largest files of the dataset are smaller.
const RESERVED_KIB: u32 = 6 << 10;

/// The memory for large bodies. It is reserved before a body is made, and given back when the body is sent.
#[derive(Debug, Clone)]
pub struct BodyMemory(Arc<Semaphore>);

/// Reserved memory. Clones of a response share it; the last one gives it back.
#[derive(Debug, Clone)]
pub struct Reserved(
    #[expect(dead_code, reason = "dropping it frees the memory")] Arc<OwnedSemaphorePermit>,
);

impl BodyMemory {
    /// Creates the memory, all of it free.
    pub fn new() -> Self {
        Self(Arc::new(Semaphore::new(SHARED_KIB)))
    }

    /// Returns the memory that is reserved, in bytes.
    pub fn reserved_bytes(&self) -> usize {
        SHARED_KIB.saturating_sub(self.0.available_permits()) << 10
    }

    /// Waits until memory for a body of unknown size is free.
    pub async fn reserve(&self) -> Option<OwnedSemaphorePermit> {
        // It fails only if the semaphore is closed, which never happens.
        Arc::clone(&self.0)
            .acquire_many_owned(RESERVED_KIB)
            .await
            .ok()
    }
}

/// Keeps as much of the reserved memory as a body of `length` bytes needs, and gives the rest back.
pub fn keep_for(mut permit: OwnedSemaphorePermit, length: usize) -> Reserved {
    let needed = length.div_ceil(1 << 10);
    if let Some(rest) = permit.num_permits().checked_sub(needed) {
        drop(permit.split(rest));
    }
    Reserved(Arc::new(permit))
}

/// The deadlines of a connection: one for its first request, and one for each response that is being sent.
#[derive(Debug, Clone, Default)]
pub struct Deadlines(Arc<Mutex<Vec<(u64, Instant)>>>);

/// A deadline that is not reached yet. Dropping it removes the deadline.
#[derive(Debug)]
pub struct Deadline {
    all: Deadlines,
    number: u64,
}

/// The number of deadlines that were created.
static NUMBERS: AtomicU64 = AtomicU64::new(0);

impl Deadlines {
    /// Adds a deadline.
    pub fn add(&self, within: Duration) -> Deadline {
        let number = NUMBERS.fetch_add(1, Ordering::Relaxed);
        self.with(|all| all.push((number, Instant::now() + within)));
        Deadline {
            all: self.clone(),
            number,
        }
    }

    /// Returns when one of the deadlines is missed. It looks once per second.
    pub async fn missed(&self) {
        let mut ticker = tokio::time::interval(Duration::from_secs(1));
        loop {
            ticker.tick().await;
            let now = Instant::now();
            if self.with(|all| all.iter().any(|(_, deadline)| *deadline < now)) {
                return;
            }
        }
    }

    fn with<T>(&self, use_all: impl FnOnce(&mut Vec<(u64, Instant)>) -> T) -> T {
        // A panic while the lock is held cannot leave the list half changed.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        use_all(&mut all)
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.all
            .with(|all| all.retain(|(number, _)| *number != self.number));
    }
}

/// How fast a client must read a response.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// The time for any response.
    pub base: Duration,
    /// The slowest rate for the rest, in bytes per second.
    pub bytes_per_second: NonZeroU32,
}

impl Pace {
    fn time_for(self, bytes: u64) -> Duration {
        self.base + Duration::from_secs(bytes / u64::from(self.bytes_per_second.get()))
    }
}

/// A body that is sent in parts, before its deadline.
pub struct SentBody {
    body: Body,
    /// The part of the body that is read and not yet sent.
    rest: Bytes,
    /// The size of what is not sent yet, in bytes, if it is known.
    left: Option<u64>,
    _deadline: Deadline,
    _reserved: Option<Reserved>,
}

impl SentBody {
    /// Wraps the body of a response.
    pub fn of(response: Response<Body>, deadlines: &Deadlines, pace: Pace) -> Response<Self> {
        let (mut parts, body) = response.into_parts();
        let left = body.size_hint().exact();
        let body = Self {
            body,
            rest: Bytes::new(),
            left,
            _deadline: deadlines.add(pace.time_for(left.unwrap_or_default())),
            _reserved: parts.extensions.remove(),
        };
        Response::from_parts(parts, body)
    }

    /// Removes the next part from what was read. The part is a copy, unless it is all that was read and small.
    fn next_part(&mut self) -> Bytes {
        let part = if self.rest.len() > PART {
            Bytes::copy_from_slice(&self.rest.split_to(PART))
        } else {
            Bytes::copy_from_slice(&std::mem::take(&mut self.rest))
        };
        self.left = self.left.map(|left| left.saturating_sub(part.len() as u64));
        part
    }
}

impl HttpBody for SentBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        if this.rest.is_empty() {
            match Pin::new(&mut this.body).poll_frame(context) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) => this.rest = data,
                    Err(frame) => return Poll::Ready(Some(Ok(frame))),
                },
                other => return other,
            }
        }
        Poll::Ready(Some(Ok(Frame::data(this.next_part()))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.left
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;

    const PACE: Pace = Pace {
        base: Duration::from_secs(30),
        bytes_per_second: NonZeroU32::new(16 << 10).unwrap(),
    };

    #[tokio::test]
    async fn a_body_is_sent_in_parts_and_whole() {
        let deadlines = Deadlines::default();
        let bytes: Vec<u8> = (0..100_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let sent = SentBody::of(Response::new(bytes.clone().into()), &deadlines, PACE);
        let mut body = sent.into_body();
        assert_eq!(body.size_hint().exact(), Some(100_000));
        let mut received = Vec::new();
        let mut parts = 0;
        while let Some(frame) = body.frame().await {
            received.extend(frame.unwrap().into_data().unwrap());
            parts += 1;
            assert_eq!(
                body.size_hint().exact(),
                Some(100_000 - received.len() as u64)
            );
        }
        assert_eq!(received, bytes);
        assert_eq!(parts, 4);
        assert!(body.is_end_stream());
        assert_eq!(deadlines.with(|all| all.len()), 1);
        drop(body);
        assert_eq!(deadlines.with(|all| all.len()), 0);
    }

    #[tokio::test]
    async fn reserved_memory_is_as_large_as_the_body_and_comes_back() {
        let memory = BodyMemory::new();
        let permit = memory.reserve().await.unwrap();
        let reserved = keep_for(permit, 100_000);
        assert_eq!(memory.0.available_permits(), SHARED_KIB - 98);
        let mut response = Response::new(Body::from(vec![0; 100_000]));
        response.extensions_mut().insert(reserved);
        let sent = SentBody::of(response, &Deadlines::default(), PACE);
        assert_eq!(memory.0.available_permits(), SHARED_KIB - 98);
        drop(sent);
        assert_eq!(memory.0.available_permits(), SHARED_KIB);
    }

    #[tokio::test]
    async fn a_missed_deadline_is_noticed() {
        let deadlines = Deadlines::default();
        let met = deadlines.add(Duration::ZERO);
        drop(met);
        let late = deadlines.add(Duration::ZERO);
        deadlines.missed().await;
        drop(late);
        let waiting = tokio::time::timeout(Duration::from_millis(1500), deadlines.missed());
        assert!(waiting.await.is_err());
    }
}
