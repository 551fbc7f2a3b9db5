//! The area of a zone that the catalogue or a list of new areas states, as a figure.

use crate::catalogue::{CATALOGUE_SOURCE, NEW_AREAS_SOURCE};
use crate::definition::Term;
use crate::figure::Figure;
use crate::id::{CatalogueCode, ZoneSlug};
use crate::period::Period;
use crate::receipt::{Receipt, SourcePlace};
use crate::zone::ZoneSummary;

/// The ending of the id of a figure for a listed area.
const AREA_ENDING: &str = "-area";

/// Returns the area of a zone that a list states, as a figure with its receipt. For a zone with a code, this is the
/// approved area from the catalogue; for a new area, its land area.
///
/// `None` if the list states no area.
pub fn listed_area(zone: &ZoneSummary) -> Option<Figure> {
    let area = zone.area?;
    let (source, period, definition) = match zone.code {
        Some(_) => (
            CATALOGUE_SOURCE,
            Period::AsOf("2018".parse().ok()?),
            Term::Approved,
        ),
        None => (NEW_AREAS_SOURCE, Period::Undated, Term::Land),
    };
    let receipt = Receipt {
        source: source.parse().ok()?,
        at: SourcePlace::Page,
        as_stated: area.digits().to_string().parse().ok()?,
        reading: None,
    };
    let id = area_id(zone.code.as_ref(), &zone.slug);
    Some(Figure {
        definition: vec![definition].into(),
        ..Figure::level(
            id.parse().ok()?,
            "area".parse().ok()?,
            period,
            area,
            receipt,
        )
    })
}

/// Returns the id of the figure for the listed area of a zone: `s328119-area`.
pub fn area_id(code: Option<&CatalogueCode>, slug: &ZoneSlug) -> String {
    let name = code.map_or(slug.as_str(), CatalogueCode::as_str);
    [&name.to_ascii_lowercase(), AREA_ENDING].concat()
}

/// True if the source of a figure is the catalogue, which states only approved areas.
pub fn is_catalogue_area(figure: &Figure) -> bool {
    figure
        .receipt()
        .is_some_and(|receipt| receipt.source.as_str() == CATALOGUE_SOURCE)
}

/// True if a figure is the listed area of a zone, from the catalogue or from a list of new areas.
pub fn is_listed_area(figure: &Figure) -> bool {
    figure.id.as_str().ends_with(AREA_ENDING)
}
