//! Figures that are derived from stated figures by interval arithmetic.

mod density;
mod growth;
mod share;
mod target;

#[cfg(test)]
mod tests;

use crate::figure::{Evidence, Figure};
use crate::id::{FigureId, SourceId};
use crate::indicator::Indicator;
use crate::interval::Interval;
use crate::quantity::Unit;
use crate::source::Source;
use crate::textual::vocabulary;

pub use target::yearly_growth;

use serde::{Deserialize, Serialize};

vocabulary! {
    /// A formula that derives a figure from others.
    Rule, "a rule such as `level-before-growth`" {
        /// The level of the year before, from a level and its nominal growth rate:
        /// level / (1 + rate).
        LevelBeforeGrowth = "level-before-growth",
        /// The level of an earlier period, from a level and its multiple of the earlier level: level / factor. "More
        /// than doubled" gives an upper bound.
        LevelBeforeMultiple = "level-before-multiple",
        /// An amount per square kilometre: level / area.
        Density = "density",
        /// The yearly growth from the last reported value to a target: (target / value)^(1 / years) - 1.
        RequiredGrowth = "required-growth",
        /// An absolute amount from a share and its whole: whole x share.
        PartOfWhole = "part-of-whole",
    }
}

vocabulary! {
    /// An assumption of a derivation that no source states.
    Assumption, "an assumption: nominal-rate, same-area or steady-growth" {
        /// The growth rate is at current prices, like the level.
        NominalRate = "nominal-rate",
        /// The amount was produced on the area that is stated for the same year.
        SameArea = "same-area",
        /// Growth is the same in each year.
        SteadyGrowth = "steady-growth",
    }
}

/// How a figure was derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// The formula.
    pub rule: Rule,
    /// The ids of the input figures, in the order of the formula.
    pub inputs: Vec<FigureId>,
    /// The assumption; `None` if the formula needs none.
    pub assumption: Option<Assumption>,
    /// The result. Its ends are rounded outward.
    pub interval: Interval,
    /// The unit of the result.
    pub unit: Unit,
}

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
