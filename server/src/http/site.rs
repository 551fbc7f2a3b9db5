//! The state that all routes share.

use super::access_log::RequestIds;
use super::cache::ResponseCache;
use super::client::Client;
use super::headers::Policies;
use super::metrics::Metrics;
use super::rate_limit::RateLimit;
use super::security_txt::SecurityContact;
use super::work::Workers;
use crate::live::LiveAtlas;
use crate::picture::Pictures;
use app::atlas::Origin;
use app::{Assets, LiveReload};
use leptos::config::LeptosOptions;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// The state that all routes share.
pub struct Site {
    /// The database that is being served.
    pub live: Arc<LiveAtlas>,
    /// The cached responses.
    pub cache: ResponseCache,
    /// The threads that make responses.
    pub workers: Workers,
    /// The PNG renderer.
    pub pictures: Pictures,
    /// The names of the style sheet and the loader script.
    pub assets: Assets,
    /// The options of Leptos.
    pub options: LeptosOptions,
    /// The port on which pages are told to reload; `None` except during development.
    pub live_reload: Option<LiveReload>,
    /// The response headers.
    pub policies: Policies,
    /// The origins of the site.
    pub addresses: SiteOrigins,
    /// Where to report a security problem; `None` if the operator gives no address.
    pub security_contact: Option<SecurityContact>,
    /// The ids of requests.
    pub request_ids: RequestIds,
    /// The limit of requests per address.
    pub rate_limit: RateLimit,
    /// The time in which a response must be made.
    pub request_timeout: Duration,
    /// The numbers for the operator.
    pub metrics: Arc<Metrics>,
}

/// The origins (scheme, host and port) of the site.
pub struct SiteOrigins {
    /// The value of `--origin`; `None` if it is not set.
    configured: Option<Origin>,
    /// The origins of this machine: the listening address, `localhost`, `127.0.0.1` and `[::1]`.
    own: [Origin; 4],
}

/// The origin of the site in one request.
pub struct RequestOrigin {
    /// The origin.
    pub address: Origin,
    /// True if it is a known origin of the site; false if only the client names it.
    pub is_own: bool,
}

impl SiteOrigins {
    /// Creates the list of origins. `configured` is the public origin, `listener` the address that this process listens on.
    pub fn new(configured: Option<Origin>, listener: SocketAddr) -> Self {
        let port = listener.port();
        let ip = match listener.ip() {
            ip if ip.is_ipv6() => format!("[{ip}]"),
            ip => ip.to_string(),
        };
        let hosts = [ip.as_str(), "localhost", "127.0.0.1", "[::1]"];
        let own = hosts.map(|host| Origin(format!("http://{host}:{port}")));
        Self { configured, own }
    }

    /// Returns the origin of the site without reading any header of the client.
    pub fn known(&self) -> RequestOrigin {
        let [listener, ..] = &self.own;
        RequestOrigin {
            address: self.configured.as_ref().unwrap_or(listener).clone(),
            is_own: true,
        }
    }

    /// Returns the origin of the site for a request of a client.
    pub fn of_request(&self, client: &Client) -> RequestOrigin {
        if let Some(configured) = &self.configured {
            return RequestOrigin {
                address: configured.clone(),
                is_own: true,
            };
        }
        RequestOrigin {
            is_own: self.own.contains(&client.origin),
            address: client.origin.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_that_a_client_chose_is_not_one_of_the_site() {
        let listener = "127.0.0.1:3000".parse().unwrap();
        let client = |host| Client {
            address: [192, 0, 2, 1].into(),
            origin: Origin(format!("http://{host}")),
            is_proxied: false,
        };
        let addresses = SiteOrigins::new(None, listener);
        for (host, is_own) in [
            ("127.0.0.1:3000", true),
            ("localhost:3000", true),
            ("localhost", false),
            ("evil.example", false),
            ("evil.example:3000", false),
        ] {
            let found = addresses.of_request(&client(host));
            assert_eq!(found.is_own, is_own, "{host}");
            assert_eq!(found.address.0, format!("http://{host}"));
        }
        let configured = "https://atlas.example".parse().unwrap();
        let found =
            SiteOrigins::new(Some(configured), listener).of_request(&client("evil.example"));
        assert!(found.is_own);
        assert_eq!(found.address.0, "https://atlas.example");
    }
}
