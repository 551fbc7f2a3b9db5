//! Data by the address of its page with an ending: `/zones/{slug}.json`, `/data/figures.csv`.
//!
//! The router takes no ending after a parameter, and the pages own `/zones/{slug}`; so this looks
//! at the address before they do.

use super::charts::{self, Charts, Question};
use crate::error::Error;
use crate::export::{DossierFile, DoubtsFile, FiguresFile, ZonesFile, ZonesMap, csv};
use crate::live::OpenAtlas;
use app::locale::Locale;
use axum::extract::{Extension, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::dossier::Dossier;
use serde::Serialize;
use std::sync::Arc;

/// Answers with data or a chart where the address asks for it.
pub async fn export(
    State(charts): State<Arc<Charts>>,
    Extension(atlas): Extension<Arc<OpenAtlas>>,
    request: Request,
    next: Next,
) -> Response {
    let path = Locale::strip(request.uri().path());
    let query = request.uri().query().unwrap_or_default();
    if let Some(wanted) = charts::Wanted::of(path) {
        let question = Question {
            wanted,
            locale: Locale::of_path(request.uri().path()),
            query,
            headers: request.headers(),
        };
        return answered(charts.answer(&atlas, question).await);
    }
    match Wanted::of(path) {
        Some(wanted) => answered(wanted.answer(&atlas, query).await),
        None => next.run(request).await,
    }
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Json,
    Csv,
    GeoJson,
}

/// What an address asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wanted<'a> {
    Zone(&'a str, Form),
    Group(&'a str, Form),
    Figure(&'a str),
    Figures(Form),
    Doubts,
    Zones(Form),
}

impl<'a> Wanted<'a> {
    fn of(path: &'a str) -> Option<Self> {
        let (name, form) = match path.rsplit_once('.')? {
            (name, "json") => (name, Form::Json),
            (name, "csv") => (name, Form::Csv),
            (name, "geojson") => (name, Form::GeoJson),
            _ => return None,
        };
        let within = |folder: &str| name.strip_prefix(folder).filter(|name| !name.contains('/'));
        if form == Form::GeoJson {
            return (name == "/data/zones").then_some(Self::Zones(form));
        }
        if let Some(slug) = within("/zones/") {
            Some(Self::Zone(slug, form))
        } else if let Some(id) = within("/groups/") {
            Some(Self::Group(id, form))
        } else if let Some(id) = within("/figures/").filter(|_| form == Form::Json) {
            Some(Self::Figure(id))
        } else {
            match (name, form) {
                ("/data/figures", form) => Some(Self::Figures(form)),
                ("/data/zones", form) => Some(Self::Zones(form)),
                ("/data/cautions", Form::Json) => Some(Self::Doubts),
                _ => None,
            }
        }
    }

    /// `query` is the query string of the address: that of the atlas page, for zones.
    async fn answer(&self, atlas: &OpenAtlas, query: &str) -> Result<Response, Error> {
        Ok(match self {
            Self::Zone(slug, form) => {
                let Ok(slug) = slug.parse() else {
                    return Ok(nothing_here());
                };
                let found = atlas.zone_dossier(&slug).await?;
                of_dossier(atlas, found.map(|(_, dossier)| dossier), *form)
            }
            Self::Group(id, form) => {
                let Ok(id) = id.parse() else {
                    return Ok(nothing_here());
                };
                let found = atlas.group_dossier(&id).await?;
                of_dossier(atlas, found.map(|(_, dossier)| dossier), *form)
            }
            Self::Figure(id) => {
                let Ok(id) = id.parse() else {
                    return Ok(nothing_here());
                };
                of_dossier(atlas, atlas.figure_dossier(&id).await?, Form::Json)
            }
            Self::Figures(form) => {
                let file = FiguresFile::of(atlas).await?;
                match form {
                    Form::Csv => table(csv(&file.figures)),
                    Form::Json | Form::GeoJson => json(&file),
                }
            }
            Self::Zones(form) => {
                let filter = atlas.filter(query);
                match form {
                    Form::Csv => table(csv(&ZonesFile::of(atlas, &filter).await?.zones)),
                    Form::Json => json(&ZonesFile::of(atlas, &filter).await?),
                    Form::GeoJson => geojson(&ZonesMap::of(atlas, &filter).await?),
                }
            }
            Self::Doubts => json(&DoubtsFile::of(atlas).await?),
        })
    }
}

fn of_dossier(atlas: &OpenAtlas, dossier: Option<Dossier>, form: Form) -> Response {
    let Some(dossier) = dossier else {
        return nothing_here();
    };
    let file = DossierFile::of(atlas, &dossier);
    match form {
        Form::Csv => table(csv(&file.figures)),
        Form::Json | Form::GeoJson => json(&file),
    }
}

/// The response, or that the data cannot be read now.
fn answered(response: Result<Response, Error>) -> Response {
    response.unwrap_or_else(|error| {
        tracing::error!(%error, "cannot read what a file holds");
        let text = "the data cannot be read now\n";
        (StatusCode::SERVICE_UNAVAILABLE, text).into_response()
    })
}

/// Says that an address leads to nothing.
pub fn nothing_here() -> Response {
    (StatusCode::NOT_FOUND, "there is nothing at this address\n").into_response()
}

/// Data as JSON.
pub fn json(value: &impl Serialize) -> Response {
    pretty(value, "application/json; charset=utf-8")
}

fn geojson(value: &impl Serialize) -> Response {
    pretty(value, "application/geo+json; charset=utf-8")
}

fn pretty(value: &impl Serialize, content_type: &'static str) -> Response {
    match serde_json::to_vec_pretty(value) {
        Ok(mut body) => {
            body.push(b'\n');
            typed(body, content_type)
        }
        Err(error) => failed(&error),
    }
}

/// Data as a table.
pub fn table(body: Result<Vec<u8>, csv::Error>) -> Response {
    match body {
        Ok(body) => typed(body, "text/csv; charset=utf-8; header=present"),
        Err(error) => failed(&error),
    }
}

/// A body with its type.
pub fn typed(body: Vec<u8>, content_type: &'static str) -> Response {
    let content_type = HeaderValue::from_static(content_type);
    ([(header::CONTENT_TYPE, content_type)], body).into_response()
}

/// Says that something failed here; what, is logged.
pub fn failed(error: &impl std::fmt::Display) -> Response {
    tracing::error!(%error, "cannot write an export");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_data_addresses_are_taken() {
        let of = Wanted::of;
        assert_eq!(of("/zones/x.json"), Some(Wanted::Zone("x", Form::Json)));
        assert_eq!(of("/groups/x.csv"), Some(Wanted::Group("x", Form::Csv)));
        assert_eq!(of("/figures/k7f2q.json"), Some(Wanted::Figure("k7f2q")));
        assert_eq!(of("/data/figures.csv"), Some(Wanted::Figures(Form::Csv)));
        assert_eq!(
            of("/data/zones.geojson"),
            Some(Wanted::Zones(Form::GeoJson))
        );
        assert_eq!(of("/data/zones.csv"), Some(Wanted::Zones(Form::Csv)));
        for page in [
            "/",
            "/zones/x.geojson",
            "/zones/x",
            "/zones/a/b.json",
            "/figures/x.csv",
            "/data/other.csv",
            "/x.html",
        ] {
            assert_eq!(of(page), None, "{page}");
        }
    }
}
