//! What all routes share.

use super::cache::ResponseCache;
use super::headers::Policies;
use super::work::Workers;
use crate::live::LiveAtlas;
use crate::picture::Pictures;
use app::atlas::Origin;
use app::{Assets, LiveReload};
use axum::http::HeaderMap;
use leptos::config::LeptosOptions;
use std::net::SocketAddr;
use std::sync::Arc;

/// What all routes share.
pub struct Site {
    /// The database that is being served.
    pub live: Arc<LiveAtlas>,
    /// The responses that are kept.
    pub cache: ResponseCache,
    /// Where responses are made.
    pub workers: Workers,
    /// Draws pictures.
    pub pictures: Pictures,
    /// The files that pages name.
    pub assets: Assets,
    /// What leptos needs to know of the site.
    pub options: LeptosOptions,
    /// Set while a developer works on the site.
    pub live_reload: Option<LiveReload>,
    /// The headers of responses.
    pub policies: Policies,
    /// The addresses by which the site is known.
    pub addresses: Addresses,
}

/// The addresses by which the site is known.
pub struct Addresses {
    /// The one that was told.
    told: Option<Origin>,
    /// Those of this machine.
    own: [Origin; 4],
}

/// The address of the site in one request.
pub struct RequestOrigin {
    /// The address.
    pub address: Origin,
    /// True where it is one by which the site is known; any other was chosen by the client.
    pub is_own: bool,
}

impl Addresses {
    /// `told` is the address that visitors know, `listener` the one that this process listens on.
    pub fn new(told: Option<Origin>, listener: SocketAddr) -> Self {
        let port = listener.port();
        let ip = match listener.ip() {
            ip if ip.is_ipv6() => format!("[{ip}]"),
            ip => ip.to_string(),
        };
        let hosts = [ip.as_str(), "localhost", "127.0.0.1", "[::1]"];
        let own = hosts.map(|host| Origin(format!("http://{host}:{port}")));
        Self { told, own }
    }

    /// The address of the site, whatever a client names.
    pub fn known(&self) -> RequestOrigin {
        let [listener, ..] = &self.own;
        RequestOrigin {
            address: self.told.as_ref().unwrap_or(listener).clone(),
            is_own: true,
        }
    }

    /// The address of the site in a request with these headers.
    pub fn of_request(&self, headers: &HeaderMap) -> RequestOrigin {
        if let Some(told) = &self.told {
            return RequestOrigin {
                address: told.clone(),
                is_own: true,
            };
        }
        let address = Origin::of_request(headers);
        RequestOrigin {
            is_own: self.own.contains(&address),
            address,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use axum::http::header::HOST;

    #[test]
    fn a_host_that_a_client_chose_is_not_one_of_the_site() {
        let listener = "127.0.0.1:3000".parse().unwrap();
        let headers = |host| HeaderMap::from_iter([(HOST, HeaderValue::from_static(host))]);
        let addresses = Addresses::new(None, listener);
        for (host, is_own) in [
            ("127.0.0.1:3000", true),
            ("localhost:3000", true),
            ("localhost", false),
            ("evil.example", false),
            ("evil.example:3000", false),
        ] {
            let found = addresses.of_request(&headers(host));
            assert_eq!(found.is_own, is_own, "{host}");
            assert_eq!(found.address.0, format!("http://{host}"));
        }
        let told = "https://atlas.example".parse().unwrap();
        let found = Addresses::new(Some(told), listener).of_request(&headers("evil.example"));
        assert!(found.is_own);
        assert_eq!(found.address.0, "https://atlas.example");
    }
}
