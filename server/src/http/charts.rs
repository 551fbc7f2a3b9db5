//! Charts by their addresses: `/zones/{slug}/{chart}.svg`, `.png`, `.csv`, `.json` and `/embed`, the
//! same of groups, of zones side by side (`/compare/{indicator}.svg?zones=`) and of league tables
//! (`/indicators/{id}.svg`), and the card of a zone (`/zones/{slug}/card.png`).

use super::exports::{failed, json, nothing_here, table, typed};
use super::headers::FRAMED;
use crate::error::Error;
use crate::export::{ChartFile, LeagueFile, csv};
use crate::live::OpenAtlas;
use crate::picture::Pictures;
use app::api::{Comparison, Outline};
use app::atlas::Origin;
use app::chart::ChartView;
use app::locale::Locale;
use app::lookup::slugs_of;
use app::publish::{CARD_SCALE, ChartRequest, Publication, league_sheet, zone_card};
use app::query;
use app::series::{ChartPart, ChartSubject};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use domain::dossier::Dossier;
use domain::zone::ZoneSummary;
use std::sync::Arc;

/// How much larger than its units a picture is.
const SCALE: f32 = 2.0;

/// How many zones of a ranking are read for its picture, which draws fewer and leaves out those in another unit.
const PICTURED_ZONES: u32 = 200;

/// What charts are answered with.
pub struct Charts {
    pictures: Pictures,
    stylesheet: String,
    origin: Option<Origin>,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A picture in lines.
    Svg,
    /// A picture in pixels.
    Png,
    /// A table.
    Csv,
    /// The same with names.
    Json,
    /// A page for frames.
    Embed,
}

/// What an address asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted<'a> {
    /// A chart of a zone, by its slug and name.
    Zone(&'a str, &'a str, Form),
    /// A chart of a group.
    Group(&'a str, &'a str, Form),
    /// A chart of zones side by side, by indicator.
    Compare(&'a str, Form),
    /// A league table, by indicator.
    League(&'a str, Form),
    /// The card of a zone.
    Card(&'a str),
}

impl<'a> Wanted<'a> {
    /// What a path without language asks for.
    pub fn of(path: &'a str) -> Option<Self> {
        let (name, form) = match path.strip_suffix("/embed") {
            Some(name) => (name, Form::Embed),
            None => match path.rsplit_once('.')? {
                (name, "svg") => (name, Form::Svg),
                (name, "png") => (name, Form::Png),
                (name, "csv") => (name, Form::Csv),
                (name, "json") => (name, Form::Json),
                _ => return None,
            },
        };
        let parts: Vec<&str> = name.strip_prefix('/')?.split('/').collect();
        match parts[..] {
            ["zones", slug, "card"] if form == Form::Png => Some(Self::Card(slug)),
            ["zones", slug, chart] => Some(Self::Zone(slug, chart, form)),
            ["groups", id, chart] => Some(Self::Group(id, chart, form)),
            ["compare", indicator] => Some(Self::Compare(indicator, form)),
            ["indicators", id] if form != Form::Embed => Some(Self::League(id, form)),
            _ => None,
        }
    }
}

/// A question as it came.
pub struct Question<'a> {
    /// What is asked for.
    pub wanted: Wanted<'a>,
    /// In which language.
    pub locale: Locale,
    /// The query string.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
}

impl Charts {
    /// With the name of the style sheet, and the address of the site where it was told.
    pub fn new(stylesheet: String, origin: Option<Origin>) -> Self {
        Self {
            pictures: Pictures::new(),
            stylesheet,
            origin,
        }
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When the data cannot be read.
    pub async fn answer(
        &self,
        atlas: &OpenAtlas,
        question: Question<'_>,
    ) -> Result<Response, Error> {
        let publication = self.publication(atlas, question.headers);
        Ok(match question.wanted {
            Wanted::Card(slug) => {
                let Some((zone, dossier)) = zone(atlas, slug).await? else {
                    return Ok(nothing_here());
                };
                let locale = question.locale;
                let province = atlas.outline.province(&zone.province);
                let province = province.map(|province| locale.pick(&province.name));
                let card = zone_card(locale, &zone, &dossier, province, &publication);
                self.png(card, CARD_SCALE).await
            }
            Wanted::League(id, form) => {
                let league = self.league(atlas, id, form, question.locale, &publication);
                league.await?
            }
            Wanted::Zone(slug, chart, form) => {
                let Some((_, dossier)) = zone(atlas, slug).await? else {
                    return Ok(nothing_here());
                };
                let request = of_one(&dossier, chart, &question, publication);
                self.of_request(atlas, request, form).await
            }
            Wanted::Group(id, chart, form) => {
                let found = match id.parse() {
                    Ok(id) => atlas.group_dossier(&id).await?,
                    Err(_) => None,
                };
                let Some((_, dossier)) = found else {
                    return Ok(nothing_here());
                };
                let request = of_one(&dossier, chart, &question, publication);
                self.of_request(atlas, request, form).await
            }
            Wanted::Compare(indicator, form) => {
                let zones = query::value(question.query, "zones");
                let comparison = atlas.comparison(&slugs_of(&zones)).await?;
                let request = of_many(&comparison, indicator, &question, publication);
                self.of_request(atlas, request, form).await
            }
        })
    }

    async fn league(
        &self,
        atlas: &OpenAtlas,
        id: &str,
        form: Form,
        locale: Locale,
        publication: &Publication,
    ) -> Result<Response, Error> {
        let most = match form {
            Form::Svg | Form::Png => PICTURED_ZONES,
            Form::Csv | Form::Json | Form::Embed => u32::MAX,
        };
        let league = match id.parse() {
            Ok(id) => atlas.league(&id, (0, most)).await?,
            Err(_) => None,
        };
        let Some(league) = league else {
            return Ok(nothing_here());
        };
        Ok(match form {
            Form::Csv => table(csv(&LeagueFile::of(atlas, &league).await?.figures())),
            Form::Json | Form::Embed => json(&LeagueFile::of(atlas, &league).await?),
            Form::Svg | Form::Png => {
                let sheet = league_sheet(locale, &league, publication);
                self.picture(sheet, form).await
            }
        })
    }

    fn publication(&self, atlas: &OpenAtlas, headers: &HeaderMap) -> Publication {
        let origin = self.origin.clone();
        let origin = origin.unwrap_or_else(|| Origin::of_request(headers));
        Publication::from(&Outline {
            data: Arc::clone(&atlas.outline),
            origin: origin.0,
        })
    }

    async fn of_request(
        &self,
        atlas: &OpenAtlas,
        request: Option<ChartRequest<'_>>,
        form: Form,
    ) -> Response {
        let Some(request) = request else {
            return nothing_here();
        };
        match form {
            Form::Csv | Form::Json => match ChartFile::of(atlas, &request) {
                Some(file) if form == Form::Csv => table(file.csv()),
                Some(file) => json(&file),
                None => nothing_here(),
            },
            Form::Svg | Form::Png => self.picture(request.sheet(), form).await,
            Form::Embed => request
                .embedded(&self.stylesheet)
                .map_or_else(nothing_here, embeddable),
        }
    }

    async fn picture(&self, svg: Option<String>, form: Form) -> Response {
        match svg {
            Some(svg) if form == Form::Png => self.png(svg, SCALE).await,
            Some(svg) => typed(svg.into_bytes(), "image/svg+xml; charset=utf-8"),
            None => nothing_here(),
        }
    }

    async fn png(&self, svg: String, scale: f32) -> Response {
        match self.pictures.png(svg, scale).await {
            Ok(png) => typed(png, "image/png"),
            Err(error) => failed(&error),
        }
    }
}

/// The zone of an address and what is known of it.
async fn zone(atlas: &OpenAtlas, slug: &str) -> Result<Option<(ZoneSummary, Dossier)>, Error> {
    match slug.parse() {
        Ok(slug) => atlas.zone_dossier(&slug).await,
        Err(_) => Ok(None),
    }
}

/// A page for frames: any site may show it, and nothing runs in it.
fn embeddable(html: String) -> Response {
    let mut response = typed(html.into_bytes(), "text/html; charset=utf-8").into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, FRAMED);
    response
}

fn of_one<'a>(
    dossier: &'a Dossier,
    chart: &str,
    question: &Question<'_>,
    publication: Publication,
) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(chart)?;
    let owner = dossier.owner.path();
    let chosen = query::chosen(question.query);
    let given = query::choosing(&chosen);
    Some(ChartRequest {
        locale: question.locale,
        parts: vec![ChartPart::alone(dossier)],
        chart: format!("{owner}/{}", subject.name()),
        page: owner,
        subject,
        view: ChartView::of_pairs(query::pairs(question.query)),
        chosen,
        given,
        publication,
    })
}

fn of_many<'a>(
    comparison: &'a Comparison,
    indicator: &str,
    question: &Question<'_>,
    publication: Publication,
) -> Option<ChartRequest<'a>> {
    let subject = ChartSubject::of_name(indicator)?;
    let slugs: Vec<&str> = comparison
        .zones
        .iter()
        .map(|zone| zone.slug.as_str())
        .collect();
    (!slugs.is_empty()).then(|| ChartRequest {
        locale: question.locale,
        parts: comparison.parts(),
        chart: format!("/compare/{}", subject.name()),
        page: "/compare".to_owned(),
        given: format!("zones={}&indicator={}", slugs.join(","), subject.name()),
        subject,
        view: ChartView::of_pairs(query::pairs(question.query)),
        chosen: Vec::new(),
        publication,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_charts_are_taken() {
        let of = Wanted::of;
        assert_eq!(
            of("/zones/x/output.svg"),
            Some(Wanted::Zone("x", "output", Form::Svg))
        );
        assert_eq!(
            of("/groups/x/gdp/embed"),
            Some(Wanted::Group("x", "gdp", Form::Embed))
        );
        assert_eq!(
            of("/compare/gdp.png"),
            Some(Wanted::Compare("gdp", Form::Png))
        );
        assert_eq!(
            of("/indicators/gdp.csv"),
            Some(Wanted::League("gdp", Form::Csv))
        );
        assert_eq!(of("/zones/x/card.png"), Some(Wanted::Card("x")));
        for other in [
            "/zones/x",
            "/zones/x.json",
            "/zones/x/a/b.svg",
            "/indicators/gdp/embed",
            "/embed",
            "/x.png",
            "/zones/x/output.gif",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
