//! Makes open pages reload. The `AutoReload` component of Leptos connects each page to this web socket and follows its
//! messages.

use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use tungstenite::{Message, WebSocket};

/// The timeout for the handshake with a page and for sending a message to it.
const TIMEOUT: Duration = Duration::from_secs(1);

/// The pages that are open in browsers.
#[derive(Clone, Default)]
pub struct Pages(Arc<Mutex<Vec<WebSocket<TcpStream>>>>);

impl Pages {
    /// Listens for pages on a free port, and returns the port.
    pub fn listen(&self) -> Result<u16> {
        let listener = TcpListener::bind("127.0.0.1:0").context("no port for live reload")?;
        let port = listener.local_addr()?.port();
        let pages = self.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A page may be closed before its connection is accepted.
                if let Ok(socket) = accept(stream) {
                    pages.lock().push(socket);
                }
            }
        });
        Ok(port)
    }

    /// Makes all pages reload.
    pub fn reload(&self) {
        self.send(&json!({ "all": true }).to_string());
    }

    /// Makes all pages load a style sheet again. `path` has no slash at its beginning.
    pub fn restyle(&self, path: &str) {
        self.send(&json!({ "css": path }).to_string());
    }

    fn send(&self, text: &str) {
        // Closed pages are removed.
        self.lock()
            .retain_mut(|page| page.send(Message::text(text)).is_ok());
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<WebSocket<TcpStream>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn accept(stream: TcpStream) -> Result<WebSocket<TcpStream>> {
    stream.set_read_timeout(Some(TIMEOUT))?;
    stream.set_write_timeout(Some(TIMEOUT))?;
    tungstenite::accept(stream).map_err(|error| anyhow::anyhow!("{error}"))
}
