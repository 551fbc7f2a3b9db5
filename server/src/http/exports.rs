//! Data by the address of its page with an ending: `/zones/{slug}.json`, `/data/figures.csv`.
//!
//! The router takes no ending after a parameter, and the pages own `/zones/{slug}`; so this looks
//! at the address before they do.

use super::charts::{self, Charts, Question};
use crate::export::{DossierFile, DoubtsFile, FiguresFile, ZonesFile, ZonesMap, csv, figure_lines};
use crate::live::{LiveAtlas, Snapshot};
use app::locale::Locale;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::dossier::{Dossier, Owner};
use serde::Serialize;
use std::sync::Arc;

/// What data and charts are answered with.
#[derive(Clone)]
pub struct Exports {
    /// The data.
    pub atlas: Arc<LiveAtlas>,
    /// The charts.
    pub charts: Arc<Charts>,
}

/// Answers with data where the address asks for it.
pub async fn export(State(exports): State<Exports>, request: Request, next: Next) -> Response {
    let path = Locale::strip(request.uri().path());
    let query = request.uri().query().unwrap_or_default();
    if let Some(wanted) = charts::Wanted::of(path) {
        let question = Question {
            wanted,
            locale: Locale::of_path(request.uri().path()),
            query,
            headers: request.headers(),
        };
        let current = exports.atlas.current();
        return exports.charts.answer(&current, question).await;
    }
    let found = Wanted::of(path).map(|wanted| wanted.answer(&exports.atlas.current(), query));
    match found {
        Some(response) => response,
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
    fn answer(&self, snapshot: &Snapshot, query: &str) -> Response {
        match self {
            Self::Zone(slug, form) => {
                let zone = slug.parse().ok().and_then(|slug| snapshot.by_slug(&slug));
                let dossier = zone.map(|zone| snapshot.archive.of_zone(zone));
                of_dossier(snapshot, dossier.as_ref(), *form)
            }
            Self::Group(id, form) => {
                let owner = id.parse().ok().map(Owner::Group);
                let dossier = owner.and_then(|owner| snapshot.archive.dossier(&owner));
                of_dossier(snapshot, dossier, *form)
            }
            Self::Figure(id) => {
                let dossier = id.parse().ok().and_then(|id| snapshot.figure(&id));
                of_dossier(snapshot, dossier.as_ref(), Form::Json)
            }
            Self::Figures(form) => {
                let digest = &snapshot.outline.digest;
                let lines = snapshot
                    .archive
                    .dossiers()
                    .flat_map(|dossier| figure_lines(digest, dossier))
                    .collect();
                let file = FiguresFile {
                    dataset: crate::export::DatasetLine::of(snapshot),
                    figures: lines,
                };
                match form {
                    Form::Csv => table(csv(&file.figures)),
                    Form::Json | Form::GeoJson => json(&file),
                }
            }
            Self::Zones(form) => {
                let filter = snapshot.filter(query);
                match form {
                    Form::Csv => table(csv(&ZonesFile::of(snapshot, &filter).zones)),
                    Form::Json => json(&ZonesFile::of(snapshot, &filter)),
                    Form::GeoJson => geojson(&ZonesMap::of(snapshot, &filter)),
                }
            }
            Self::Doubts => json(&DoubtsFile::of(snapshot)),
        }
    }
}

fn of_dossier(snapshot: &Snapshot, dossier: Option<&Dossier>, form: Form) -> Response {
    let Some(dossier) = dossier else {
        return nothing_here();
    };
    let file = DossierFile::of(snapshot, dossier);
    match form {
        Form::Csv => table(csv(&file.figures)),
        Form::Json | Form::GeoJson => json(&file),
    }
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
