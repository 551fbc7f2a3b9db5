//! How the body of a response is compressed.

use axum::http::{HeaderMap, HeaderValue, header};

/// How a body is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// By Brotli.
    Brotli,
    /// By gzip.
    Gzip,
    /// Not at all.
    Identity,
}

impl Encoding {
    /// The one that is sent to a client that names these in `Accept-Encoding` (RFC 9110, 12.5.3): Brotli where it takes
    /// it, else gzip. How much a client prefers one to another does not count: the smaller one is faster for both sides.
    pub fn accepted(headers: &HeaderMap) -> Self {
        let is_accepted = |name: &str| {
            let values = headers.get_all(header::ACCEPT_ENCODING).iter();
            let mut named = values
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','));
            named.any(|one| is_named(one, name))
        };
        if is_accepted("br") {
            Self::Brotli
        } else if is_accepted("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    /// The value of `Accept-Encoding` that asks for this and nothing else.
    pub const fn request(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        })
    }
}

/// True where one part of the header is this encoding and does not refuse it by `q=0`.
fn is_named(one: &str, name: &str) -> bool {
    let mut parts = one.split(';').map(str::trim);
    let quality = |part: &str| part.strip_prefix("q=").map(str::parse::<f32>);
    let is_it = parts.next().is_some_and(|of| of.eq_ignore_ascii_case(name));
    is_it && !parts.any(|part| matches!(quality(part), Some(Ok(0.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_encoding_that_a_client_takes_is_chosen() {
        for (asked, chosen) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            (" BR", Encoding::Brotli),
            ("br;q=0.5, gzip", Encoding::Brotli),
            ("br;q=0, gzip;q=0.1", Encoding::Gzip),
            ("br; q=0.0", Encoding::Identity),
            ("brotli", Encoding::Identity),
            ("*", Encoding::Identity),
            ("", Encoding::Identity),
            (";;,,q=", Encoding::Identity),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(asked));
            assert_eq!(Encoding::accepted(&headers), chosen, "{asked}");
        }
        assert_eq!(Encoding::accepted(&HeaderMap::new()), Encoding::Identity);
    }
}
