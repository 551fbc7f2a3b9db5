//! `/.well-known/security.txt`: where to report a security problem (RFC 9116).

use super::file_response::no_file;
use super::respond::CanonicalRequest;
use super::site::Site;
use axum::extract::{Extension, State};
use axum::response::{IntoResponse, Response};
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The seconds of a day.
const DAY: u64 = 24 * 60 * 60;

/// How many days the content is valid. RFC 9116 recommends less than a year.
const VALID_DAYS: u64 = 180;

/// An address for reports: `mailto:`, `https:` or `tel:`.
#[derive(Debug, Clone)]
pub struct SecurityContact(String);

impl FromStr for SecurityContact {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let has_scheme = ["mailto:", "https://", "tel:"]
            .iter()
            .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
        if has_scheme && text.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(
                "expected an address such as mailto:security@atlas.example or https://atlas.example/report",
            )
        }
    }
}

/// Returns the file, or "not found" if the operator gives no address.
pub async fn security_txt(
    State(site): State<Arc<Site>>,
    Extension(canonical): Extension<CanonicalRequest>,
) -> Response {
    let Some(SecurityContact(contact)) = &site.security_contact else {
        return no_file();
    };
    let today = SystemTime::UNIX_EPOCH
        .elapsed()
        .unwrap_or_default()
        .as_secs()
        / DAY;
    // The same text for a whole day.
    let expires = Duration::from_secs((today + VALID_DAYS) * DAY);
    let expires = humantime::format_rfc3339_seconds(SystemTime::UNIX_EPOCH + expires);
    let origin = canonical.origin.0;
    format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: en, zh\n\
         Canonical: {origin}/.well-known/security.txt\n"
    )
    .into_response()
}
