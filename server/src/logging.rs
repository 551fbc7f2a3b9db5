//! The log: one line per event on standard error, as text or JSON. A warning or error that repeats is written once per
//! minute, with the number of repetitions.

use crate::config::LogFormat;
use std::collections::HashMap;
use std::fmt::{self, Write};
use std::io::IsTerminal;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Filter, Layer, SubscriberExt};
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, fmt as lines};

/// The interval in which equal warnings and errors are written once.
const INTERVAL: Duration = Duration::from_secs(60);

/// The maximum number of different lines that are remembered. More are written each time.
const REMEMBERED: usize = 1_000;

/// Starts the log. `ZONE_ATLAS_LOG`, or else `RUST_LOG`, chooses the lines; the default is `info`.
pub fn start(format: LogFormat) {
    let filter = ["ZONE_ATLAS_LOG", "RUST_LOG"]
        .into_iter()
        .find(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
        .and_then(|name| EnvFilter::try_from_env(name).ok())
        .unwrap_or_else(|| EnvFilter::new("info"));
    let repeats = Repeats::default();
    let counted = repeats.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(INTERVAL);
            for (line, count) in counted.take() {
                tracing::warn!(count, "repeated in the last minute: {line}");
            }
        }
    });
    let layer = lines::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    let layer = match format {
        LogFormat::Text => layer.boxed(),
        LogFormat::Json => layer.json().flatten_event(true).boxed(),
    };
    tracing_subscriber::registry()
        .with(filter)
        .with(layer.with_filter(repeats))
        .init();
}

/// The warnings and errors since the last minute, each with the number of repetitions.
#[derive(Debug, Clone, Default)]
struct Repeats(Arc<Mutex<HashMap<String, u64>>>);

impl Repeats {
    /// Returns true if a line is new, and counts it otherwise.
    fn is_new(&self, line: String) -> bool {
        // A panic while the lock is held cannot leave the counts half changed.
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&line) {
            *count += 1;
            return false;
        }
        if counts.len() < REMEMBERED {
            counts.insert(line, 0);
        }
        true
    }

    /// Forgets all lines, and returns those that were repeated.
    fn take(&self) -> Vec<(String, u64)> {
        let counts = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        counts.into_iter().filter(|(_, count)| *count > 0).collect()
    }
}

impl<S: Subscriber> Filter<S> for Repeats {
    fn enabled(&self, _: &Metadata<'_>, _: &Context<'_, S>) -> bool {
        true
    }

    fn event_enabled(&self, event: &Event<'_>, _: &Context<'_, S>) -> bool {
        if *event.metadata().level() > Level::WARN {
            return true;
        }
        let mut line = Line(String::new());
        event.record(&mut line);
        self.is_new(line.0)
    }
}

/// The fields of an event as text.
struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a string cannot fail.
        let _ = match field.name() {
            "message" => write!(self.0, "{value:?} "),
            name => write!(self.0, "{name}={value:?} "),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_warnings_are_written_once_and_counted() {
        let repeats = Repeats::default();
        let written = Arc::new(Mutex::new(0));
        let counted = Arc::clone(&written);
        let count = tracing_subscriber::layer::Identity::new()
            .and_then(CountEvents(counted))
            .with_filter(repeats.clone());
        let subscriber = tracing_subscriber::registry().with(count);
        tracing::subscriber::with_default(subscriber, || {
            for _ in 0..5 {
                tracing::warn!(error = "disk full", "cannot write");
                tracing::info!("a request");
            }
            tracing::warn!(error = "no memory", "cannot write");
        });
        assert_eq!(*written.lock().unwrap(), 1 + 5 + 1);
        let repeated = repeats.take();
        assert_eq!(repeated.len(), 1);
        assert!(repeated[0].0.contains("disk full"), "{repeated:?}");
        assert_eq!(repeated[0].1, 4);
        assert!(repeats.take().is_empty());
    }

    struct CountEvents(Arc<Mutex<usize>>);

    impl<S: Subscriber> Layer<S> for CountEvents {
        fn on_event(&self, _: &Event<'_>, _: Context<'_, S>) {
            *self.0.lock().unwrap() += 1;
        }
    }
}
