//! Charts by their addresses: `/zones/{slug}/{chart}.svg`, `.png`, `.csv`, `.json` and `/embed`, the
//! same of groups, of zones side by side (`/compare/{indicator}.svg?zones=`) and of rankings
//! (`/indicators/{id}.svg`), and the card of a zone (`/zones/{slug}/card.png`).

use super::file::{Format, file, json, no_file};
use super::headers::FRAMED;
use super::pages::Name;
use super::respond::Asked;
use super::site::Site;
use crate::error::Error;
use crate::export::{ChartFile, LeagueFile, csv};
use app::api::{Comparison, Outline};
use app::chart::ChartView;
use app::lookup::slugs_of;
use app::messages::columns::FIGURES;
use app::publish::{CARD_SCALE, ChartRequest, Publication, league_sheet, zone_card};
use app::query;
use app::series::{ChartPart, ChartSubject};
use axum::extract::{Extension, Path, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use domain::dossier::Dossier;
use domain::zone::ZoneSummary;
use std::sync::Arc;

/// How much larger than its units a picture is.
const SCALE: f32 = 2.0;

/// How many zones of a ranking are read for its picture, which draws fewer and leaves out those in another unit.
const PICTURED_ZONES: u32 = 200;

type Shared = State<Arc<Site>>;
type Asking = Extension<Asked>;

/// A chart of a zone, or its card.
pub async fn of_zone(
    State(site): Shared,
    Extension(asked): Asking,
    Path((slug, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (Some((chart, format)), Some((zone, dossier))) =
        (Format::of(&name), zone(&asked, &slug).await?)
    else {
        return Ok(no_file());
    };
    if (chart, format) == ("card", Format::Png) {
        let locale = asked.locale;
        let province = asked.atlas.outline.province(&zone.province);
        let province = province.map(|province| locale.pick(&province.name));
        let card = zone_card(locale, &zone, &dossier, province, &publication(&asked));
        let png = site.pictures.png(&card, CARD_SCALE)?;
        return Ok(file(&asked.path, format, png));
    }
    of_request(&site, &asked, of_one(&dossier, chart, &asked), format).await
}

/// A chart of a zone for the pages of others.
pub async fn zone_embedded(
    State(site): Shared,
    Extension(asked): Asking,
    Path((slug, chart)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some((_, dossier)) = zone(&asked, &slug).await? else {
        return Ok(no_file());
    };
    Ok(embedded(&site, of_one(&dossier, &chart, &asked)))
}

/// A chart of a group.
pub async fn of_group(
    State(site): Shared,
    Extension(asked): Asking,
    Path((id, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (Some((chart, format)), Some(dossier)) = (Format::of(&name), group(&asked, &id).await?)
    else {
        return Ok(no_file());
    };
    of_request(&site, &asked, of_one(&dossier, chart, &asked), format).await
}

/// A chart of a group for the pages of others.
pub async fn group_embedded(
    State(site): Shared,
    Extension(asked): Asking,
    Path((id, chart)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some(dossier) = group(&asked, &id).await? else {
        return Ok(no_file());
    };
    Ok(embedded(&site, of_one(&dossier, &chart, &asked)))
}

/// A chart of zones side by side.
pub async fn of_comparison(
    State(site): Shared,
    Extension(asked): Asking,
    Name(name): Name,
) -> Result<Response, Error> {
    let Some((indicator, format)) = Format::of(&name) else {
        return Ok(no_file());
    };
    let comparison = comparison(&asked).await?;
    of_request(
        &site,
        &asked,
        of_many(&comparison, indicator, &asked),
        format,
    )
    .await
}

/// A chart of zones side by side for the pages of others.
pub async fn comparison_embedded(
    State(site): Shared,
    Extension(asked): Asking,
    Name(indicator): Name,
) -> Result<Response, Error> {
    let comparison = comparison(&asked).await?;
    Ok(embedded(&site, of_many(&comparison, &indicator, &asked)))
}

/// The ranking of an indicator.
///
/// # Errors
/// When the data cannot be read.
pub async fn of_ranking(
    site: &Site,
    asked: &Asked,
    id: &str,
    format: Format,
) -> Result<Response, Error> {
    let atlas = &asked.atlas;
    let is_picture = matches!(format, Format::Svg | Format::Png);
    let most = if is_picture { PICTURED_ZONES } else { u32::MAX };
    let league = match id.parse() {
        Ok(id) => atlas.league(&id, (0, most)).await?,
        Err(_) => None,
    };
    let Some(league) = league else {
        return Ok(no_file());
    };
    if is_picture {
        let sheet = league_sheet(asked.locale, &league, &publication(asked));
        return picture(site, asked, sheet, format);
    }
    let ranking = LeagueFile::of(atlas, &league).await?;
    match format {
        Format::Csv => Ok(file(
            &asked.path,
            format,
            csv(&[FIGURES], ranking.figures())?,
        )),
        _ => json(&asked.path, format, &ranking),
    }
}

async fn of_request(
    site: &Site,
    asked: &Asked,
    request: Option<ChartRequest<'_>>,
    format: Format,
) -> Result<Response, Error> {
    let Some(request) = request else {
        return Ok(no_file());
    };
    match format {
        Format::Csv | Format::Json => match ChartFile::of(&asked.atlas, &request).await? {
            Some(chart) if format == Format::Csv => Ok(file(&asked.path, format, chart.csv()?)),
            Some(chart) => json(&asked.path, format, &chart),
            None => Ok(no_file()),
        },
        Format::Svg | Format::Png => picture(site, asked, request.sheet(), format),
        Format::GeoJson => Ok(no_file()),
    }
}

fn picture(
    site: &Site,
    asked: &Asked,
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
    Ok(file(&asked.path, format, body))
}

/// A page for frames: any site may show it, and nothing runs in it.
fn embedded(site: &Site, request: Option<ChartRequest<'_>>) -> Response {
    let page = request.and_then(|request| request.embedded(&site.assets.stylesheet));
    match page {
        Some(page) => {
            let policy = [(header::CONTENT_SECURITY_POLICY, FRAMED)];
            (policy, Html(page)).into_response()
        }
        None => no_file(),
    }
}

fn publication(asked: &Asked) -> Publication {
    Publication::from(&Outline {
        data: Arc::clone(&asked.atlas.outline),
        origin: asked.origin.0.clone(),
    })
}

/// The zone of an address and what is known of it.
async fn zone(asked: &Asked, slug: &str) -> Result<Option<(ZoneSummary, Dossier)>, Error> {
    match slug.parse() {
        Ok(slug) => asked.atlas.zone_dossier(&slug).await,
        Err(_) => Ok(None),
    }
}

/// What is known of the group of an address.
async fn group(asked: &Asked, id: &str) -> Result<Option<Dossier>, Error> {
    let found = match id.parse() {
        Ok(id) => asked.atlas.group_dossier(&id).await?,
        Err(_) => None,
    };
    Ok(found.map(|(_, dossier)| dossier))
}

/// The zones that an address names, side by side.
async fn comparison(asked: &Asked) -> Result<Comparison, Error> {
    let zones = query::value(&asked.query, "zones");
    asked.atlas.comparison(&slugs_of(&zones)).await
}

fn of_one<'a>(dossier: &'a Dossier, chart: &str, asked: &Asked) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(chart)?;
    let owner = dossier.owner.path();
    let chosen = query::chosen(&asked.query);
    let given = query::choosing(&chosen);
    Some(ChartRequest {
        locale: asked.locale,
        parts: vec![ChartPart::alone(dossier)],
        chart: format!("{owner}/{}", subject.name()),
        page: owner,
        subject,
        view: ChartView::of_pairs(query::pairs(&asked.query)),
        chosen,
        given,
        publication: publication(asked),
    })
}

fn of_many<'a>(
    comparison: &'a Comparison,
    indicator: &str,
    asked: &Asked,
) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(indicator)?;
    let slugs: Vec<&str> = comparison
        .zones
        .iter()
        .map(|zone| zone.slug.as_str())
        .collect();
    (!slugs.is_empty()).then(|| ChartRequest {
        locale: asked.locale,
        parts: comparison.parts(),
        chart: format!("/compare/{}", subject.name()),
        page: "/compare".to_owned(),
        given: format!("zones={}&indicator={}", slugs.join(","), subject.name()),
        subject,
        view: ChartView::of_pairs(query::pairs(&asked.query)),
        chosen: Vec::new(),
        publication: publication(asked),
    })
}
