//! Handlers for data files at the address of a page plus an ending: `/zones/{slug}.json`, `/data/figures.csv`.
//! Addresses without an ending use the same routes and return the page.

use super::charts;
use super::file_response::{Format, file, json, no_file};
use super::pages::{Name, render};
use super::respond::CanonicalRequest;
use super::site::Site;
use crate::error::Error;
use crate::export::{
    CautionsFile, FiguresFile, ProfileFile, csv, zones_csv, zones_geojson, zones_json,
};
use crate::live::OpenAtlas;
use app::Page;
use app::messages::columns::FIGURES;
use axum::extract::{Extension, Path, Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use domain::profile::Profile;
use std::sync::Arc;

type Shared = State<Arc<Site>>;
type Canonical = Extension<CanonicalRequest>;

/// Handles the page of a zone and its data files.
pub async fn zone(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(name): Name,
    request: Request,
) -> Result<Response, Error> {
    if let Some((slug, format @ (Format::Json | Format::Csv))) = Format::of(&name) {
        let Ok(slug) = slug.parse() else {
            return Ok(no_file());
        };
        let found = canonical.atlas.zone_profile(&slug).await?;
        return of_profile(&canonical, found.map(|(_, profile)| profile), format).await;
    }
    Ok(render(site, canonical, Page::Zone(name), request).await)
}

/// Handles the page of a group and its data files.
pub async fn group(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(name): Name,
    request: Request,
) -> Result<Response, Error> {
    let Some((id, format @ (Format::Json | Format::Csv))) = Format::of(&name) else {
        return Ok(render(site, canonical, Page::Group(name), request).await);
    };
    let Ok(id) = id.parse() else {
        return Ok(no_file());
    };
    let found = canonical.atlas.group_profile(&id).await?;
    let profile = found.map(|(_, profile)| profile);
    of_profile(&canonical, profile, format).await
}

/// Handles the page of a figure and its JSON file.
pub async fn figure(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(name): Name,
    request: Request,
) -> Result<Response, Error> {
    let Some((id, Format::Json)) = Format::of(&name) else {
        return Ok(render(site, canonical, Page::Figure(name), request).await);
    };
    let Ok(id) = id.parse() else {
        return Ok(no_file());
    };
    let profile = canonical.atlas.figure_profile(&id).await?;
    of_profile(&canonical, profile, Format::Json).await
}

/// Handles the page of an indicator and its ranking as a picture or data file.
pub async fn indicator(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(name): Name,
    request: Request,
) -> Result<Response, Error> {
    match Format::of(&name) {
        Some((id, format)) if format != Format::GeoJson => {
            charts::of_ranking(&site, &canonical, id, format).await
        }
        _ => Ok(render(site, canonical, Page::Indicator(name), request).await),
    }
}

/// Handles the file with all figures of an indicator and their receipts, such as `/indicators/gdp/figures.csv`.
pub async fn of_indicator(
    Extension(canonical): Canonical,
    Path((indicator, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let CanonicalRequest { atlas, path, .. } = &canonical;
    let known = atlas.site_metadata.indicators.iter();
    let Some(indicator) = known
        .map(|known| &known.id)
        .find(|id| id.as_str() == indicator)
    else {
        return Ok(no_file());
    };
    let Some(("figures", format @ (Format::Csv | Format::Json))) = Format::of(&name) else {
        return Ok(no_file());
    };
    let found = FiguresFile::of(atlas).await?.of_indicator(indicator);
    match format {
        Format::Csv => Ok(file(path, format, csv(&[FIGURES], &found.figures)?)),
        _ => json(path, format, &found),
    }
}

/// Handles the files of the dataset: all figures, the zones of a filter, all cautions and conflicts.
pub async fn dataset(Extension(canonical): Canonical, Name(name): Name) -> Result<Response, Error> {
    let CanonicalRequest {
        atlas, path, query, ..
    } = &canonical;
    match Format::of(&name) {
        Some(("figures", Format::Csv)) => {
            let figures = FiguresFile::of(atlas).await?.figures;
            Ok(file(path, Format::Csv, csv(&[FIGURES], &figures)?))
        }
        Some(("figures", Format::Json)) => json(path, Format::Json, &FiguresFile::of(atlas).await?),
        Some(("zones", format @ (Format::Csv | Format::Json | Format::GeoJson))) => {
            let filter = atlas.filter(query);
            let body = match format {
                Format::Csv => zones_csv(atlas, &filter).await?,
                Format::GeoJson => zones_geojson(atlas, &filter).await?,
                _ => zones_json(atlas, &filter).await?,
            };
            Ok(file(path, format, body))
        }
        Some(("cautions", Format::Json)) => {
            json(path, Format::Json, &CautionsFile::of(atlas).await?)
        }
        _ => Ok(no_file()),
    }
}

/// Handles the two files with which a browser filters zones itself. Import has already compressed them.
pub async fn index(
    Extension(canonical): Canonical,
    Name(name): Name,
    request: Request,
) -> Result<Response, Error> {
    let accepted = request.headers().get(header::ACCEPT_ENCODING);
    let is_brotli = accepted.is_some_and(|accepted| accepted == "br");
    let Some(content) = canonical.atlas.index_file(&name, is_brotli).await? else {
        return Ok(no_file());
    };
    let content_type = HeaderValue::from_static("application/octet-stream");
    let mut response = ([(header::CONTENT_TYPE, content_type)], content).into_response();
    if is_brotli {
        let encoding = HeaderValue::from_static("br");
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_ENCODING, encoding);
    }
    Ok(response)
}

/// Handles addresses without a route: redirects an address with a slash at its end, otherwise returns the "not found"
/// page.
pub async fn missing(
    State(site): Shared,
    Extension(canonical): Canonical,
    request: Request,
) -> Response {
    match without_slash(request.uri().path()) {
        Some(path) => {
            let mark = if canonical.query.is_empty() { "" } else { "?" };
            Redirect::permanent(&format!("{path}{mark}{}", canonical.query)).into_response()
        }
        None => render(site, canonical, Page::NotFound, request).await,
    }
}

async fn of_profile(
    canonical: &CanonicalRequest,
    profile: Option<Profile>,
    format: Format,
) -> Result<Response, Error> {
    let Some(profile) = profile else {
        return Ok(no_file());
    };
    let atlas: &OpenAtlas = &canonical.atlas;
    let of_profile = ProfileFile::of(atlas, &profile).await?;
    match format {
        Format::Csv => Ok(file(
            &canonical.path,
            format,
            csv(&[FIGURES], &of_profile.figures)?,
        )),
        _ => json(&canonical.path, format, &of_profile),
    }
}

/// Removes slashes at the end of a path; `None` if there are none. Paths that begin with `//` are excluded, because a
/// redirect to `//host/` would leave the site.
fn without_slash(path: &str) -> Option<&str> {
    let trimmed = path.trim_end_matches('/');
    let is_other = trimmed != path && !trimmed.is_empty();
    (is_other && !path.starts_with("//") && !path.starts_with("/\\")).then_some(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_too_many_is_taken_away() {
        assert_eq!(without_slash("/zh/"), Some("/zh"));
        assert_eq!(without_slash("/zones/x/"), Some("/zones/x"));
        for fine in ["/", "/zones/x", "//evil.example/", "/\\evil.example/"] {
            assert_eq!(without_slash(fine), None, "{fine}");
        }
    }
}
