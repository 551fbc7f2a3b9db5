//! Other names of a zone in an address: its catalogue code, its slug in capitals, or one of its names. They lead to the
//! same page or file at the slug.

use super::file_response::Format;
use super::respond::CanonicalRequest;
use crate::error::Error;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{Extension, RawPathParams, Request};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

/// Redirects an address that begins with `/zones/` and another name of a zone. It runs for all routes of a zone, after
/// the handler has found nothing.
///
/// # Errors
/// When the database cannot be read.
pub async fn redirect_other_names(
    Extension(canonical): Extension<CanonicalRequest>,
    params: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
    next: Next,
) -> Result<Response, Error> {
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND {
        return Ok(response);
    }
    // A name that is not valid UTF-8 is the name of no zone.
    let Ok(params) = params else {
        return Ok(response);
    };
    let name = params.iter().next().map_or("", |(_, name)| name);
    // The part of the path after the name.
    let rest = canonical.path.splitn(4, '/').nth(3);
    let (name, ending) = match Format::of(name) {
        Some((stem, _)) if rest.is_none() => (stem, &name[stem.len()..]),
        _ => (name, ""),
    };
    let slug = canonical.atlas.store.slug_of_name(name).await?;
    // An address that has the slug already leads to nothing else.
    let Some(slug) = slug.filter(|slug| slug.as_str() != name) else {
        return Ok(response);
    };
    let rest = rest.map(|rest| ["/", rest].concat()).unwrap_or_default();
    let path = canonical
        .locale
        .href(&format!("/zones/{slug}{ending}{rest}"));
    let mark = if canonical.query.is_empty() { "" } else { "?" };
    Ok(Redirect::permanent(&format!("{path}{mark}{}", canonical.query)).into_response())
}
