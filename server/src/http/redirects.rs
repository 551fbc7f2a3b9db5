//! Addresses that lead to others: catalogue codes to slugs, and addresses with a slash too many.

use crate::live::OpenAtlas;
use app::locale::Locale;
use axum::extract::{Extension, Request};
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use domain::id::CatalogueCode;
use std::sync::Arc;

/// Answers with a redirect where the address leads elsewhere.
pub async fn redirect(
    Extension(atlas): Extension<Arc<OpenAtlas>>,
    request: Request,
    next: Next,
) -> Response {
    let target = match by_code(&atlas, request.uri()).await {
        None => without_slash(request.uri()),
        target => target,
    };
    match target {
        Some(target) => Redirect::permanent(&target).into_response(),
        None => next.run(request).await,
    }
}

/// `/zones/G321090` is the zone of that code.
async fn by_code(atlas: &OpenAtlas, uri: &Uri) -> Option<String> {
    let path = uri.path();
    let code = Locale::strip(path)
        .strip_prefix("/zones/")?
        .trim_end_matches('/');
    let code: CatalogueCode = code.to_ascii_uppercase().parse().ok()?;
    let slug = atlas.store.slug_of(&code).await;
    let slug = slug.inspect_err(|error| tracing::error!(%error, "cannot look up a code"));
    let slug = slug.ok().flatten()?;
    Some(Locale::of_path(path).href(&format!("/zones/{slug}")))
}

/// `/zones/x/` is `/zones/x`. Only paths of one leading slash: `//host/` would lead off the site.
fn without_slash(uri: &Uri) -> Option<String> {
    let path = uri.path();
    let trimmed = path.trim_end_matches('/');
    if trimmed == path || trimmed.is_empty() || path.starts_with("//") {
        return None;
    }
    let query = uri
        .query()
        .map(|query| format!("?{query}"))
        .unwrap_or_default();
    Some(format!("{trimmed}{query}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_too_many_is_taken_away() {
        let to = |uri: &str| without_slash(&uri.parse().unwrap());
        assert_eq!(to("/zh/"), Some("/zh".to_owned()));
        assert_eq!(to("/zones/x/?a=1"), Some("/zones/x?a=1".to_owned()));
        for fine in ["/", "/zones/x", "//evil.example/"] {
            assert_eq!(to(fine), None, "{fine}");
        }
    }
}
