//! File formats by the ending of an address, and the responses that send files.

use crate::error::Error;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The format of a file, given by the ending of its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON, ending `.json`.
    Json,
    /// CSV, ending `.csv`.
    Csv,
    /// GeoJSON, ending `.geojson`.
    GeoJson,
    /// SVG, ending `.svg`.
    Svg,
    /// PNG, ending `.png`.
    Png,
}

impl Format {
    /// Splits a file name into its name without ending and its format; `None` if the ending is none of these.
    pub fn of(file: &str) -> Option<(&str, Self)> {
        let (name, ending) = file.rsplit_once('.')?;
        let format = match ending {
            "json" => Self::Json,
            "csv" => Self::Csv,
            "geojson" => Self::GeoJson,
            "svg" => Self::Svg,
            "png" => Self::Png,
            _ => return None,
        };
        Some((name, format))
    }

    const fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::GeoJson => "application/geo+json; charset=utf-8",
            Self::Svg => "image/svg+xml; charset=utf-8",
            Self::Png => "image/png",
        })
    }

    /// Returns the disposition: browsers save tables and show all other formats.
    const fn disposition(self) -> &'static str {
        match self {
            Self::Csv => "attachment",
            Self::Json | Self::GeoJson | Self::Svg | Self::Png => "inline",
        }
    }
}

/// Returns a response that sends a file. `path` is its address without language.
pub fn file(path: &str, format: Format, body: Vec<u8>) -> Response {
    let mut response = ([(CONTENT_TYPE, format.content_type())], body).into_response();
    let disposition = format!("{}; filename=\"{}\"", format.disposition(), name_of(path));
    if let Ok(disposition) = HeaderValue::try_from(disposition) {
        let headers = response.headers_mut();
        headers.insert(CONTENT_DISPOSITION, disposition);
    }
    response
}

/// Returns the name under which a browser saves a file: its address without the first part, so that
/// `/zones/x/output.svg` becomes `zone-atlas-x-output.svg`.
fn name_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    let path = path.split_once('/').map_or(path, |(_, rest)| rest);
    let name: String = path
        .chars()
        .map(|c| if c == '/' { '-' } else { c })
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
        .collect();
    format!("zone-atlas-{name}")
}

/// Returns a response that sends a value as JSON or GeoJSON.
///
/// # Errors
/// When the value cannot be serialized, which only a lack of memory could cause.
pub fn json(path: &str, format: Format, value: &impl Serialize) -> Result<Response, Error> {
    let mut body = serde_json::to_vec_pretty(value).map_err(Error::Json)?;
    body.push(b'\n');
    Ok(file(path, format, body))
}

/// Returns a response with status 404, for a file that does not exist.
pub fn no_file() -> Response {
    (StatusCode::NOT_FOUND, "there is nothing at this address\n").into_response()
}

impl IntoResponse for Error {
    /// Logs the error and returns status 503. The response contains no details.
    fn into_response(self) -> Response {
        tracing::error!(error = %self, "cannot answer a request");
        let text = "the data is temporarily unavailable\n";
        (StatusCode::SERVICE_UNAVAILABLE, text).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_a_format() {
        assert_eq!(Format::of("x.json"), Some(("x", Format::Json)));
        assert_eq!(Format::of("a.b.csv"), Some(("a.b", Format::Csv)));
        for other in ["x", "x.", "x.pdf", "json", "x.JSON"] {
            assert_eq!(Format::of(other), None, "{other}");
        }
    }

    #[test]
    fn a_stored_file_has_a_name_that_tells_what_it_is() {
        assert_eq!(name_of("/zones/x/output.svg"), "zone-atlas-x-output.svg");
        assert_eq!(name_of("/data/figures.csv"), "zone-atlas-figures.csv");
        assert_eq!(name_of("/zones/a\"b\r\n.csv"), "zone-atlas-ab.csv");
    }
}
