//! Compression of response bodies.

use axum::http::{HeaderMap, HeaderValue, header};
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::{self, Write};

/// Bodies of at least this size, in bytes, are large. Only tables are that large.
const LARGE: usize = 256 << 10;

/// Bodies below this size, in bytes, are not compressed: the header would be larger than the saving.
const SMALL: usize = 64;

/// Quality and window (as a power of two) of Brotli for pages. A page of 75 kB becomes 10.5 kB in 1.0 ms. A window of
/// 22 takes 1.4 ms and saves nothing. Quality 11 is used only for files that are compressed once, by the build or by
/// import.
const PAGE: (i32, i32) = (5, 18);

/// Quality and window of Brotli for large bodies. A table of 1.5 MB becomes 140 kB in 7 ms. Quality 5 takes 24 ms and
/// saves 15 %.
const TABLE: (i32, i32) = (3, 22);

/// The level of gzip. Level 6 takes twice as long and saves 5 %.
const GZIP: u32 = 4;

/// The content encoding of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
    /// No compression.
    Identity,
}

impl Encoding {
    /// Chooses the encoding for a client from `Accept-Encoding` (RFC 9110, 12.5.3): Brotli if the client accepts it,
    /// else gzip, else none. The client's order of preference is ignored, because the smaller body is faster for both
    /// sides.
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

    /// Returns the name of the encoding in `Accept-Encoding` and `Content-Encoding`.
    pub const fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        })
    }

    /// Compresses a body; `None` if the body should be sent as it is.
    ///
    /// # Errors
    /// When compression fails, which only a lack of memory could cause.
    pub fn compress(self, body: &[u8]) -> io::Result<Option<Bytes>> {
        if body.len() < SMALL {
            return Ok(None);
        }
        let mut compressed = Vec::with_capacity(body.len() / 8);
        match self {
            Self::Brotli => {
                let (quality, lgwin) = if body.len() < LARGE { PAGE } else { TABLE };
                let parameters = BrotliEncoderParams {
                    quality,
                    lgwin,
                    size_hint: body.len(),
                    ..Default::default()
                };
                brotli::BrotliCompress(&mut &body[..], &mut compressed, &parameters)?;
            }
            Self::Gzip => {
                let mut encoder = GzEncoder::new(&mut compressed, Compression::new(GZIP));
                encoder.write_all(body)?;
                encoder.finish()?;
            }
            Self::Identity => return Ok(None),
        }
        Ok(Some(compressed.into()))
    }
}

/// True if the content is a PNG picture or a font: these formats are already compressed.
pub fn is_compressed_by_itself(headers: &HeaderMap) -> bool {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.map_or(&[][..], HeaderValue::as_bytes);
    content_type.starts_with(b"image/png") || content_type.starts_with(b"font/")
}

/// True if this part of the header names the encoding and does not refuse it with `q=0`.
fn is_named(one: &str, name: &str) -> bool {
    let mut parts = one.split(';').map(str::trim);
    let quality = |part: &str| part.strip_prefix("q=").map(str::parse::<f32>);
    let is_it = parts.next().is_some_and(|of| of.eq_ignore_ascii_case(name));
    is_it && !parts.any(|part| matches!(quality(part), Some(Ok(0.0))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

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

    #[test]
    fn a_compressed_body_is_the_same_when_it_is_unpacked() {
        let large = "开发区 development zone, ".repeat(LARGE / 16);
        for body in [&large[..], &large[..1_000]] {
            let packed = Encoding::Brotli.compress(body.as_bytes()).unwrap().unwrap();
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut &packed[..], &mut unpacked).unwrap();
            assert_eq!(unpacked, body.as_bytes());

            let packed = Encoding::Gzip.compress(body.as_bytes()).unwrap().unwrap();
            let mut unpacked = String::new();
            GzDecoder::new(&packed[..])
                .read_to_string(&mut unpacked)
                .unwrap();
            assert_eq!(unpacked, body);
        }
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            assert_eq!(encoding.compress(b"short").unwrap(), None);
        }
        assert_eq!(Encoding::Identity.compress(large.as_bytes()).unwrap(), None);
    }
}
