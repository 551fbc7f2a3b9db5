//! Derives figures from stated figures by interval arithmetic.

mod density;
mod growth;
mod share;
mod target;

#[cfg(test)]
mod tests;

use crate::derivation::Derivation;
use crate::figure::{Evidence, Figure};
use crate::id::{FigureId, SourceId};
use crate::indicator::Indicator;
use crate::source::Source;

pub use target::yearly_growth;

/// Significant digits of the ends of a derived interval.
const DIGITS: u32 = 4;

/// The figures that derivations may use as inputs, with their indicators and sources.
pub struct Inputs<'a> {
    /// The figures of one zone or group.
    pub figures: &'a [Figure],
    /// The indicators of the figures. No level before a change and no density is derived if the indicator is missing.
    pub indicators: &'a [Indicator],
    /// The sources of the figures. Their dates show which figures were known when a target was stated.
    pub sources: &'a [Source],
}

impl<'a> Inputs<'a> {
    fn indicator(&self, figure: &Figure) -> Option<&'a Indicator> {
        self.indicators
            .iter()
            .find(|indicator| indicator.id == figure.indicator)
    }

    fn figure(&self, id: Option<&FigureId>) -> Option<&'a Figure> {
        let id = id?;
        self.figures.iter().find(|figure| &figure.id == id)
    }

    fn year_of_source(&self, id: &SourceId) -> Option<u16> {
        let source = self.sources.iter().find(|source| &source.id == id)?;
        source.date.map(|date| date.year())
    }
}

/// Derives all figures that the inputs allow, by rule, and within a rule in the order of the inputs.
pub fn derive(inputs: &Inputs<'_>) -> Vec<Figure> {
    let each = |rule: fn(&Figure, &Inputs<'_>) -> Option<Figure>| {
        inputs
            .figures
            .iter()
            .filter_map(move |figure| rule(figure, inputs))
    };
    each(growth::level_before)
        .chain(each(target::required_growth))
        .chain(each(density::per_square_kilometre))
        .chain(each(share::part_of_whole))
        .collect()
}

/// The endings of the ids of derived figures. An ending shows what was derived from the figure whose id precedes it.
const ENDINGS: [&str; 4] = ["-before", "-needs", "-per-km2", "-amount"];

/// Returns the id of a figure derived from another one: `k7f2q-before`.
fn derived_id(from: &Figure, ending: &str) -> Option<FigureId> {
    format!("{}{ending}", from.id).parse().ok()
}

/// Returns the id of the stated figure from which a figure was derived; `None` if `id` is not the id of a derived
/// figure.
pub fn origin(id: &FigureId) -> Option<FigureId> {
    ENDINGS
        .iter()
        .find_map(|ending| id.as_str().strip_suffix(ending))
        .and_then(|origin| origin.parse().ok())
}

/// Creates a derived figure: a copy of `from` with a new id and new evidence, without level, note and doubt.
fn derived(from: &Figure, ending: &str, derivation: Derivation) -> Option<Figure> {
    Some(Figure {
        id: derived_id(from, ending)?,
        level: None,
        note: None,
        doubt: None,
        evidence: Evidence::Derived(derivation),
        ..from.clone()
    })
}
