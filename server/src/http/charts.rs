//! Handlers for charts as files: `/zones/{slug}/{chart}.svg`, `.png`, `.csv`, `.json` and `/embed`. Groups, comparisons
//! of zones (`/compare/{indicator}.svg?zones=`) and rankings (`/indicators/{id}.svg`) have similar addresses. The card
//! of a zone is at `/zones/{slug}/card.png`.

use super::file_response::{Format, file, json, no_file};
use super::headers::{ANY_SITE, CROSS_ORIGIN_RESOURCE_POLICY, EMBED_CSP};
use super::pages::Name;
use super::respond::CanonicalRequest;
use super::site::Site;
use crate::error::Error;
use crate::export::{ChartFile, RankingFile, csv};
use app::chart::ChartView;
use app::lookup::compared_names;
use app::messages::columns::FIGURES;
use app::publish::{CARD_SCALE, ChartRequest, Publication, ranking_sheet, zone_card};
use app::query;
use app::records::{Comparison, SiteMetadata};
use app::series::{ChartPart, ChartSubject};
use axum::extract::{Extension, Path, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::profile::Profile;
use domain::ranking::RankingPart;
use domain::zone::ZoneSummary;
use std::sync::Arc;

/// The scale of PNG pictures, in pixels per SVG unit.
const SCALE: f32 = 2.0;

/// The number of zones that are read for the picture of a ranking. The picture shows fewer: it omits zones whose value
/// has another unit.
const PICTURED_ZONES: u32 = 200;

type Shared = State<Arc<Site>>;
type Canonical = Extension<CanonicalRequest>;

/// Handles a chart of a zone, or the card of a zone.
pub async fn of_zone(
    State(site): Shared,
    Extension(canonical): Canonical,
    Path((slug, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (Some((chart, format)), Some((zone, profile))) =
        (Format::of(&name), zone(&canonical, &slug).await?)
    else {
        return Ok(no_file());
    };
    if (chart, format) == ("card", Format::Png) {
        let locale = canonical.locale;
        let province = canonical.atlas.site_metadata.province(&zone.province);
        let province = province.map(|province| locale.pick(&province.name));
        let card = zone_card(locale, &zone, &profile, province, &publication(&canonical));
        let png = site.pictures.png(&card, CARD_SCALE)?;
        return Ok(file(&canonical.path, format, png));
    }
    of_request(
        &site,
        &canonical,
        of_one(&profile, chart, &canonical),
        format,
    )
    .await
}

/// Handles a chart of a zone for frames on other sites.
pub async fn zone_embedded(
    State(site): Shared,
    Extension(canonical): Canonical,
    Path((slug, chart)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some((_, profile)) = zone(&canonical, &slug).await? else {
        return Ok(no_file());
    };
    Ok(embedded(&site, of_one(&profile, &chart, &canonical)))
}

/// Handles a chart of a group.
pub async fn of_group(
    State(site): Shared,
    Extension(canonical): Canonical,
    Path((id, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (Some((chart, format)), Some(profile)) = (Format::of(&name), group(&canonical, &id).await?)
    else {
        return Ok(no_file());
    };
    of_request(
        &site,
        &canonical,
        of_one(&profile, chart, &canonical),
        format,
    )
    .await
}

/// Handles a chart of a group for frames on other sites.
pub async fn group_embedded(
    State(site): Shared,
    Extension(canonical): Canonical,
    Path((id, chart)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some(profile) = group(&canonical, &id).await? else {
        return Ok(no_file());
    };
    Ok(embedded(&site, of_one(&profile, &chart, &canonical)))
}

/// Handles a chart that compares zones.
pub async fn of_comparison(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(name): Name,
) -> Result<Response, Error> {
    let Some((indicator, format)) = Format::of(&name) else {
        return Ok(no_file());
    };
    let comparison = comparison(&canonical).await?;
    of_request(
        &site,
        &canonical,
        of_many(&comparison, indicator, &canonical),
        format,
    )
    .await
}

/// Handles a chart that compares zones, for frames on other sites.
pub async fn comparison_embedded(
    State(site): Shared,
    Extension(canonical): Canonical,
    Name(indicator): Name,
) -> Result<Response, Error> {
    let comparison = comparison(&canonical).await?;
    Ok(embedded(
        &site,
        of_many(&comparison, &indicator, &canonical),
    ))
}

/// Returns the ranking of an indicator as a file, or status 404 if the indicator does not exist.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_ranking(
    site: &Site,
    canonical: &CanonicalRequest,
    id: &str,
    format: Format,
) -> Result<Response, Error> {
    let atlas = &canonical.atlas;
    let is_picture = matches!(format, Format::Svg | Format::Png);
    let most = if is_picture { PICTURED_ZONES } else { u32::MAX };
    let ranking = match id.parse() {
        Ok(id) => atlas.ranking(&id, &RankingPart::first(most)).await?,
        Err(_) => None,
    };
    let Some(ranking) = ranking else {
        return Ok(no_file());
    };
    if is_picture {
        let sheet = ranking_sheet(canonical.locale, &ranking, &publication(canonical));
        return picture(site, canonical, sheet, format);
    }
    let ranking = RankingFile::of(atlas, &ranking).await?;
    match format {
        Format::Csv => Ok(file(
            &canonical.path,
            format,
            csv(&[FIGURES], ranking.figures())?,
        )),
        _ => json(&canonical.path, format, &ranking),
    }
}

async fn of_request(
    site: &Site,
    canonical: &CanonicalRequest,
    request: Option<ChartRequest<'_>>,
    format: Format,
) -> Result<Response, Error> {
    let Some(request) = request else {
        return Ok(no_file());
    };
    match format {
        Format::Csv | Format::Json => match ChartFile::of(&canonical.atlas, &request).await? {
            Some(chart) if format == Format::Csv => Ok(file(&canonical.path, format, chart.csv()?)),
            Some(chart) => json(&canonical.path, format, &chart),
            None => Ok(no_file()),
        },
        Format::Svg | Format::Png => picture(site, canonical, request.sheet(), format),
        Format::GeoJson => Ok(no_file()),
    }
}

fn picture(
    site: &Site,
    canonical: &CanonicalRequest,
    svg: Option<String>,
    format: Format,
) -> Result<Response, Error> {
    let Some(svg) = svg else {
        return Ok(no_file());
    };
    let body = match format {
        Format::Png => site.pictures.png(&svg, SCALE)?,
        _ => svg.into_bytes(),
    };
    Ok(file(&canonical.path, format, body))
}

/// Returns a page for frames: any site may embed it, and it runs no scripts.
fn embedded(site: &Site, request: Option<ChartRequest<'_>>) -> Response {
    let page = request.and_then(|request| request.embedded(&site.assets.stylesheet));
    match page {
        Some(page) => {
            let policy = [
                (header::CONTENT_SECURITY_POLICY, EMBED_CSP),
                (CROSS_ORIGIN_RESOURCE_POLICY, ANY_SITE),
            ];
            (policy, Html(page)).into_response()
        }
        None => no_file(),
    }
}

fn publication(canonical: &CanonicalRequest) -> Publication {
    Publication::from(&SiteMetadata {
        data: Arc::clone(&canonical.atlas.site_metadata),
        origin: canonical.origin.0.clone(),
    })
}

/// Reads the zone with this slug and its profile; `None` if there is none.
async fn zone(
    canonical: &CanonicalRequest,
    slug: &str,
) -> Result<Option<(ZoneSummary, Profile)>, Error> {
    match slug.parse() {
        Ok(slug) => canonical.atlas.zone_profile(&slug).await,
        Err(_) => Ok(None),
    }
}

/// Reads the profile of the group with this id; `None` if there is none.
async fn group(canonical: &CanonicalRequest, id: &str) -> Result<Option<Profile>, Error> {
    let found = match id.parse() {
        Ok(id) => canonical.atlas.group_profile(&id).await?,
        Err(_) => None,
    };
    Ok(found.map(|(_, profile)| profile))
}

/// Reads the zones that the query string names, for a comparison.
async fn comparison(canonical: &CanonicalRequest) -> Result<Comparison, Error> {
    canonical
        .atlas
        .comparison(&compared_names(&canonical.query))
        .await
}

fn of_one<'a>(
    profile: &'a Profile,
    chart: &str,
    canonical: &CanonicalRequest,
) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(chart)?;
    let owner = profile.owner.path();
    let chosen = query::chosen(&canonical.query);
    let given = query::preferred_figures_query(&chosen);
    Some(ChartRequest {
        locale: canonical.locale,
        parts: vec![ChartPart::alone(profile)],
        chart: format!("{owner}/{}", subject.name()),
        page: owner,
        subject,
        view: ChartView::of_pairs(query::pairs(&canonical.query)),
        chosen,
        given,
        publication: publication(canonical),
    })
}

fn of_many<'a>(
    comparison: &'a Comparison,
    indicator: &str,
    canonical: &CanonicalRequest,
) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(indicator)?;
    let slugs: Vec<&str> = comparison
        .zones
        .iter()
        .map(|zone| zone.slug.as_str())
        .collect();
    (!slugs.is_empty()).then(|| ChartRequest {
        locale: canonical.locale,
        parts: comparison.parts(),
        chart: format!("/compare/{}", subject.name()),
        page: "/compare".to_owned(),
        given: format!("zones={}&indicator={}", slugs.join(","), subject.name()),
        subject,
        view: ChartView::of_pairs(query::pairs(&canonical.query)),
        chosen: Vec::new(),
        publication: publication(canonical),
    })
}
