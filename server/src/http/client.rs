//! Who sent a request: the address of the client, and the origin (scheme, host and port) that it asked for.
//!
//! Any client can send any header. The `X-Forwarded` headers count only if they come from a configured proxy.

use app::atlas::Origin;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, Uri, header};
use ipnet::IpNet;
use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_HOST: HeaderName = HeaderName::from_static("x-forwarded-host");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");

/// The maximum length of a host with its port, in bytes: a domain name has 253 at most.
const HOST_LENGTH: usize = 260;

/// A network of proxies: `10.0.0.0/8`, or one address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProxyNetwork(IpNet);

impl FromStr for ProxyNetwork {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let network = text.parse::<IpNet>();
        let network = network.or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
        let expected = "expected an address such as 10.0.0.1, or a network such as 10.0.0.0/8";
        network.map(Self).map_err(|_| expected)
    }
}

/// The proxies whose `X-Forwarded` headers count.
#[derive(Debug, Clone, Default)]
pub struct TrustedProxies(Vec<ProxyNetwork>);

/// The client of a request.
#[derive(Debug, Clone)]
pub struct Client {
    /// Its address; the address of a proxy if the proxy is not trusted.
    pub address: IpAddr,
    /// The origin that it asked for; empty if it names none, or more than one.
    pub origin: Origin,
    /// True if a trusted proxy sent the request.
    pub is_proxied: bool,
}

impl TrustedProxies {
    /// Creates the list.
    pub const fn new(networks: Vec<ProxyNetwork>) -> Self {
        Self(networks)
    }

    /// Returns the client of a request that arrived from `peer`.
    pub fn client(&self, peer: SocketAddr, uri: &Uri, headers: &HeaderMap) -> Client {
        let peer = peer.ip().to_canonical();
        let is_proxied = self.trusts(peer);
        let address = if is_proxied {
            self.forwarded_address(headers).unwrap_or(peer)
        } else {
            peer
        };
        let forwarded = |name| is_proxied.then(|| single(headers, name)).flatten();
        let scheme = match forwarded(FORWARDED_PROTO) {
            Some("https") => "https",
            _ => "http",
        };
        let asked = match uri.authority() {
            Some(authority) => Some(authority.as_str()),
            None => single(headers, header::HOST),
        };
        let host = forwarded(FORWARDED_HOST).or(asked);
        let host = host.filter(|host| is_host(host));
        Client {
            address,
            origin: Origin(host.map_or_else(String::new, |host| format!("{scheme}://{host}"))),
            is_proxied,
        }
    }

    /// True if the address is a trusted proxy.
    pub fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.0.contains(&address))
    }

    /// Returns the last address in `X-Forwarded-For` that is not a trusted proxy. A client can write anything before it.
    fn forwarded_address(&self, headers: &HeaderMap) -> Option<IpAddr> {
        let values = headers.get_all(FORWARDED_FOR);
        let values: Vec<&str> = values.iter().filter_map(|it| it.to_str().ok()).collect();
        let mut found = None;
        for text in values.iter().flat_map(|value| value.split(',')).rev() {
            let Some(address) = forwarded_entry(text.trim()) else {
                break;
            };
            found = Some(address);
            if !self.trusts(address) {
                break;
            }
        }
        found
    }
}

/// Parses an entry of `X-Forwarded-For`: an address, which some proxies write with a port.
fn forwarded_entry(text: &str) -> Option<IpAddr> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse::<IpAddr>();
    let address = address.or_else(|_| text.parse::<SocketAddr>().map(|it| it.ip()));
    address.ok().map(|address| address.to_canonical())
}

/// Returns the value of a header that occurs once.
fn single(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    value.to_str().ok()
}

/// True for a host with an optional port: a domain name or an address.
pub fn is_host(text: &str) -> bool {
    let name = |name: &str| {
        let is_in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
        let is_address = name.starts_with('[');
        is_address || (!name.is_empty() && name.bytes().all(is_in_name))
    };
    let is_port = |authority: &Authority| {
        let after = authority.as_str().strip_prefix(authority.host());
        after.is_some_and(|port| port.is_empty() || authority.port_u16().is_some())
    };
    text.len() <= HOST_LENGTH
        && text
            .parse::<Authority>()
            .is_ok_and(|authority| name(authority.host()) && is_port(&authority))
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn client(trusted: &[&str], peer: &str, headers: &[(HeaderName, &'static str)]) -> Client {
        let networks = trusted.iter().map(|text| text.parse().unwrap());
        let headers = headers
            .iter()
            .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.append(name, value);
        }
        let peer = format!("{peer}:4000").parse().unwrap();
        TrustedProxies::new(networks.collect()).client(peer, &Uri::from_static("/"), &all)
    }

    #[test]
    fn a_forwarded_address_counts_only_from_a_trusted_proxy() {
        let headers = [(FORWARDED_FOR, "6.6.6.6, 1.2.3.4, 10.0.0.9")];
        for (trusted, peer, expected) in [
            (&[][..], "10.0.0.1", "10.0.0.1"),
            (&["10.0.0.0/8"], "10.0.0.1", "1.2.3.4"),
            (&["10.0.0.1"], "10.0.0.1", "10.0.0.9"),
            (&["10.0.0.0/8"], "9.9.9.9", "9.9.9.9"),
        ] {
            let found = client(trusted, peer, &headers).address.to_string();
            assert_eq!(found, expected, "{trusted:?} {peer}");
        }
    }

    #[test]
    fn entries_may_have_ports_and_nonsense_ends_the_list() {
        for (text, expected) in [
            ("1.2.3.4:80", "1.2.3.4"),
            ("[2001:db8::1]:80", "2001:db8::1"),
            ("2001:db8::1", "2001:db8::1"),
            ("[2001:db8::1]", "2001:db8::1"),
            ("::ffff:1.2.3.4", "1.2.3.4"),
            ("nonsense", "10.0.0.1"),
            ("1.2.3.4, nonsense", "10.0.0.1"),
            ("", "10.0.0.1"),
        ] {
            let headers = [(FORWARDED_FOR, text)];
            let found = client(&["10.0.0.1"], "10.0.0.1", &headers);
            assert_eq!(found.address.to_string(), expected, "{text}");
        }
        let twice = [(FORWARDED_FOR, "6.6.6.6"), (FORWARDED_FOR, "1.2.3.4")];
        let found = client(&["10.0.0.1"], "10.0.0.1", &twice);
        assert_eq!(found.address.to_string(), "1.2.3.4");
    }

    #[test]
    fn the_origin_is_a_checked_host() {
        let origin = |trusted: &[&str], headers: &[(HeaderName, &'static str)]| {
            client(trusted, "10.0.0.1", headers).origin.0
        };
        let host = [(header::HOST, "atlas.example:8080")];
        assert_eq!(origin(&[], &host), "http://atlas.example:8080");
        let two = [(header::HOST, "a.example"), (header::HOST, "b.example")];
        assert_eq!(origin(&[], &two), "");
        let forwarded = [
            (header::HOST, "inner:3000"),
            (FORWARDED_HOST, "atlas.example"),
            (FORWARDED_PROTO, "https"),
        ];
        assert_eq!(origin(&[], &forwarded), "http://inner:3000");
        assert_eq!(origin(&["10.0.0.1"], &forwarded), "https://atlas.example");
    }

    #[test]
    fn a_host_has_a_name_and_a_port_only() {
        for good in [
            "localhost",
            "a.example:80",
            "127.0.0.1:3000",
            "[::1]:3000",
            "a_b",
        ] {
            assert!(is_host(good), "{good}");
        }
        let long = "a".repeat(300);
        for bad in [
            "",
            "a b",
            "a.example/path",
            "me@a.example",
            "a.example:",
            "a.example:x",
            "a.example:99999",
            "a,b",
            "a\"b",
            "<a>",
            "é.example",
            &long,
        ] {
            assert!(!is_host(bad), "{bad}");
        }
    }
}
