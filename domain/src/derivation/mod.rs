//! Figures that follow from stated figures, by interval arithmetic.

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
    /// A way to get a figure from others.
    Rule, "a rule such as `level-before-growth`" {
        /// The level of the year before, from a level and its nominal growth rate:
        /// level / (1 + rate).
        LevelBeforeGrowth = "level-before-growth",
        /// The level of an earlier period, from a level and how many times the earlier one it is:
        /// level / factor. "More than doubled" gives a bound.
        LevelBeforeMultiple = "level-before-multiple",
        /// An amount per square kilometre: level / area.
        Density = "density",
        /// The yearly growth that leads from the last reported value to a target:
        /// (target / value)^(1 / years) - 1.
        RequiredGrowth = "required-growth",
        /// An absolute amount from a share and its whole: whole x share.
        PartOfWhole = "part-of-whole",
    }
}

vocabulary! {
    /// What a derivation takes for granted though no source states it.
    Assumption, "an assumption: nominal-rate, same-area or steady-growth" {
        /// The growth rate is at current prices, like the level.
        NominalRate = "nominal-rate",
        /// The amount was produced on the area, which is stated for the same year.
        SameArea = "same-area",
        /// The same growth in each year.
        SteadyGrowth = "steady-growth",
    }
}

/// How a figure was derived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// By which rule.
    pub rule: Rule,
    /// From which figures, in the order of the rule's formula.
    pub inputs: Vec<FigureId>,
    /// What it takes for granted.
    pub assumption: Option<Assumption>,
    /// The result, ends rounded outward.
    pub interval: Interval,
    /// In which unit.
    pub unit: Unit,
}

/// Significant digits that the ends of a derived interval keep.
const DIGITS: u32 = 4;

/// The figures that may be inputs, with what is known of them.
pub struct Inputs<'a> {
    /// The figures.
    pub figures: &'a [Figure],
    /// Their indicators; a figure whose indicator is missing derives nothing.
    pub indicators: &'a [Indicator],
    /// Their sources, whose dates say what was known when.
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

/// Every figure that follows from the inputs, rule by rule, in their order.
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

/// The endings of the ids of derived figures: what was asked of the figure whose id comes before.
const ENDINGS: [&str; 4] = ["-before", "-needs", "-per-km2", "-amount"];

/// The id of what follows from a figure.
fn derived_id(from: &Figure, ending: &str) -> Option<FigureId> {
    format!("{}{ending}", from.id).parse().ok()
}

/// The stated figure that a derived id leads back to; nothing where it is no derived id.
pub fn origin(id: &FigureId) -> Option<FigureId> {
    ENDINGS
        .iter()
        .find_map(|ending| id.as_str().strip_suffix(ending))
        .and_then(|origin| origin.parse().ok())
}

/// A figure that follows from others, like `from` in all that is not given.
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
